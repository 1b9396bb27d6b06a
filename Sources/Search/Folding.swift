import Foundation

/// Text as search compares it: Unicode form NFKC, lower case, simplified characters, as UTF-16 units.
///
/// Characters beyond the basic plane stay two units, which stand between tokens: no term holds them.
struct Folding: Sendable {
  /// The simplified character by UTF-16 unit, 0 where there is none; `nil` when variants stay.
  private var simplified: [UInt16]?

  /// - Parameter simplifies: Whether variants of Chinese characters become the simplified one.
  init(simplifies: Bool) { simplified = simplifies ? Self.simplified : nil }

  /// Only variants of these characters become simplified: an index tells the browser no others.
  init(simplifiesTo characters: Set<UInt16>) {
    simplified = Self.simplified.map { characters.contains($0) ? $0 : 0 }
  }

  func fold(_ text: String) -> [UInt16] {
    var units = normalized(text)
    simplify(&units)
    return units
  }

  private func normalized(_ text: String) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(text.utf8.count)
    if !append(text, to: &units) {
      units.removeAll(keepingCapacity: true)
      appendNormalized(text, to: &units)
    }
    return units
  }

  private func simplify(_ units: inout [UInt16]) {
    guard let simplified else { return }
    for index in units.indices where units[index] >= 0x3400 {
      let other = simplified[Int(units[index])]
      if other != 0 { units[index] = other }
    }
  }

  /// The quick way, for texts of which every character is its own form NFKC or folds by arithmetic.
  /// - Returns: false when the text is not of that kind.
  private func append(_ text: String, to units: inout [UInt16]) -> Bool {
    for scalar in text.unicodeScalars where !append(scalar.value, to: &units) { return false }
    return true
  }

  @inline(__always)
  private func append(_ value: UInt32, to units: inout [UInt16]) -> Bool {
    switch value {
    case 0x41...0x5A: units.append(UInt16(value + 32))
    case 0..<0x80, 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x2018...0x201D, 0x2013, 0x2014, 0x2022,
      0x3001...0x3020, 0xB7, 0x2190...0x21FF, 0x2500...0x25FF:
      units.append(UInt16(value))
    case 0x2026: units += [0x2E, 0x2E, 0x2E]
    case 0xFF01...0xFF5E:
      let narrow = value - 0xFEE0
      units.append(UInt16(0x41...0x5A ~= narrow ? narrow + 32 : narrow))
    default: return false
    }
    return true
  }

  private func appendNormalized(_ text: String, to units: inout [UInt16]) {
    for scalar in text.compatibilityComposed.unicodeScalars {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        switch lower.value {
        case 0x3C2: units.append(0x3C3)  // the final form of sigma
        case 0x10000...: units.append(contentsOf: UTF16.encode(lower)!)
        default: units.append(UInt16(lower.value))
        }
      }
    }
  }

  /// The simplified character by UTF-16 unit; 0 where there is none.
  static let simplified: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x10000)
    for (from, to) in HanVariants.simplified where from.value < 0x10000 && to.value < 0x10000 {
      table[Int(from.value)] = UInt16(to.value)
    }
    return table
  }()
}

extension String {
  /// Unicode form NFKC. Foundation on Linux leaves what the mapping brings uncomposed: ㅈㅑ, ｶﾞ.
  var compatibilityComposed: String {
    precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
  }
}
