/// Numbers that are read as a count: "四百" for 400, "천오백팔십팔" for 1588.
extension PhoneRuns {
  private static let places: [UInt32: Int] = {
    var found: [UInt32: Int] = [:]
    for (signs, value) in [("천千仟", 1000), ("백百佰", 100), ("십十拾", 10)] {
      for sign in signs.unicodeScalars { found[sign.value] = value }
    }
    return found
  }()

  /// A larger count goes on.
  private static let countedOn = Set("만억여조余万亿多萬億".unicodeScalars.map(\.value))

  /// What a number to call begins with, read as a count.
  func counted(at start: Int) -> Group? {
    guard units[start] > 0x7F else { return nil }
    let before = units[start - 1]
    if Sign.spelledDigit(before) != nil || Self.places[before] != nil { return nil }
    var at = start
    var value = 0
    var least = 10_000
    while true {
      let digit = Sign.spelledDigit(units[at]).map(Int.init)
      guard let place = Self.places[units[digit == nil ? at : at + 1]] else {
        // "四百八一八": the digits behind a hundred are read one by one.
        let isOneByOne = least == 100 && Sign.spelledDigit(units[at + 1]) != nil
        if let digit, digit > 0, !isOneByOne {
          value += digit
          at += 1
        }
        break
      }
      if place >= least || digit == 0 { return nil }
      value += place * (digit ?? 1)
      least = place
      at += digit == nil ? 1 : 2
    }
    let isMeant = value == 400 || value == 800 || (value > 1000 && value % 100 != 0)
    guard least < 10_000, isMeant, !Self.countedOn.contains(units[at]) else { return nil }
    return Group(digits: Array(String(value).utf8), kind: .spelled, from: start, to: at)
  }
}
