import CCmark

extension MarkdownExtension {
  /// A few tags that cannot bring anything into a page are taken (`SafeHTML`), and a comment that
  /// stands by itself is left out. All other HTML is shown as text: an article must not be able to
  /// bring a script, a form or a frame into a page that tells people whom to trust.
  static let rawHTML = MarkdownExtension(name: "raw HTML") { tree, pass in
    let nodes = pass.inlines(in: tree).html.filter { node in
      guard node.literal.withoutOuterSpace().isHTMLComment else { return true }
      node.remove()
      return false
    }
    guard !nodes.isEmpty else { return }
    var rewrite = HTMLRewrite()
    rewrite.lines(nodes.filter { $0.type == CMARK_NODE_HTML_INLINE }, &pass)
    rewrite.blocks(nodes.filter { $0.type == CMARK_NODE_HTML_BLOCK }, &pass)
    let shown = Set(rewrite.shown.map(\.pointer))
    for node in nodes where shown.contains(node.pointer) { pass.showAsText(node) }
    guard rewrite.hasTaken else { return }
    // There are pictures and blocks now that the walk before has not seen.
    pass.knownInlines = nil
    pass.forgetBlocks()
  }
}

/// Finds the HTML of an article that is taken, and writes it; the rest is `shown`.
private struct HTMLRewrite {
  private(set) var shown: [MarkdownNode] = []
  private(set) var hasTaken = false

  // MARK: In a line

  private struct OpenTags {
    var tags: [(node: MarkdownNode, tag: HTMLTag)] = []
    /// How many of each name are open: a text of nothing but tags must not take longer than its
    /// length.
    var counts: [String: Int] = [:]

    mutating func add(_ tag: HTMLTag, _ node: MarkdownNode) {
      tags.append((node, tag))
      counts[tag.name, default: 0] += 1
    }
  }

  mutating func lines(_ nodes: [MarkdownNode], _ pass: inout RewritePass) {
    var open: [OpaquePointer: OpenTags] = [:]
    for node in nodes {
      var text = Array(node.literal.utf8)[...]
      guard let parent = node.parent?.pointer, let tag = HTMLTag(takenFrom: &text), text.isEmpty,
        SafeHTML.allows(tag)
      else {
        shown.append(node)
        continue
      }
      if let single = SafeHTML.single(tag) {
        hasTaken = true
        if single.type == CMARK_NODE_IMAGE { pass.note(pass.location(of: node), of: single) }
        node.replace(with: single)
      } else if SafeHTML.pairs.contains(tag.name) {
        tag.isClosing
          ? close(tag, node, &open[parent, default: OpenTags()])
          : open[parent, default: OpenTags()].add(tag, node)
      } else {
        shown.append(node)
      }
    }
    shown += open.values.flatMap { $0.tags.map(\.node) }
  }

  private mutating func close(_ tag: HTMLTag, _ node: MarkdownNode, _ open: inout OpenTags) {
    guard open.counts[tag.name, default: 0] > 0 else { return shown.append(node) }
    while let last = open.tags.popLast() {
      open.counts[last.tag.name]! -= 1
      guard last.tag.name == tag.name else {
        shown.append(last.node)
        continue
      }
      let pair = SafeHTML.pair(last.tag)
      last.node.replace(with: pair)
      while let next = pair.next, next != node { pair.append(next) }
      node.remove()
      hasTaken = true
      return
    }
  }

  // MARK: Blocks

  private struct Block {
    var node: MarkdownNode
    var pieces: [SafeHTMLBlock.Piece]
  }

  mutating func blocks(_ nodes: [MarkdownNode], _ pass: inout RewritePass) {
    var order: [OpaquePointer] = []
    var byParent: [OpaquePointer: [Block]] = [:]
    for node in nodes {
      guard let parent = node.parent?.pointer, let block = SafeHTMLBlock(node.literal) else {
        shown.append(node)
        continue
      }
      if byParent[parent] == nil { order.append(parent) }
      byParent[parent, default: []].append(Block(node: node, pieces: block.pieces))
    }
    for parent in order { write(matching(byParent[parent] ?? []), &pass) }
  }

