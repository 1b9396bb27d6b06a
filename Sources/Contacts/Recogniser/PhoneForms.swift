/// What stands between two groups of digits.
struct DigitGap: OptionSet {
  let rawValue: UInt16
  static let space = DigitGap(rawValue: 1)
  static let dash = DigitGap(rawValue: 2)
  static let dot = DigitGap(rawValue: 4)
  static let bracket = DigitGap(rawValue: 8)
  static let slash = DigitGap(rawValue: 16)
  static let comma = DigitGap(rawValue: 32)
  static let colon = DigitGap(rawValue: 64)
  static let tilde = DigitGap(rawValue: 128)
  /// A word that stands for the hyphen.
  static let word = DigitGap(rawValue: 256)
  static let line = DigitGap(rawValue: 512)
  static let other = DigitGap(rawValue: 1024)
  /// The bar between two cells of a table.
  static let cell = DigitGap(rawValue: 2048)

  static let usual: DigitGap = [.space, .dash, .dot, .bracket, .slash, .word, .line, .tilde]
}

/// Which groups of digits are a phone number: Korea, China, North America, and the international form
/// of any country. `number-forms.js` of the theme says the same.
struct PhoneForms {
  /// The digits of each group.
  var groups: [[UInt8]]
  /// All kinds of gaps within, together.
  var gaps: DigitGap
  var isPlus: Bool
  /// Some digits are words.
  var isSpelled: Bool
  /// The words before speak of a call.
  var isCall: Bool

  private let digits: [UInt8]
  private let lengths: [Int]

  init(groups: [[UInt8]], gaps: DigitGap, isPlus: Bool, isSpelled: Bool, isCall: Bool) {
    self.groups = groups
    self.gaps = gaps
    self.isPlus = isPlus
    self.isSpelled = isSpelled
    self.isCall = isCall
    digits = Array(groups.joined())
    lengths = groups.map(\.count)
  }

  /// The digits, with a plus where they are international; nil when they are no phone number.
  var phone: String? {
    guard (7...18).contains(digits.count) else { return nil }
    if groups.count == 1, isEmptyOfMeaning { return nil }
    if isPlus {
      let isSum =
        groups.count > 1 && lengths.dropFirst().allSatisfy { $0 == 3 } && gaps.contains(.comma)
      return (8...15).contains(digits.count) && digits[0] != 0x30 && !isSum ? "+" + text : nil
    }
    if isDate { return nil }
    if let foreign = international { return "+" + foreign }
    let isNumber =
      isKorean || isChinese || isAmerican || isLocal || (isCall && isCalled)
    return isNumber ? text : nil
  }

  private var text: String { String(decoding: digits, as: UTF8.self) }

  private var isEmptyOfMeaning: Bool {
    digits.allSatisfy { $0 == digits[0] } || digits.allSatisfy { $0 <= 0x31 }
      || digits.suffix(6).allSatisfy { $0 == 0x30 }
  }

  /// Any grouping will do.
  private var isFree: Bool {
    isSpelled || groups.count == 1 || lengths.allSatisfy { $0 == 1 }
  }
  private var isUsual: Bool { only(.usual) }

  private func only(_ kinds: DigitGap) -> Bool { gaps.subtracting(kinds).isEmpty }
  private func groupedAs(_ shapes: [[Int]]) -> Bool { shapes.contains(lengths) }
  private func begins(_ prefix: String) -> Bool { digits.starts(with: prefix.utf8) }

  /// "12-31-1999", "0.2 (2026-09-17": day, month and year in any order, alone or beside other figures.
  private var isDate: Bool {
    let values = groups.map { $0.count <= 4 ? Self.value($0) : 0 }
    func isYear(_ at: Int) -> Bool { lengths[at] == 4 && (1900..<2100).contains(values[at]) }
    func isDay(_ at: Int) -> Bool { lengths[at] <= 2 && (1...31).contains(values[at]) }
    return groups.count >= 3
      && (0...groups.count - 3).contains { at in
        (isYear(at) && isDay(at + 1) && isDay(at + 2))
          || (isYear(at + 2) && isDay(at) && isDay(at + 1))
      }
  }

