import Foundation

/// A line as the recogniser reads it: one unit for each character that can be seen, brought back from
/// its disguise. `units.js` of the theme does the same.
struct ContactUnits {
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Written as a capital.
    static let upper = Flags(rawValue: 1)
    /// Only looks like what it is read as, or has something unseen before it.
    static let odd = Flags(rawValue: 2)
    /// Within a span or block of code.
    static let code = Flags(rawValue: 4)
  }

  struct Unit {
    /// The character, lower case.
    var sign: UInt32
    var flags: Flags
    /// The bytes of the text that it stands for.
    var from: Int
    var to: Int
  }

  /// One array, not one for each property: readers hold copies of the line, and each array of a copy is
  /// counted when it is passed on.
  private(set) var units: [Unit] = []
  private var isUnseenBefore = false

  var count: Int { units.count }
  var indices: Range<Int> { units.indices }

  /// The character, lower case; 0 outside the line.
  subscript(_ index: Int) -> UInt32 {
    index >= 0 && index < units.count ? units[index].sign : 0
  }

  /// The bytes of the text that units stand for, which may not be empty.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    units[range.lowerBound].from..<units[range.upperBound - 1].to
  }

  func isUpper(_ index: Int) -> Bool { has(.upper, index) }
  func isOdd(_ index: Int) -> Bool { has(.odd, index) }
  func isCode(_ index: Int) -> Bool { has(.code, index) }

  private func has(_ flag: Flags, _ index: Int) -> Bool {
    index >= 0 && index < units.count && units[index].flags.contains(flag)
  }

  func string(_ from: Int, _ to: Int) -> String {
    var text = String.UnicodeScalarView()
    for index in max(0, from)..<max(0, from, min(to, count)) {
      text.append(Unicode.Scalar(units[index].sign) ?? " ")
    }
    return String(text)
  }

  /// Without its spaces, for a line that says so.
  func withoutSpaces() -> ContactUnits {
    var left = self
    left.units.removeAll { $0.sign == Sign.space }
    return left
  }

  func starts(with word: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for place in word.indices where units[index + place].sign != word[place] { return false }
    return true
  }

  /// Reads a range of bytes that is valid UTF-8.
  /// - Parameter isCode: Whether the line stands in a block of code.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isCode: Bool) {
    units.reserveCapacity(range.count)
    var inSpan = isCode
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte < 0x80 {
        if Markup.begins(with: byte), let run = Markup.run(bytes, at, range.upperBound) {
          if byte == 0x60, !isCode { inSpan.toggle() }
          if run.isShown { fold(UInt32(byte), at, run.end, inSpan ? .code : []) }
          at = run.end
          continue
        }
        if byte == 0x26, let entity = Markup.entity(bytes, at, range.upperBound) {
          fold(entity.scalar, at, entity.end, inSpan ? .code : [])
          at = entity.end
          continue
        }
        fold(UInt32(byte), at, at + 1, inSpan ? .code : [])
        at += 1
      } else {
        let (scalar, width) = Self.scalar(bytes, at, range.upperBound)
        fold(scalar, at, at + width, inSpan ? .code : [])
        at += width
      }
    }
  }

  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (scalar: UInt32, width: Int) {
    let first = UInt32(bytes[at])
    let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard at + width <= end else { return (0xFFFD, end - at) }
    var scalar =
      width == 1 ? first : width == 2 ? first & 0x1F : width == 3 ? first & 0xF : first & 7
    for place in 1..<max(width, 1) { scalar = scalar << 6 | UInt32(bytes[at + place] & 0x3F) }
    return (scalar, width)
  }

  private mutating func push(_ sign: UInt32, _ at: Int, _ to: Int, _ flag: Flags) {
    units.append(
      Unit(sign: sign, flags: isUnseenBefore ? flag.union(.odd) : flag, from: at, to: to))
    isUnseenBefore = false
  }

  private mutating func fold(_ c: UInt32, _ at: Int, _ to: Int, _ flag: Flags) {
    switch c {
    case 0x41...0x5A: push(c + 32, at, to, flag.union(.upper))
    case 0x5B, 0x7B: push(Sign.open, at, to, flag)
    case 0x5D, 0x7D: push(Sign.close, at, to, flag)
    case 0x5C: push(0x2F, at, to, flag)
    case 0x09: push(Sign.space, at, to, flag)
    case 0x0D: push(Sign.line, at, to, [])
    case 0x0A, 0x20..<0x80, 0xAC00...0xD7A3, 0x4E00...0x9FFF: push(c, at, to, flag)
    case 0..<0x20: break
    default: foldOther(c, at, to, flag)
    }
  }

  private mutating func foldOther(_ c: UInt32, _ at: Int, _ to: Int, _ flag: Flags) {
    if let sign = DisguisedSigns.signs[c] { return push(sign, at, to, flag) }
    guard let scalar = Unicode.Scalar(c) else { return }
    let properties = scalar.properties
    switch properties.generalCategory {
    case _ where c == 0x3164 || c == 0x115F || c == 0x1160 || c == 0xFFA0,
      .format, .control:
      // What stands behind is marked; a line's first is not: many files begin so.
      if count > 0 { isUnseenBefore = true }
      return
    case .nonspacingMark, .spacingMark, .enclosingMark: return
    case .lineSeparator, .paragraphSeparator: return push(Sign.line, at, to, flag)
    case .spaceSeparator: return push(Sign.space, at, to, flag)
    case _ where c == 0x2800: return push(Sign.space, at, to, flag)
    case .decimalNumber:
      let value = UInt32(properties.numericValue ?? 0)
      return push(0x30 + value, at, to, flag)
    default: break
    }
    if let digits = DisguisedSigns.circledDigits(c) {
      for digit in String(digits).utf8 { push(UInt32(digit), at, to, flag) }
      return
    }
    if Sign.isCJK(c) { return push(c, at, to, flag) }
    let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let twin = DisguisedSigns.confusables[lower.value] {
      return push(twin, at, to, flag.union(.odd))
    }
    foldDecomposed(scalar, lower.value, at, to, flag)
  }

  private mutating func foldDecomposed(
    _ scalar: Unicode.Scalar, _ lower: UInt32, _ at: Int, _ to: Int, _ flag: Flags
  ) {
    let text = String(scalar)
    let parts = text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter { part in
      switch part.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: false
      default: true
      }
    }
    guard !parts.isEmpty, !parts.elementsEqual(text.unicodeScalars) else {
      return push(lower, at, to, flag)
    }
    let isAccent = text.precomposedStringWithCompatibilityMapping.unicodeScalars
      .elementsEqual(text.unicodeScalars)
    for part in parts {
      let before = count
      fold(part.value, at, to, flag)
      if isAccent, count > before { units[before].flags.insert(.odd) }
    }
  }
}

