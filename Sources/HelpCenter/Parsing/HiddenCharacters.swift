import Diagnostics

/// Characters that nobody sees, or that change how a text looks without being seen.
///
/// A control character can do nothing good in an article, a bidirectional one can turn `upbit.com`
/// into something else for the eye (Unicode Technical Report 36, section 2.6; "Trojan Source",
/// CVE-2021-42574), and one without width hides a word from search and a value from comparison. None
/// of the site's languages needs any of them; emoji need three, between and behind emoji only.
enum HiddenCharacters {
  static func findings(in file: SourceFile) -> [Diagnostic] {
    var places: [(offset: Int, scalar: UInt32)] = []
    file.bytes.withUnsafeBufferPointer { find(in: $0, &places) }
    // Of a text in UTF-16 every other byte is a NUL: that it is no UTF-8 has been said.
    guard !places.isEmpty, String(validating: file.bytes, as: UTF8.self) != nil else { return [] }
    let lines = LineTable(file.bytes)
    return zip(places, lines.locations(path: file.path, bytes: places.map(\.offset))).map {
      finding(for: $0.scalar, at: $1)
    }
  }

  /// The finding about a name or a text whose characters have no places of their own: a path, a
  /// value that YAML wrote as `"\u202E"`.
  static func finding(in text: String, at place: SourceLocation) -> Diagnostic? {
    var places: [(offset: Int, scalar: UInt32)] = []
    var text = text
    text.withUTF8 { find(in: $0, &places) }
    return places.first.map { finding(for: $0.scalar, at: place) }
  }

  static func finding(inNameOf file: SourceFile) -> Diagnostic? {
    finding(in: file.path, at: SourceLocation(path: file.path))
  }

  /// The same of what HTML calls by a name or number: `&#8203;`, `&ZeroWidthSpace;`.
  static func findings(ofEntitiesIn file: SourceFile, from start: Int) -> [Diagnostic] {
    guard file.bytes[start...].contains(UInt8(ascii: "&")) else { return [] }
    var lines: LineTable?
    var found: [Diagnostic] = []
    var rest = file.bytes[start...]
    while let open = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = rest[(open + 1)...]
      // The longest name is that of 31 letters.
      guard let close = rest.prefix(34).firstIndex(of: UInt8(ascii: ";")) else { continue }
      guard let value = value(ofEntity: String(decoding: rest[..<close], as: UTF8.self)),
        name(of: value) != nil
      else { continue }
      let table = lines ?? LineTable(file.bytes)
      lines = table
      found.append(finding(for: value, at: table.location(path: file.path, byte: open)))
    }
    return found
  }

  private static func finding(for scalar: UInt32, at place: SourceLocation) -> Diagnostic {
    let digits = String(scalar, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      .error, .hiddenCharacter, at: place,
      "\(name(of: scalar) ?? "an emoji's invisible character") U+\(code) stands here unseen",
      hint: "remove it")
  }

  /// What HTML names and a text does not show.
  private static func value(ofEntity name: String) -> UInt32? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") { return UInt32(name.dropFirst(2), radix: 16) }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()) }
    return switch name {
    case "shy": 0xAD
    case "ZeroWidthSpace", "NegativeVeryThinSpace", "NegativeThinSpace", "NegativeMediumSpace",
      "NegativeThickSpace":
      0x200B
    case "zwnj": 0x200C
    case "zwj": 0x200D
    case "lrm": 0x200E
    case "rlm": 0x200F
    case "NoBreak": 0x2060
    case "af", "ApplyFunction": 0x2061
    case "it", "InvisibleTimes": 0x2062
    case "ic", "InvisibleComma": 0x2063
    default: nil
    }
  }
}

// MARK: The pass over the bytes

