import CCmark
import Diagnostics

extension MarkdownExtension {
  /// What an author meant as Markdown and did not get, or got without meaning it. Nothing is changed:
  /// this reports, with the place and what to type.
  ///
  /// 1. `LineMarks` looks at how the lines of paragraphs begin, `TableMarks` at paragraphs that were
  ///    to be tables.
  /// 2. `InlineMarks` looks at the texts that still hold signs after libcmark has read them; which
  ///    these are was noted on the one walk through all inlines.
  /// 3. `AccidentalBlocks` looks at headings, lists, quotes and code that a line has made of itself.
  static let strayMarks = MarkdownExtension(name: "stray marks") { tree, pass in
    let blocks = pass.blocks(in: tree)
    let markers = Set(blocks.markers.map(\.node.pointer))
    for node in blocks.texts where !markers.contains(node.pointer) { pass.checkLines(of: node) }
    pass.checkTexts(pass.inlines(in: tree).suspects, except: markers)
    pass.checkAccidents(blocks)
  }
}

extension RewritePass {
  /// Nobody mends a hundred of them before looking again, and a text of nothing else must not take
  /// longer than its length.
  private static let markLimit = 100
  /// No paragraph of an article has as many lines, nor a line as many characters.
  private static let lineLimit = 256
  private static let columnLimit = 1024

  mutating func report(_ mark: StrayMark, _ rule: Diagnostic.Rule, at place: SourceLocation) {
    guard markCount < Self.markLimit else { return }
    markCount += 1
    diagnostics.append(Diagnostic(.warning, rule, at: place, mark.message, hint: mark.hint))
  }

  // MARK: Lines

  fileprivate mutating func checkLines(of block: MarkdownNode) {
    guard case .file(let file) = origin(of: block), block.line > 0, block.endLine >= block.line
    else { return }
    let isHeading = block.type == CMARK_NODE_HEADING
    if isHeading, file.line(block.line).last != UInt8(ascii: "#") { return }
    let mayBeTable = !isHeading && block.endLine > block.line && file.mayBeTable(block)
    if !mayBeTable, beginsCallout(block, in: file),
      block.endLine == block.line
        || !file.mayBeMarked(block.line + 1...block.endLine, byteColumn: 1)
    {
      return
    }
    guard
      mayBeTable || file.mayBeMarked(block.line...block.endLine, byteColumn: block.byteColumn)
    else { return }
    let rows = rows(of: block).prefix(Self.lineLimit)
    let lines = rows.map(Self.scalars)
    let place = place(of: block, isHeading: isHeading)
    for index in lines.indices where markCount < Self.markLimit {
      let row = rows[index]
      guard index == 0 && mayBeTable || row.text.withUnsafeBufferPointer(LineOpening.mayBeMarked)
      else { continue }
      if index == 0, !isHeading, let (offset, line, mark) = TableMarks(lines).found() {
        let place = file.writtenLocation(line: rows[line].line, byteColumn: rows[line].byteColumn)
        return report(mark, .strayMark, at: place.moved(by: offset))
      }
      let marks = LineMarks(line: lines[index], all: lines, index: index, place: place)
      if let mark = marks.found() {
        let place = file.writtenLocation(line: row.line, byteColumn: row.byteColumn)
        report(mark, .strayMark, at: place.moved(by: mark.offset))
      }
    }
  }

  /// `[!NOTE]`, where it belongs.
  private func beginsCallout(_ block: MarkdownNode, in file: OriginFile) -> Bool {
    guard block.previous == nil, block.parent?.type == CMARK_NODE_BLOCK_QUOTE else { return false }
    let text = file.line(block.line).dropFirst(block.byteColumn - 1)
    guard text.starts(with: "[!".utf8) else { return false }
    let name = text.dropFirst(2).prefix { (0x61...0x7A).contains($0 | 0x20) }
    return !name.isEmpty && text.dropFirst(2 + name.count).first == UInt8(ascii: "]")
  }

