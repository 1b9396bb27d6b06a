/// Finds what looks like contact data in a text: phone numbers, mail addresses, web addresses and
/// handles. Wrong contact data costs readers money, so a text may hold none that no source stands
/// behind.
///
/// Works on UTF-8 bytes: everything that it looks for is ASCII, and it reads every article of every
/// build.
public struct ContactValueScanner: Sendable {
  public enum Kind: String, Sendable, Hashable {
    case phone, mail, url, handle
  }

  public struct Value: Sendable, Hashable {
    public var kind: Kind
    public var text: String
    /// Offset of its first byte.
    public var offset: Int
  }

  /// The values in the order in which they stand.
  public static func values(in bytes: [UInt8]) -> [Value] {
    var scanner = ContactValueScanner(bytes)
    return scanner.scan()
  }

  private let bytes: [UInt8]
  private var found: [Value] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scan() -> [Value] {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let end: Int? =
        switch byte {
        case UInt8(ascii: "h"): url(at: index)
        case UInt8(ascii: "@"): mailOrHandle(at: index)
        case UInt8(ascii: "+"), 0x30...0x39: phone(at: index)
        default: nil
        }
      index = max(end ?? 0, index + 1)
    }
    return found
  }

  private mutating func add(_ kind: Kind, _ range: Range<Int>) -> Int {
    found.append(
      Value(
        kind: kind, text: String(decoding: bytes[range], as: UTF8.self), offset: range.lowerBound))
    return range.upperBound
  }

  private func byte(before index: Int) -> UInt8? { index > 0 ? bytes[index - 1] : nil }

  // MARK: Addresses

  private mutating func url(at start: Int) -> Int? {
    let rest = bytes[start...]
    let length = ["https://", "http://"].first { rest.starts(with: $0.utf8) }?.utf8.count
    guard let length, !(byte(before: start).map(Self.isWord) ?? false) else { return nil }
    let end = bytes[(start + length)...].firstIndex { !Self.isAddress($0) } ?? bytes.count
    var last = end
    // A full stop or comma behind an address belongs to the sentence.
    while last > start, [0x2E, 0x2C, 0x3B, 0x3A].contains(bytes[last - 1]) { last -= 1 }
    return add(.url, start..<last)
  }

  private mutating func mailOrHandle(at sign: Int) -> Int? {
    var start = sign
    while start > 0, Self.isLocal(bytes[start - 1]) { start -= 1 }
    var end = sign + 1
    while end < bytes.count, Self.isWord(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x2D {
      end += 1
    }
    while end > sign + 1, [0x2E, 0x2D].contains(bytes[end - 1]) { end -= 1 }
    let host = bytes[(sign + 1)..<end]
    if start < sign, let dot = host.lastIndex(of: 0x2E), host.endIndex - dot > 2 {
      return add(.mail, start..<end)
    }
    let name = host.prefix { Self.isWord($0) }
    guard start == sign, name.count >= 4, name.contains(where: { $0 > 0x39 }) else { return end }
    return add(.handle, sign..<name.endIndex)
  }

  // MARK: Numbers

  /// Korean service numbers (1588-5682), area and mobile numbers (02-123-4567), Chinese 400 numbers
  /// and the international form; dates, amounts and hashes are none.
  private mutating func phone(at start: Int) -> Int? {
    var end = start
    var groups: [Int] = [0]
    if bytes[end] == UInt8(ascii: "+") { end += 1 }
    while end < bytes.count {
      if (0x30...0x39).contains(bytes[end]) {
        groups[groups.count - 1] += 1
      } else if bytes[end] == 0x2D, groups.last! > 0 {
        groups.append(0)
      } else {
        break
      }
      end += 1
    }
    if groups.last == 0, groups.count > 1 {
      groups.removeLast()
      end -= 1
    }
    let before = byte(before: start)
    let isPart =
      before.map { Self.isWord($0) || "#.-/".utf8.contains($0) } ?? false
      || (end < bytes.count && (Self.isWord(bytes[end]) || bytes[end] == 0x2F))
    guard !isPart, Self.isNumber(groups, first: bytes[start..<end]) else { return end }
    return add(.phone, start..<end)
  }

  private static func isNumber(_ groups: [Int], first digits: ArraySlice<UInt8>) -> Bool {
    let total = groups.reduce(0, +)
    if digits.first == UInt8(ascii: "+") { return (8...15).contains(total) }
    let startsWith = { (text: String) in digits.starts(with: text.utf8) }
    switch groups {
    case [4, 4]: return startsWith("1")
    case [2, 3, 4], [2, 4, 4], [3, 3, 4], [3, 4, 4]: return startsWith("0") || startsWith("400")
    case [8]: return ["15", "16", "18"].contains(where: startsWith)
    case [10], [11]: return startsWith("02") || startsWith("010") || startsWith("070")
    default: return false
    }
  }

  // MARK: Signs

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isWord(byte) || [0x2E, 0x2B, 0x2D, 0x25].contains(byte)
  }

  /// What an address can hold unencoded, without the brackets that Markdown puts around it.
  private static func isAddress(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"\"'<>()[]{}`|\\^".utf8.contains(byte)
  }
}
