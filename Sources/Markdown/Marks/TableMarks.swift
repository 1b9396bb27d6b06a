/// A paragraph that its author took for a table.
struct TableMarks {
  private let lines: [MarkLine]

  init(_ lines: [MarkLine]) { self.lines = lines }

  /// The line, the place in it, and what is wrong.
  func found() -> (offset: Int, line: Int, mark: StrayMark)? {
    guard let first = lines.first?.first else { return nil }
    if MarkSigns.bars.contains(first), let mark = otherBars(first) { return (0, 0, mark) }
    if first == "+", lines[0].last == "+", lines[0].at(1) == "-" || lines[0].at(1) == "=" {
      return (0, 0, mark("'+--' draws no table", "write the table with '|' and a line of hyphens"))
    }
    if lines.count > 1, let index = lines[0].firstIndex(of: "｜"),
      lines.dropFirst().allSatisfy({ $0.contains("｜") })
    {
      return (
        index - lines[0].startIndex, 0, mark("'｜' is no '|', so this is no table", "write '|'")
      )
    }
    guard let pipe = lines[0].firstIndex(of: "|") else { return nil }
    if lines.count == 1 {
      let text = lines[0].trimmed
      let pipes = text.count { $0 == "|" }
      guard first == "|", text.last == "|", pipes > 1, text.at(1) != "|" else { return nil }
      return (0, 0, mark("a row of a table stands alone", Self.hint))
    }
    return rows(firstPipe: pipe - lines[0].startIndex)
  }

  private static let hint =
    "write a row of headings, '|---|---|' below it, then the rows, with no empty line between"

  private func mark(_ message: String, _ hint: String) -> StrayMark {
    StrayMark(offset: 0, message: message, hint: hint)
  }

  private func otherBars(_ bar: Unicode.Scalar) -> StrayMark? {
    let isRow = { (line: MarkLine) in line.first == bar && line.count { $0 == bar } > 1 }
    guard isRow(lines[0]), lines.count == 1 || lines.dropFirst().contains(where: isRow) else {
      return nil
    }
    guard bar != "ㅣ" || lines[0].at(1).map(MarkSigns.isSpace) == true else { return nil }
    return mark("'\(bar)' is no '|', so this is no table", "write '|'")
  }

  /// Two lines or more, the first of them with a pipe.
  private func rows(firstPipe: Int) -> (offset: Int, line: Int, mark: StrayMark)? {
    let isClosed = lines.allSatisfy { $0.first == "|" }
    let counts = lines.map { line in
      isClosed ? line.count { $0 == "|" } : Self.spacedPipes(line)
    }
    if isClosed || lines.count > 1, Self.isRule(lines[1]), counts[0] > 0 {
      let typed = lines[1].allSatisfy { " \t|:-".unicodeScalars.contains($0) }
      return (
        0, 1,
        mark(
          typed
            ? "the line of hyphens has not as many cells as the line above it, so this is no table"
            : "the line below the headings is not one of hyphens, so this is no table", Self.hint)
      )
    }
    guard isClosed || (counts[0] > 0 && counts.allSatisfy { $0 == counts[0] }) else { return nil }
    return (
      firstPipe, 0,
      mark("these rows have no line of hyphens below the first, so they are no table", Self.hint)
    )
  }

  private static func spacedPipes(_ line: MarkLine) -> Int {
    line.indices.count { index in
      line[index] == "|" && index > line.startIndex && index + 1 < line.endIndex
        && line[index - 1] == " " && line[index + 1] == " "
    }
  }

  private static func isRule(_ line: MarkLine) -> Bool {
    line.contains { $0 == "-" || MarkSigns.isOtherDash($0) || $0 == "=" || $0 == "_" }
      && line.contains("|")
      && line.allSatisfy { " \t|:-=_：".unicodeScalars.contains($0) || MarkSigns.isOtherDash($0) }
  }
}
