import CCmark

extension MarkdownExtension {
  /// A line break in the source is a space between words; between two Han characters or signs of
  /// full width it is nothing, because Chinese sets none there. Between Hangul words it stays
  /// (CSS Text 4, "segment break transformation rules", has the same pairs).
  static let lineBreaks = MarkdownExtension(name: "line breaks") { tree, pass in
    for node in pass.inlines(in: tree).softBreaks {
      if joins(edge(before: node), edge(after: node)) { node.remove() }
    }
  }

  /// `near` stands at the break, `far` behind it. A curly quote or dash is Chinese where its
  /// neighbour is: English and Korean use the same signs, with a space.
  private typealias Edge = (near: Unicode.Scalar?, far: Unicode.Scalar?)

  private static func joins(_ before: Edge, _ after: Edge) -> Bool {
    guard let left = before.near, let right = after.near else { return false }
    switch (isWide(left), isWide(right)) {
    case (true, true): return true
    case (true, false): return isSharedSign(right)
    case (false, true): return isSharedSign(left)
    case (false, false):
      return isSharedSign(left) && isSharedSign(right) && (before.far.map(isWide) ?? false)
    }
  }

  /// Han, Kana, Bopomofo and punctuation of full width.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FFF, 0x3001...0x303F, 0x3040...0x30FF, 0x3100...0x312F, 0x31A0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func isSharedSign(_ scalar: Unicode.Scalar) -> Bool {
    [0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026].contains(scalar.value)
  }

  /// The two characters before a break, through the markup that stands between.
  private static func edge(before node: MarkdownNode) -> Edge {
    var found: [Unicode.Scalar] = []
    var leaf = node.leafBefore
    while let current = leaf, current.isText, found.count < 2 {
      found += current.literal.unicodeScalars.suffix(2 - found.count).reversed()
      leaf = current.leafBefore
    }
    return (found.first, found.dropFirst().first)
  }

  private static func edge(after node: MarkdownNode) -> Edge {
    var found: [Unicode.Scalar] = []
    var leaf = node.leafAfter
    while let current = leaf, current.isText, found.count < 2 {
      found += current.literal.unicodeScalars.prefix(2 - found.count)
      leaf = current.leafAfter
    }
    return (found.first, found.dropFirst().first)
  }
}

extension MarkdownNode {
  fileprivate var isText: Bool { type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE }

  /// The text, or whatever else holds no text, that stands before this node in its paragraph.
  fileprivate var leafBefore: MarkdownNode? {
    var current = self
    while current.previous == nil, let parent = current.parent, parent.type.isInline {
      current = parent
    }
    var leaf = current.previous
    // What a picture shows is no text of the line.
    while let inner = leaf, inner.type != CMARK_NODE_IMAGE, let last = inner.lastChild {
      leaf = last
    }
    return leaf
  }

  fileprivate var leafAfter: MarkdownNode? {
    var current = self
    while current.next == nil, let parent = current.parent, parent.type.isInline {
      current = parent
    }
    var leaf = current.next
    while let inner = leaf, inner.type != CMARK_NODE_IMAGE, let first = inner.firstChild {
      leaf = first
    }
    return leaf
  }
}
