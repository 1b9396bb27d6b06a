import NIOHTTP1

/// Whom a request is for. A page of another site can have its own name point at this machine (DNS
/// rebinding) and would then read a preview that nobody published: the name gives it away.
struct RequestHost {
  enum Verdict: Equatable {
    case allowed
    /// None where one is needed, two, or no name at all: 400 (RFC 9112 section 3.2).
    case malformed
    /// Somebody else's name: 421 (RFC 9110 section 15.5.20).
    case misdirected
  }

  /// The name or address that the server was told to listen on.
  let own: String

  /// Judges the Host of a request, and the authority of a target in absolute form.
  func verdict(of head: HTTPRequestHead) -> Verdict {
    let hosts = head.headers["Host"]
    guard hosts.count == 1 || (hosts.isEmpty && head.version == .http1_0) else { return .malformed }
    var names = hosts
    if let authority = RequestTarget.authority(of: head.uri) { names.append(authority) }
    for name in names {
      let verdict = verdict(ofAuthority: name)
      if verdict != .allowed { return verdict }
    }
    return .allowed
  }

  /// Whether a page of this origin may listen for news: `http://` and one of the allowed names. A
  /// request without an origin comes from a page of the preview itself, or from no page at all.
  func allows(origin: String?) -> Bool {
    guard let origin else { return true }
    guard let scheme = origin.firstRange(of: "://") else { return false }
    return verdict(ofAuthority: String(origin[scheme.upperBound...])) == .allowed
  }

  /// `name`, `name:port`, `1.2.3.4:port` or `[::1]:port`. An address is always allowed: rebinding
  /// needs a name.
  private func verdict(ofAuthority authority: String) -> Verdict {
    guard let name = Self.name(in: authority) else { return .malformed }
    let isAllowed =
      name == "localhost" || name.hasSuffix(".localhost") || name == own.lowercased()
      || Self.isAddress(name)
    return isAllowed ? .allowed : .misdirected
  }

  /// In small letters, without the port; nil where the text is no authority.
  private static func name(in authority: String) -> String? {
    let text = authority.lowercased()
    var host = text[...]
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<end]
      let port = text[text.index(after: end)...]
      guard port.isEmpty || (port.first == ":" && isPort(port.dropFirst())) else { return nil }
      guard !host.isEmpty, host.utf8.allSatisfy({ isHexadecimal($0) || $0 == UInt8(ascii: ":") })
      else { return nil }
      return String(host)
    }
    if let colon = text.firstIndex(of: ":") {
      guard isPort(text[text.index(after: colon)...]) else { return nil }
      host = text[..<colon]
    }
    if host.last == "." { host = host.dropLast() }
    guard !host.isEmpty, host.utf8.allSatisfy(isNameByte) else { return nil }
    return String(host)
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.utf8.contains(UInt8(ascii: ":")) { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  private static func isPort(_ text: Substring) -> Bool { text.isEmpty || UInt16(text) != nil }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
