/// Edit distance with swaps of neighbours (optimal string alignment), for many words one after another.
struct EditDistance {
  private var rows = [[Int32]](repeating: [], count: 3)

  /// The distance, or `most` + 1 when it is above that.
  mutating func between(_ a: Units, _ b: ArraySlice<UInt16>, atMost most: Int) -> Int {
    if abs(a.count - b.count) > most { return most + 1 }
    // Words of a site seldom begin alike: nothing is compared where most have no chance.
    let width = b.count + 1
    if rows[0].count < width {
      rows = [[Int32]](repeating: [Int32](repeating: 0, count: width), count: 3)
    }
    for column in 0..<width { rows[0][column] = Int32(column) }
    var current = 0
    for line in a.indices {
      let above = current
      let before = (current + 2) % 3
      current = (current + 1) % 3
      if fill(current, above, before, a, line, b) > most { return most + 1 }
    }
    return min(Int(rows[current][width - 1]), most + 1)
  }

  /// Fills a row; the answer is its least distance.
  private mutating func fill(
    _ current: Int, _ above: Int, _ before: Int, _ a: Units, _ line: Int, _ b: ArraySlice<UInt16>
  ) -> Int {
    var low = Int32(line + 1)
    rows[current][0] = low
    let start = b.startIndex
    for column in 1..<(b.count + 1) {
      let other = b[start + column - 1]
      var value = min(
        rows[above][column] + 1, rows[current][column - 1] + 1,
        rows[above][column - 1] + (a[line] == other ? 0 : 1))
      if line > 0, column > 1, a[line] == b[start + column - 2], a[line - 1] == other {
        value = min(value, rows[before][column - 2] + 1)
      }
      rows[current][column] = value
      low = min(low, value)
    }
    return Int(low)
  }
}
