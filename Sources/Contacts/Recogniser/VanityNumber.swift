/// "1-800-FLOWERS": a number of North America that costs nothing, with letters for its digits, as they
/// stand on the keys of a telephone. In capitals or behind a hyphen; any other word is one:
/// "1 800 dollars".
struct VanityNumber {
  let units: ContactUnits

  private static let keys = Array("22233344455566677778889999".utf8)
  private static let codes = ["800", "833", "844", "855", "866", "877", "888"]
  private static let signs: Set<UInt32> = [
    Sign.space, Sign.dot, Sign.dash, Sign.open, Sign.close,
  ]

  /// The number that begins here with 1 or +1.
  func number(at start: Int) -> ContactMatch? {
    let one = units[start] == 0x2B ? start + 1 : start
    guard units[one] == 0x31, let code = signsEnd(one + 1),
      Self.codes.contains(units.string(code, code + 3)), let from = signsEnd(code + 3)
    else { return nil }
    var to = from
    var hyphens = 0
    while isKey(to)
      || (hyphens < 2 && to > from && units[to] == Sign.dash && isKey(to - 1) && isKey(to + 1))
    {
      if units[to] == Sign.dash { hyphens += 1 }
      to += 1
    }
    let places = (from..<to).filter { units[$0] != Sign.dash }
    let letters = places.filter { Sign.isLatin(units[$0]) }
    let isHyphen = from == code + 4 && units[code + 3] == Sign.dash
    guard (7...10).contains(places.count), letters.count >= 3, units[to] != 0x5F,
      isHyphen || letters.allSatisfy(units.isUpper)
    else { return nil }
    let digits = places.prefix(7).map { place in
      Sign.isLatin(units[place]) ? Self.keys[Int(units[place] - 0x61)] : UInt8(units[place])
    }
    return ContactMatch(
      kind: .phone, from: start, to: to,
      plain: "1" + units.string(code, code + 3) + String(decoding: digits, as: UTF8.self))
  }

  private func isKey(_ at: Int) -> Bool { Sign.isLatin(units[at]) || Sign.isDigit(units[at]) }

  /// The end of one to three signs.
  private func signsEnd(_ start: Int) -> Int? {
    var at = start
    while at - start < 3, Self.signs.contains(units[at]) { at += 1 }
    return at > start ? at : nil
  }
}
