/// What an author typed at the start of a line for Markdown to see, and Markdown did not.
struct LineMarks {
  /// The line without white space and quote marks before it.
  let line: MarkLine
  /// Its neighbours in the same paragraph.
  let all: [MarkLine]
  let index: Int
  let place: Place

  /// Where the paragraph stands.
  struct Place {
    /// Directly in a quote, as its first block.
    var beginsQuote = false
    /// Directly in an item, as its first block.
    var beginsItem = false
    var isHeading = false
    /// A paragraph that follows a list.
    var isBelowList = false
    /// The first lines of the paragraphs beside it, which few lines ask for.
    var previous: () -> MarkLine? = { nil }
    var next: () -> MarkLine? = { nil }
  }

  func found() -> StrayMark? {
    if place.isHeading { return headingEnd }
    if let indentation { return indentation }
    // Each looks at the first sign before it looks at anything else.
    if let mark = heading { return mark }
    if let mark = rule { return mark }
    if let mark = bullet { return mark }
    if let mark = fullWidthBullet { return mark }
    if let mark = number { return mark }
    if let mark = quote { return mark }
    if let mark = container { return mark }
    if let mark = fence { return mark }
    if let mark = brace { return mark }
    if let mark = callout { return mark }
    return task ?? repeated
  }

  private func mark(_ offset: Int, _ message: String, _ hint: String) -> StrayMark {
    StrayMark(offset: offset, message: message, hint: hint)
  }

  // MARK: Indentation

  /// `　## 제목`: a full-width space before what begins a block.
  private var indentation: StrayMark? {
    guard let first = line.first, let space = MarkSigns.spaceName(first) else { return nil }
    let rest = line.drop(while: MarkSigns.isSpace)
    guard let sign = rest.first else { return nil }
    let after = rest.at(rest.run(of: sign)) ?? " "
    let begins =
      switch sign {
      case "#", "-", "*", "+": after == " " || MarkSigns.spaceName(after) != nil
      case ">", "|", "＃", "＞": true
      case "`", "~": rest.run(of: sign) >= 3
      default: Numbering(rest).map { $0.isPlain } ?? false
      }
    if begins {
      return mark(0, "\(space) stands before '\(sign)'", "remove it; indent with spaces")
    }
    guard place.isBelowList, index == 0, first == "\u{3000}" else { return nil }
    return mark(
      0, "the text is indented with a full-width space and belongs to no item of the list above",
      "indent it with spaces, as far as the text of the item")
  }

  // MARK: Headings

  /// `##제목`, `＃ 제목`, `##` with a no-break space behind it.
  private var heading: StrayMark? {
    guard let first = line.first, MarkSigns.hashes.contains(first) else { return nil }
    let marks = line.prefix { MarkSigns.hashes.contains($0) }
    guard marks.count <= 6, let next = line.at(marks.count) else { return nil }
    let typed = marks.text
    let wanted = String(repeating: "#", count: max(2, marks.count))
    let hint = "write '\(wanted) ' with a space behind it, or '\\#' if it is no heading"
    let isPlain = marks.allSatisfy { $0 == "#" }
    if isPlain, let space = MarkSigns.spaceName(next) {
      return mark(marks.count, "\(space) stands behind '\(typed)', so this is no heading", hint)
    }
    if marks.count == 1 {
      // `#1`, `#업비트 #출금`, `#hashtag` are no headings.
      let rest = line.dropFirst(2)
      if MarkSigns.isDigit(next) || Self.hasHashtag(rest) { return nil }
      if isPlain, MarkSigns.isLatin(next), !rest.contains(" ") { return nil }
      if isPlain, !MarkSigns.beginsItem(next), !MarkSigns.isLatin(next) { return nil }
    }
    if !isPlain { return mark(0, "'\(typed)' begins no heading", hint) }
    return mark(marks.count, "a space is missing behind '\(typed)', so this is no heading", hint)
  }

  /// Whether another word begins with a hash.
  private static func hasHashtag(_ line: MarkLine) -> Bool {
    line.indices.contains { index in
      MarkSigns.hashes.contains(line[index]) && index > line.startIndex
        && MarkSigns.isSpace(line[index - 1]) && index + 1 < line.endIndex
        && !MarkSigns.isSpace(line[index + 1])
    }
  }

  /// `## 제목##`
  private var headingEnd: StrayMark? {
    guard line.first == "#" else { return nil }
    let text = line.trimmed
    var end = text
    while end.last == "#" { end = end.dropLast() }
    guard text.count - end.count >= 2, let last = end.last, !MarkSigns.isSpace(last), last != "\\"
    else { return nil }
    return mark(
      end.count, "the signs at the end belong to the heading's text", "remove them")
  }

