import CCmark
import Diagnostics

extension MarkdownExtension {
  /// `{include: name}` puts the blocks of `snippets/<name>.<language>.md` in its place.
  static let snippets = MarkdownExtension(name: "snippets") { tree, pass in
    for marker in pass.blocks(in: tree).markers where marker.name == "include" {
      switch pass.include(marker, within: []) {
      case .whole: break
      case .tooDeep(let chain):
        pass.report(
          .error, .snippetTooDeep, at: marker.node,
          "'\(marker.argument)' includes snippets more than \(SnippetLimits.depth) deep: "
            + chain.joined(separator: " → "), hint: "write the innermost text where it is used")
      case .tooLarge:
        pass.report(
          .error, .snippetTooLarge, at: marker.node,
          "with all that '\(marker.argument)' includes, the text would be larger than "
            + "\(SnippetLimits.size) bytes", hint: "include each snippet once, or fewer of them")
      }
      marker.node.remove()
      pass.forgetBlocks()
    }
  }
}

/// A few lines of snippets that include each other could become a text that no memory holds.
enum SnippetLimits {
  /// The longest chain of snippets that include each other.
  static let depth = 8
  /// What the snippets of one article may come to, in bytes.
  static let size = 1 << 20
  /// What each of them counts for at least: an empty one takes time too.
  static let leastSize = 256
}

private enum Inclusion {
  case whole
  case tooDeep([String])
  case tooLarge
}

extension RewritePass {
  /// Puts a snippet's blocks before the marker.
  /// - Parameter chain: the snippets that are being included, outermost first.
  fileprivate mutating func include(_ marker: Marker, within chain: [String]) -> Inclusion {
    let name = marker.argument
    guard let snippet = environment.snippet(name) else {
      report(
        .error, .unknownSnippet, at: marker.node, "there is no snippet '\(name)'",
        hint: didYouMean(
          name, among: environment.snippetNames,
          otherwise: "add it under Content/snippets/ in the language of this text"))
      return .whole
    }
    guard !chain.contains(name) else {
      let circle = (chain + [name]).joined(separator: " → ")
      report(
        .error, .snippetCycle, at: marker.node, "the snippet includes itself: \(circle)",
        hint: "remove one of the 'include' lines")
      return .whole
    }
    let chain = chain + [name]
    guard chain.count <= SnippetLimits.depth else { return .tooDeep(chain) }
    includedBytes += max(snippet.source.bytes.count, SnippetLimits.leastSize)
    guard includedBytes <= SnippetLimits.size else { return .tooLarge }
    let file = OriginFile(snippet.source, signs)
    let tree = file.text.parse()
    setOrigin(.file(file), below: tree.root)
    for inner in index(of: tree).markers where inner.name == "include" {
      let inclusion = include(inner, within: chain)
      inner.node.remove()
      guard case .whole = inclusion else { return inclusion }
    }
    tree.root.forEachChild { $0.insert(before: marker.node) }
    return .whole
  }
}
