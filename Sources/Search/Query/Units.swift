/// Texts of a query are UTF-16 units: the browser compares these, and a Swift `String` would compare characters.
typealias Units = [UInt16]

extension Units {
  /// - Parameter text: Words of the rules, written in the code.
  init(_ text: String) { self = Array(text.utf16) }

  /// What JavaScript's `trim` takes off a text.
  var trimmed: ArraySlice<UInt16> {
    guard let first = firstIndex(where: { !$0.isSpace }),
      let last = lastIndex(where: { !$0.isSpace })
    else { return [] }
    return self[first...last]
  }
}

extension Collection<UInt16> {
  /// Decimal digits, one at least, and nothing else.
  var areDigits: Bool { !isEmpty && allSatisfy { $0.isDigit } }

  /// Whether all of a text stands at an index.
  func holds(_ text: some Collection<UInt16>, at index: Index) -> Bool {
    self[index...].starts(with: text)
  }

  /// Whether it comes before another text, unit by unit.
  func isBefore(_ other: some Collection<UInt16>) -> Bool { lexicographicallyPrecedes(other) }
}

extension RandomAccessCollection<UInt16> where Index == Int {
  /// Where a text that is not empty stands for the first time.
  func firstPlace(of text: Units) -> Int? {
    guard let first = text.first, text.count <= count else { return nil }
    var at = startIndex
    while at + text.count <= endIndex {
      if self[at] == first, holds(text, at: at) { return at }
      at += 1
    }
    return nil
  }
}

extension UInt16 {
  var isDigit: Bool { 0x30...0x39 ~= self }
  var isSmallLetter: Bool { 0x61...0x7A ~= self }
  var isCapitalLetter: Bool { 0x41...0x5A ~= self }

  /// White space and ends of lines, as JavaScript has them.
  fileprivate var isSpace: Bool {
    switch self {
    case 9...13, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }
}

/// Some of all 65,536 units.
struct UnitSet: Sendable {
  private var words = [UInt64](repeating: 0, count: 1024)

  init(_ units: some Sequence<UInt16> = []) { for unit in units { insert(unit) } }

  mutating func insert(_ unit: UInt16) { words[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }

  func contains(_ unit: UInt16) -> Bool { words[Int(unit >> 6)] >> UInt64(unit & 63) & 1 == 1 }
}
