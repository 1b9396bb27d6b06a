#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A relative path as the bytes the disk holds.
///
/// Not a `String`: names on disk need not be UTF-8, and two names that differ only in Unicode
/// normalisation are equal as strings but are two files.
struct BytePath: Hashable, Comparable, Sendable {
  /// The bytes and a closing NUL, so that a system call needs no copy.
  private let terminated: [UInt8]

  init(_ string: String) { self.init(string.utf8) }

  init(_ bytes: some Sequence<UInt8>) {
    terminated = Array(bytes) + [0]
  }

  /// Copies a C string.
  init(copying name: UnsafePointer<CChar>) {
    terminated = Array(UnsafeRawBufferPointer(start: name, count: strlen(name) + 1))
  }

  private init(terminated: [UInt8]) { self.terminated = terminated }

  var bytes: ArraySlice<UInt8> { terminated.dropLast() }

  var isHidden: Bool { terminated[0] == UInt8(ascii: ".") }

  /// This path, a slash and `name`.
  func appending(_ name: BytePath) -> BytePath {
    var joined: [UInt8] = []
    joined.reserveCapacity(terminated.count + name.terminated.count)
    joined += bytes
    joined.append(UInt8(ascii: "/"))
    joined += name.terminated
    return BytePath(terminated: joined)
  }

  /// The folder the path lies in; nil for a name without a slash.
  var parent: BytePath? {
    lastSlash.map { BytePath(terminated[..<$0]) }
  }

  /// The last component.
  var name: BytePath {
    lastSlash.map { BytePath(terminated: Array(terminated[($0 + 1)...])) } ?? self
  }

  private var lastSlash: Int? { terminated.lastIndex(of: UInt8(ascii: "/")) }

  func hasSuffix(_ suffix: String) -> Bool {
    bytes.count >= suffix.utf8.count && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// The path as a string; nil when the bytes are not UTF-8.
  var string: String? { withCPath { String(validatingCString: $0) } }

  /// Calls `body` with the path as a C string that is valid during the call.
  func withCPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    terminated.withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }

  /// Byte order, in which a name comes before every longer name that begins with it.
  static func < (left: BytePath, right: BytePath) -> Bool {
    left.withCPath { left in right.withCPath { right in strcmp(left, right) < 0 } }
  }

  func hash(into hasher: inout Hasher) {
    terminated.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension BytePath: CustomStringConvertible {
  /// The path for a message; where it is not UTF-8, every byte outside ASCII is `\xE9`.
  var description: String {
    string
      ?? bytes.map { byte in
        byte < 0x80
          ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
      }.joined()
  }
}