  private static func scalars(of row: InlinePiece.Row) -> MarkLine {
    Array(String(decoding: row.text.prefix(columnLimit * 4), as: UTF8.self).unicodeScalars)
      .prefix(columnLimit)
  }

  private func place(of block: MarkdownNode, isHeading: Bool) -> LineMarks.Place {
    func line(_ node: MarkdownNode?) -> MarkLine? {
      guard let node, node.type == CMARK_NODE_PARAGRAPH, let row = firstRow(of: node) else {
        return nil
      }
      return Self.scalars(of: row)
    }
    let isFirst = block.previous == nil
    return LineMarks.Place(
      beginsQuote: isFirst && block.parent?.type == CMARK_NODE_BLOCK_QUOTE,
      beginsItem: isFirst && block.parent?.type == CMARK_NODE_ITEM, isHeading: isHeading,
      isBelowList: block.previous?.type == CMARK_NODE_LIST, previous: { line(block.previous) },
      next: { line(block.next) })
  }

  // MARK: Texts

  fileprivate mutating func checkTexts(
    _ suspects: [MarkdownNode], except markers: Set<OpaquePointer>
  ) {
    var last: MarkdownNode?
    for node in suspects where markCount < Self.markLimit {
      guard let holder = node.textHolder, holder != last, !markers.contains(holder.pointer) else {
        continue
      }
      last = holder
      let marks = InlineMarks(holder, isHeading: holder.type == CMARK_NODE_HEADING)
      for mark in marks.found() {
        let (node, offset) = marks.origin(of: mark.offset)
        guard let place = written(offset, of: node),
          !diagnostics.contains(where: { $0.rule == .strayMark && $0.location == place })
        else { continue }
        report(mark, .strayMark, at: place)
      }
    }
  }

  /// Where a scalar of a text was written; `nil` for one that an author has escaped.
  ///
  /// libcmark makes one text of pieces that stood with backslashes and names such as `&amp;` between
  /// them, so text and file are walked through together.
  private func written(_ offset: Int, of node: MarkdownNode) -> SourceLocation? {
    let place = location(of: node)
    let file = file(of: node)
    let line = Array(
      String(decoding: file.line(place.line - file.linesAbove), as: UTF8.self).unicodeScalars)
    let text = Array(node.literal.unicodeScalars)
    var column = min(max(place.column - 1, 0), line.count)
    // libcmark has backticks that nothing closes begin behind themselves.
    let ticks = text[...].run(of: "`")
    if ticks > 0, column >= ticks, line[(column - ticks)..<column].allSatisfy({ $0 == "`" }) {
      column -= ticks
    }
    var isEscaped = false
    for scalar in text.prefix(offset + 1) {
      guard column < line.count else { break }
      let next = column + 1 < line.count ? line[column + 1] : " "
      if line[column] == "\\", next.isASCII, EmphasisRun.isPunctuation(next.value) {
        isEscaped = true
        column += 2
      } else if line[column] == "&", scalar != "&",
        let end = line[column...].prefix(40).firstIndex(of: ";")
      {
        isEscaped = true
        column = end + 1
      } else {
        isEscaped = false
        column += 1
      }
    }
    guard !isEscaped else { return nil }
    return SourceLocation(path: place.path, line: place.line, column: max(1, column))
  }
}

extension SourceLocation {
  func moved(by columns: Int) -> SourceLocation {
    SourceLocation(path: path, line: line, column: column + columns)
  }
}

extension OriginFile {
  /// Whether a line of a paragraph has a pipe, or the first of them one of full width.
  fileprivate func mayBeTable(_ block: MarkdownNode) -> Bool {
    hasPipe(inLines: block.line...block.endLine)
      || line(block.line).contains(0xEF, then: 0xBD)
  }
}

extension MarkdownNode {
  /// The paragraph, heading or cell that a text stands in.
  fileprivate var textHolder: MarkdownNode? {
    var holder = parent
    while let node = holder, node.type.isInline, node.type != CMARK_NODE_CUSTOM_INLINE {
      holder = node.parent
    }
    return holder
  }
}
