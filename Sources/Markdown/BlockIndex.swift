import CCmark

/// The blocks of an article that extensions ask for. One walk finds them all: eight walks, one for
/// each extension that asks, were a twelfth of what an article took.
struct BlockIndex {
  /// Paragraphs and headings, in which a table may stand.
  var texts: [MarkdownNode] = []
  var headings: [MarkdownNode] = []
  var quotes: [MarkdownNode] = []
  var lists: [MarkdownNode] = []
  var codeBlocks: [MarkdownNode] = []
  /// Paragraphs that hold nothing but `{name}` or `{name: argument}`.
  var markers: [Marker] = []

  init() {
    texts.reserveCapacity(64)
    headings.reserveCapacity(16)
  }
}

extension RewritePass {
  /// The blocks of the article's tree; found anew after `forgetBlocks`.
  ///
  /// Each list is used by the extensions that rewrite its blocks, so it need not hear of that. An
  /// extension that takes away or brings blocks which a later one looks for says so.
  mutating func blocks(in tree: borrowing MarkdownTree) -> BlockIndex {
    if let knownBlocks { return knownBlocks }
    let index = index(of: tree)
    knownBlocks = index
    return index
  }

  /// The same of any tree.
  func index(of tree: borrowing MarkdownTree) -> BlockIndex {
    var index = BlockIndex()
    tree.root.forEachBlock { node, type in add(node, of: type, to: &index) }
    return index
  }

  func add(_ node: MarkdownNode, of type: cmark_node_type, to index: inout BlockIndex) {
    switch type {
    case CMARK_NODE_PARAGRAPH:
      index.texts.append(node)
      if let marker = marker(node) { index.markers.append(marker) }
    case CMARK_NODE_HEADING:
      index.texts.append(node)
      index.headings.append(node)
    case CMARK_NODE_BLOCK_QUOTE: index.quotes.append(node)
    case CMARK_NODE_LIST: index.lists.append(node)
    case CMARK_NODE_CODE_BLOCK: index.codeBlocks.append(node)
    default: break
    }
  }
}