  // MARK: Lines

  /// `———`, `＿＿＿`: meant as a line across the page.
  private var rule: StrayMark? {
    guard let first = line.first,
      MarkSigns.isOtherDash(first) || "＊＿～＝═=".unicodeScalars.contains(first)
    else { return nil }
    let text = line.trimmed
    guard text.count >= 3, text.allSatisfy({ $0 == first }) else { return nil }
    // Under a text the same signs may be a cloud of their own: `~~~`, `===` are seen to elsewhere.
    return mark(
      0, "'\(text.prefix(3).text)' draws no line",
      "write '---' between two empty lines, or remove it")
  }

  // MARK: Lists

  /// `-목록`, `*목록`, `- ` with a no-break space.
  private var bullet: StrayMark? {
    guard let sign = line.first, "-*+".unicodeScalars.contains(sign), let next = line.at(1) else {
      return nil
    }
    let hint = "write '- ' with a space behind it, or '\\\(sign)' if it is no list"
    if let space = MarkSigns.spaceName(next) {
      let after = line.dropFirst().drop(while: MarkSigns.isSpace).first
      if sign != "*", after.map(MarkSigns.isDigit) ?? true { return nil }
      return mark(1, "\(space) stands behind '\(sign)', so this is no list", hint)
    }
    guard next != sign, sign != "*" || !closesEmphasis else { return nil }
    let isWord = MarkSigns.isLatin(next) && (line.at(2).map(MarkSigns.isLatin) ?? false)
    let others = all.count { $0.first == sign && $0.at(1).map { $0 != " " && $0 != sign } ?? false }
    guard
      MarkSigns.beginsItem(next) && (next != "*" || sign != "*")
        || (isWord && (MarkSigns.isUpper(next) || others > 1) && line.contains(" "))
    else { return nil }
    return mark(1, "a space is missing behind '\(sign)', so this is no list", hint)
  }

  /// Whether a `*` further on in the paragraph may close what the first one opens.
  private var closesEmphasis: Bool {
    var text = line.dropFirst()
    for rest in all[(index + 1)...].prefix(8) { text = ArraySlice(text + ["\n"] + rest) }
    var (count, runs) = (0, 0)
    while let star = text.firstIndex(of: "*") {
      let run = text[star...].run(of: "*")
      if run % 2 == 1 { count += 1 }
      runs += 1
      text = text[(star + run)...]
    }
    // Of `**` there are two, unless one of them closes what a single `*` opens.
    return count > 0 || runs % 2 == 1
  }

  /// `＊ 항목`, `－ 항목`, `＋ 항목`
  private var fullWidthBullet: StrayMark? {
    guard let sign = line.first, "＊－＋".unicodeScalars.contains(sign), let next = line.at(1),
      MarkSigns.isSpace(next) || MarkSigns.beginsItem(next)
    else { return nil }
    let after = line.dropFirst().drop(while: MarkSigns.isSpace).first
    if sign != "＊", after.map(MarkSigns.isDigit) ?? true { return nil }
    return mark(0, "'\(sign)' begins no list", "write '- '")
  }

  /// `1.항목`, `1、`, `１．`, `1.` with a no-break space; a list that stands under a text.
  private var number: StrayMark? {
    guard let number = Numbering(line) else { return listUnderText }
    let hint = "write '\(number.value). ' with a space behind it"
    let escape = ", or '\(number.value)\\.' if it is no list"
    if let space = number.next.flatMap(MarkSigns.spaceName), number.isASCII {
      return mark(
        number.length, "\(space) stands behind '\(number.text)', so this is no list", hint)
    }
    guard let next = number.next, !MarkSigns.isDigit(next), number.digits <= 2 else { return nil }
    if !number.isASCII {
      return mark(0, "'\(number.text)' begins no list", hint)
    }
    guard next != " " else { return listUnderText }
    let isWord =
      MarkSigns.isLatin(next) && (line.at(number.length + 1).map(MarkSigns.isLatin) ?? false)
    let others = all.count {
      Numbering($0)?.next.map { $0 != " " && !MarkSigns.isDigit($0) } ?? false
    }
    guard MarkSigns.beginsItem(next) || (isWord && (MarkSigns.isUpper(next) || others > 1)) else {
      return nil
    }
    return mark(
      number.length, "a space is missing behind '\(number.text)', so this is no list", hint + escape
    )
  }

