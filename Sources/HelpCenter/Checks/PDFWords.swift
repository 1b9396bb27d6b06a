/// The words of a PDF that viewers show without its pages, and the addresses that its links open
/// (ISO 32000-1, sections 14.3.3 and 12.6.4.7). What stands in compressed parts is not seen.
enum PDFWords {
  private static let keys = [
    "/Title", "/Author", "/Subject", "/Keywords", "/URI", "/Contents",
  ].map { Array($0.utf8) }
  private static let longest = 1024

  /// One line for each text, in UTF-8.
  static func words(of bytes: [UInt8]) -> [UInt8] {
    var words: [UInt8] = []
    var at = 0
    while let slash = bytes[at...].firstIndex(of: UInt8(ascii: "/")) {
      at = slash + 1
      guard let key = keys.first(where: { bytes[slash...].starts(with: $0) }) else { continue }
      var start = slash + key.count
      while start < bytes.count,
        bytes[start] == 0x20 || bytes[start] == 0x0A || bytes[start] == 0x0D
      {
        start += 1
      }
      guard let text = string(bytes, start) else { continue }
      words += Array(decoded(text).utf8) + [0x0A]
    }
    return words
  }

  /// The bytes of a string in round or angle brackets; nil when none begins there.
  private static func string(_ bytes: [UInt8], _ start: Int) -> [UInt8]? {
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "<") { return hexadecimal(bytes, start + 1) }
    guard bytes[start] == UInt8(ascii: "(") else { return nil }
    var found: [UInt8] = []
    var depth = 1
    var at = start + 1
    while at < bytes.count, found.count < longest {
      switch bytes[at] {
      case UInt8(ascii: "\\"):
        at += 1
        if at < bytes.count { found.append(bytes[at]) }
      case UInt8(ascii: "("):
        depth += 1
        found.append(bytes[at])
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return found }
        found.append(bytes[at])
      default: found.append(bytes[at])
      }
      at += 1
    }
    return found
  }

  private static func hexadecimal(_ bytes: [UInt8], _ start: Int) -> [UInt8]? {
    let text = bytes[start...].prefix(4 * longest).prefix { $0 != UInt8(ascii: ">") }
      .filter { $0 > 0x20 }
    var found: [UInt8] = []
    for at in stride(from: 0, to: text.count - 1, by: 2) {
      guard let byte = UInt8(String(decoding: text[at...at + 1], as: UTF8.self), radix: 16) else {
        return nil
      }
      found.append(byte)
    }
    return found
  }

  /// UTF-16 behind its mark, UTF-8 behind its own, else as good as ASCII.
  private static func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.starts(with: [0xFE, 0xFF]) else {
      return String(
        decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
    }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }
}

/// A template's own words: what stands in braces is blanked out, so that places stay.
enum MustacheWords {
  static func words(of bytes: [UInt8]) -> [UInt8] {
    var words = bytes
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "{"), bytes[at + 1] == UInt8(ascii: "{") else {
        at += 1
        continue
      }
      while at < bytes.count {
        let isEnd = bytes[at...].starts(with: "}}".utf8)
        if words[at] != 0x0A { words[at] = 0x20 }
        at += 1
        if isEnd { break }
      }
      while at < bytes.count, bytes[at] == UInt8(ascii: "}") {
        words[at] = 0x20
        at += 1
      }
    }
    return words
  }
}
