import CCmark
import Diagnostics

extension MarkdownExtension {
  /// `{include: name}` puts the blocks of `snippets/<name>.<language>.md` in its place.
  static let snippets = MarkdownExtension(name: "snippets") { tree, pass in
    for marker in pass.blocks(in: tree).markers where marker.name == "include" {
      pass.include(marker, within: [])
      pass.forgetBlocks()
    }
  }
}

extension RewritePass {
  /// - Parameter chain: the snippets that are being included, outermost first.
  fileprivate mutating func include(_ marker: Marker, within chain: [String]) {
    let name = marker.argument
    guard let snippet = environment.snippet(name) else {
      report(
        .error, "unknown-snippet", at: marker.node, "there is no snippet '\(name)'",
        hint: didYouMean(
          name, among: environment.snippetNames,
          otherwise: "add it under Content/snippets/ in the language of this text"))
      return marker.node.remove()
    }
    guard !chain.contains(name) else {
      let circle = (chain + [name]).joined(separator: " → ")
      report(
        .error, "snippet-cycle", at: marker.node, "the snippet includes itself: \(circle)",
        hint: "remove one of the 'include' lines")
      return marker.node.remove()
    }
    let file = OriginFile(snippet.source, signs)
    let tree = file.text.parse()
    setOrigin(.file(file), below: tree.root)
    for inner in index(of: tree).markers where inner.name == "include" {
      include(inner, within: chain + [name])
    }
    tree.root.forEachChild { $0.insert(before: marker.node) }
    marker.node.remove()
  }
}