/// Signs that mean something to the recogniser, and kinds of signs.
enum Sign {
  static let space: UInt32 = 0x20
  static let line: UInt32 = 0x0A
  static let dash: UInt32 = 0x2D
  static let dot: UInt32 = 0x2E
  static let middle: UInt32 = 0xB7
  static let tilde: UInt32 = 0x7E
  static let open: UInt32 = 0x28
  static let close: UInt32 = 0x29
  static let comma: UInt32 = 0x2C
  static let colon: UInt32 = 0x3A
  static let slash: UInt32 = 0x2F
  static let at: UInt32 = 0x40
  static let bar: UInt32 = 0x7C

  static func isDigit(_ c: UInt32) -> Bool { c >= 0x30 && c <= 0x39 }
  static func isLatin(_ c: UInt32) -> Bool { c >= 0x61 && c <= 0x7A }
  static func isWord(_ c: UInt32) -> Bool { isLatin(c) || isDigit(c) || c == 0x5F }

  /// Letters without spaces between words, and the syllables of Korean.
  static func isCJK(_ c: UInt32) -> Bool {
    switch c {
    case 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x3041...0x30FF, 0x3131...0x318E, 0x3400...0x4DBF,
      0x3007:
      true
    default: false
    }
  }

  /// The value of a digit that is spelled in one character; nil for any other.
  static func spelledDigit(_ c: UInt32) -> UInt8? {
    guard c >= 0x2000, c < 0x10000 else { return nil }
    let value = DisguisedSigns.spelledByCharacter[Int(c)]
    return value > 9 ? nil : value
  }
}
