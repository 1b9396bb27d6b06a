/// Edit distance with swaps of neighbours (optimal string alignment), for many words one after another.
struct EditDistance {
  /// Three rows, one behind the other: that of a letter, and those of the two before it.
  private var cells: [Int32] = []

  /// The distance, or `Int.max` when it is above `most`.
  mutating func between(_ a: Units, _ b: ArraySlice<UInt16>, atMost most: Int) -> Int {
    if abs(a.count - b.count) > most { return .max }
    let width = b.count + 1
    if cells.count < 3 * width { cells = [Int32](repeating: 0, count: 3 * width) }
    return cells.withUnsafeMutableBufferPointer { cells in
      for column in 0..<width { cells[column] = Int32(column) }
      var row = 0
      for line in a.indices {
        row = (row + 1) % 3
        if Self.fill(cells, row, width, a, line, b) > most { return .max }
      }
      let distance = Int(cells[row * width + b.count])
      return distance > most ? .max : distance
    }
  }

  /// Fills a row from those before it; the answer is its least distance.
  private static func fill(
    _ cells: UnsafeMutableBufferPointer<Int32>, _ row: Int, _ width: Int, _ a: Units, _ line: Int,
    _ b: ArraySlice<UInt16>
  ) -> Int {
    let (own, above, before) = (row * width, (row + 2) % 3 * width, (row + 1) % 3 * width)
    var low = Int32(line + 1)
    cells[own] = low
    let start = b.startIndex - 1
    for column in 1..<width {
      let other = b[start + column]
      var value = min(
        cells[above + column] + 1, cells[own + column - 1] + 1,
        cells[above + column - 1] + (a[line] == other ? 0 : 1))
      if line > 0, column > 1, a[line] == b[start + column - 1], a[line - 1] == other {
        value = min(value, cells[before + column - 2] + 1)
      }
      cells[own + column] = value
      low = min(low, value)
    }
    return Int(low)
  }
}
