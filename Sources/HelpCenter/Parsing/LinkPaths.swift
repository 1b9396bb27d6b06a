import Foundation

extension LinkResolver {
  /// The scheme of an absolute address in lower case (RFC 3986, section 3.1); white space and
  /// control characters, which browsers drop from an address, do not hide one.
  static func scheme(of destination: String) -> String? {
    if destination.hasPrefix("//") { return "//" }
    let visible = destination.unicodeScalars.filter { $0.value > 0x20 }
    guard let colon = visible.firstIndex(of: ":") else { return nil }
    let name = visible[..<colon]
    guard let first = name.first, first.isASCII, first.properties.isAlphabetic,
      name.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789+.-".unicodeScalars.contains($0))
      })
    else { return nil }
    return String(String.UnicodeScalarView(name)).lowercased()
  }

  /// Path and fragment of a relative address, percent-decoded and in NFC; a query is dropped.
  static func parts(of destination: String) -> (path: String, fragment: String?) {
    let pieces = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = pieces[0].split(separator: "?", omittingEmptySubsequences: false)[0]
    func decoded(_ text: Substring) -> String {
      (text.removingPercentEncoding ?? String(text)).normalizedToNFC()
    }
    let fragment = pieces.count > 1 ? decoded(pieces[1]) : nil
    return (decoded(path), fragment?.isEmpty == true ? nil : fragment)
  }

  /// The path under `Content/` that a relative path means in a file of `Content/`.
  static func join(_ sourcePath: String, _ relative: String) -> String? {
    var parts = sourcePath.normalizedToNFC().split(separator: "/").dropFirst().dropLast()
      .map(String.init)
    for piece in relative.split(separator: "/") {
      switch piece {
      case ".": break
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(piece))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The relative path from a file of `Content/` to a path under `Content/`.
  static func relative(from sourcePath: String, to target: String) -> String {
    let folder = sourcePath.split(separator: "/").dropFirst().dropLast()
    let parts = target.split(separator: "/")
    let common = zip(folder, parts).prefix { $0 == $1 }.count
    return String(repeating: "../", count: folder.count - common)
      + parts.dropFirst(common).joined(separator: "/")
  }
}
