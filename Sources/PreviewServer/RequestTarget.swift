/// The target of a request (RFC 9112 section 3.2), taken apart and decoded.
struct RequestTarget {
  /// The path as it was sent, percent-encoded.
  let sentPath: String
  /// With its question mark; empty where there is none.
  let query: String
  /// The decoded path relative to the site's root, or nil where no file can have that name.
  let path: String?

  init(_ target: String) {
    let text = Self.originForm(target).utf8.prefix { $0 != UInt8(ascii: "#") }
    let sent = text.prefix { $0 != UInt8(ascii: "?") }
    sentPath = String(decoding: sent, as: UTF8.self)
    query = String(decoding: text[sent.endIndex...], as: UTF8.self)
    path = Self.decode(sentPath)
  }

  /// Whether the path asks for a folder's index.
  var namesFolder: Bool {
    path.map { $0.isEmpty || $0.utf8.last == UInt8(ascii: "/") } ?? false
  }

  /// Whether the path is one a reader's page would have.
  var namesPage: Bool {
    guard let path else { return false }
    let type = MediaType.fileExtension(of: path)
    return namesFolder || type == nil || type == "html"
  }

  /// What stands between the scheme and the path of a target in absolute form; nil for any other.
  static func authority(of target: String) -> String? {
    guard !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") else { return nil }
    return String(target[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }

  /// A server must accept the absolute form too: `http://host/path` (RFC 9112 section 3.2.2).
  private static func originForm(_ target: String) -> String {
    guard !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") else { return target }
    let rest = target[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
    return rest.hasPrefix("/") ? String(rest) : "/" + rest
  }

  private static func decode(_ path: String) -> String? {
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    let sent = path.utf8.dropFirst()
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var segments: [String] = []
    for (index, segment) in sent.enumerated() {
      // Only the last segment may be empty: that is the slash at the end of a folder.
      guard !segment.isEmpty || index == sent.count - 1, let text = decode(segment: segment)
      else { return nil }
      segments.append(text)
    }
    return segments.joined(separator: "/")
  }

  /// Percent-decoding (RFC 3986 section 2.1). An encoded slash is not a separator, and dot
  /// segments are for the client to resolve, so neither can name a file.
  private static func decode(segment: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = segment[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexadecimal),
        let low = rest.popFirst().flatMap(hexadecimal)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard !bytes.contains(0), !bytes.contains(UInt8(ascii: "/")),
      let text = String(validating: bytes, as: UTF8.self), text != ".", text != ".."
    else { return nil }
    return text
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
