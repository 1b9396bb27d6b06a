import CCmark
import Diagnostics

/// Markdown that is parsed on its own: a table's cell, the lines above a table.
struct InlinePiece {
  /// One line of the piece and where it begins in its file.
  struct Row {
    var text: ArraySlice<UInt8>
    /// Line of the Markdown, from 1.
    var line: Int
    /// From 1, in bytes.
    var byteColumn: Int
    /// Offsets in the text, each with a backslash before it in the file: the pipes of a cell.
    var backslashes: [Int] = []
  }

  let file: OriginFile
  var rows: [Row]
  /// Whether the rows are a paragraph of the article, to be read like one. A cell is not: it begins
  /// no block, whatever it looks like.
  var isParagraph = false
  fileprivate var parsed: ParsedPieces?
  /// The line of the parsed text that holds the first row.
  fileprivate var firstLine = 1

  init(file: OriginFile, rows: [Row], isParagraph: Bool = false) {
    self.file = file
    self.rows = rows
    self.isParagraph = isParagraph
  }

  /// Whether the text might begin a block. No block begins with a letter, so most cells need none.
  fileprivate var needsGuard: Bool {
    guard !isParagraph, let first = rows.first?.text.first else { return false }
    return first < 0x80 && !(0x61...0x7A).contains(first | 0x20)
  }

  fileprivate var isEmpty: Bool { rows.allSatisfy { $0.text.isEmpty } }

  /// Place of a node that was parsed from this piece.
  func location(line: Int, byteColumn: Int) -> SourceLocation {
    let index = min(max(line - firstLine, 0), rows.count - 1)
    let row = rows[index]
    let column = parsed?.column(line: firstLine + index, byteColumn: byteColumn) ?? byteColumn
    let guardLength = index == 0 && needsGuard ? InlineParser.lineGuard.count : 0
    let offset = max(0, column - 1 - guardLength)
    let backslashes = row.backslashes[...].countOfFirst { place, _ in place <= offset }
    return file.writtenLocation(
      line: row.line, byteColumn: row.byteColumn + offset + backslashes)
  }
}

/// The text that pieces were parsed from together.
private final class ParsedPieces {
  private let text: SignedText
  private let lineStarts: [Int]

  init(_ text: SignedText, lineStarts: [Int]) {
    self.text = text
    self.lineStarts = lineStarts
  }

  func column(line: Int, byteColumn: Int) -> Int {
    text.writtenColumn(byteColumn, lineStart: lineStarts[line - 1])
  }
}

/// Has libcmark parse inlines apart from their block.
struct InlineParser {
  /// Put before a cell's text, so that it cannot begin a block; libcmark counts it as white space,
  /// which is what emphasis sees at the start of a line anyway. Taken out again afterwards.
  fileprivate static let lineGuard: [UInt8] = [0xC2, 0xA0]

  private var text: [UInt8] = []
  private var lineStarts: [Int] = []

  /// Parses pieces of one file and hands them over, in order. The closure moves the inlines, or the
  /// paragraph with them, into the tree that they belong to; what it leaves is freed. Only the
  /// paragraph is told where it comes from, so its new holder has to be told too. Empty cells are
  /// left out, and so is a paragraph that held nothing but link definitions.
  static func parse(
    _ pieces: [InlinePiece], of file: OriginFile, into pass: inout RewritePass,
    _ use: (_ index: Int, _ paragraph: MarkdownNode, _ pass: inout RewritePass) -> Void
  ) {
    var pieces = pieces
    var parser = InlineParser()
    for index in pieces.indices where !pieces[index].isEmpty {
      pieces[index].firstLine = parser.lineStarts.count + 1
      parser.append(pieces[index])
    }
    // The definitions that links of a piece refer to may stand anywhere, in a list or a quote too.
    if parser.text.contains(UInt8(ascii: "[")), file.mayDefineLinks {
      parser.text += file.bytes[file.bodyOffset...]
    }
    let signed = SignedText(parser.text[...], pass.signs)
    let parsed = ParsedPieces(signed, lineStarts: parser.lineStarts)
    let tree = signed.parse()
    var block = tree.root.firstChild
    for index in pieces.indices where !pieces[index].isEmpty {
      // A block is told by the line that it begins on, because a paragraph may have vanished.
      guard let paragraph = block, paragraph.line == pieces[index].firstLine else { continue }
      block = paragraph.next
      pieces[index].parsed = parsed
      paragraph.origin = pass.add(.piece(pieces[index]))
      if pieces[index].needsGuard { removeGuard(from: paragraph) }
      use(index, paragraph, &pass)
    }
  }

