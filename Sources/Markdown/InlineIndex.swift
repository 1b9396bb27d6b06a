import CCmark

/// The inlines of an article that extensions ask for: raw HTML, line breaks, links. A walk through
/// all nodes is dear, because they do not fit a processor's first cache, so one finds them all.
///
/// Nothing between the first of these extensions and the last brings any or takes any away.
struct InlineIndex {
  /// Raw HTML, blocks of it included.
  var html: [MarkdownNode] = []
  var softBreaks: [MarkdownNode] = []
  /// Texts, and links behind an exclamation mark, that hold a sign of Markdown which it did not take.
  var suspects: [MarkdownNode] = []
  /// Emphasis of one `*` or `_`.
  var emphasis: [MarkdownNode] = []
  /// Links and pictures.
  var links: [Link] = []

  struct Link {
    var node: MarkdownNode
    /// Whether it is a link within a link: libcmark lets `<https://…>` stand there.
    var isNested: Bool
  }
}

extension RewritePass {
  mutating func inlines(in tree: borrowing MarkdownTree) -> InlineIndex {
    if let knownInlines { return knownInlines }
    var index = InlineIndex()
    index.links.reserveCapacity(32)
    // The blocks are on the way.
    var blocks = BlockIndex()
    var openLinks = 0
    tree.root.forEachStep { node, entering in
      let type = node.type
      switch type {
      case CMARK_NODE_TEXT:  // Most nodes.
        if let text = cmark_node_get_literal(node.pointer), InlineMarks.isSuspicious(text) {
          index.suspects.append(node)
        }
      case CMARK_NODE_EMPH:
        if entering { index.emphasis.append(node) }
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: index.html.append(node)
      case CMARK_NODE_SOFTBREAK: index.softBreaks.append(node)
      case CMARK_NODE_IMAGE:
        if entering { index.links.append(InlineIndex.Link(node: node, isNested: false)) }
      case CMARK_NODE_LINK:
        if entering {
          index.links.append(InlineIndex.Link(node: node, isNested: openLinks > 0))
          if InlineMarks.mayBeMedia(node) {
            index.suspects.append(node)
          }
        }
        openLinks += entering ? 1 : -1
      default:
        if entering { add(node, of: type, to: &blocks) }
      }
    }
    knownInlines = index
    if knownBlocks == nil { knownBlocks = blocks }
    return index
  }
}
