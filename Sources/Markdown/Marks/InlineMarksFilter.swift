/// A first look at a text, so that few are looked at closely.
extension InlineMarks {
  /// What a text may hold besides letters, so that it is worth a closer look.
  private static let signs: [Bool] = (0...255).map { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "+"),
      UInt8(ascii: "^"), UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: ":"),
      UInt8(ascii: "<"), UInt8(ascii: "!"),
      0xC2, 0xE2, 0xE3, 0xEF:
      true
    default: false
    }
  }

  /// Asked of every text of an article, so it looks at bytes and hardly ever says yes for nothing.
  static func isSuspicious(_ literal: UnsafePointer<CChar>) -> Bool {
    let text = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    return signs.withUnsafeBufferPointer { signs in
      var index = 0
      while text[index] != 0 {
        if signs[Int(text[index])], isSuspicious(text + index, isFirst: index == 0) {
          return true
        }
        index += 1
      }
      return false
    }
  }

  @inline(__always)
  private static func isSuspicious(_ text: UnsafePointer<UInt8>, isFirst: Bool) -> Bool {
    let next = text[1]
    switch text[0] {
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "+"),
      UInt8(ascii: "^"), UInt8(ascii: "%"):
      return next == text[0]
    case UInt8(ascii: "*"): return isFirst || next == 0 || next == text[0]
    case UInt8(ascii: "{"): return next != UInt8(ascii: "#") || !isPinnedID(text)
    case UInt8(ascii: "["): return next != UInt8(ascii: "!")  // a callout, which its line tells
    case UInt8(ascii: "]"):
      return mayOpenAddress(next) || next == 0x20 && mayOpenAddress(text[2])
    case UInt8(ascii: "_"): return isFirst || next >= 0x80 || next == text[0]
    case UInt8(ascii: "!"): return next == UInt8(ascii: "(") || next == 0xEF
    case UInt8(ascii: "`"): return true
    case UInt8(ascii: "&"): return next | 0x20 >= 0x61 && next | 0x20 <= 0x7A
    case UInt8(ascii: "\\"): return next == 0xEF
    case UInt8(ascii: ":"): return next >= 0x61 && next <= 0x7A
    case UInt8(ascii: "<"): return next == 0xEF
    case 0xC2 where next == 0xB4: return true
    case 0xEF where next == 0xBC && text[2] == 0x81:  // ！(
      return text[3] == UInt8(ascii: "(") || text[3] == 0xEF
    case 0xEF where next == 0xBC && text[2] == 0x9A: return text[3] == UInt8(ascii: "/")
    case 0xC2: return next == 0xB7 && text[2] < 0x80 && text[2] > 0x2C
    case 0xE2: return next == 0x82 && text[2] == 0xA9  // ₩
    case 0xE3:  // 】, 〕 or 」 before a bracket, 《 before a Latin letter or `!`
      guard next == 0x80 else { return false }
      return text[2] == 0x91 || text[2] == 0x95 || text[2] == 0x8D
        ? text[3] == 0x28 || text[3] == 0xEF : text[2] == 0x8A && text[3] < 0x80
    default: return isSuspiciousWide(next, next == 0 ? 0 : text[2])
    }
  }

  /// What may stand behind the text of a link that is none.
  private static func mayOpenAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "{"), 0xE3, 0xEF: true
    default: false
    }
  }

  /// `{#id}` at the end of a text, as headings have it.
  private static func isPinnedID(_ text: UnsafePointer<UInt8>) -> Bool {
    var end = 2
    while text[end] > 0x20, text[end] != UInt8(ascii: "}") { end += 1 }
    return end > 2 && text[end] == UInt8(ascii: "}") && text[end + 1] == 0
  }

  /// The signs of full width that may be marks; ， （ ） ： ； ？ are letters of Chinese.
  @inline(__always)
  private static func isSuspiciousWide(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0xBC, 0x86), (0xBC, 0x8A), (0xBC, 0x9C), (0xBC, 0x9D), (0xBC, 0xBB), (0xBC, 0xBD),
      (0xBC, 0xBF), (0xBD, 0x80), (0xBD, 0x9B), (0xBD, 0x9E), (0xBF, 0xA5), (0xBF, 0xA6):
      true
    default: false
    }
  }
}
