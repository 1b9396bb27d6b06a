/// Reads hosts that are written as numbers (IPv4, IPv6), and says which signs of a line stand for a full
/// stop, where the line itself says so. `literals.js` of the theme does the same.
struct HostLiterals {
  struct Literal {
    var to: Int
    var host: String
  }

  let units: ContactUnits
  /// The signs that the line says to read as a full stop: "#을 .으로", "把，换成.".
  let replacedByDot: Set<UInt32>

  init(_ units: ContactUnits) {
    self.units = units
    replacedByDot = Self.replaced(units)
  }

  // MARK: Numbers

  /// An IPv6 address in brackets (RFC 3986, section 3.2.2).
  func bracketedAddress(at start: Int) -> Literal? {
    guard units[start] == Sign.open else { return nil }
    var to = start + 1
    var colons = 0
    while isHex(units[to]) || units[to] == Sign.colon || units[to] == Sign.dot {
      if units[to] == Sign.colon { colons += 1 }
      to += 1
    }
    guard (2...7).contains(colons), (4...46).contains(to - start), units[to] == Sign.close else {
      return nil
    }
    return Literal(to: to + 1, host: units.string(start + 1, to))
  }

  private func isHex(_ c: UInt32) -> Bool { Sign.isDigit(c) || (0x61...0x66).contains(c) }

  /// The same with a port or a path.
  func bracketedHost(at start: Int) -> Literal? {
    guard let found = bracketedAddress(at: start) else { return nil }
    let isPort = units[found.to] == Sign.colon && Sign.isDigit(units[found.to + 1])
    return isPort || units[found.to] == Sign.slash ? found : nil
  }

  /// Four numbers with a port or a path, which no version has.
  func fourNumbers(at start: Int) -> Literal? {
    guard Sign.isDigit(units[start]) else { return nil }
    var at = start
    for count in 0..<4 {
      let from = at
      var value: UInt32 = 0
      while Sign.isDigit(units[at]), at - from < 4 {
        value = value * 10 + units[at] - 0x30
        at += 1
      }
      guard at > from, value <= 255 else { return nil }
      guard count < 3 else { break }
      guard units[at] == Sign.dot else { return nil }
      at += 1
    }
    let isPort =
      units[at] == Sign.colon && Sign.isDigit(units[at + 1]) && Sign.isDigit(units[at + 2])
    let isPath = units[at] == Sign.slash && Sign.isLatin(units[at + 1])
    guard isPort || isPath, ![Sign.dot, Sign.dash, Sign.slash].contains(units[start - 1]) else {
      return nil
    }
    return Literal(to: at, host: units.string(start, at))
  }

  // MARK: Full stops

  private static let dot = Array("dot".unicodeScalars.map(\.value))

  /// Whether "-dot-" stands behind a label as a full stop: "acme-dot-com", and not "the dot-com-bubble".
  func isDashedDot(at start: Int) -> Bool {
    let sign = units[start]
    guard sign == Sign.dash || sign == 0x5F, units.starts(with: Self.dot, at: start + 1) else {
      return false
    }
    var label = start
    while Sign.isWord(units[label - 1]), start - label < 40 { label -= 1 }
    if RecogniserWords.dashedWords.contains(units.string(label, start)) { return false }
    var at = start
    while units[at] == sign, units.starts(with: Self.dot, at: at + 1), units[at + 4] == sign {
      let from = at + 5
      at = from
      while Sign.isLatin(units[at]) || Sign.isDigit(units[at]) { at += 1 }
      if at == from || at - start > 40 { return false }
      if !Sign.isWord(units[at]), units[at] != Sign.dash {
        return RecogniserWords.sureEndings.contains(units.string(from, at))
      }
    }
    return false
  }

  /// A bit for each; every sign of every line is asked for.
  private static let signs = "#$%&!;,?=+".unicodeScalars.reduce(UInt64(0)) { $0 | 1 << $1.value }
  private static let closed: Set<UInt32> = [0x22, 0x27, Sign.close, 0x201D, 0x2019]
  private static let opened: Set<UInt32> = [0x22, 0x27, Sign.open]
  private static let replacements = RecogniserWords.replacements.map {
    $0.unicodeScalars.map(\.value)
  }
  private static let namedDots = ["점", "点", "dot", "a dot"].map { $0.unicodeScalars.map(\.value) }

  private static func replaced(_ units: ContactUnits) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for (start, unit) in units.units.enumerated()
    where unit.sign < 0x40 && signs >> unit.sign & 1 == 1 {
      var at = start + 1
      while units[at] == Sign.space || closed.contains(units[at]), at - start < 4 { at += 1 }
      guard let word = replacements.first(where: { units.starts(with: $0, at: at) }) else {
        continue
      }
      at += word.count
      let from = at
      while units[at] == Sign.space || opened.contains(units[at]), at - from < 4 { at += 1 }
      if units[at] == Sign.dot && !Sign.isWord(units[at + 1])
        || namedDots.contains(where: { units.starts(with: $0, at: at) })
      {
        found.insert(unit.sign)
      }
    }
    return found
  }
}

extension ContactUnits {
  private static let spaceless = RecogniserWords.spaceless.map { $0.unicodeScalars.map(\.value) }
  /// By character, since every one of every line is asked for.
  private static let beginsSpaceless: [Bool] = {
    var found = [Bool](repeating: false, count: 0x10000)
    for text in spaceless { found[Int(text[0])] = true }
    return found
  }()

  /// Whether the line says that the spaces of what it names are to be left out.
  var isToldSpaceless: Bool {
    let begins = Self.beginsSpaceless
    return indices.contains { at in
      let sign = units[at].sign
      return sign < 0x10000 && begins[Int(sign)]
        && Self.spaceless.contains { starts(with: $0, at: at) }
    }
  }
}
