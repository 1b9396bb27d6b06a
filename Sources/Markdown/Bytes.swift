// Markdown is looked at as bytes: all its signs are ASCII, and Strings are several times dearer.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension ArraySlice<UInt8> {
  /// Without spaces and tabs at either end.
  func trimmingSpaces() -> ArraySlice<UInt8> {
    var slice = drop { $0 == 0x20 || $0 == 0x09 }
    while slice.last == 0x20 || slice.last == 0x09 { slice = slice.dropLast() }
    return slice
  }

  /// Whether the two bytes stand in a row. `firstRange(of:)` is not specialised: it took half of an
  /// article's time.
  func contains(_ first: UInt8, then second: UInt8) -> Bool {
    withUnsafeBufferPointer { bytes in
      var start = 0
      while let place = bytes.firstIndex(of: first, from: start) {
        if place + 1 < bytes.count, bytes[place + 1] == second { return true }
        start = place + 1
      }
      return false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// By the C library, which looks at 32 bytes at once: most of an article is looked through for
  /// signs that hardly occur in it.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let baseAddress, start < count,
      let found = memchr(baseAddress + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}

extension UnsafePointer<CChar> {
  /// A text of libcmark's without the 0 at its end.
  var bytes: UnsafeBufferPointer<UInt8> {
    let raw = UnsafeRawPointer(self).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: raw, count: strlen(self))
  }
}

/// The text with the signs escaped that HTML gives a meaning.
func escapeHTML(_ text: String) -> String {
  // Most texts have none.
  guard text.utf8.contains(where: { escape(of: $0) != nil }) else { return text }
  var out: [UInt8] = []
  for byte in text.utf8 {
    if let escape = escape(of: byte) { out += escape.utf8 } else { out.append(byte) }
  }
  return String(decoding: out, as: UTF8.self)
}

private func escape(of byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
