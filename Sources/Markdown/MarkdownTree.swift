import CCmark

/// One node of libcmark's tree. Valid only while its `MarkdownTree` lives.
struct MarkdownNode: Equatable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  init?(new type: cmark_node_type) {
    self.init(cmark_node_new_with_mem(type, TreeMemory.functions))
  }

  static func text(_ literal: String) -> MarkdownNode? {
    let node = MarkdownNode(new: CMARK_NODE_TEXT)
    node?.setLiteral(literal)
    return node
  }

  /// A node that writes HTML before and after its children.
  static func custom(
    _ type: cmark_node_type, enter: HTML = "", exit: HTML = ""
  ) -> MarkdownNode {
    // libcmark aborts when memory runs out; it never returns no node.
    guard let node = MarkdownNode(new: type) else { preconditionFailure("libcmark made no node") }
    node.setHTML(enter: enter, exit: exit)
    return node
  }

  /// A piece of inline HTML made by an extension.
  static func html(_ html: HTML) -> MarkdownNode {
    custom(CMARK_NODE_CUSTOM_INLINE, enter: html)
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var firstChild: MarkdownNode? { MarkdownNode(cmark_node_first_child(pointer)) }
  var lastChild: MarkdownNode? { MarkdownNode(cmark_node_last_child(pointer)) }
  var next: MarkdownNode? { MarkdownNode(cmark_node_next(pointer)) }
  var previous: MarkdownNode? { MarkdownNode(cmark_node_previous(pointer)) }
  var parent: MarkdownNode? { MarkdownNode(cmark_node_parent(pointer)) }
  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
  var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
  var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// From 1, counted from the top of the text that libcmark was given.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// From 1, in bytes.
  var byteColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  /// Which of `RewritePass.origins` the node comes from; 0 for the article itself.
  var origin: Int {
    get { cmark_node_get_user_data(pointer).map { Int(bitPattern: $0) } ?? 0 }
    nonmutating set {
      cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: newValue))
    }
  }

  /// Whether the literal begins or ends with a sign: asked of many nodes, so without a String.
  func startsWith(_ sign: UInt8) -> Bool {
    guard let literal = cmark_node_get_literal(pointer) else { return false }
    return UInt8(bitPattern: literal.pointee) == sign
  }

  func endsWith(_ sign: UInt8) -> Bool {
    guard var place = cmark_node_get_literal(pointer), place.pointee != 0 else { return false }
    while place[1] != 0 { place += 1 }
    return UInt8(bitPattern: place.pointee) == sign
  }

  /// Hands over the children; the closure may take each of them away or put another in its place.
  func forEachChild(_ body: (MarkdownNode) -> Void) {
    var child = firstChild
    while let node = child {
      child = node.next
      body(node)
    }
  }

  // `withCString`, because a String that is passed for a C string is copied into an array first.
  func setURL(_ url: String) { url.withCString { _ = cmark_node_set_url(pointer, $0) } }
  func setTitle(_ title: String) { title.withCString { _ = cmark_node_set_title(pointer, $0) } }
  func setLiteral(_ text: String) { text.withCString { _ = cmark_node_set_literal(pointer, $0) } }

  func setLiteral(_ text: ArraySlice<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { buffer in
      let end = buffer.initialize(fromContentsOf: text)
      buffer.initializeElement(at: end, to: 0)
      buffer.withMemoryRebound(to: CChar.self) {
        _ = cmark_node_set_literal(pointer, $0.baseAddress!)
      }
    }
  }

  /// The HTML that a custom node writes before and after its children.
  func setHTML(enter: HTML, exit: HTML) {
    if !enter.isEmpty { enter.withCString { _ = cmark_node_set_on_enter(pointer, $0) } }
    if !exit.isEmpty { exit.withCString { _ = cmark_node_set_on_exit(pointer, $0) } }
  }

  /// Moves a node to the end of this one's children; libcmark takes it from where it was.
  func append(_ child: MarkdownNode) { cmark_node_append_child(pointer, child.pointer) }

  func appendChildren(of other: MarkdownNode) {
    while let child = other.firstChild, cmark_node_append_child(pointer, child.pointer) != 0 {}
  }

  func insert(before sibling: MarkdownNode) {
    cmark_node_insert_before(sibling.pointer, pointer)
  }

  /// Its memory is given back with that of all others.
  func remove() { cmark_node_unlink(pointer) }
}

