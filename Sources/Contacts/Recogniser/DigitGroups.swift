/// Groups of digits: figures, digits in words, letters that look like digits.
extension PhoneRuns {
  func group(at: Int) -> Group? {
    let c = units[at]
    guard at < units.count else { return nil }
    let isInWord = at > 0 && Sign.isWord(units[at - 1])
    if !isInWord, Self.digit(c) != nil, let alike = alike(at: at) {
      return alike
    }
    if Sign.isDigit(c) {
      var to = at
      while Sign.isDigit(units[to]) { to += 1 }
      let digits = (at..<to).map { UInt8(units[$0]) }
      return Group(digits: digits, kind: .figures, from: at, to: to)
    }
    if let counted = counted(at: at) { return counted }
    if Sign.spelledDigit(c) != nil {
      // "1588一5682": the sign for one in the place of a hyphen.
      if c == 0x4E00, Sign.isDigit(units[at - 1]), Sign.isDigit(units[at + 1]) { return nil }
      var to = at
      var digits: [UInt8] = []
      while let value = Sign.spelledDigit(units[to]) {
        digits.append(0x30 + value)
        to += 1
      }
      return Group(digits: digits, kind: .spelled, from: at, to: to)
    }
    return Sign.isLatin(c) && !isInWord ? english(at: at) : nil
  }

  /// The digit that a sign is, or looks like: o, i, l, a bar, s, b, z.
  private static func digit(_ c: UInt32) -> UInt32? {
    switch c {
    case 0x30...0x39: c
    case 0x6F: 0x30
    case 0x69, 0x6C, 0x7C: 0x31
    case 0x73: 0x35
    case 0x62: 0x38
    case 0x7A: 0x32
    default: nil
    }
  }

  /// "l588", "O1O": letters that look like digits, in a word with digits and nothing else.
  private func alike(at: Int) -> Group? {
    var to = at
    var real = 0
    while Sign.isWord(units[to]) || units[to] == Sign.bar {
      guard let digit = Self.digit(units[to]) else { return nil }
      if digit == units[to] { real += 1 }
      to += 1
    }
    let letters = to - at - real
    let isBeside = units[to] == Sign.dash && Sign.isDigit(units[to + 1])
    if letters == 0 || isBarred(at, to) || (real < letters && !(isBeside && letters <= 4))
      || (real == 0 && letters < 3)
    {
      return nil
    }
    let digits = (at..<to).compactMap { Self.digit(units[$0]).map(UInt8.init) }
    return Group(digits: digits, kind: .alike, from: at, to: to)
  }

  /// "010|1234|5678": bars between groups.
  private func isBarred(_ from: Int, _ to: Int) -> Bool {
    let parts = (from..<to).map { units[$0] }.split(
      separator: Sign.bar, omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { $0.count >= 3 && $0.allSatisfy(Sign.isDigit) }
  }

  private static let english = RecogniserWords.englishDigits.map { $0.unicodeScalars.map(\.value) }
  private static let twice = Array("double".unicodeScalars.map(\.value))
  private static let thrice = Array("triple".unicodeScalars.map(\.value))
  private static let hundred = Array("hundred".unicodeScalars.map(\.value))
  private static let oh = Array("oh".unicodeScalars.map(\.value))
  /// First letters of the English digits, of "oh", "double" and "triple".
  private static func beginsEnglish(_ c: UInt32) -> Bool {
    switch c {
    case 0x64, 0x65, 0x66, 0x6E, 0x6F, 0x73, 0x74, 0x7A: true
    default: false
    }
  }

  private func english(at: Int, canRepeat: Bool = true) -> Group? {
    guard Self.beginsEnglish(units[at]) else { return nil }
    var to = at
    while Sign.isLatin(units[to]), to - at < 64 { to += 1 }
    for (word, more) in [(Self.twice, 1), (Self.thrice, 2)]
    where canRepeat && to - at == word.count && units.starts(with: word, at: at) {
      var next = to
      while units[next] == Sign.space || units[next] == Sign.dash { next += 1 }
      guard next > to, var group = english(at: next, canRepeat: false),
        let first = group.digits.first
      else { return nil }
      group.from = at
      group.digits = Array(repeating: first, count: more) + group.digits
      return group
    }
    guard let digits = englishDigits(at, to), !Sign.isDigit(units[to]) else { return nil }
    // "one eight hundred": a number that costs nothing.
    if digits == [0x38] || digits == [0x34], canRepeat,
      units[to] == Sign.space || units[to] == Sign.dash,
      units.starts(with: Self.hundred, at: to + 1), !Sign.isLatin(units[to + 8])
    {
      return Group(digits: digits + [0x30, 0x30], kind: .spelled, from: at, to: to + 8)
    }
    return Group(digits: digits, kind: .spelled, from: at, to: to)
  }

  /// The digits that a word consists of: "five", "onefivethreethree".
  private func englishDigits(_ from: Int, _ to: Int) -> [UInt8]? {
    if to - from == 2, units.starts(with: Self.oh, at: from) { return [0x30] }
    var digits: [UInt8] = []
    var at = from
    while at < to {
      guard
        let value = Self.english.firstIndex(where: {
          at + $0.count <= to && units.starts(with: $0, at: at)
        })
      else { return nil }
      digits.append(0x30 + UInt8(value))
      at += Self.english[value].count
    }
    return digits.isEmpty ? nil : digits
  }
}
