import CCmark
import Diagnostics

extension MarkdownExtension {
  /// Links and pictures get the address that the site gives them; one that leads nowhere is
  /// reported and leaves only its text. A picture alone in its paragraph becomes a figure.
  static let links = MarkdownExtension(name: "links") { tree, pass in
    let found = pass.collectLinks(in: tree)
    // Innermost first: a picture takes what stands in its text along when it is written.
    for link in found.reversed() {
      if let ordinal = link.ordinal {
        pass.write(pass.links[ordinal], at: link.node)
      } else {
        link.node.unwrap()
      }
    }
  }
}

/// A link or picture of the tree. One without a reference is not to stay.
private struct FoundLink {
  var node: MarkdownNode
  /// Where its reference stands among `RewritePass.links`.
  var ordinal: Int?
}

extension RewritePass {
  /// Finds the links and pictures of a tree, and notes what they refer to.
  fileprivate mutating func collectLinks(in tree: borrowing MarkdownTree) -> [FoundLink] {
    var found: [FoundLink] = []
    var block = tree.root
    var openLinks = 0
    links = []
    tree.root.forEachStep { node, entering in
      let type = node.type
      if !type.isInline { block = node }
      guard type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE else { return }
      if type == CMARK_NODE_LINK { openLinks += entering ? 1 : -1 }
      guard entering else { return }
      // libcmark lets `<https://…>` stand within a link; HTML does not.
      guard type == CMARK_NODE_IMAGE || openLinks == 1 else {
        return found.append(FoundLink(node: node))
      }
      found.append(FoundLink(node: node, ordinal: links.count))
      links.append(
        LinkReference(
          destination: node.url, text: plainText(of: node), isImage: type == CMARK_NODE_IMAGE,
          location: location(of: node, in: block), ordinal: links.count))
    }
    return found
  }

  fileprivate mutating func write(_ reference: LinkReference, at node: MarkdownNode) {
    switch environment.resolve(reference) {
    case .url(let url):
      if url != reference.destination { node.setURL(url) }
    case .picture(let picture):
      MediaWriter(node, reference.text, environment).write(picture, pass: &self)
    case .video(let video):
      MediaWriter(node, reference.text, environment).write(video)
    case .videoCard(let url, let host):
      MediaWriter(node, reference.text, environment).writeCard(url, host: host)
    case .wrapped(let before, let after):
      node.becomeCustom(CMARK_NODE_CUSTOM_INLINE, enter: .text(before), exit: .text(after))
    case .broken(let diagnostic):
      diagnostics.append(diagnostic)
      node.unwrap()
    }
  }
}