// MARK: Replacing

extension MarkdownNode {
  /// Puts a node in this one's place; the children are not carried over.
  /// - Returns: false when libcmark refuses, because the parent may not hold such a node; then
  ///   nothing has changed.
  @discardableResult
  func replace(with other: MarkdownNode) -> Bool {
    if other.origin == 0 { other.origin = origin }
    return cmark_node_replace(pointer, other.pointer) == 1
  }

  /// Moves the children to where this node stands and removes it.
  func unwrap() {
    forEachChild { $0.insert(before: self) }
    remove()
  }

  /// Replaces this node by a custom one that has the same children between two pieces of HTML.
  @discardableResult
  func becomeCustom(_ type: cmark_node_type, enter: HTML, exit: HTML) -> MarkdownNode {
    let custom = MarkdownNode.custom(type, enter: enter, exit: exit)
    custom.appendChildren(of: self)
    guard replace(with: custom) else {
      // No markup is better than no text.
      appendChildren(of: custom)
      return self
    }
    return custom
  }

  /// Replaces this leaf block (a heading, a paragraph) by the same inlines between two pieces of
  /// HTML, on one line: a custom inline within a custom block, because libcmark puts line breaks
  /// around what a custom block writes.
  @discardableResult
  func becomeBlock(enter: HTML, exit: HTML) -> MarkdownNode {
    let inline = MarkdownNode.custom(CMARK_NODE_CUSTOM_INLINE, enter: enter, exit: exit)
    inline.appendChildren(of: self)
    let block = MarkdownNode.custom(CMARK_NODE_CUSTOM_BLOCK)
    block.append(inline)
    guard replace(with: block) else {
      append(inline)
      return self
    }
    return block
  }
}

// MARK: Walking

extension MarkdownNode {
  /// Visits this node and all below it in document order, parents first. By libcmark's iterator,
  /// because an article may nest deeper than a thread's stack.
  func walk(_ visit: (MarkdownNode) -> Void) {
    forEachStep { node, entering in
      if entering { visit(node) }
    }
  }

  /// The same, and tells of the nodes that have children when they end too.
  func forEachStep(_ visit: (_ node: MarkdownNode, _ entering: Bool) -> Void) {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = MarkdownNode(cmark_iter_get_node(iterator)) else {
        return
      }
      visit(node, event == CMARK_EVENT_ENTER)
    }
  }

  /// This node and all below it that are wanted. Collected before a rewrite, so that the rewrite may
  /// replace the nodes it meets.
  func nodes(where wanted: (cmark_node_type) -> Bool) -> [MarkdownNode] {
    var found: [MarkdownNode] = []
    walk { if wanted($0.type) { found.append($0) } }
    return found
  }

  /// Visits blocks alone. Most nodes of an article are inlines, so not to go down into paragraphs
  /// and headings makes this several times as fast.
  func forEachBlock(_ visit: (MarkdownNode, cmark_node_type) -> Void) {
    var current = self
    while true {
      let type = current.type
      visit(current, type)
      if type != CMARK_NODE_PARAGRAPH, type != CMARK_NODE_HEADING, let child = current.firstChild {
        current = child
        continue
      }
      while current != self, current.next == nil, let parent = current.parent { current = parent }
      guard current != self, let next = current.next else { return }
      current = next
    }
  }
}

/// libcmark's tree of one document. Valid only within the `TreeMemory.use` that it was made in.
struct MarkdownTree: ~Copyable {
  let root: MarkdownNode

  init(parsing bytes: ArraySlice<UInt8>) {
    // Without `SOURCEPOS` libcmark loses count of lines in code spans and tags that wrap.
    let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, TreeMemory.functions)
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.text, buffer.count)
    }
    guard let root = MarkdownNode(cmark_parser_finish(parser)) else {
      // libcmark aborts when memory runs out; it never returns no document.
      preconditionFailure("libcmark returned no document")
    }
    self.root = root
  }

  /// The HTML of the tree. In libcmark's safe mode raw HTML and unsafe addresses are left out.
  func html() -> String {
    cmark_render_html(root.pointer, CMARK_OPT_DEFAULT).map { String(cString: $0) } ?? ""
  }
}
