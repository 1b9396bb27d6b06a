import CCmark

/// What an author typed within a text for Markdown to see, and what is still there after Markdown has
/// read it.
///
/// The text of one paragraph, heading or cell, as libcmark has left it: code is one sign of its own,
/// and what Markdown understood is gone.
struct InlineMarks {
  private(set) var text: [Unicode.Scalar] = []
  /// For each scalar, the node that it stands in and where.
  private var origins: [(node: MarkdownNode, offset: Int)] = []
  private let isHeading: Bool

  /// What is looked at of a text, and of what follows a sign: no paragraph of an article is as long,
  /// and a text of nothing but brackets must not take longer than its length.
  private static let lengthLimit = 4096
  private static let reach = 256

  /// Stands for code and for HTML.
  private static let object: Unicode.Scalar = "\u{FFFC}"
  /// Stands for the signs of emphasis that is some.
  private static let emphasised: Unicode.Scalar = "\u{E0FE}"
  /// Stands for the brackets of a link that is one.
  private static let link: Unicode.Scalar = "\u{E0FF}"

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

  private func at(_ index: Int) -> Unicode.Scalar {
    text.indices.contains(index) ? text[index] : "\n"
  }

  /// The runs of a sign, outside code.
  private func runs(of sign: Unicode.Scalar) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while let start = text[index...].firstIndex(of: sign) {
      let end = text[start...].firstIndex { $0 != sign } ?? text.count
      runs.append(start..<end)
      index = end
    }
    return runs
  }

  private func rest(from start: Int) -> MarkLine {
    text[min(start, text.count)...].prefix(Self.reach)
  }

  private func begins(_ word: String, at index: Int) -> Bool {
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

  // MARK: Braces and brackets

  private func braces() -> [StrayMark] {
    var found: [StrayMark] = []
    for index in text.indices where text[index] == "{" || text[index] == "｛" {
      let isLineStart = index == 0 || text[index - 1] == "\n"
      if begins("{{", at: index) || begins("{%", at: index) {
        guard !isLineStart, index == 0 || text[index - 1] != "{" else { continue }
        let close = begins("{%", at: index) ? "%}" : "}}"
        guard rest(from: index).indices.contains(where: { begins(close, at: $0) }) else { continue }
        found.append(
          mark(
            index, "'\(rest(from: index).prefix(2).text)' fills nothing in",
            "write what it stands for"))
        continue
      }
      let inner = rest(from: index + 1)
      if let mark = attributes(inner, openedAt: index) {
        found.append(mark)
        continue
      }
      let name = inner.prefix(while: MarkSigns.isLatin)
      if !isLineStart, Marker.names.contains(name.text), let end = inner.at(name.count),
        end == "}" || end == "｝" || end == ":" || end == "："
      {
        found.append(
          mark(
            index, "'{\(name.text)}' is no marker within a text",
            "a marker stands alone in its paragraph; write '\\{' if it is meant as text"))
      }
      if isHeading, let sign = inner.drop(while: MarkSigns.isSpace).first,
        sign == "#" || sign == "＃",
        !isPinnedID(at: index)
      {
        found.append(mark(index, "this pins no address", "write '{#id}' at the end of the heading"))
      }
    }
    return found
  }

  /// `[text](a.md){target=_blank}`, `![…](a.png){: .class }`
  private func attributes(_ inner: MarkLine, openedAt index: Int) -> StrayMark? {
    let before = at(index - 1)
    guard !isPinnedID(at: index),
      before == Self.link || before == Self.object || before == Self.emphasised,
      let close = inner.firstIndex(of: "}"), !inner[..<close].contains("\n")
    else { return nil }
    let text = inner[..<close].drop { $0 == ":" || MarkSigns.isSpace($0) }
    let name = text.prefix { MarkSigns.isLatin($0) || $0 == "-" }
    let isAttribute =
      text.first == "." || text.first == "#" || !name.isEmpty && text.at(name.count) == "="
    guard isAttribute else { return nil }
    return mark(
      index, "'{\(text.prefix(24).text)}' changes nothing",
      "remove it: how links and pictures look and open is the theme's")
  }

  private func isPinnedID(at index: Int) -> Bool {
    // `{: #id}` pins one too.
    let isColon = begins("{:", at: index)
    let inner = rest(from: index + 1).drop { isColon && ($0 == ":" || $0 == " ") }
    return inner.first == "#" && text.last == "}"
      && !inner.dropLast().trimmed.contains { MarkSigns.isSpace($0) || $0 == "}" }
  }

  private func brackets() -> [StrayMark] {
    var found: [StrayMark] = []
    for index in text.indices {
      if begins("[[", at: index), let close = rest(from: index).firstIndex(of: "]"),
        at(close + 1) == "]",
        !text[index..<close].contains("\n")
      {
        found.append(mark(index, "'[[…]]' is no link", "write '[text](file.md)'"))
      }
      if begins("[^", at: index), at(index + 2) != "]", !MarkSigns.isSpace(at(index + 2)) {
        found.append(
          mark(
            index, "there are no footnotes", "write the source into 'sources' of the front matter"))
      }
      if "[(（".unicodeScalars.contains(text[index]), let mark = turnedLink(openedAt: index) {
        found.append(mark)
      }
      guard "]］】".unicodeScalars.contains(text[index]), let mark = brokenLink(closedAt: index)
      else {
        continue
      }
      found.append(mark)
    }
    return found
  }

  /// `(글)[a.md]`, `[글(a.md)`
  private func turnedLink(openedAt open: Int) -> StrayMark? {
    let inner = rest(from: open + 1)
    let before = text[..<open].suffix(Self.reach)
    func closesOnAddress() -> Bool {
      guard let close = inner.firstIndex(where: { "])）\n".unicodeScalars.contains($0) }),
        text[close] != "\n", close > inner.startIndex
      else { return false }
      return Self.isDestination(inner[..<close])
    }
    if text[open] == "[" {
      guard let last = before.last, last == ")" || last == "）",
        let start = before.lastIndex(where: { $0 == "(" || $0 == "（" }), closesOnAddress()
      else { return nil }
      return mark(
        start, "round and square brackets are the wrong way round, so this is no link",
        "write '[text](file.md)'")
    }
    guard let start = before.lastIndex(where: { "[]\n".unicodeScalars.contains($0) }),
      text[start] == "[", start + 1 < open, closesOnAddress()
    else { return nil }
    return mark(start, "']' is missing, so this is no link", "write '[text](file.md)'")
  }

  /// `[글] (a.md)`, `[글]（a.md）`, `[글](a b.md)`, `[글]<a.md>`
  private func brokenLink(closedAt close: Int) -> StrayMark? {
    let behind = rest(from: close + 1).drop(while: MarkSigns.isSpace)
    guard let paren = behind.first,
      paren == "(" || paren == "（"
        || "<{《「".unicodeScalars.contains(paren) && behind.startIndex == close + 1
    else { return nil }
    let inner = behind.dropFirst()
    let end = inner.firstIndex { ")）>}》」\n".unicodeScalars.contains($0) } ?? inner.endIndex
    let destination = inner[..<end].trimmed
    guard Self.isDestination(destination) else { return nil }
    let open: [Unicode.Scalar: Unicode.Scalar] = ["]": "[", "］": "［", "】": "【"]
    let start =
      text[..<close].suffix(Self.reach).lastIndex { $0 == open[text[close]] || $0 == "[" } ?? close
    let image = start > 0 && (text[start - 1] == "!" || text[start - 1] == "！") ? start - 1 : start
    let why =
      if text[close] != "]" || text[start] != "[" && start != close {
        "'\(text[close])' is no bracket to Markdown"
      } else if behind.startIndex > close + 1 {
        "a space stands between ']' and '('"
      } else if paren != "(" && paren != "（" {
        "the address does not stand in '(…)'"
      } else if paren == "（" || (end < text.count && text[end] == "）") {
        "brackets of full width stand around the address"
      } else if destination.contains(where: { "“”‘’".unicodeScalars.contains($0) }) {
        "the title stands in curly quotes"
      } else {
        "the address has a space, or its bracket is never closed"
      }
    return mark(
      image, "\(why), so this is no link",
      "write '[text](file.md)', with a path that has spaces in '<…>' and a title in '\"'")
  }

  private static func isDestination(_ text: MarkLine) -> Bool {
    guard text.contains(where: { ".:#/．：".unicodeScalars.contains($0) || $0 == link }) else {
      return false
    }
    let first = text.prefix { !MarkSigns.isSpace($0) }.text.lowercased()
    if text.contains(link) { return true }
    let ends = [
      ".md", ".yaml", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".pdf", ".mp4", ".html",
    ]
    let starts = ["channel:", "term:", "http:", "https:", "mailto:", "tel:", "../", "./", "#", "<"]
    let whole = text.text.lowercased()
    return starts.contains(where: first.hasPrefix) || first.contains("://")
      || first.contains("：//") || first.contains("．md")
      || ends.contains { end in
        whole.hasSuffix(end) || whole.contains(end + " ") || whole.contains(end + "#")
          || whole.contains(end + "\"") || whole.contains(end + "“")
      }
  }

  /// `！[그림](a.png)` and `! [그림](a.png)` are links to a picture.
  private func pictures() -> [StrayMark] {
    text.indices.compactMap { index in
      guard text[index] == "!" || text[index] == "！" else { return nil }
      let next = rest(from: index + 1).firstIndex { $0 != " " } ?? text.count
      guard next < text.count, text[next] == Self.link, origins[next].node.type == CMARK_NODE_LINK,
        Self.isMedia(origins[next].node.url)
      else { return nil }
      return mark(
        index, "a picture is shown by '![', and this is '\(text[index..<next].text)['", "write '!['"
      )
    }
  }

  /// A cheap look at a link: whether a picture or film may stand behind it.
  static func mayBeMedia(_ node: MarkdownNode) -> Bool {
    guard let before = node.previous, before.type == CMARK_NODE_TEXT,
      let text = cmark_node_get_literal(before.pointer)?.bytes,
      text.last == 0x20 || text.last == 0x21 || text.last == 0x81,
      text.suffix(2).contains(where: { $0 == UInt8(ascii: "!") || $0 == 0x81 })
    else { return false }
    guard let url = cmark_node_get_url(node.pointer)?.bytes, url.count > 4 else { return false }
    // Not `.com`, which ends many addresses.
    let end = url[url.count - 4] == UInt8(ascii: ".") ? url[url.count - 3] : url[url.count - 4]
    return end != UInt8(ascii: "c")
      && (url[url.count - 4] == UInt8(ascii: ".") || url[url.count - 5] == UInt8(ascii: "."))
  }

  static func isMedia(_ url: String) -> Bool {
    let name = url.lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".mp4", ".webm"]
      .contains(where: name.hasSuffix)
  }

  // MARK: Entities and other signs

  private static let entities = [
    "nbsp", "lt", "gt", "amp", "quot", "copy", "middot", "hellip", "mdash", "ndash", "ensp", "emsp",
  ]

  private func entities() -> [StrayMark] {
    text.indices.compactMap { index in
      guard text[index] == "&" || text[index] == "＆" else { return nil }
      let name = rest(from: index + 1).prefix(while: MarkSigns.isLatin)
      let end = at(index + 1 + name.count)
      guard Self.entities.contains(name.text), end != ";" || text[index] == "＆",
        !MarkSigns.isDigit(end), end != "="
      else { return nil }
      return mark(index, "'\(text[index])\(name.text)' names no sign", "write '&\(name.text);'")
    }
  }

  private func signs() -> [StrayMark] {
    text.indices.compactMap { index in
      let next = at(index + 1)
      switch text[index] {
      case "："
      where begins("：//", at: index) && at(index - 1).isASCII && MarkSigns.isLatin(at(index - 1)):
        return mark(index, "'：' is no ':' in an address", "write '://'")
      case "\\" where (0xFF01...0xFF5E).contains(next.value):
        return mark(index, "a backslash before '\(next)' is seen by readers", "remove it")
      case "₩", "￦", "￥":
        guard "*_[]{}#<>`\\".unicodeScalars.contains(next) else { return nil }
        return mark(index, "'\(text[index])' is no backslash", "write '\\\(next)'")
      case "＜", "《":
        let inner = rest(from: index + 1)
        let tag = inner.drop { $0 == "/" || $0 == "!" || $0 == "！" }
        let name = tag.prefix(while: MarkSigns.isLatin)
        let end = tag.at(name.count)
        let isTag =
          Self.tags.contains(name.text.lowercased())
          && (end == "＞" || end == ">" || end == "/" || end == " ")
        guard isTag || inner.begins(with: "http") || tag.begins(with: "--") else { return nil }
        return mark(
          index, "'\(text[index])' is no '<'", "write '<…>', or remove it; HTML is not used")
      case "<" where next == "！":
        return mark(index, "'<！' begins no comment", "write '<!-- … -->' in a paragraph of its own")
      case ":":
        return shortcode(at: index)
      case "·":
        return dottedCode(at: index)
      default: return nil
      }
    }
  }

  private static let tags = [
    "br", "b", "i", "u", "p", "div", "span", "a", "img", "strong", "em", "font", "table", "center",
    "s",
    "sub", "sup", "li", "ul", "ol", "hr",
  ]

  /// `:warning:`
  private func shortcode(at index: Int) -> StrayMark? {
    let name = rest(from: index + 1).prefix { (0x61...0x7A).contains($0.value) || $0 == "_" }
    let end = index + 1 + name.count
    let before = at(index - 1)
    let after = at(end + 1)
    guard name.count >= 3, name.first != "_", at(end) == ":",
      MarkSigns.isSpace(before) || MarkSigns.isCJK(before),
      MarkSigns.isSpace(after) || MarkSigns.isCJK(after)
    else { return nil }
    return mark(index, "':\(name.text):' is no emoji", "type the emoji itself, or remove it")
  }

  /// `·otp·`: Chinese keyboards type a dot for the backtick.
  private func dottedCode(at index: Int) -> StrayMark? {
    let inner = rest(from: index + 1).prefix {
      $0.isASCII
        && (MarkSigns.isLatin($0) || MarkSigns.isDigit($0) || "_-./".unicodeScalars.contains($0))
    }
    let end = index + 1 + inner.count
    guard inner.count >= 2, at(end) == "·", MarkSigns.isSpace(at(index - 1)),
      MarkSigns.isSpace(at(end + 1)) || "，。、；".unicodeScalars.contains(at(end + 1))
    else { return nil }
    return mark(index, "'·' marks no code", "write '`' on both sides")
  }

  private func mark(_ offset: Int, _ message: String, _ hint: String) -> StrayMark {
    StrayMark(offset: offset, message: message, hint: hint)
  }
}

