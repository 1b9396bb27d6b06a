import Foundation

/// Text as search compares it: Unicode form NFKC, lower case, simplified characters, as UTF-16 units.
///
/// Characters beyond the basic plane become one separator each: no term holds them.
struct Folding: Sendable {
  /// Whether variants of Chinese characters become the simplified one.
  var simplifies: Bool

  func fold(_ text: String) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(text.utf8.count)
    if !append(text, to: &units) {
      units.removeAll(keepingCapacity: true)
      appendNormalized(text, to: &units)
    }
    if simplifies {
      let table = Self.simplified
      for index in units.indices where units[index] >= 0x3400 {
        let other = table[Int(units[index])]
        if other != 0 { units[index] = other }
      }
    }
    return units
  }

  /// The quick way, for texts of which every character is its own form NFKC or folds by arithmetic.
  /// - Returns: false when the text is not of that kind.
  private func append(_ text: String, to units: inout [UInt16]) -> Bool {
    for scalar in text.unicodeScalars {
      let value = scalar.value
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
    }
    return true
  }

  private func appendNormalized(_ text: String, to units: inout [UInt16]) {
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        switch lower.value {
        case 0x3C2: units.append(0x3C3)  // the final form of sigma
        case 0x10000...: units.append(0)
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
