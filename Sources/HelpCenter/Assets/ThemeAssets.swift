import Diagnostics

/// The theme's files under the names that they are published by, each with a fingerprint of its
/// content in it, so that browsers may keep them for good.
///
/// A file that names another one holds that one's fingerprint, so that the files are named in the
/// order in which they refer to each other: the least dependent first.
struct ThemeAssets: Sendable {
  /// Published, by name.
  private(set) var files: [PublishedFile] = []
  /// `assets/site.css` to `assets/site.k3v9x2mq.css`, and to the content.
  private(set) var names: [String: String] = [:]
  private var contents: [String: [UInt8]] = [:]
  private var references: [String: [String]] = [:]

  /// Files that browsers and programs look for by name. The service worker is made by the build from
  /// its file, and is not published as it is.
  static let fixed = ["assets/favicon.svg": "favicon.svg"]
  static let serviceWorker = "assets/sw.js"

  /// Scripts and styles for pages and words that only a profile has, as files and folders.
  private static let ofProfiles = [
    "assets/contacts/verify.js", "assets/contacts/verify/", "assets/contacts/verify-page.js",
    "assets/contacts/verify.css", "assets/contacts/recognise.js", "assets/contacts/recognise/",
    "assets/contacts/prepare-page.js", "assets/contacts/prepare.css",
    "assets/contacts/case-pack.js", "assets/contacts/outline.js", "assets/contacts/secrets.js",
    "assets/contacts/seed-phrase.js",
  ]

  /// Of sites on which a category stands below another.
  private static let ofTrees = ["assets/site/tree.css"]

  /// The files of a site without a profile. Those that load one of the others ask the page first.
  var withoutProfiles: ThemeAssets { without(Self.ofProfiles) }

  /// The files of a site whose categories do not nest.
  var withoutTrees: ThemeAssets { without(Self.ofTrees) }

  private func without(_ paths: [String]) -> ThemeAssets {
    func isLeftOut(_ path: String) -> Bool { paths.contains(where: path.hasPrefix) }
    var rest = self
    rest.files.removeAll { isLeftOut(String($0.source.dropFirst("Templates/".count))) }
    rest.names = names.filter { !isLeftOut($0.key) }
    rest.contents = contents.filter { !isLeftOut($0.key) }
    rest.references = references.mapValues { $0.filter { !isLeftOut($0) } }
    return rest
  }

  /// The published name of a file, `assets/site.css` in the theme.
  subscript(path: String) -> String? { names[path] }

  /// The content of a file, with the fingerprints of those that it names.
  func content(of path: String) -> [UInt8]? { contents[path] }

  /// The files that a file needs, and those that they need, without itself.
  func closure(of paths: some Sequence<String>) -> Set<String> {
    var found: Set<String> = []
    var open = Array(paths)
    while let path = open.popLast() {
      for next in references[path] ?? [] where found.insert(next).inserted { open.append(next) }
    }
    return found
  }

  /// - Parameter files: the files under `Templates/assets/`, as `assets/…`.
  static func link(_ files: [OutputFile]) -> (value: ThemeAssets, diagnostics: [Diagnostic]) {
    var linker = AssetLinker(files)
    for file in files { linker.link(file.path, below: []) }
    linker.assets.files.sort { $0.path < $1.path }
    return (linker.assets, linker.diagnostics)
  }

  fileprivate mutating func add(_ path: String, _ content: [UInt8], references: [String]) {
    let name = Self.fixed[path] ?? Fingerprint.path(path, of: content)
    contents[path] = content
    self.references[path] = references
    guard path != Self.serviceWorker else { return }
    names[path] = name
    files.append(PublishedFile(path: name, source: "Templates/" + path, bytes: content))
  }
}

/// Names the files of a theme, those that others refer to first.
private struct AssetLinker {
  let sources: [String: [UInt8]]
  var assets = ThemeAssets()
  var diagnostics: [Diagnostic] = []
  private var seen: Set<String> = []

  init(_ files: [OutputFile]) {
    sources = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter chain: the files on the way here, outermost first.
  mutating func link(_ path: String, below chain: [String]) {
    guard let bytes = sources[path], seen.insert(path).inserted else { return }
    let found = AssetReferences.find(in: bytes, of: path)
    let known = found.filter { reference in
      if sources[reference.path] == nil {
        report(
          .missingAsset, path, bytes, reference,
          "there is no file Templates/\(reference.path)",
          hint: didYouMean(
            reference.path, among: sources.keys.sorted(),
            otherwise: "add the file, or correct its name"))
        return false
      }
      guard !(chain + [path]).contains(reference.path) else {
        report(
          .assetCycle, path, bytes, reference,
          "'\(reference.path)' refers back to this file, so neither can be named by its content",
          hint: "move what both need to a third file")
        return false
      }
      return true
    }
    for reference in known { link(reference.path, below: chain + [path]) }
    assets.add(
      path, SlimText.of(rewritten(bytes, known, in: path), path: path),
      references: known.map(\.path))
  }

  /// The content with the names that the others are published by.
  private func rewritten(
    _ bytes: [UInt8], _ references: [AssetReference], in path: String
  ) -> [UInt8] {
    var out: [UInt8] = []
    var place = 0
    let own = ThemeAssets.fixed[path] ?? (path == ThemeAssets.serviceWorker ? "sw.js" : path)
    for reference in references {
      guard let name = assets.names[reference.path] else { continue }
      out += bytes[place..<reference.range.lowerBound]
      out += Array(AssetReferences.way(from: own, to: name).utf8)
      place = reference.range.upperBound
    }
    return out + bytes[place...]
  }

  private mutating func report(
    _ rule: Diagnostic.Rule, _ path: String, _ bytes: [UInt8], _ reference: AssetReference,
    _ message: String,
    hint: String?
  ) {
    diagnostics.append(
      Diagnostic(
        .error, rule,
        at: LineTable(bytes).location(
          path: "Templates/" + path, byte: reference.range.lowerBound),
        message, hint: hint))
  }
}
