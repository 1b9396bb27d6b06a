/// Whether a line can hold a contact, told by one look at its bytes. It may say yes to a line that holds
/// none, and never no to one that does.
enum ContactLineFilter {
  /// What a byte tells.
  private enum ByteKind {
    static let none: UInt8 = 0
    static let digit: UInt8 = 1
    static let letter: UInt8 = 2
    static let sign: UInt8 = 3
    static let many: UInt8 = 4
  }

  private static let kinds: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39: ByteKind.digit
    case 0x41...0x5A, 0x61...0x7A: ByteKind.letter
    case 0x2E, 0x2C, 0x40, 0x3A, 0x26: ByteKind.sign
    case 0x80...: ByteKind.many
    default: ByteKind.none
    }
  }

  static func mayHoldContact(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var look = Look(bytes, range)
    return kinds.withUnsafeBufferPointer { kinds in look.isPromising(kinds) }
  }

  private struct Look {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>
    var at: Int
    var digits = 0
    /// Digits in words, in a row.
    var spelled = 0
    var englishDigits = 0
    var hasName = false
    var hasLabel = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      self.bytes = bytes
      self.range = range
      at = range.lowerBound
    }

    func byte(_ index: Int) -> UInt8 {
      index >= range.lowerBound && index < range.upperBound ? bytes[index] : 0
    }

    mutating func isPromising(_ kinds: UnsafeBufferPointer<UInt8>) -> Bool {
      while at < range.upperBound {
        let byte = bytes[at]
        switch kinds[Int(byte)] {
        case ByteKind.digit:
          digits += 1
          hasName = true
          at += 1
        case ByteKind.letter:
          if word() { return true }
        case ByteKind.sign:
          if sign(byte) { return true }
          at += 1
        case ByteKind.many:
          if scalar() { return true }
        default: at += 1
        }
        if digits >= 4 || (hasLabel && hasName) { return true }
      }
      return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte | 0x20)
    }

    private func sign(_ byte: UInt8) -> Bool {
      let next = self.byte(at + 1)
      switch byte {
      case 0x40: return true
      case 0x3A: return next == 0x2F || next == 0x20 && self.byte(at + 2) == 0x2F || next == 0x5D
      case 0x26:
        // A reference to a character may be a digit or a full stop.
        return next == 0x23 || Self.isLetter(next)
      case 0x2C: return Self.isLetter(next)
      default:
        // A full stop before a word, or behind a space or a bracket.
        if next == 0x20 {
          var to = at + 1
          while to < range.upperBound, bytes[to] == 0x20 { to += 1 }
          return (0x61...0x7A).contains(self.byte(to))
        }
        if next == 0 || next == 0x0A || next == 0x0D { return false }
        return !(0x30...0x39).contains(next)
      }
    }

    /// A word of Latin letters.
    private mutating func word() -> Bool {
      let start = at
      while at < range.upperBound, Self.isLetter(bytes[at]) { at += 1 }
      let length = at - start
      if length >= 3 { hasName = true }
      switch bytes[start] | 0x20 {
      case 0x64, 0x65, 0x66, 0x6E, 0x6F, 0x73, 0x74, 0x7A, 0x77, 0x68:
        if isOf(start, length, "dot") || isOf(start, length, "www") { return true }
        if length == 1, bytes[start] | 0x20 == 0x68, byte(at) == 0x20, byte(at + 1) | 0x20 == 0x74 {
          return true
        }
        englishDigits += numberWords(start, length)
        if englishDigits >= 3 { return true }
      case 0x63:
        // "upbit com", "acme co kr"
        if start > range.lowerBound, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09,
          isOf(start, length, "com") || isOf(start, length, "co")
        {
          return true
        }
      default: break
      }
      if !hasLabel { hasLabel = beginsLabel(start) }
      return false
    }

    private func isOf(_ start: Int, _ length: Int, _ word: StaticString) -> Bool {
      length == word.utf8CodeUnitCount && begins(start, word)
    }

    private func begins(_ start: Int, _ word: StaticString) -> Bool {
      for place in 0..<word.utf8CodeUnitCount
      where byte(start + place) | 0x20 != word.utf8Start[place] { return false }
      return true
    }

    private static let numbers: [StaticString] = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double",
      "triple",
      "oh",
    ]

    private func numberWords(_ start: Int, _ length: Int) -> Int {
      var place = start
      var count = 0
      while place < start + length,
        let word = Self.numbers.first(where: { begins(place, $0) })
      {
        place += word.utf8CodeUnitCount
        count += 1
      }
      return place == start + length ? count : 0
    }

    private func beginsLabel(_ start: Int) -> Bool {
      let first = UInt32(bytes[start] | 0x20)
      guard NameReader.firstCharacters.contains(first) else { return false }
      return NameReader.labels(beginningWith: first).contains { label in
        for (place, sign) in label.enumerated() {
          if sign >= 0x80 { return true }
          // "V X": a space between two letters.
          if place == 1, label.count == 2, byte(start + 1) == 0x20 || byte(start + 1) == 0x09 {
            var next = start + 2
            while byte(next) == 0x20 || byte(next) == 0x09 { next += 1 }
            return UInt32(byte(next) | 0x20) == sign
          }
          guard UInt32(byte(start + place) | 0x20) == sign else { return false }
        }
        return true
      }
    }

    /// A character beyond ASCII.
    private mutating func scalar() -> Bool {
      let (c, width) = ContactUnits.scalar(bytes, at, range.upperBound)
      at += width
      let flags = c < 0x10000 ? Self.flags[Int(c)] : Flags.unusual
      if flags == 0 {
        spelled = 0
        return false
      }
      if flags & Flags.unusual != 0 { return true }
      if flags & Flags.spelled != 0 {
        spelled += 1
        if spelled >= 3 { return true }
      } else if flags & Flags.quietSign == 0 {
        spelled = 0
      }
      if flags & Flags.fullStop != 0 {
        var to = at
        while byte(to) == 0x20 { to += 1 }
        if Self.isLetter(byte(to)) || isBracketClosed(to) { return true }
        if to < range.upperBound, byte(to) >= 0x80 {
          // "닷컴", "점 컴": an ending in Korean.
          let next = ContactUnits.scalar(bytes, to, range.upperBound).scalar
          if next == 0xCEF4 || next == 0xB137 || next == 0x5EB7 || next == 0xCF00 { return true }
        }
      }
      if flags & Flags.label != 0, !hasLabel { hasLabel = isLabel(c) }
      // Channels have names of any letters.
      if hasLabel, NameReader.firstOfChannels.contains(c) { hasName = true }
      return false
    }

    /// "upbit【点】com"
    private func isBracketClosed(_ to: Int) -> Bool {
      guard to < range.upperBound, byte(to) >= 0x80 else {
        return byte(to) == 0x29 || byte(to) == 0x5D
      }
      let sign = ContactUnits.scalar(bytes, to, range.upperBound).scalar
      return DisguisedSigns.signs[sign] == Sign.close
    }

    /// Whether the second character of a label follows; the first has been passed.
    private func isLabel(_ first: UInt32) -> Bool {
      var place = at
      while byte(place) == 0x20 || byte(place) == 0x2E { place += 1 }
      guard place < range.upperBound else { return false }
      var (second, _) = ContactUnits.scalar(bytes, place, range.upperBound)
      if (0x41...0x5A).contains(second) { second += 32 }
      return NameReader.labels(beginningWith: first).contains { $0.count == 1 || $0[1] == second }
    }

    private enum Flags {
      static let spelled: UInt8 = 1
      static let label: UInt8 = 2
      static let fullStop: UInt8 = 4
      static let unusual: UInt8 = 8
      /// A sign of ordinary texts, which does not part spelled digits.
      static let quietSign: UInt8 = 16
    }

    /// By character of the basic plane. What is neither a letter of Korean, Chinese or Japanese nor a
    /// sign of ordinary texts is unusual.
    private static let flags: [UInt8] = {
      var flags = [UInt8](repeating: Flags.unusual, count: 0x10000)
      for range in [0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x3041...0x30FB] as [ClosedRange<Int>] {
        for c in range { flags[c] = 0 }
      }
      for sign in "、。“”‘’…→←，；：！？（）《》「」『』【】·✓×–—".unicodeScalars {
        flags[Int(sign.value)] = Flags.quietSign
      }
      for sign in "。·점닷쩜点點，".unicodeScalars { flags[Int(sign.value)] |= Flags.fullStop }
      // "四百" parts no digits.
      for sign in "천千仟백百佰십十拾".unicodeScalars { flags[Int(sign.value)] = Flags.quietSign }
      for c in DisguisedSigns.spelled.keys where c < 0x10000 {
        flags[Int(c)] = Flags.spelled | (flags[Int(c)] & ~Flags.unusual)
      }
      for c in NameReader.firstCharacters where c >= 0x80 && c < 0x10000 {
        flags[Int(c)] = (flags[Int(c)] & ~Flags.unusual) | Flags.label
      }
      return flags
    }()
  }
}
