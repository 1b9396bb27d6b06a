/// What a word of Latin letters, digits and signs looks like.
struct NameShape {
  private let bytes: [UInt8]
  private let text: String

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  var hasLetter: Bool { bytes.contains(where: Self.isLetter) }
  var hasDigit: Bool { bytes.contains(where: Self.isDigit) }
  var hasLine: Bool { bytes.contains(0x5F) }
  var isNumber: Bool { bytes.allSatisfy(Self.isDigit) }

  var endsWithDigit: Bool {
    bytes.first.map(Self.isLetter) ?? false && bytes.last.map(Self.isDigit) ?? false
  }

  /// "3829-1047-5": a number of QQ, and no day.
  var isParted: Bool {
    let parts = bytes.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].count > 1, parts[1].count > 1,
      parts.joined().allSatisfy(Self.isDigit)
    else { return false }
    let digits = String(decoding: parts.joined(), as: UTF8.self)
    return (5...12).contains(digits.utf8.count) && !NameShape(digits).isDay
  }

  /// 20261121.
  var isDay: Bool { bytes.count == 8 && (text.hasPrefix("19") || text.hasPrefix("20")) }

  /// "v10.2", "ios17".
  var isVersion: Bool {
    let number = bytes.first == 0x76 ? bytes.dropFirst() : bytes[...]
    let parts = number.split(separator: 0x2E, omittingEmptySubsequences: false)
    if parts.count > 1, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) }) {
      return true
    }
    return ["ios", "android", "windows", "macos"].contains { system in
      text.hasPrefix(system) && bytes.count > system.utf8.count
        && Self.isDigit(bytes[system.utf8.count])
    }
  }

  /// "upbit.com": a host, which is reported as one.
  var isHost: Bool {
    let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty,
      parts[0].allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || $0 == 0x2D })
    else { return false }
    return (2...3).contains(parts[1].count) && parts[1].allSatisfy(Self.isLetter)
  }

  /// "10min".
  var isCount: Bool {
    let letters = bytes.drop(while: Self.isDigit)
    return letters.count < bytes.count && (1...3).contains(letters.count)
      && letters.allSatisfy(Self.isLetter)
  }

  /// "two-step".
  var isCompound: Bool {
    let letters = bytes.prefix(while: Self.isLetter)
    return !letters.isEmpty && letters.count < bytes.count && bytes[letters.count] == 0x2D
  }

  /// Two digits, or a letter right before a digit.
  var isMixed: Bool {
    zip(bytes, bytes.dropFirst()).contains { first, second in
      Self.isDigit(second) && (Self.isDigit(first) || Self.isLetter(first))
    }
  }
}
