import CCmark

extension MarkdownExtension {
  /// GFM's pipe tables. To libcmark a table is a paragraph, the last lines of one, a heading (where
  /// `---` stands under it), or (where the delimiter row begins with `- `) a paragraph with a list
  /// under it.
  static let tables = MarkdownExtension(name: "tables") { tree, pass in
    let tables = pass.tables(in: tree)
    // One parse for all tables of a file: it may have to read the file's link definitions.
    var files: [OriginFile] = []
    for table in tables where !files.contains(where: { $0 === table.file }) {
      files.append(table.file)
    }
    for file in files {
      let slots = tables.filter { $0.file === file }.flatMap { $0.slots }
      InlineParser.parse(slots.map { $0.piece }, of: file, into: &pass) { index, paragraph, _ in
        if let holder = slots[index].holder {
          holder.origin = paragraph.origin
          holder.appendChildren(of: paragraph)
        } else {
          paragraph.insert(before: slots[index].table)
        }
      }
    }
    var labels: [String: Int] = [:]
    for table in tables { table.finish(pass.environment, labels: &labels) }
    if !tables.isEmpty { pass.forgetBlocks() }
  }
}

extension RewritePass {
  /// Finds all tables before any is written: a node that one of them takes away may not be looked at
  /// for another.
  fileprivate mutating func tables(in tree: borrowing MarkdownTree) -> [TableWriter] {
    var found: [TableWriter] = []
    var taken: Set<OpaquePointer> = []
    for node in blocks(in: tree).texts {
      let file = file(of: node)
      guard node.mayHoldTable(in: file), !taken.contains(node.pointer) else { continue }
      var rows = rows(of: node)
      var hasRule = false
      if node.type == CMARK_NODE_HEADING, let underline = rows.last?.text {
        // To GFM, which reads row by row, the line under a table is a rule or one more row.
        hasRule = underline.count >= 3 && underline.first == UInt8(ascii: "-")
        if hasRule { rows.removeLast() }
      }
      if let table = TableSyntax(rows) {
        found.append(TableWriter(table, rows, file: file, node: node, hasRule: hasRule))
      } else if node.type == CMARK_NODE_PARAGRAPH,
        let (table, list) = tableReadAsList(after: node, rows: rows, file: file)
      {
        found.append(TableWriter(table, rows, file: file, node: node, list: list))
        if let text = list.firstChild?.firstChild { taken.insert(text.pointer) }
      } else {
        continue
      }
      found[found.count - 1].takeCaptionAbove(pass: self)
      reportRows(of: found[found.count - 1].source, file)
    }
    return found
  }

  private mutating func reportRows(of table: TableSyntax, _ file: OriginFile) {
    for row in table.longRows {
      report(
        StrayMark(
          offset: 0,
          message: "the row has more cells than the table has columns; the last are not shown",
          hint: "write '\\|' for a bar within a cell, or add a column"),
        .lostText, at: file.writtenLocation(line: row.line, byteColumn: row.byteColumn))
    }
    for row in table.bareRows {
      report(
        StrayMark(
          offset: 0, message: "this line is one more row of the table above it",
          hint: "put an empty line above it, or '|' around its cells"),
        .accidentalBlock, at: file.writtenLocation(line: row.line, byteColumn: row.byteColumn))
    }
  }

  /// The trap `a | b` over `- | -`: the delimiter row begins a list, and the rows after it are the
  /// lazy lines of its first item.
  private func tableReadAsList(
    after node: MarkdownNode, rows: [InlinePiece.Row], file: OriginFile
  ) -> (table: TableSyntax, list: MarkdownNode)? {
    guard let list = node.next, list.type == CMARK_NODE_LIST, list.line == node.endLine + 1,
      let paragraph = list.firstChild?.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH,
      paragraph.line == list.line, let header = rows.last
    else { return nil }
    var below = self.rows(of: paragraph)
    guard !below.isEmpty else { return nil }
    // The item's text begins after its `- `, which belongs to the delimiter row.
    let line = file.line(list.line)
    let start = line.startIndex + list.byteColumn - 1
    guard start < line.endIndex, line[start] == UInt8(ascii: "-") else { return nil }
    below[0].text = line[start...]
    below[0].byteColumn = list.byteColumn
    guard let table = TableSyntax([header] + below), table.headerIndex == 0 else { return nil }
    return (table, list)
  }
}

extension MarkdownNode {
  /// A cheap look before rows are cut out: a header or its delimiter row has a pipe.
  fileprivate func mayHoldTable(in file: OriginFile) -> Bool {
    guard line > 0, endLine >= line else { return false }
    return file.hasPipe(inLines: line...endLine)
  }
}