  /// Only a list that begins with 1 may follow a text without an empty line.
  private var listUnderText: StrayMark? {
    guard index > 0, let own = Numbering(line), own.isPlain, own.digits <= 2,
      Numbering(all[index - 1])?.isPlain != true, index + 1 < all.count,
      let next = Numbering(all[index + 1]), next.isPlain, next.value == own.value + 1
    else { return nil }
    return mark(
      0, "the list that begins with '\(own.text)' is part of the text above it",
      "put an empty line above it")
  }

  /// `• 항목`; `①`, `(1)`, `一、`, `가.`, `○` where several lines begin so.
  private var repeated: StrayMark? {
    guard let kind = ListSign(line) else { return nil }
    guard index == 0 || ListSign(all[index - 1])?.kind != kind.kind else { return nil }
    // The paragraph above has been reported.
    if index == 0, let previous = place.previous(), ListSign(previous)?.kind == kind.kind {
      return nil
    }
    let follows = index + 1 < all.count && ListSign(all[index + 1])?.kind == kind.kind
    let isFollowed =
      follows
      || (index == 0 && all.count == 1
        && place.next().map { ListSign($0)?.kind == kind.kind } ?? false)
    guard kind.isCertain || isFollowed else { return nil }
    return mark(
      0, "'\(kind.text)' begins no list: its lines run together",
      kind.isNumber ? "write '1. ', '2. ' and so on" : "write '- '")
  }

  // MARK: Quotes, containers, fences

  private var quote: StrayMark? {
    guard let sign = line.first, sign == "＞" || sign == "》" else { return nil }
    let after = line.dropFirst().drop(while: MarkSigns.isSpace).first
    guard let after, !MarkSigns.isDigit(after), after != "=" else { return nil }
    return mark(0, "'\(sign)' begins no quote", "write '> '")
  }

  /// `:::note`, `!!! note` and what other tools call boxes.
  private var container: StrayMark? {
    let hint = "write '> [!NOTE]' and the text behind '> '; see Callouts in the authors' guide"
    if let sign = line.first, sign == ":" || sign == "：", line.run(of: sign) >= 3 {
      let name = line.dropFirst(line.run(of: sign)).trimmed
      return name.isEmpty ? nil : mark(0, "'\(line.prefix(3).text)' opens no box", hint)
    }
    if let sign = line.first, "!！?？/".unicodeScalars.contains(sign), line.run(of: sign) == 3 {
      // `???+ note` is one that begins open.
      let name = line.dropFirst(3).drop { $0 == "+" }.trimmed.prefix { MarkSigns.isLatin($0) }
      guard name.count >= 3, name.allSatisfy({ !MarkSigns.isUpper($0) }) else { return nil }
      return mark(0, "'\(line.prefix(3).text)' opens no box", hint)
    }
    if line.begins(with: ".. "), line.text.contains("::") {
      return mark(0, "'..' opens no box", hint)
    }
    if let foreign { return foreign }
    if line.begins(with: "=== \"") { return mark(0, "'===' makes no tab", "write '{tabs}'") }
    guard line.first == "[" || line.first == "{", line.count < 12 else { return nil }
    if ["[toc]", "[[toc]]", "{:toc}", "{{toc}}"].contains(line.trimmed.text.lowercased()) {
      return mark(0, "no table of contents comes here", "remove it: the page has one of its own")
    }
    return nil
  }

  /// What is code or a formula to other tools, and text here: `import X from '…'`, `$$`.
  private var foreign: StrayMark? {
    if line.begins(with: "$$") {
      return mark(0, "'$$' sets no formula", "write it in words, as code, or as an SVG picture")
    }
    guard line.begins(with: "import ") || line.begins(with: "export ") else { return nil }
    let text = line.text
    let words = text.split(separator: " ").prefix(3)
    let isImport =
      words.first == "import"
      && (text.contains(" from '") || text.contains(" from \"")
        || words.count == 2 && (words[1].first == "'" || words[1].first == "\""))
    let isExport =
      words.first == "export" && words.count > 1
      && ["const", "let", "var", "default", "function", "class"].contains(String(words[1]))
    guard isImport || isExport else { return nil }
    return mark(
      0, "'\(words[0])' brings nothing in: this line is text",
      "remove it; a shared passage is '{include: name}', tabs are '{tabs}', or show it as code")
  }

  /// `'''`, `｀｀｀`, and what Korean and Chinese keyboards type for backticks.
  private var fence: StrayMark? {
    guard let sign = line.first, "'’‘\"”“｀´₩￦·".unicodeScalars.contains(sign) else { return nil }
    let count = line.run(of: sign)
    let rest = line.dropFirst(count).trimmed
    guard sign == "·" ? count == 3 && !rest.isEmpty : count >= 3,
      rest.allSatisfy({ MarkSigns.isLatin($0) })
    else {
      return nil
    }
    return mark(0, "'\(line.prefix(3).text)' fences no code", "write '```'")
  }

