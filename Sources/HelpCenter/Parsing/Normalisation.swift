import Foundation

extension String {
  /// Unicode normalisation form C, so that a Korean text typed or named on macOS (form D) equals
  /// the same text from elsewhere. A text that plainly is in that form is returned as it is.
  func normalizedToNFC() -> String {
    let isPlain =
      utf8.withContiguousStorageIfAvailable { !mayNeedNormalisation($0) }
      ?? utf8.allSatisfy { $0 < 0x80 }
    return isPlain ? self : precomposedStringWithCanonicalMapping
  }

  /// Without white space at either end.
  func trimmingSpaces() -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
      return self
    }
    let kept = utf8.drop(while: isSpace)
    let end = kept.lastIndex { !isSpace($0) }
    return end.map { String(self[kept.startIndex...$0]) } ?? ""
  }
}

/// The text in normalisation form C. Bytes that are not UTF-8 are returned as they are, for their own
/// finding.
///
/// Almost every text is in form C already, and to find that out the slow way costs more than to
/// render it: a text without any byte that can begin a combining mark or a conjoining jamo is.
func normalizedToNFC(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.withUnsafeBufferPointer(mayNeedNormalisation),
    let text = String(validating: bytes, as: UTF8.self)
  else {
    return bytes
  }
  return Array(text.precomposedStringWithCanonicalMapping.utf8)
}

/// Lead bytes of U+0300…U+0DFF, of U+1000…U+2FFF, of U+3099/U+309A and of U+F900…U+FFFF hold all
/// characters below U+10000 that form C can change; above that, musical signs and rare Han.
private func mayNeedNormalisation(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  for index in bytes.indices where bytes[index] >= 0xCC {
    switch bytes[index] {
    case 0xCC...0xE1: return true
    case 0xE2:
      // U+2000 and U+2001 (spaces), U+2126, U+212A, U+212B, U+2ADC and the marks at U+20D0; common
      // signs such as “ ” … – are not.
      if index + 1 < bytes.count, [0x83, 0x84, 0x8C, 0xAB].contains(bytes[index + 1]) {
        return true
      }
      if index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] <= 0x81 {
        return true
      }
    case 0xE3:
      if index + 2 < bytes.count, bytes[index + 1] == 0x82, [0x99, 0x9A].contains(bytes[index + 2])
      {
        return true
      }
      if index + 1 < bytes.count, bytes[index + 1] == 0x80, index + 2 < bytes.count,
        (0xAA...0xAF).contains(bytes[index + 2])
      {
        return true
      }
    case 0xED:
      // Hangul ends at U+D7A3; jamo of the extended block follow.
      if index + 1 < bytes.count, bytes[index + 1] >= 0x9E { return true }
    case 0xEF:
      if index + 1 < bytes.count, (0xA4...0xAD).contains(bytes[index + 1]) { return true }
    case 0xF0...0xFF: return true
    default: break
    }
  }
  return false
}
