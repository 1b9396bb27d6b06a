import CCmark
import Diagnostics

extension RewritePass {
  /// Headings, lists, quotes and code that nobody asked for, and lines that vanish.
  mutating func checkAccidents(_ blocks: BlockIndex) {
    for heading in blocks.headings { checkUnderline(of: heading) }
    for code in blocks.codeBlocks { checkCode(code) }
    for quote in blocks.quotes { checkQuote(quote) }
    var dates: Set<OpaquePointer> = []
    for list in blocks.lists { checkList(list, dates: &dates) }
    for node in (knownInlines?.emphasis ?? []).prefix(256) { checkEmphasis(node) }
    checkDefinitions(blocks)
  }

  private mutating func accident(_ message: String, hint: String, at place: SourceLocation) {
    report(StrayMark(offset: 0, message: message, hint: hint), .accidentalBlock, at: place)
  }

  /// A text over `---`.
  private mutating func checkUnderline(of heading: MarkdownNode) {
    guard case .file(let file) = origin(of: heading), heading.endLine > heading.line else { return }
    let rows = rows(of: heading)
    guard rows.count > 1, let last = rows.last, rows[0].text.first != UInt8(ascii: "#") else {
      return
    }
    let sign = last.text.first == UInt8(ascii: "=") ? "=" : "-"
    guard last.text.trimmingSpaces().allSatisfy({ $0 == sign.utf8.first }) else { return }
    accident(
      "the line of '\(sign)' makes a heading of the text above it",
      hint:
        "put an empty line above it for a line across the page, or write '## ' before the heading",
      at: file.writtenLocation(line: last.line, byteColumn: last.byteColumn))
  }

  /// A fence that nothing closes, and text that is indented into code.
  private mutating func checkCode(_ code: MarkdownNode) {
    guard case .file(let file) = origin(of: code), code.line > 0 else { return }
    let line = file.line(code.line)
    let start = line.dropFirst(code.byteColumn - 1).trimmingSpaces()
    if let sign = start.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"),
      start.prefix(while: { $0 == sign }).count >= 3
    {
      let length = start.prefix { $0 == sign }.count
      var last = file.line(max(code.endLine, code.line)).trimmingSpaces()
      while last.first == UInt8(ascii: ">") { last = last.dropFirst().trimmingSpaces() }
      let closes = last.allSatisfy { $0 == sign } && last.count >= length
      guard !closes || code.endLine <= code.line else { return }
      accident(
        "the code that begins here is never closed and takes in all that follows",
        hint:
          "write '\(String(repeating: sign == UInt8(ascii: "`") ? "`" : "~", count: length))' below it",
        at: location(of: code))
      return
    }
    guard IndentedText.isText(code.literal) else { return }
    accident(
      "four spaces or a tab make code of this text",
      hint: "begin it at the margin or at its item's text; put code between '```'",
      at: location(of: code))
  }

  /// `> 100 USDT`: more than, not a quote.
  private mutating func checkQuote(_ quote: MarkdownNode) {
    guard case .file(let file) = origin(of: quote), quote.line == quote.endLine else { return }
    // Its beginning is enough: quotes within quotes each have the rest of the line.
    let line = file.line(quote.line).dropFirst(quote.byteColumn - 1).prefix(256)
    let text = Array(String(decoding: line, as: UTF8.self).unicodeScalars)[...].dropFirst().trimmed
    guard Comparison.begins(text) else { return }
    accident(
      "'>' at the start of a line makes a quote of it", hint: "write '\\>', or say it in words",
      at: location(of: quote))
  }

  /// `2*3*4`, `_api_key_`
  private mutating func checkEmphasis(_ node: MarkdownNode) {
    guard let only = node.firstChild, only == node.lastChild, only.type == CMARK_NODE_TEXT else {
      return
    }
    let text = only.literal.unicodeScalars
    guard let first = text.first, text.count < 64 else { return }
    let mayBeName = text.contains("_") && !text.contains(where: MarkSigns.isSpace)
    guard mayBeName || MarkSigns.isASCIIDigit(first) else { return }
    let place = location(of: node)
    let line = file(of: node).line(place.line - file(of: node).linesAbove)
    let before = String(decoding: line, as: UTF8.self).unicodeScalars.dropFirst(
      max(0, place.column - 2)
    )
    .prefix(place.column > 1 ? 2 : 1)
    if mayBeName, before.last == "_" {
      accident(
        "'_' at both ends makes emphasis of a name", hint: "write it as code: '`_…_`'", at: place)
    }
    if before.count == 2, before.last == "*", let digit = before.first,
      MarkSigns.isASCIIDigit(digit), MarkSigns.isASCIIDigit(first)
    {
      accident(
        "two '*' make emphasis of what stands between them", hint: "write '×', or '\\*'", at: place)
    }
  }
}

