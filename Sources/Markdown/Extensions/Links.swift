import CCmark
import Diagnostics

extension MarkdownExtension {
  /// Links and pictures get the address that the site gives them; one that leads nowhere is
  /// reported and leaves only its text. A picture alone in its paragraph becomes a figure.
  static let links = MarkdownExtension(name: "links") { tree, pass in
    let found = pass.inlines(in: tree).links
    pass.noteLinks(found)
    var ordinal = pass.links.count
    // Innermost first: a picture takes what stands in its text along when it is written.
    for link in found.reversed() {
      guard !link.isNested else {
        link.node.unwrap()  // HTML has no links within links.
        continue
      }
      ordinal -= 1
      pass.write(pass.links[ordinal], at: link.node)
    }
  }
}

extension RewritePass {
  fileprivate mutating func noteLinks(_ found: [InlineIndex.Link]) {
    var blocks = LeafBlocks()
    links = []
    links.reserveCapacity(found.count)
    for link in found where !link.isNested {
      let node = link.node
      links.append(
        LinkReference(
          destination: node.url, text: plainText(of: node),
          isImage: node.type == CMARK_NODE_IMAGE,
          location: location(of: node, in: blocks.block(of: node)), ordinal: links.count))
    }
  }

  fileprivate mutating func write(_ reference: LinkReference, at node: MarkdownNode) {
    if let label = footnote(reference, at: node) {
      return report(
        StrayMark(
          offset: 0, message: "there are no footnotes",
          hint: "write the source into 'sources' of the front matter, or the remark into the text"),
        .strayMark, at: reference.location, showing: label, in: node)
    }
    switch environment.resolve(reference) {
    case .url(let url):
      if url != reference.destination { node.setURL(url) }
    case .picture(let picture):
      MediaWriter(node, reference.text, environment).write(picture, pass: &self)
    case .video(let video):
      MediaWriter(node, reference.text, environment).write(video)
    case .videoCard(let url, let host):
      MediaWriter(node, reference.text, environment).writeCard(url, host: host)
    case .drawing(let svg, let says):
      MediaWriter(node, reference.text, environment).write(svg, says: says, pass: &self)
    case .wrapped(let before, let after):
      node.becomeCustom(CMARK_NODE_CUSTOM_INLINE, enter: .text(before), exit: .text(after))
    case .broken(let diagnostic):
      diagnostics.append(diagnostic)
      node.unwrap()
    }
  }
}

// MARK: Footnotes

extension RewritePass {
  /// `[^1]`, which Markdown takes for a link where a line `[^1]: …` of one word stands in the text.
  fileprivate func footnote(_ reference: LinkReference, at node: MarkdownNode) -> String? {
    guard !reference.isImage, reference.text.utf8.first == UInt8(ascii: "^") else { return nil }
    let file = file(of: node)
    let line = file.line(reference.location.line - file.linesAbove)
    let label = "[\(reference.text)]"
    return line.contains(label) ? label : nil
  }

  fileprivate mutating func report(
    _ mark: StrayMark, _ rule: Diagnostic.Rule, at place: SourceLocation, showing label: String,
    in node: MarkdownNode
  ) {
    report(mark, rule, at: place)
    if let text = MarkdownNode.text(label) { node.replace(with: text) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the text stands in these bytes, and no `(` or `[` behind it: that would be another link.
  fileprivate func contains(_ text: String) -> Bool {
    let text = Array(text.utf8)
    return indices.contains { start in
      guard self[start...].starts(with: text) else { return false }
      let end = start + text.count
      return end >= endIndex || self[end] != UInt8(ascii: "(") && self[end] != UInt8(ascii: "[")
    }
  }
}

/// The paragraphs and headings that links stand in.
private struct LeafBlocks {
  private var known: [OpaquePointer: MarkdownNode] = [:]

  mutating func block(of node: MarkdownNode) -> MarkdownNode? {
    var passed: [MarkdownNode] = []
    var current = node.parent
    while let inline = current, inline.type.isInline {
      if let block = known[inline.pointer] {
        current = block
        break
      }
      passed.append(inline)
      current = inline.parent
    }
    // Ten thousand links, each deeper in emphasis than the last, would be fifty million steps.
    if passed.count > 8 {
      for inline in passed { known[inline.pointer] = current }
    }
    return current
  }
}
