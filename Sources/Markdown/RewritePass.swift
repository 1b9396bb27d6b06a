import CCmark
import Diagnostics

/// What the extensions of one article share while they run.
struct RewritePass {
  let environment: MarkdownEnvironment
  /// Those that the environment has not turned off.
  let extensions: [MarkdownExtension]
  /// The signs that texts get before libcmark parses them.
  let signs: [SignFinder]
  let article: OriginFile
  private(set) var headings: [Heading] = []
  /// Those that stand directly in the document, in its order: they begin the sections for search.
  private(set) var sectionHeadings: [(node: MarkdownNode, heading: Heading)] = []
  var links: [LinkReference] = []
  /// What nodes say whose text stands in their HTML alone: drawings. Search takes it in.
  var spoken: [OpaquePointer: String] = [:]
  var diagnostics: [Diagnostic] = []
  /// What `blocks(in:)` has found.
  var knownBlocks: BlockIndex?
  /// What `inlines(in:)` has found.
  var knownInlines: InlineIndex?
  /// How many stray marks have been reported.
  var markCount = 0
  /// What the snippets that were included come to.
  var includedBytes = 0
  /// The places of nodes that were made of something that has one.
  private var madeFrom: [OpaquePointer: SourceLocation] = [:]
  /// Where nodes come from; the first is the article itself.
  private(set) var origins: [Origin]

  init(source: MarkdownSource, environment: MarkdownEnvironment) {
    self.environment = environment
    extensions = MarkdownExtension.all.filter { !environment.disabled.contains($0.name) }
    signs = extensions.compactMap(\.signs) + [BracketNesting.signs]
    article = OriginFile(source, signs)
    origins = [.file(article)]
  }

  /// Marks all nodes below (and with) a node as coming from elsewhere than the article's own text.
  mutating func setOrigin(_ origin: Origin, below node: MarkdownNode) {
    let index = add(origin)
    node.walk { $0.origin = index }
  }

  /// - Returns: what to set as the `MarkdownNode.origin` of nodes.
  mutating func add(_ origin: Origin) -> Int {
    origins.append(origin)
    return origins.count - 1
  }

  /// Says where what a node was made of stood, which libcmark cannot be told.
  mutating func note(_ place: SourceLocation, of node: MarkdownNode) {
    madeFrom[node.pointer] = place
  }

  /// To be called when blocks have come or gone.
  mutating func forgetBlocks() { knownBlocks = nil }

  mutating func add(_ heading: Heading, at node: MarkdownNode) {
    headings.append(heading)
    if node.parent?.type == CMARK_NODE_DOCUMENT { sectionHeadings.append((node, heading)) }
  }

  mutating func report(
    _ severity: Severity, _ rule: Diagnostic.Rule, at node: MarkdownNode, _ message: String,
    hint: String?
  ) {
    diagnostics.append(
      Diagnostic(severity, rule, at: location(of: node), message, hint: hint))
  }

  /// A node that an extension made has no origin of its own: its parents' counts.
  func origin(of node: MarkdownNode) -> Origin {
    // Without tables and snippets there is nothing to look for, however deep the node is.
    var current: MarkdownNode? = origins.count > 1 ? node : nil
    while let inner = current {
      if inner.origin != 0 { return origins[inner.origin] }
      current = inner.parent
    }
    return origins[0]
  }
}

// MARK: Places

/// Where a node comes from.
enum Origin {
  case file(OriginFile)
  /// Inlines that were parsed on their own.
  case piece(InlinePiece)
}

extension RewritePass {
  /// The file that the node was written in.
  func file(of node: MarkdownNode) -> OriginFile {
    switch origin(of: node) {
    case .file(let file): file
    case .piece(let piece): piece.file
    }
  }

  /// The node's place in its whole file, in Unicode scalars.
  /// - Parameter block: the paragraph or heading that it stands in, where that is known.
  func location(of node: MarkdownNode, in block: MarkdownNode? = nil) -> SourceLocation {
    if !madeFrom.isEmpty, let place = madeFrom[node.pointer] { return place }
    // libcmark gives line breaks and some texts no place: the block's is the next best.
    var placed = node
    while placed.line == 0, let parent = placed.parent, placed.type != CMARK_NODE_DOCUMENT {
      placed = parent
    }
    let start = start(of: placed, in: block ?? placed.leafBlock)
    switch origin(of: placed) {
    case .file(let file):
      return file.location(line: start.line, byteColumn: start.byteColumn)
    case .piece(let piece):
      return piece.location(line: start.line, byteColumn: start.byteColumn)
    }
  }

  /// Where a node begins, in the text that libcmark was given.
  private func start(
    of node: MarkdownNode, in block: MarkdownNode?
  ) -> (line: Int, byteColumn: Int) {
    var (line, column) = (node.line, node.byteColumn)
    guard node.type.isInline else { return (line, column) }
    // libcmark 0.30 gives a link that wraps the line of its end.
    let opening = node.type == CMARK_NODE_LINK ? 1 : node.type == CMARK_NODE_IMAGE ? 2 : 0
    if opening > 0, let child = node.firstChild, child.line > 0, child.line < node.line {
      (line, column) = (child.line, child.byteColumn - opening)
    }
    guard let block, block.line > 0, block.endLine > block.line else {
      return (line, column)
    }
    line += definitionLines(above: block)
    // Below the block's first line, libcmark counts as if every line were indented like the first.
    if line > block.line, line <= block.endLine, case .file(let file) = origin(of: block) {
      column = row(line, of: block, in: file).byteColumn + max(0, column - block.byteColumn)
    }
    return (line, column)
  }

  /// How many lines of link definitions a block began with. libcmark takes them away and then counts
  /// the lines below as if they had never been there.
  func definitionLines(above block: MarkdownNode) -> Int {
    let file = file(of: block)
    if let last = file.lastDefinitions, last.block == block, last.line == block.line {
      return last.count
    }
    var count = 0
    if let first = firstRow(of: block)?.text, first.first == UInt8(ascii: "["),
      first.contains(UInt8(ascii: "]"), then: UInt8(ascii: ":"))
    {
      // Parsed anew, because the block's inlines may have been rewritten since.
      let rows = rows(of: block).dropLast(block.type == CMARK_NODE_HEADING ? 1 : 0)
      let tree = MarkdownTree(parsing: InlineParser.text(of: rows)[...])
      var inline = tree.root.firstChild?.lastChild
      while let inner = inline, inner.endLine == 0 { inline = inner.previous }
      count = inline.map { max(0, rows.count - $0.endLine) } ?? 0
    }
    file.lastDefinitions = (block, block.line, count)
    return count
  }
}

extension cmark_node_type {
  var isInline: Bool { rawValue >= CMARK_NODE_FIRST_INLINE.rawValue }
}

extension MarkdownNode {
  /// The paragraph or heading that an inline stands in.
  fileprivate var leafBlock: MarkdownNode? {
    var block = parent
    while let current = block, current.type.isInline { block = current.parent }
    return block
  }
}