// MARK: Lists

extension RewritePass {
  /// - Parameter dates: lists that are parts of a date that has been reported.
  fileprivate mutating func checkList(_ list: MarkdownNode, dates: inout Set<OpaquePointer>) {
    guard case .file(let file) = origin(of: list), list.line > 0, let item = list.firstChild else {
      return
    }
    if cmark_node_get_list_type(list.pointer) == CMARK_BULLET_LIST {
      return checkBullets(list, item, file)
    }
    let start = Int(cmark_node_get_list_start(list.pointer))
    let inner = item.firstChild
    let isDate = inner?.type == CMARK_NODE_LIST && inner?.line == list.line
    if let inner, isDate || dates.contains(list.pointer) { dates.insert(inner.pointer) }
    guard !dates.contains(list.pointer) else { return }
    let sign = cmark_node_get_list_delim(list.pointer) == CMARK_PAREN_DELIM ? ")" : "."
    let hint = "write '\(start)\\\(sign)' if it is no list"
    let single = item.next == nil
    if isDate || start > 99 {
      accident(
        "'\(start)\(sign)' at the start of a line makes a list of it", hint: hint,
        at: location(of: list))
    } else if single, start != 1 || sign == ")", !list.goesOn(from: start) {
      accident(
        "'\(start)\(sign)' at the start of a line makes a list of one item", hint: hint,
        at: location(of: list))
    } else {
      checkNumbers(list, from: start, file)
    }
    checkNesting(list, file)
  }

  /// `1.`, `2.`, `4.`: readers see 3.
  private mutating func checkNumbers(_ list: MarkdownNode, from start: Int, _ file: OriginFile) {
    var expected = start
    var item = list.firstChild
    var isCounted = false
    while let node = item {
      let text = file.line(node.line).dropFirst(node.byteColumn - 1)
      let digits = text.prefix { (0x30...0x39).contains($0) }
      let typed = digits.prefix(9).reduce(0) { $0 * 10 + Int($1) - 0x30 }
      if typed != start { isCounted = true }
      // A list whose items are all `1.` lets Markdown count.
      if isCounted, typed != expected {
        accident(
          "the item typed as '\(typed)' is shown as \(expected)",
          hint: "write its number, or an indented text above it that does not end the list",
          at: location(of: node))
        return
      }
      expected += 1
      item = node.next
    }
  }

  /// `- 3 %`, `+ 82 10`
  private mutating func checkBullets(_ list: MarkdownNode, _ item: MarkdownNode, _ file: OriginFile)
  {
    checkNesting(list, file)
    guard item.next == nil, let paragraph = item.firstChild,
      paragraph.type == CMARK_NODE_PARAGRAPH, paragraph.line == list.line
    else { return }
    let line = file.line(list.line).dropFirst(list.byteColumn - 1)
    guard let sign = line.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else {
      return
    }
    let text = Array(String(decoding: line.dropFirst(), as: UTF8.self).unicodeScalars)[...].trimmed
    guard let first = text.first, MarkSigns.isASCIIDigit(first) else { return }
    let isInSentence =
      list.previous.map { $0.type == CMARK_NODE_PARAGRAPH && $0.endLine == list.line - 1 } ?? false
    guard sign == UInt8(ascii: "+") || isInSentence || Comparison.begins(text) else { return }
    let mark = Character(Unicode.Scalar(sign))
    accident(
      "'\(mark)' at the start of a line makes a list of it",
      hint: "write '\\\(mark)', or close the number up to it", at: location(of: list))
  }

  /// A list that was to stand in the item above it.
  private mutating func checkNesting(_ list: MarkdownNode, _ file: OriginFile) {
    guard let above = list.previous, above.type == CMARK_NODE_LIST, above.line > 0,
      list.byteColumn > above.byteColumn,
      cmark_node_get_list_type(above.pointer) != cmark_node_get_list_type(list.pointer)
    else { return }
    let line = file.line(above.lastChild?.line ?? above.line).dropFirst(above.byteColumn - 1)
    let sign = line.prefix { $0 != 0x20 }.count
    let spaces = line.dropFirst(sign).prefix { $0 == 0x20 }.count
    accident(
      "this list stands beside the one above it and not in its item",
      hint: "indent it by \(sign + spaces) spaces", at: location(of: list))
  }
}

extension MarkdownNode {
  /// Whether an ordered list above counts up to a number.
  fileprivate func goesOn(from start: Int) -> Bool {
    var above = previous
    while let node = above {
      if node.type == CMARK_NODE_LIST, cmark_node_get_list_type(node.pointer) == CMARK_ORDERED_LIST
      {
        var count = Int(cmark_node_get_list_start(node.pointer))
        node.forEachChild { _ in count += 1 }
        return count == start
      }
      above = node.previous
    }
    return false
  }
}

