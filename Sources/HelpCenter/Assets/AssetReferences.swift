import Diagnostics

/// A place in a file where another file of the theme is named.
struct AssetReference: Sendable, Hashable {
  /// The bytes of the name, without quotes, query and fragment.
  var range: Range<Int>
  /// The path it leads to, from the site's root: `assets/waves.svg`.
  var path: String
}

/// Finds where style sheets, scripts and pictures name each other, by relative addresses:
///
/// - CSS: `url(…)` and `@import "…"`;
/// - JavaScript: `from "./…"`, `import "./…"`, `import("./…")`, `new URL("./…"`;
/// - SVG: `href="…"` and `url(…)`.
///
/// Addresses with a scheme, those that begin with `/` or `#`, and those that lead out of `assets/` are
/// left alone. So is what stands in a line of comment.
enum AssetReferences {
  static func find(in bytes: [UInt8], of path: String) -> [AssetReference] {
    let markers: [Marker]
    switch path.split(separator: ".").last {
    case "css": markers = [.init("url("), .init("@import")]
    case "js", "mjs":
      markers = [
        .init("from", dotted: true), .init("import", dotted: true),
        .init("import(", dotted: true), .init("new URL(", dotted: true),
      ]
    case "svg": markers = [.init("href="), .init("url(")]
    default: return []
    }
    var found: Set<AssetReference> = []
    for marker in markers {
      var start = 0
      while let hit = bytes[start...].firstPlace(of: marker.bytes) {
        start = hit.upperBound
        guard let range = marker.name(in: bytes, after: hit.upperBound),
          !isComment(bytes, at: hit.lowerBound, script: path.hasSuffix("js")),
          let target = target(String(decoding: bytes[range], as: UTF8.self), from: path)
        else { continue }
        found.insert(AssetReference(range: range, path: target))
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The relative way from one file of the site to another.
  static func way(from file: String, to target: String) -> String {
    let folders = file.split(separator: "/").dropLast()
    let parts = target.split(separator: "/")
    let common = zip(folders, parts.dropLast()).prefix { $0 == $1 }.count
    let up = String(repeating: "../", count: folders.count - common)
    return (up.isEmpty ? "./" : up) + parts.dropFirst(common).joined(separator: "/")
  }

  private static func target(_ address: String, from file: String) -> String? {
    guard let first = address.first, first != "/", first != "#",
      !address.contains(":"), !address.contains("{"), !address.contains("$")
    else { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.first == "assets" && parts.count > 1 ? parts.joined(separator: "/") : nil
  }

  /// Whether the line began as a comment does, and the comment has not ended.
  private static func isComment(_ bytes: [UInt8], at place: Int, script: Bool) -> Bool {
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = bytes[start..<place].drop { $0 == 0x20 || $0 == 0x09 }
    if line.starts(with: "/*".utf8) { return line.firstPlace(of: Array("*/".utf8)) == nil }
    return script && (line.starts(with: "//".utf8) || line.first == 0x2A)
  }
}

/// What stands before a name.
private struct Marker {
  let bytes: [UInt8]
  /// A module is named by `./` or `../`; other texts behind the word are none.
  let dotted: Bool

  init(_ text: String, dotted: Bool = false) {
    bytes = Array(text.utf8)
    self.dotted = dotted
  }

  /// The name behind the marker, quoted or (after a bracket) bare.
  func name(in bytes: [UInt8], after place: Int) -> Range<Int>? {
    guard var start = bytes[place...].firstIndex(where: { $0 > 0x20 }) else { return nil }
    let quote = bytes[start] == 0x22 || bytes[start] == 0x27 ? bytes[start] : nil
    if quote != nil {
      start += 1
    } else if dotted || self.bytes.last != UInt8(ascii: "(") {
      return nil
    }
    let end =
      bytes[start...].firstIndex { byte in
        byte == quote || byte <= 0x20 || byte == 0x23 || byte == 0x3F || byte == 0x29
      } ?? bytes.count
    guard start < end, !dotted || bytes[start] == UInt8(ascii: ".") else { return nil }
    return start..<end
  }
}
