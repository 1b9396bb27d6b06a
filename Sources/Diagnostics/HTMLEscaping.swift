/// The text with `& < > " '` escaped (HTML Standard, section 13.1.2.3 and 13.3).
package func escapeHTML(_ text: String) -> String {
  // Most texts need nothing: looked at first, because a copy costs more than a look.
  guard text.utf8.contains(where: { htmlEscape(of: $0) != nil }) else { return text }
  var out: [UInt8] = []
  out.reserveCapacity(text.utf8.count + 16)
  out.append(escapedHTML: text)
  return String(decoding: out, as: UTF8.self)
}

extension [UInt8] {
  package mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Escapes by bytes: to Swift, `<` and a combining mark behind it are one other character. In
  /// UTF-8 the five signs cannot be part of anything else.
  package mutating func append(escapedHTML text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        guard let escape = htmlEscape(of: bytes[index]) else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        escape.withUTF8Buffer { append(contentsOf: $0) }
        start = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

@inline(__always)
private func htmlEscape(of byte: UInt8) -> StaticString? {
  guard byte <= 0x3E else { return nil }
  return switch byte {
  case 0x26: "&amp;"
  case 0x3C: "&lt;"
  case 0x3E: "&gt;"
  case 0x22: "&quot;"
  case 0x27: "&#39;"
  default: nil
  }
}