  // MARK: Markers and callouts

  /// `{steps`, `{ Steps }`, `｛steps｝`, `{include：name}`, `{{< note >}}`
  private var brace: StrayMark? {
    guard let first = line.first, let close = MarkSigns.closing(first) else { return nil }
    if line.begins(with: "{%") || (line.begins(with: "{{") && line.at(2) != "{") {
      return mark(
        0, "'\(line.prefix(2).text)' fills nothing in",
        "write what it stands for; markers such as '{steps}' have one brace")
    }
    if line.begins(with: "{:") || line.begins(with: "{.") || line.begins(with: "{#") {
      guard line.trimmed.last == "}", all.count == 1 else { return nil }
      return mark(
        0, "'\(line.trimmed.text)' changes nothing",
        "remove it; '{#id}' stands at the end of a heading")
    }
    let inner = line.dropFirst().drop(while: MarkSigns.isSpace)
    let name = inner.prefix { MarkSigns.isLatin($0) || (0xFF21...0xFF5A).contains($0.value) }
    let folded = name.text.compatibilityFolded
    guard Marker.names.contains(folded) else { return nil }
    let rest = inner.dropFirst(name.count).drop(while: MarkSigns.isSpace)
    let takesText = folded == "include" || folded == "caption"
    // `(steps)` in a sentence is a word; `{steps}` is not.
    let isBrace = first == "{" || first == "｛"
    let end = rest.firstIndex { $0 == close || $0 == "}" || $0 == "｝" }
    guard isBrace || end.map({ line[($0 + 1)...].trimmed.isEmpty }) ?? false,
      isBrace || all.count == 1
    else { return nil }
    return mark(
      0, "'\(line.prefix(24).text)' is no marker as it stands",
      "write '{\(folded)\(takesText ? ": …" : "")}' alone in its paragraph, in lower case and with "
        + "braces of ASCII")
  }

  /// `[!NOTE]` outside a quote, `［!NOTE］`, `[！NOTE]`, `[!주의]`.
  private var callout: StrayMark? {
    guard index == 0, let first = line.first, "[［【".unicodeScalars.contains(first) else {
      return nil
    }
    let inner = line.dropFirst().drop(while: MarkSigns.isSpace)
    if place.beginsQuote, line.begins(with: "[!"),
      !line.contains(where: { "]］】".unicodeScalars.contains($0) }),
      line.dropFirst(2).prefix(while: MarkSigns.isLatin).count > 2
    {
      return mark(0, "'[!' is never closed, so it begins no callout", "write '> [!NOTE] …'")
    }
    guard inner.first == "!" || inner.first == "！",
      let close = inner.firstIndex(where: { "]］】".unicodeScalars.contains($0) })
    else { return nil }
    let name = inner[(inner.startIndex + 1)..<close]
    let isWell =
      first == "[" && inner.startIndex == line.startIndex + 1 && inner.first == "!"
      && line[close] == "]" && !name.isEmpty && name.allSatisfy(MarkSigns.isLatin)
    let hint = "write '> [!NOTE] …', or TIP, IMPORTANT, WARNING, CAUTION, SCAM"
    if !isWell, place.beginsQuote || !name.isEmpty {
      guard line.at(close - line.startIndex + 1) != "(" else { return nil }
      return mark(0, "'\(line[...close].text)' begins no callout", hint)
    }
    guard isWell, !place.beginsQuote else { return nil }
    return mark(0, "'\(line[...close].text)' stands in no quote, so it begins no callout", hint)
  }

  private var task: StrayMark? {
    guard index == 0, place.beginsItem, let first = line.first,
      "[［☐☑".unicodeScalars.contains(first)
    else { return nil }
    for box in ["[ ] ", "[x] ", "[X] ", "[] ", "［ ］", "［　］", "☐", "☑"] where line.begins(with: box)
    {
      return mark(
        0, "'\(box.trimmingCharactersOfSpace)' is no box to tick: a page cannot remember it",
        "remove it, or write '{steps}' above a numbered list")
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingCharactersOfSpace: String { last == " " ? String(dropLast()) : self }

  /// Letters of full width as those of ASCII, in lower case.
  fileprivate var compatibilityFolded: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map {
          (0xFF01...0xFF5E).contains($0.value) ? Unicode.Scalar($0.value - 0xFEE0)! : $0
        })
    ).lowercased()
  }
}