// MARK: The first look

extension InlineMarks {
  /// What a text may hold besides letters, so that it is worth a closer look.
  private static let signs: [Bool] = (0...255).map { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "+"),
      UInt8(ascii: "^"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: ":"),
      UInt8(ascii: "<"),
      0xC2, 0xE2, 0xE3, 0xEF:
      true
    default: false
    }
  }

  /// Asked of every text of an article, so it looks at bytes and hardly ever says yes for nothing.
  static func isSuspicious(_ literal: UnsafePointer<CChar>) -> Bool {
    let text = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    return signs.withUnsafeBufferPointer { signs in
      var index = 0
      while text[index] != 0 {
        if signs[Int(text[index])], isSuspicious(text + index, isFirst: index == 0) {
          return true
        }
        index += 1
      }
      return false
    }
  }

  @inline(__always)
  private static func isSuspicious(_ text: UnsafePointer<UInt8>, isFirst: Bool) -> Bool {
    let next = text[1]
    switch text[0] {
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "+"),
      UInt8(ascii: "^"):
      return next == text[0]
    case UInt8(ascii: "*"): return isFirst || next == 0 || next == text[0]
    case UInt8(ascii: "{"): return next != UInt8(ascii: "#") || !isPinnedID(text)
    case UInt8(ascii: "["): return next != UInt8(ascii: "!")  // a callout, which its line tells
    case UInt8(ascii: "]"):
      return mayOpenAddress(next) || next == 0x20 && mayOpenAddress(text[2])
    case UInt8(ascii: "_"): return isFirst || next >= 0x80 || next == text[0]
    case UInt8(ascii: "`"): return true
    case UInt8(ascii: "&"): return next | 0x20 >= 0x61 && next | 0x20 <= 0x7A
    case UInt8(ascii: "\\"): return next == 0xEF
    case UInt8(ascii: ":"): return next >= 0x61 && next <= 0x7A
    case UInt8(ascii: "<"): return next == 0xEF
    case 0xC2 where next == 0xB4: return true
    case 0xEF where next == 0xBC && text[2] == 0x9A: return text[3] == UInt8(ascii: "/")
    case 0xC2: return next == 0xB7 && text[2] < 0x80 && text[2] > 0x2C
    case 0xE2: return next == 0x82 && text[2] == 0xA9  // ₩
    case 0xE3:  // 】 before a bracket, 《 before a Latin letter or `!`
      guard next == 0x80 else { return false }
      return text[2] == 0x91
        ? text[3] == 0x28 || text[3] == 0xEF : text[2] == 0x8A && text[3] < 0x80
    default: return isSuspiciousWide(next, next == 0 ? 0 : text[2])
    }
  }

  /// What may stand behind the text of a link that is none.
  private static func mayOpenAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "{"), 0xE3, 0xEF: true
    default: false
    }
  }

  /// `{#id}` at the end of a text, as headings have it.
  private static func isPinnedID(_ text: UnsafePointer<UInt8>) -> Bool {
    var end = 2
    while text[end] > 0x20, text[end] != UInt8(ascii: "}") { end += 1 }
    return end > 2 && text[end] == UInt8(ascii: "}") && text[end + 1] == 0
  }

  /// The signs of full width that may be marks; ， （ ） ： ； ？ are letters of Chinese.
  @inline(__always)
  private static func isSuspiciousWide(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0xBC, 0x86), (0xBC, 0x8A), (0xBC, 0x9C), (0xBC, 0x9D), (0xBC, 0xBB), (0xBC, 0xBD),
      (0xBC, 0xBF), (0xBD, 0x80), (0xBD, 0x9B), (0xBD, 0x9E), (0xBF, 0xA5), (0xBF, 0xA6):
      true
    default: false
    }
  }
}