/// Whether code that nobody fenced is a text.
private enum IndentedText {
  static func isText(_ code: String) -> Bool {
    code.split(separator: "\n").contains { line in
      let scalars = Array(line.unicodeScalars)[...].trimmed
      if scalars.contains(where: MarkSigns.isCJK) { return true }
      if ["- ", "* ", "1. ", "> ", "## ", "![", "**", "| "].contains(where: scalars.begins) {
        return true
      }
      let words = scalars.text.split(separator: " ")
      let plain = words.filter {
        $0.unicodeScalars.allSatisfy {
          MarkSigns.isLatin($0) || ".,;:'’!?".unicodeScalars.contains($0)
        }
      }
      return words.count >= 4 && plain.count == words.count
        && scalars.last.map { ".!?:".unicodeScalars.contains($0) } ?? false
    }
  }
}

/// A number with what is counted, as it stands behind a sign of arithmetic.
private enum Comparison {
  private static let units: Set<String> = [
    "%", "％", "°", "℃", "원", "만", "억", "元", "万", "倍", "배", "usd", "usdt", "btc", "eth", "krw",
    "cny",
    "xrp", "trx", "분", "시간", "分钟", "小时", "분간", "개", "個", "个", "points", "bp", "mb", "kb", "gb",
  ]

  static func begins(_ text: MarkLine) -> Bool {
    var rest = text
    if rest.first == "=" { rest = rest.dropFirst().trimmed }
    if let first = rest.first, "$₩¥€".unicodeScalars.contains(first) { rest = rest.dropFirst() }
    let number = rest.prefix { MarkSigns.isASCIIDigit($0) || $0 == "." || $0 == "," }
    guard let first = number.first, MarkSigns.isASCIIDigit(first) else { return false }
    rest = rest.dropFirst(number.count).trimmed
    if rest.isEmpty { return number.last != "." }
    let word = rest.text.lowercased()
    return units.contains { unit in
      guard word.hasPrefix(unit) else { return false }
      let next = rest.dropFirst(unit.unicodeScalars.count).first
      return !unit.unicodeScalars.allSatisfy(MarkSigns.isLatin)
        || !(next.map(MarkSigns.isLatin) ?? false)
    }
  }
}

// MARK: Definitions

extension RewritePass {
  /// `[주의]: 확인하세요.` is the definition of a link: it vanishes.
  fileprivate mutating func checkDefinitions(_ blocks: BlockIndex) {
    for case .file(let file) in origins where file.mayDefineLinks {
      for found in file.definitions().prefix(16) {
        let isShown = (blocks.texts + blocks.codeBlocks).contains { block in
          guard case .file(let own) = origin(of: block), own === file else { return false }
          let hidden = block.type == CMARK_NODE_CODE_BLOCK ? 0 : definitionLines(above: block)
          return (block.line + hidden...max(block.endLine, block.line + hidden)).contains(
            found.line)
        }
        guard !isShown, !file.uses(found.label, apartFrom: found.line) else { continue }
        report(
          StrayMark(
            offset: 0,
            message:
              "this line is the definition of a link that nothing uses: readers do not see it",
            hint: found.label.first == UInt8(ascii: "!")
              ? "a callout has no colon: write '> [!NOTE] …'"
              : "write '[text](address)', or '\\[' if it is meant as text"),
          .lostText, at: file.writtenLocation(line: found.line, byteColumn: found.byteColumn))
      }
    }
  }
}

extension OriginFile {
  /// Lines that look like the definition of a link.
  fileprivate func definitions() -> [(line: Int, byteColumn: Int, label: [UInt8])] {
    (1...max(1, lineCount)).compactMap { number in
      let line = line(number)
      var start = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      let column = start.startIndex - line.startIndex + 1
      guard start.first == UInt8(ascii: "["), let close = start.firstIndex(of: UInt8(ascii: "]")),
        close + 1 < start.endIndex, start[close + 1] == UInt8(ascii: ":")
      else { return nil }
      start = start[..<close].dropFirst()
      return start.isEmpty ? nil : (number, column, Array(start))
    }
  }

  /// Whether the label stands in brackets elsewhere.
  fileprivate func uses(_ label: [UInt8], apartFrom line: Int) -> Bool {
    let own = self.line(line)
    let text = String(decoding: bytes[bodyOffset...], as: UTF8.self).lowercased()
    let name = "[" + String(decoding: label, as: UTF8.self).lowercased() + "]"
    let count = text.split(separator: name, omittingEmptySubsequences: false).count - 1
    let ownCount =
      String(decoding: own, as: UTF8.self).lowercased()
      .split(separator: name, omittingEmptySubsequences: false).count - 1
    return count > ownCount
  }
}