extension HiddenCharacters {
  /// Lead bytes of characters that may be hidden, controls among them; all others are passed over.
  private static let leads: [Bool] = (0...255).map { byte in
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEE, 0xEF, 0xF0...0xF4: true
    default: false
    }
  }

  private static func find(
    in bytes: UnsafeBufferPointer<UInt8>, _ found: inout [(offset: Int, scalar: UInt32)]
  ) {
    leads.withUnsafeBufferPointer { leads in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        guard leads[Int(byte)], mayHide(byte, index, bytes) else {
          index += 1
          continue
        }
        let (scalar, width) = scalar(at: index, in: bytes)
        if hides(scalar, at: index, in: bytes) { found.append((index, scalar)) }
        index += width
      }
    }
  }

  /// A look at the second byte: Chinese punctuation and full-width signs have the leads E3 and EF.
  @inline(__always)
  private static func mayHide(
    _ lead: UInt8, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard index + 1 < bytes.count else { return lead < 0x80 }
    let second = bytes[index + 1]
    switch lead {
    case 0xE1: return second == 0x85 || second == 0x9E || second == 0xA0
    case 0xE2: return second <= 0x81 || second == 0xA0
    case 0xE3: return second == 0x85
    case 0xEF: return second <= 0xA3 || second == 0xB7 || second >= 0xB8 && second != 0xBC
    default: return true
    }
  }

  private static func hides(
    _ scalar: UInt32, at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch scalar {
    case 0xFEFF: return index > 0  // The mark that some editors put before a text.
    case 0x200D: return !isEmoji(before(index, in: bytes)) || !isEmoji(after(index, 3, in: bytes))
    case 0xFE0E, 0xFE0F: return !isEmojiBase(before(index, in: bytes))
    case 0xE0020...0xE007F: return !isFlag(index, in: bytes)
    default: return name(of: scalar) != nil
    }
  }

  /// What the character is; `nil` for one that may stand in a text. Those that emoji need have a name
  /// too.
  private static func name(of scalar: UInt32) -> String? {
    switch scalar {
    case 0x09, 0x0A, 0x0D: nil
    case 0..<0x20, 0x7F..<0xA0: "a control character"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "a bidirectional character"
    case 0x2028, 0x2029: "a line separator"
    case 0xAD: "a soft hyphen"
    case 0x115F, 0x1160, 0x3164, 0xFFA0: "a Hangul filler"
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: "a variation selector"
    case 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0x034F, 0x180E, 0x17B4, 0x17B5,
      0x2800, 0x1D159, 0x1D173...0x1D17A:
      "a character without width or shape"
    case 0xE0000...0xE007F: "a tag character"
    case 0xE000...0xF8FF, 0xF0000...0x10FFFD: "a private character, which other devices lack,"
    case 0xFFF9...0xFFFD: "a stand-in for something lost"
    case 0xFDD0...0xFDEF: "no character at all"
    default: scalar & 0xFFFE == 0xFFFE ? "no character at all" : nil
    }
  }
}

// MARK: Emoji

extension HiddenCharacters {
  /// What a joiner may stand between: a picture, its selector, a skin tone, ♀ and ♂.
  private static func isEmoji(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFE0F, 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2190...0x21FF, 0x2B00...0x2BFF: true
    default: false
    }
  }

  /// What has two looks, between which a selector chooses.
  private static func isEmojiBase(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFE0F: false
    case 0x23, 0x2A, 0x30...0x39, 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x2300...0x23FF,
      0x2460...0x24FF, 0x25A0...0x25FF, 0x2900...0x297F, 0x3030, 0x303D, 0x3297, 0x3299:
      true
    default: isEmoji(scalar)
    }
  }

  /// Whether the tag belongs to the flag of a region: 🏴, tags, and the tag that ends it.
  private static func isFlag(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isTag(_ scalar: UInt32) -> Bool { (0xE0020...0xE007F).contains(scalar) }
    var start = index
    while start >= 4, isTag(before(start, in: bytes)), index - start < 32 { start -= 4 }
    guard before(start, in: bytes) == 0x1F3F4 else { return false }
    var end = start
    while isTag(after(end, 0, in: bytes)), end - start < 32 { end += 4 }
    return before(end, in: bytes) == 0xE007F
  }

  private static func after(
    _ index: Int, _ width: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    index + width < bytes.count ? scalar(at: index + width, in: bytes).value : 0x0A
  }

  private static func before(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? 0x0A : scalar(at: start, in: bytes).value
  }

  private static func scalar(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, width: Int) {
    let lead = bytes[index]
    if lead < 0xC0 { return (UInt32(lead), 1) }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + width <= bytes.count else { return (0x0A, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(width))
    for byte in bytes[index + 1..<index + width] { value = value << 6 | UInt32(byte & 0x3F) }
    return (value, width)
  }
}