  /// Whether libcmark would make one text of a cell, with every byte as it is. Most cells are that,
  /// and not to parse them saves a twentieth of an article's time.
  static func hasNoMarkup(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { byte in
      switch byte {
      case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "["),
        UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "`"):
        false
      default: true
      }
    }
  }

  private mutating func append(_ piece: InlinePiece) {
    for (index, row) in piece.rows.enumerated() {
      lineStarts.append(text.count)
      if index > 0 { text += Self.indent } else if piece.needsGuard { text += Self.lineGuard }
      // libcmark counts columns below the first line without the white space before them.
      if index > 0 { lineStarts[lineStarts.count - 1] = text.count }
      text += row.text
      text.append(0x0A)
    }
    lineStarts.append(text.count)
    text.append(0x0A)
  }

  private static func removeGuard(from paragraph: MarkdownNode) {
    guard let first = paragraph.firstChild, first.type == CMARK_NODE_TEXT,
      let literal = cmark_node_get_literal(first.pointer),
      UInt8(bitPattern: literal[0]) == lineGuard[0], UInt8(bitPattern: literal[1]) == lineGuard[1]
    else { return }
    if literal[2] == 0 { first.remove() } else { first.setLiteral(String(cString: literal + 2)) }
  }

  /// Put before the other rows of a paragraph: a line that is indented so far begins no block.
  private static let indent: [UInt8] = [0x20, 0x20, 0x20, 0x20]

  /// The rows of a paragraph as a text.
  static func text(of rows: some Sequence<InlinePiece.Row>) -> [UInt8] {
    Array(rows.map(\.text).joined(separator: [0x0A] + indent))
  }
}

extension RewritePass {
  /// The lines of a paragraph or heading as written, without the marks of the quotes and lists
  /// around it and without white space at either end.
  func rows(of block: MarkdownNode) -> [InlinePiece.Row] {
    if case .piece(let piece) = origin(of: block) { return piece.rows }
    guard block.line > 0, block.endLine >= block.line else { return [] }
    let file = file(of: block)
    let quotes = block.quotesAround
    var rows = (block.line...block.endLine).map { row($0, of: block, in: file, quotes: quotes) }
    // libcmark ends a heading with an underline one line too far, unless the text ends there.
    if block.type == CMARK_NODE_HEADING, rows.count > 2, rows[rows.count - 2].isUnderline {
      rows.removeLast()
    }
    return rows
  }

  /// The first of those lines.
  func firstRow(of block: MarkdownNode) -> InlinePiece.Row? {
    if case .piece(let piece) = origin(of: block) { return piece.rows.first }
    guard block.line > 0, block.endLine >= block.line else { return nil }
    return row(block.line, of: block, in: file(of: block))
  }

  /// One of those lines.
  func row(
    _ number: Int, of block: MarkdownNode, in file: OriginFile, quotes: Int? = nil
  ) -> InlinePiece.Row {
    let line = file.line(number)
    var start = line.startIndex
    if number == block.line {
      start = min(line.startIndex + block.byteColumn - 1, line.endIndex)
    } else {
      for _ in 0..<(quotes ?? block.quotesAround) {
        let mark = line[start...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex
        guard mark < line.endIndex, line[mark] == UInt8(ascii: ">") else { break }
        start = mark + 1
      }
    }
    start = line[start...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex
    var end = line.endIndex
    // Two spaces at the end of a line are a hard break; at the end of a piece they are nothing.
    if number == block.endLine {
      while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    }
    return InlinePiece.Row(
      text: line[start..<end], line: number, byteColumn: start - line.startIndex + 1)
  }
}

extension InlinePiece.Row {
  fileprivate var isUnderline: Bool {
    let marks = text.trimmingSpaces()
    return marks.allSatisfy { $0 == 0x2D } || marks.allSatisfy { $0 == 0x3D }
  }
}

extension MarkdownNode {
  fileprivate var quotesAround: Int {
    var quotes = 0
    var current = parent
    while let node = current {
      if node.type == CMARK_NODE_BLOCK_QUOTE { quotes += 1 }
      current = node.parent
    }
    return quotes
  }
}
