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
    return task ?? halfMarker ?? repeated
  }

  func mark(_ offset: Int, _ message: String, _ hint: String) -> StrayMark {
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

  // MARK: Quotes, containers, fences

  private var quote: StrayMark? {
    guard let sign = line.first, "＞》《".unicodeScalars.contains(sign) else { return nil }
    // 《书名》 is a title; a sign of its own is what an input method makes of '>' or '<'.
    if sign == "《" {
      guard line.at(1).map(MarkSigns.isSpace) == true, !line.contains("》") else { return nil }
    }
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
    guard let first = line.first, "[{@".unicodeScalars.contains(first), line.count < 12 else {
      return nil
    }
    if ["[toc]", "[[toc]]", "@[toc]", "{:toc}", "{{toc}}"].contains(line.trimmed.text.lowercased())
    {
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
}
