import Diagnostics

/// Numbers for strings of UTF-16 units, in the order of their first coming. Looking one up allocates nothing.
struct TermTable: Sendable {
  private var pool: [UInt16] = []
  private var starts: [Int] = [0]
  /// Numbers by hash, linear probing; -1 is free.
  private var slots = [Int32](repeating: -1, count: 1024)

  var count: Int { starts.count - 1 }

  subscript(number: Int) -> ArraySlice<UInt16> { pool[starts[number]..<starts[number + 1]] }

  /// The number of a string, a new one if it comes for the first time.
  mutating func number(_ units: ArraySlice<UInt16>) -> Int {
    if count * 2 >= slots.count { grow() }
    var slot = Self.hash(units) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if matches(number, units) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(count)
    pool.append(contentsOf: units)
    starts.append(pool.count)
    return count - 1
  }

  private func matches(_ number: Int, _ units: ArraySlice<UInt16>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == units.count else { return false }
    var at = start
    for unit in units {
      if pool[at] != unit { return false }
      at += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<count {
      var slot = Self.hash(self[number]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a over the units.
  private static func hash(_ units: ArraySlice<UInt16>) -> Int {
    let value = fnv1a(units)
    return Int(truncatingIfNeeded: (value ^ (value >> 29)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
