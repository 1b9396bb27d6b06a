import Mustache

/// Escapes text for HTML by bytes.
///
/// swift-mustache compares grapheme clusters, so a quote or `<` that a combining mark follows is not
/// escaped by its own content type; in UTF-8 the five characters cannot be part of anything else.
struct ByteHTMLEscaping: MustacheContentType {
  static let name = "HELPCENTER-HTML"

  /// Registers the content type with the engine, once.
  static let registered: Void = MustacheContentTypes.register(ByteHTMLEscaping(), named: name)

  func escapeText(_ text: String) -> String { escapeHTML(text) }
}

/// The text with `& < > " '` escaped (HTML Standard, section 13.1.2.3 and 13.3).
func escapeHTML(_ text: String) -> String {
  func needsEscape(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
  }
  // Most texts need nothing: looked at first, because a copy costs more than a look.
  guard text.utf8.contains(where: needsEscape) else { return text }
  var out: [UInt8] = []
  out.reserveCapacity(text.utf8.count + 16)
  for byte in text.utf8 {
    switch byte {
    case 0x26: out += Array("&amp;".utf8)
    case 0x3C: out += Array("&lt;".utf8)
    case 0x3E: out += Array("&gt;".utf8)
    case 0x22: out += Array("&quot;".utf8)
    case 0x27: out += Array("&#39;".utf8)
    default: out.append(byte)
    }
  }
  return String(decoding: out, as: UTF8.self)
}
