/// Which bytes of a file a Range header asks for (RFC 9110 section 14).
enum ByteRange: Equatable {
  /// All of them: the header is absent, malformed, in another unit, or for several ranges, which
  /// a server may ignore (RFC 9110 section 14.2).
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// - Parameters:
  ///   - header: The value of the Range header.
  ///   - length: The size of the file in bytes.
  init(header: String, length: Int) {
    let pieces = header.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    // Units are not case-sensitive (RFC 9110 section 14.1).
    guard pieces.count == 2, pieces[0].lowercased() == "bytes" else {
      self = .whole
      return
    }
    let ends = pieces[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else {
      self = .whole
      return
    }
    switch (Self.position(ends[0]), Self.position(ends[1])) {
    case (.some(let first), nil) where ends[1].isEmpty:
      self = Self.from(first, through: Int.max, length: length)
    case (nil, .some(let count)) where ends[0].isEmpty:
      self = Self.last(count, length: length)
    case (.some(let first), .some(let last)) where first <= last:
      self = Self.from(first, through: last, length: length)
    default:
      self = .whole
    }
  }

  private static func from(_ first: Int, through last: Int, length: Int) -> ByteRange {
    first < length ? .part(first..<min(last, length - 1) + 1) : .unsatisfiable
  }

  private static func last(_ count: Int, length: Int) -> ByteRange {
    guard count > 0 else { return .unsatisfiable }
    // Content-Range cannot express a part of nothing.
    return length == 0 ? .whole : .part(max(0, length - count)..<length)
  }

  /// A position of any number of digits; one too large to count lies behind the end of any file.
  private static func position(_ text: Substring) -> Int? {
    guard !text.isEmpty,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text) ?? Int.max
  }
}
