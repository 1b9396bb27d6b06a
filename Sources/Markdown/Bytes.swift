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
    withUnsafeBufferPointer { $0.contains(first, then: second) }
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

  func contains(_ first: UInt8, then second: UInt8) -> Bool {
    var start = 0
    while let place = firstIndex(of: first, from: start) {
      if place + 1 < count, self[place + 1] == second { return true }
      start = place + 1
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many Unicode scalars begin between two places.
  func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    // Without a branch, so that the compiler takes many bytes at once.
    for byte in UnsafeBufferPointer(rebasing: self[range]) {
      count &+= byte & 0xC0 == 0x80 ? 0 : 1
    }
    return count
  }

  /// Whether a text that stands alone is its own plain text: white space neither at its ends nor two
  /// in a row, and no other than spaces. Eight bytes at once: this is asked of every text.
  var isPlainText: Bool {
    guard let first, let last, first != 0x20, last != 0x20 else { return false }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones * 0x80
    let bytes = UnsafeRawBufferPointer(self)
    var index = 0
    while index + 8 < count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let next = bytes.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
      // The high bit of a byte is set where it is below 0x20, or where both words have a space.
      let below = (word &- ones * 0x20) & ~word & high
      let spaces = (word ^ (ones * 0x20)) | (next ^ (ones * 0x20))
      if below != 0 || (spaces &- ones) & ~spaces & high != 0 { return false }
      index += 8
    }
    while index < count {
      if self[index] < 0x20 || (self[index] == 0x20 && self[index + 1] == 0x20) { return false }
      index += 1
    }
    return true
  }
}

extension UnsafePointer<CChar> {
  /// A text of libcmark's without the 0 at its end.
  var bytes: UnsafeBufferPointer<UInt8> {
    let raw = UnsafeRawPointer(self).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: raw, count: strlen(self))
  }
}

extension UnsafeRawBufferPointer {
  /// As libcmark takes a text; an empty buffer may have no address.
  var text: UnsafePointer<CChar> {
    baseAddress?.assumingMemoryBound(to: CChar.self) ?? emptyText
  }
}

/// An address to hand to libcmark for an empty body, whose buffer has none.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
  let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  pointer.initialize(to: 0)
  return UnsafePointer(pointer)
}()

extension String {
  /// A text that libcmark has handed out, or pieces of such texts: it has checked every byte of the
  /// article. Not to check them again saves a twentieth of an article's time in Korean and Chinese.
  init(validUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    if #available(macOS 26, *) {
      self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: bytes.isASCII))
    } else {
      self.init(decoding: bytes, as: UTF8.self)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isASCII: Bool {
    // Without a branch, so that the compiler takes many bytes at once.
    reduce(0, |) < 0x80
  }
}