  private static func value(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension PhoneForms {
  // MARK: International

  private static let countries = [
    "82", "86", "852", "853", "886", "81", "84", "66", "65", "60", "62", "63", "91", "44", "49",
    "33", "34", "39", "61", "64", "55", "90", "971",
  ]

  private var international: String? {
    guard isUsual else { return nil }
    if let length = exitCodeLength {
      let rest = digits[length...]
      let known = { (code: String) in rest.starts(with: code.utf8) }
      let isKnown =
        Self.countries.contains(where: known)
        || (known("1") || known("7")) && rest.count == 11
      if (9...15).contains(rest.count), lengths.count > 1 || (isKnown && rest.count >= 10) {
        return String(decoding: rest, as: UTF8.self)
      }
    }
    // "8210 1234 5678": the code stands in a group of its own, or all in one.
    guard isFree || lengths[0] <= 4 else { return nil }
    return isBareKorean || isBareChinese ? text : nil
  }

  /// `00`, or with the digits that name a Korean carrier before 82: 001, 002, 00700.
  private var exitCodeLength: Int? {
    guard begins("00"), digits.count > 3 else { return nil }
    func is82(_ at: Int) -> Bool { digits[min(at, digits.count)...].starts(with: "82".utf8) }
    if digits[2] != 0x30 {
      return [3, 4, 5].first(where: is82) ?? 2
    }
    return begins("0070") && is82(5) ? 5 : nil
  }

  /// 82 without a plus, in front of a Korean number.
  private var isBareKorean: Bool {
    guard begins("82") else { return false }
    var rest = digits.dropFirst(2)
    let plain = rest
    if rest.first == 0x30 { rest = rest.dropFirst() }
    func fits(_ rest: ArraySlice<UInt8>) -> Bool {
      let first = Array(rest.prefix(3))
      guard first.count == 3 else { return false }
      let count = rest.count
      switch (first[0], first[1]) {
      case (0x31, let second)
      where [0x30, 0x31, 0x36, 0x37, 0x38, 0x39].contains(second)
        && (9...10).contains(count):
        return true
      case (0x32, _) where (8...9).contains(count): return true
      case (0x33...0x36, 0x31...0x35) where (9...10).contains(count): return true
      case (0x37, 0x30) where count == 10: return true
      case (0x35, 0x30) where (0x32...0x39).contains(first[2]) && (10...11).contains(count):
        return true
      case (0x38, 0x30) where count == 9: return true
      case (0x31, let second) where [0x35, 0x36, 0x38].contains(second) && count == 8: return true
      default: return false
      }
    }
    return fits(rest) || fits(plain)
  }

  /// 86 without a plus, in front of a Chinese number.
  private var isBareChinese: Bool {
    guard begins("86") else { return false }
    let rest = digits.dropFirst(2)
    func fits(_ rest: ArraySlice<UInt8>, isAfterZero: Bool) -> Bool {
      let first = Array(rest.prefix(3))
      guard first.count == 3 else { return false }
      let count = rest.count
      switch first[0] {
      case 0x31 where !isAfterZero && first[1] >= 0x33 && count == 11: return true
      case 0x31 where first[1] == 0x30 && count == 10: return true
      case 0x32 where count == 10: return true
      case 0x34, 0x38:
        if !isAfterZero, first[1] == 0x30, first[2] == 0x30, count == 10 { return true }
        return (10...11).contains(count)
      case 0x33...0x39: return (10...11).contains(count)
      default: return false
      }
    }
    return fits(rest, isAfterZero: false)
      || rest.first == 0x30 && fits(rest.dropFirst(), isAfterZero: true)
  }

  // MARK: Korea

  private var isKoreanMobile: Bool {
    begins("01") && (10...11).contains(digits.count)
      && [0x30, 0x31, 0x36, 0x37, 0x38, 0x39].contains(digits[2])
  }

  private var isKorean: Bool {
    if isKoreanMobile {
      if isFree || groupedAs([[3, 3, 4], [3, 4, 4], [1, 2, 4, 4], [1, 2, 3, 4]]) {
        return true
      }
      return isUsual && lengths.count <= 5 && !lengths.allSatisfy { $0 == 2 }
    }
    if digits.count == 8, digits[0] == 0x31 {
      if [0x35, 0x36, 0x38].contains(digits[1]) { return isService }
      return groupedAs([[4, 4]]) && only([.dash, .word]) && !isRangeOfYears
    }
    return isKoreanArea
  }

  private var isRangeOfYears: Bool {
    let isPast = begins("19") || (digits[1] <= 0x34)
    return isPast && [0x39, 0x30].contains(digits[5]) && [0x31, 0x32].contains(digits[4])
      && (digits[4] == 0x31) == (digits[5] == 0x39)
  }

  private var koreanAreaLength: Int? {
    if begins("02") { return 2 }
    guard digits.count > 4, digits[0] == 0x30 else { return nil }
    switch (digits[1], digits[2]) {
    case (0x33...0x36, 0x31...0x35), (0x37, 0x30), (0x38, 0x30), (0x36, 0x30), (0x33, 0x30):
      return 3
    case (0x35, 0x30): return (0x32...0x39).contains(digits[3]) ? 4 : 3
    default: return nil
    }
  }

  private var isKoreanArea: Bool {
    guard let area = koreanAreaLength, (7...8).contains(digits.count - area),
      !(begins("080") && digits.count > 11)
    else { return false }
    if isFree { return true }
    let rest = digits.count - area
    let tails = [[rest - 4, 4], [rest], rest == 8 ? [2, 2, 4] : [4, 3], [4, 2, 2]]
    var heads = [[area]]
    if area > 1 { heads.append([1, area - 1]) }
    if area == 4 { heads.append([3, 1]) }
    let isGrouped = heads.contains { head in
      tails.indices.contains { at in lengths == head + tails[at] && (isUsual || at == 0) }
    }
    return isGrouped || groupedAs([[area + rest - 4, 4]])
  }

  /// 15xx-xxxx, 16xx-xxxx, 18xx-xxxx.
  private var isService: Bool {
    if isFree { return true }
    if lengths == [4, 4] {
      let first = Self.value(groups[0])
      let second = Self.value(groups[1])
      // "1500 ~ 2000", "1600, 1800": a range, a list.
      let isRound = first % 100 == 0 && second % 100 == 0 && second > first
      if isRound, !only(.dash) { return false }
      if !isUsual, gaps.contains(.space) { return false }
      return
        !(first < 1700 && second > first && second < 2100 && second % 10 == 0
        && gaps.contains(.tilde))
    }
    let shapes = [
      [2, 2, 4], [4, 2, 2], [2, 2, 2, 2], [3, 5], [5, 3], [4, 1, 3], [4, 3, 1], [4, 1, 1, 1, 1],
      [1, 1, 1, 1, 4], [2, 6], [6, 2],
    ]
    return isUsual && groupedAs(shapes)
      && (only([.dash, .space, .word]) || lengths.count > 2) && !only(.dot)
  }

  // MARK: China, North America, elsewhere

  private var isChinese: Bool {
    if digits.count == 11, digits[0] == 0x31, digits[1] >= 0x33 {
      return isFree
        || groupedAs([
          [3, 4, 4], [3, 8], [4, 4, 3], [3, 3, 5], [7, 4], [3, 2, 2, 2, 2], [3, 4, 2, 2], [5, 6],
          [4, 3, 4], [3, 5, 3], [1, 10],
        ])
    }
    if digits.count == 10, begins("400") || begins("800") {
      return isFree
        || groupedAs([
          [3, 3, 4], [3, 4, 3], [4, 3, 3], [3, 7], [5, 5], [4, 6], [3, 2, 2, 3], [7, 3], [6, 4],
          [4, 2, 4], [1, 2, 3, 4], [1, 2, 4, 3],
        ])
    }
    let isCity = (begins("010") || begins("02")) && digits.count == 11
    let isTown =
      digits[0] == 0x30 && (0x33...0x39).contains(digits[1]) && (11...12).contains(digits.count)
    guard isCity || isTown else { return false }
    let area = isCity ? 3 : 4
    let rest = digits.count - area
    if lengths.count == 1 { return isCity || digits.count == 12 }
    return isFree
      || groupedAs([[area, rest], [area, 4, rest - 4], [area, 3, rest - 3], [area, 2, 2, 2, 2]])
  }

  private var isAmerican: Bool {
    let number = digits.count == 11 && digits[0] == 0x31 ? digits[1...] : digits[...]
    guard number.count == 10 else { return false }
    let codes = ["800", "888", "877", "866", "855", "844", "833", "822"]
    let isFreeOfCharge = codes.contains { number.starts(with: $0.utf8) }
    let first = number.startIndex
    guard isFreeOfCharge || number[first] >= 0x32 && number[first + 3] >= 0x32 else { return false }
    if groupedAs([[3, 3, 4], [1, 3, 3, 4]]) {
      return isUsual && (isFreeOfCharge || !only(.dot))
    }
    return isFreeOfCharge
      && (isFree || groupedAs([[3, 7], [1, 3, 7], [4, 3, 4], [1, 10], [1, 6, 4], [6, 4]]))
  }

  /// Numbers that begin with a zero, of other countries: 03-1234-5678, 0120-123-456, 020 7946 0958.
  private var isLocal: Bool {
    guard digits[0] == 0x30, digits[1] != 0x30, (9...11).contains(digits.count),
      only([.space, .dash, .bracket, .dot, .word])
    else { return false }
    switch lengths.count {
    case 3:
      return (2...5).contains(lengths[0]) && (2...4).contains(lengths[1])
        && (3...4).contains(lengths[2])
    case 2: return (2...5).contains(lengths[0]) && (6...8).contains(lengths[1])
    default: return false
    }
  }

  /// Behind "call" any number that is long enough, unless it is a day.
  private var isCalled: Bool {
    guard digits.count <= 15, isUsual, lengths.count <= 5, gaps.isEmpty || !only(.dot) else {
      return false
    }
    func isYear(_ digits: some Sequence<UInt8>) -> Bool {
      digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8)
    }
    if lengths[0] == 4, isYear(groups[0]) { return false }
    guard digits.count >= 8, isYear(digits) else { return true }
    let month = Self.value(digits[4..<6])
    let day = Self.value(digits[6..<8])
    return !((1...12).contains(month) && (1...31).contains(day))
  }

  /// Service numbers of four to six digits, which are numbers to call only behind words that say so.
  static func isShort(_ digits: [UInt8]) -> Bool {
    switch digits.count {
    case 5, 6:
      if digits[0] == 0x39 { return digits[1] == 0x35 || digits[1] == 0x36 }
      return digits.count == 5 && digits[0] == 0x31 && digits[1] <= 0x34
    case 4: return digits[0] == 0x31 && (0x31...0x34).contains(digits[1])
    default: return false
    }
  }
}
