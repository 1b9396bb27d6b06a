import CCmark

/// What an author typed within a text for Markdown to see, and what is still there after Markdown has
/// read it.
///
/// The text of one paragraph, heading or cell, as libcmark has left it: code is one sign of its own,
/// and what Markdown understood is gone.
struct InlineMarks {
  private(set) var text: [Unicode.Scalar] = []
  /// For each scalar, the node that it stands in and where.
  private(set) var origins: [(node: MarkdownNode, offset: Int)] = []
  let isHeading: Bool

  /// What is looked at of a text, and of what follows a sign: no paragraph of an article is as long,
  /// and a text of nothing but brackets must not take longer than its length.
  private static let lengthLimit = 4096
  static let reach = 256

  /// Stands for code and for HTML.
  static let object: Unicode.Scalar = "\u{FFFC}"
  /// Stands for the signs of emphasis that is some.
  static let emphasised: Unicode.Scalar = "\u{E0FE}"
  /// Stands for the brackets of a link that is one.
  static let link: Unicode.Scalar = "\u{E0FF}"

  init(_ holder: MarkdownNode, isHeading: Bool) {
    self.isHeading = isHeading
    holder.forEachStep { node, entering in
      switch node.type {
      case CMARK_NODE_TEXT:
        guard text.count < Self.lengthLimit else { break }
        for (offset, scalar) in node.literal.unicodeScalars.prefix(Self.lengthLimit).enumerated() {
          text.append(scalar)
          origins.append((node, offset))
        }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: append("\n", node)
      case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: append(Self.object, node)
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE: append(Self.link, node)
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG: append(Self.emphasised, node)
      default: break
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ node: MarkdownNode) {
    text.append(scalar)
    origins.append((node, 0))
  }

  /// The node of a place, and how many scalars of it stand before the place.
  func origin(of offset: Int) -> (node: MarkdownNode, offset: Int) { origins[offset] }

  /// What is left over, in no order; a sign with a backslash before it is for the caller to leave out.
  func found() -> [StrayMark] {
    var found: [StrayMark] = []
    for check in [emphasis, pairs, backtick, braces, brackets, pictures, entities, signs] {
      found += check()
    }
    return found
  }

  func at(_ index: Int) -> Unicode.Scalar {
    text.indices.contains(index) ? text[index] : "\n"
  }

  /// The runs of a sign, outside code.
  func runs(of sign: Unicode.Scalar) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while let start = text[index...].firstIndex(of: sign) {
      let end = text[start...].firstIndex { $0 != sign } ?? text.count
      runs.append(start..<end)
      index = end
    }
    return runs
  }

  func rest(from start: Int) -> MarkLine {
    text[min(start, text.count)...].prefix(Self.reach)
  }

  func begins(_ word: String, at index: Int) -> Bool {
    rest(from: index).begins(with: word)
  }

  // MARK: Emphasis

  /// `** 중요 **`, `**중요`, `__중요__합니다`
  private func emphasis() -> [StrayMark] {
    if let odd = runs(of: "*").first(where: {
      at($0.lowerBound - 1) == Self.emphasised || at($0.upperBound) == Self.emphasised
    }) {
      return [
        mark(
          odd.lowerBound, "one '*' too many, or one too few on the other side",
          "write '**' on both sides, or '\\*'")
      ]
    }
    let stars = runs(of: "*").filter { $0.count == 2 || $0.count == 3 }
    if let first = stars.first, let mark = strong(first, of: stars) { return [mark] }
    let lines = runs(of: "_")
    let doubles = lines.filter { $0.count == 2 }
    if doubles.count > 1 {
      let (first, second) = (doubles[0], doubles[1])
      let before = at(first.lowerBound - 1)
      let isName = before.isASCII && (MarkSigns.isLatin(before) || MarkSigns.isDigit(before))
      if !isName, second.lowerBound > first.upperBound,
        text[first.upperBound..<second.lowerBound].contains(where: { !MarkSigns.isSpace($0) })
      {
        return [
          mark(
            first.lowerBound, "'__' marks nothing here",
            "write '**' on both sides, close to the text")
        ]
      }
    }
    for (open, close) in zip(lines, lines.dropFirst()) where open.count == 1 && close.count == 1 {
      let inner = text[open.upperBound..<close.lowerBound]
      guard let first = inner.first, let last = inner.last, !MarkSigns.isSpace(first),
        !MarkSigns.isSpace(last), MarkSigns.isCJK(at(close.upperBound)),
        !inner.contains("\n"), inner.contains(where: MarkSigns.isCJK)
      else { continue }
      let before = at(open.lowerBound - 1)
      guard MarkSigns.isSpace(before) || MarkSigns.isCJK(before) else { continue }
      return [mark(open.lowerBound, "'_' marks nothing beside a letter", "write '*' on both sides")]
    }
    return []
  }

  private func strong(_ run: Range<Int>, of all: [Range<Int>]) -> StrayMark? {
    let before = at(run.lowerBound - 1)
    let after = at(run.upperBound)
    let sign = String(repeating: "*", count: run.count)
    if let close = all.dropFirst().first {
      let inner = text[run.upperBound..<close.lowerBound]
      let isSpaced =
        inner.first.map(MarkSigns.isSpace) == true || inner.last.map(MarkSigns.isSpace) == true
      // `2 ** 3`, `김**님, 이**님` mean their signs.
      let isNumber = MarkSigns.isDigit(before) || before == "-"
      if isSpaced, !isNumber, inner.contains(where: { !MarkSigns.isSpace($0) }),
        MarkSigns.isSpace(before) || !MarkSigns.isSpace(at(run.upperBound))
          || MarkSigns.isCJK(before)
      {
        return mark(
          run.lowerBound, "'\(sign)' marks nothing beside a space",
          "write '\(sign)' close to the text, on both sides")
      }
    }
    let opens = MarkSigns.isSpace(before) || "(（“\"'‘「『《:：".unicodeScalars.contains(before)
    let isWord =
      MarkSigns.isCJK(after) || MarkSigns.isLatin(after) || MarkSigns.isDigit(after)
      || "“\"‘'「『《【[（(".unicodeScalars.contains(after) || after == Self.link
    if opens, isWord {
      return mark(
        run.lowerBound, "'\(sign)' is never closed", "close it with '\(sign)', or write '\\*'")
    }
    // `请**注意事项`, but `김**님` and `张**先生` hide a name.
    guard MarkSigns.isCJK(before), MarkSigns.isCJK(after), run.count == 2,
      MarkSigns.isCJK(at(run.lowerBound - 2)) || MarkSigns.isCJK(at(run.upperBound + 3)),
      !"님씨군양先女小".unicodeScalars.contains(after)
    else { return nil }
    let word = text[..<run.lowerBound].reversed().prefix(while: MarkSigns.isCJK).count
    guard word > 3 || all.count == 1 && word > 0 && "请需应将把是".unicodeScalars.contains(before) else {
      return nil
    }
    return mark(
      run.lowerBound, "'\(sign)' is never closed", "close it with '\(sign)', or write '\\*'")
  }

  // MARK: Pairs of signs that are not in this dialect

  private static let pairs: [(sign: Unicode.Scalar, message: String, hint: String)] = [
    ("~", "'~~' strikes nothing out", "delete the text: what is struck out is still read aloud"),
    ("=", "'==' marks nothing", "write '**' on both sides"),
    ("|", "'||' hides nothing", "write the text, or a question that folds ('{faq}')"),
    ("^", "'^^' marks nothing", "write '**' on both sides"),
    ("+", "'++' underlines nothing", "write '**' on both sides"),
    ("%", "'%%' hides nothing", "write '<!-- … -->' in a paragraph of its own"),
    ("＊", "'＊＊' marks nothing", "write '**' on both sides"),
    ("＿", "'＿＿' marks nothing", "write '**' on both sides"),
    ("～", "'～～' strikes nothing out", "delete the text: what is struck out is still read aloud"),
    ("＝", "'＝＝' marks nothing", "write '**' on both sides"),
  ]

  /// `~~취소~~`, `==강조==`, `＊＊중요＊＊`
  private func pairs() -> [StrayMark] {
    Self.pairs.compactMap { sign, message, hint in
      let runs = runs(of: sign).filter { $0.count == 2 }
      for (index, open) in runs.enumerated() {
        let before = at(open.lowerBound - 1)
        let after = at(open.upperBound)
        let isName = before.isASCII && (MarkSigns.isLatin(before) || MarkSigns.isDigit(before))
        guard !isName, !MarkSigns.isSpace(after) else { continue }
        let isClosed =
          index + 1 < runs.count && !MarkSigns.isSpace(at(runs[index + 1].lowerBound - 1))
        let isAlone =
          sign == "~" && MarkSigns.isSpace(before)
          && (MarkSigns.isCJK(after) || MarkSigns.isLatin(after))
        if isClosed || isAlone { return mark(open.lowerBound, message, hint) }
      }
      return nil
    }
  }

  /// A backtick that nothing closes, or one of full width.
  private func backtick() -> [StrayMark] {
    if let wide = text.firstIndex(of: "｀") {
      let start = wide == 0 || text[wide - 1] == "\n"
      if start, begins("｀｀｀", at: wide) { return [] }  // a fence, which its line tells
      return [mark(wide, "'｀' marks no code", "write '`' on both sides")]
    }
    guard let open = text.firstIndex(of: "`") else {
      let accents = runs(of: "´")
      guard accents.count > 1,
        at(accents[0].lowerBound - 1) == "\n" || MarkSigns.isSpace(at(accents[0].lowerBound - 1))
      else { return [] }
      return [mark(accents[0].lowerBound, "'´' marks no code", "write '`' on both sides")]
    }
    return [mark(open, "'`' is never closed, so it marks no code", "close it, or write '\\`'")]
  }

  func mark(_ offset: Int, _ message: String, _ hint: String) -> StrayMark {
    StrayMark(offset: offset, message: message, hint: hint)
  }
}