  /// Those whose `details` are all opened and closed. What is left out may have held the other end of
  /// another's: after a few rounds all that have any are left out.
  private mutating func matching(_ all: [Block]) -> [Block] {
    var blocks = all
    for round in 0..<4 {
      var open: [Int] = []
      var unmatched: Set<Int> = []
      for (index, block) in blocks.enumerated() {
        for piece in block.pieces {
          switch piece {
          case .open: open.append(index)
          case .close: if open.popLast() == nil { unmatched.insert(index) }
          case .paragraph: break
          }
        }
      }
      unmatched.formUnion(open)
      if unmatched.isEmpty { return blocks }
      if round == 3 { unmatched = Set(blocks.indices.filter { blocks[$0].pieces.hasDetails }) }
      shown += unmatched.sorted().map { blocks[$0].node }
      blocks = blocks.indices.filter { !unmatched.contains($0) }.map { blocks[$0] }
    }
    return blocks
  }

  private mutating func write(_ blocks: [Block], _ pass: inout RewritePass) {
    var open: [MarkdownNode] = []
    for block in blocks {
      hasTaken = true
      func put(_ node: MarkdownNode) {
        node.origin = block.node.origin
        node.insert(before: block.node)
      }
      for piece in block.pieces {
        switch piece {
        case .paragraph(let inlines):
          guard let paragraph = MarkdownNode(new: CMARK_NODE_PARAGRAPH) else { continue }
          inlines.forEach(paragraph.append)
          put(paragraph)
          for image in paragraph.nodes(where: { $0 == CMARK_NODE_IMAGE }) {
            pass.note(pass.location(of: block.node), of: image)
          }
        case .open(let summary, let isOpen):
          let details = MarkdownNode.custom(
            CMARK_NODE_CUSTOM_BLOCK,
            enter: isOpen ? "<details class=\"more\" open>" : "<details class=\"more\">",
            exit: "</details>")
          let line = MarkdownNode.custom(
            CMARK_NODE_CUSTOM_INLINE, enter: "<summary>", exit: "</summary>")
          summary.forEach(line.append)
          let holder = MarkdownNode.custom(CMARK_NODE_CUSTOM_BLOCK)
          holder.append(line)
          details.append(holder)
          put(details)
          open.append(details)
        case .close:
          guard let details = open.popLast() else { continue }
          while let next = details.next, next != block.node { details.append(next) }
        }
      }
      block.node.remove()
    }
  }
}

extension [SafeHTMLBlock.Piece] {
  fileprivate var hasDetails: Bool {
    contains { if case .paragraph = $0 { false } else { true } }
  }
}

extension RewritePass {
  fileprivate mutating func showAsText(_ node: MarkdownNode) {
    let literal = node.literal.withoutOuterSpace()
    report(
      .warning, .rawHTML, at: node, "raw HTML is shown as text", hint: Self.hint(for: literal))
    guard let text = MarkdownNode.text(literal) else { return }
    if node.type == CMARK_NODE_HTML_BLOCK {
      guard let paragraph = MarkdownNode(new: CMARK_NODE_PARAGRAPH) else { return }
      paragraph.append(text)
      node.replace(with: paragraph)
    } else {
      node.replace(with: text)
    }
  }

  private static func hint(for literal: String) -> String {
    var text = Array(literal.utf8)[...]
    let name = text.dropFirst().drop { $0 == UInt8(ascii: "/") }
      .prefix { (0x61...0x7A).contains($0 | 0x20) }
    guard SafeHTML.isKnown(String(decoding: name, as: UTF8.self).lowercased()) else {
      return "write it in Markdown, or put a backslash before '<' if it is meant as text"
    }
    guard let tag = HTMLTag(takenFrom: &text), SafeHTML.allows(tag) else {
      return "take out all attributes but 'src', 'alt', 'title' of a picture and 'title' of 'abbr'"
    }
    return
      "open and close it in the same text; '<details>' needs its '<summary>', and other tags do not "
      + "stand in it"
  }
}

extension String {
  fileprivate func withoutOuterSpace() -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var bytes = Array(utf8)[...]
    bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One whole comment and nothing behind it: an open one would swallow the rest of the article.
  fileprivate var isHTMLComment: Bool {
    guard utf8.starts(with: "<!--".utf8), utf8.count >= 7 else { return false }
    let inner = Array(utf8)[4...]
    let end = inner.indices.first { inner[$0...].starts(with: "-->".utf8) }
    return end == inner.endIndex - 3
  }
}
