/// The rows of a GFM table as written (GitHub Flavored Markdown 0.29, "Tables (extension)").
struct TableSyntax {
  enum Alignment: String { case left, center, right }

  /// Cells of a row, each a row of its own: a line and a column. Short rows have fewer than the
  /// table has columns.
  typealias Cells = [InlinePiece.Row]

  let alignments: [Alignment?]
  /// The index of the header among the rows.
  let headerIndex: Int
  let header: Cells
  let body: [Cells]
  /// Rows with more cells than the table has columns: what is too much is not shown.
  let longRows: [InlinePiece.Row]
  /// Lines without a pipe, which are rows all the same.
  let bareRows: [InlinePiece.Row]

  /// Reads a table from the rows of a paragraph. The header is the first row with a delimiter row
  /// that fits it below; all rows after that are the body.
  init?(_ rows: [InlinePiece.Row]) {
    for index in rows.indices.dropFirst() {
      guard let alignments = Self.alignments(rows[index].text) else { continue }
      let hasPipe = rows[(index - 1)...index].contains { $0.text.contains(UInt8(ascii: "|")) }
      guard hasPipe, Self.split(rows[index - 1].text).count == alignments.count else { continue }
      self.alignments = alignments
      headerIndex = index - 1
      header = Self.cells(rows[index - 1])
      // The excess of long rows is dropped (GFM example 204).
      var long: [InlinePiece.Row] = []
      var bare: [InlinePiece.Row] = []
      body = rows[(index + 1)...].map { row in
        let cells = Self.cells(row)
        if cells.count > alignments.count { long.append(row) }
        if cells.count == 1, alignments.count > 1, !row.text.contains(UInt8(ascii: "|")) {
          bare.append(row)
        }
        return Array(cells.prefix(alignments.count))
      }
      (longRows, bareRows) = (long, bare)
      return
    }
    return nil
  }

  /// `| :-- | :-: | --: |`; `nil` for anything else.
  static func alignments(_ text: ArraySlice<UInt8>) -> [Alignment?]? {
    guard text.contains(UInt8(ascii: "-")),
      text.allSatisfy({ [0x20, 0x09, 0x2D, 0x3A, 0x7C].contains($0) })
    else { return nil }
    var found: [Alignment?] = []
    for cell in split(text) {
      let marks = cell.trimmingSpaces()
      let inner = marks.drop { $0 == 0x3A }
      let dashes = inner.prefix { $0 == 0x2D }
      let tail = inner.dropFirst(dashes.count)
      guard !dashes.isEmpty, marks.count - inner.count <= 1, tail.count <= 1,
        tail.allSatisfy({ $0 == 0x3A })
      else { return nil }
      switch (marks.count > inner.count, !tail.isEmpty) {
      case (true, true): found.append(.center)
      case (true, false): found.append(.left)
      case (false, true): found.append(.right)
      case (false, false): found.append(nil)
      }
    }
    return found.isEmpty ? nil : found
  }

  private static func cells(_ row: InlinePiece.Row) -> Cells {
    split(row.text).map { slice in
      let text = slice.trimmingSpaces()
      return unescapingPipes(
        InlinePiece.Row(
          text: text, line: row.line,
          byteColumn: row.byteColumn + text.startIndex - row.text.startIndex))
    }
  }

  /// The stretches between pipes that no backslash escapes, without those outside the outer ones.
  private static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var rest = text.trimmingSpaces()
    if rest.first == UInt8(ascii: "|") { rest = rest.dropFirst() }
    var cells: [ArraySlice<UInt8>] = []
    var start = rest.startIndex
    var place = start
    while let pipe = rest[place...].firstIndex(of: UInt8(ascii: "|")) {
      place = pipe + 1
      // Backslashes are counted back from the pipe, as most rows have none.
      if rest[..<pipe].reversed().prefix(while: { $0 == UInt8(ascii: "\\") }).count % 2 == 1 {
        continue
      }
      cells.append(rest[start..<pipe])
      start = place
    }
    let last = rest[start...]
    if !last.trimmingSpaces().isEmpty || cells.isEmpty { cells.append(last) }
    return cells
  }

  /// `\|` is a pipe before anything else looks at the cell, code included (GFM example 200).
  private static func unescapingPipes(_ cell: InlinePiece.Row) -> InlinePiece.Row {
    // All pipes within a cell are escaped; most cells have none.
    guard cell.text.contains(UInt8(ascii: "|")) else { return cell }
    var out: [UInt8] = []
    var backslashes: [Int] = []
    for byte in cell.text {
      if byte == UInt8(ascii: "|"), out.last == UInt8(ascii: "\\") {
        out.removeLast()
        backslashes.append(out.count)
      }
      out.append(byte)
    }
    var cell = cell
    cell.text = out[...]
    cell.backslashes = backslashes
    return cell
  }
}
