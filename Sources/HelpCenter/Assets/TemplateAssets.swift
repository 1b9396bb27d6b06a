import Diagnostics

/// Finds the files of `assets/` that templates link to, as `{{root}}assets/site.css`, and writes the
/// names they are published by in their place, so that a theme need not know of fingerprints.
struct TemplateAssets {
  private static let marker = Array("{{root}}assets/".utf8)

  private struct Link {
    /// The bytes of `assets/site.css`.
    var range: Range<Int>
    var path: String
  }

  private static func links(in bytes: [UInt8]) -> [Link] {
    var found: [Link] = []
    var start = 0
    while let at = bytes[start...].firstPlace(of: marker) {
      let end =
        bytes[at.upperBound...].firstIndex { byte in
          byte == 0x22 || byte == 0x27 || byte == 0x23 || byte == 0x3F || byte == 0x3C
            || byte <= 0x20
        } ?? bytes.count
      let range = at.upperBound - "assets/".utf8.count..<end
      found.append(Link(range: range, path: String(decoding: bytes[range], as: UTF8.self)))
      start = end
    }
    return found
  }

  /// The published names, each for the place of the name that a template writes out.
  static func replacements(
    in bytes: [UInt8], assets: ThemeAssets
  ) -> [(range: Range<Int>, bytes: [UInt8])] {
    links(in: bytes).compactMap { link in
      assets[link.path].map { (link.range, Array($0.utf8)) }
    }
  }

  /// The files that a template links to.
  static func names(in bytes: [UInt8]) -> [String] { links(in: bytes).map(\.path) }

  /// Links to files that are not there.
  static func findings(in file: SourceFile, assets: ThemeAssets) -> [Diagnostic] {
    links(in: file.bytes).filter { assets[$0.path] == nil }.map { link in
      let place = link.range.lowerBound - "{{root}}".utf8.count
      let isMade = link.path.contains("{{")
      return Diagnostic(
        .error, .missingAsset, at: LineTable(file.bytes).location(path: file.path, byte: place),
        isMade
          ? "the name of an asset must be written out; this one is put together from names"
          : "there is no file Templates/\(link.path)",
        hint: isMade
          ? "use the symbols of one file, as in '{{root}}assets/icons.svg#{{icon}}'"
          : didYouMean(
            link.path, among: assets.names.keys.sorted(),
            otherwise: "add the file, or correct its name"))
    }
  }

  /// Files that nothing refers to: neither a template, nor the build, nor a file that is used.
  static func unused(_ assets: ThemeAssets, usedBy templates: [SourceFile]) -> [Diagnostic] {
    let roots =
      templates.flatMap { names(in: $0.bytes) } + BuiltInAsset.allCases.map(\.rawValue)
    let used = Set(roots).union(assets.closure(of: roots))
    return assets.names.keys.filter { !used.contains($0) }.sorted().map { path in
      Diagnostic(
        .notice, .unusedAsset, at: SourceLocation(path: "Templates/" + path),
        "no template and no other asset refers to this file",
        hint: "remove it, or link to it as '{{root}}\(path)'")
    }
  }
}

/// Files of the theme that the build itself refers to, where they are there.
enum BuiltInAsset: String, CaseIterable {
  /// The symbols in callouts, pictures and the like.
  case icons = "assets/icons.svg"
  case favicon = "assets/favicon.svg"
  /// What other sites show beside a link to this one.
  case picture = "assets/og.png"
  /// For home screens, which take no SVG.
  case appIcon = "assets/icon.png"
}
