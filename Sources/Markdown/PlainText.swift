import CCmark

/// The text of a node and everything below it, with a space where blocks, cells or lines meet.
func plainText(of node: MarkdownNode) -> String {
  // Most links and headings are one text that is what it says.
  if let only = node.firstChild, only == node.lastChild, only.type == CMARK_NODE_TEXT,
    let text = cmark_node_get_literal(only.pointer)?.bytes, text.isPlainText
  {
    return String(decoding: text, as: UTF8.self)
  }
  var text = PlainText()
  text.append(node)
  return text.string
}

/// Text that is put together byte by byte: search takes in every word of an article, so this runs
/// over all of it.
private struct PlainText {
  private var bytes: [UInt8] = []
  private var endsInSpace = false

  var isEmpty: Bool { bytes.isEmpty }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds the text of a node. Walks with libcmark's iterator: an article may nest deeper than a
  /// thread's stack.
  mutating func append(_ node: MarkdownNode) {
    // Most links, headings and short paragraphs hold one text, which needs no iterator.
    if let only = node.firstChild, only == node.lastChild, only.type == CMARK_NODE_TEXT {
      return append(cmark_node_get_literal(only.pointer))
    }
    let iterator = cmark_iter_new(node.pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let current = MarkdownNode(cmark_iter_get_node(iterator)) else { continue }
      if event == CMARK_EVENT_ENTER {
        switch current.type {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: append(cmark_node_get_literal(current.pointer))
        case CMARK_NODE_CODE_BLOCK:
          append(cmark_node_get_literal(current.pointer))
          appendSpace()
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: appendSpace()
        default: break
        }
      } else if !current.type.isInline || current.isCell {
        appendSpace()
      }
    }
  }

  /// Begins anew in the same memory.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    endsInSpace = false
  }

  /// White space counts once, and not at the ends.
  mutating func appendSpace() { endsInSpace = true }

  private mutating func append(_ text: UnsafePointer<CChar>?) {
    guard var source = text?.bytes else { return }
    var hasSpaceBehind = false
    while let first = source.first, Self.isSpace(first) {
      endsInSpace = true
      source = UnsafeBufferPointer(rebasing: source.dropFirst())
    }
    while let last = source.last, Self.isSpace(last) {
      hasSpaceBehind = true
      source = UnsafeBufferPointer(rebasing: source.dropLast())
    }
    if source.isPlainText { copy(source) } else { fold(source) }
    if hasSpaceBehind { endsInSpace = true }
  }

  private mutating func copy(_ source: UnsafeBufferPointer<UInt8>) {
    if endsInSpace, !bytes.isEmpty { bytes.append(0x20) }
    endsInSpace = false
    bytes.append(contentsOf: source)
  }

  private mutating func fold(_ source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < source.count {
      if Self.isSpace(source[start]) {
        endsInSpace = true
        start += 1
        continue
      }
      let end = source[start...].firstIndex(where: Self.isSpace) ?? source.count
      copy(UnsafeBufferPointer(rebasing: source[start..<end]))
      start = end
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

extension MarkdownNode {
  /// Whether this is the cell of a table, or another piece that stands on a line of its own.
  fileprivate var isCell: Bool {
    type == CMARK_NODE_CUSTOM_INLINE && parent?.type == CMARK_NODE_CUSTOM_BLOCK
  }
}

/// The plain text by section, as the search index wants it. Only headings that stand directly in
/// the document begin a section.
func textSections(
  of tree: borrowing MarkdownTree, headings: [(node: MarkdownNode, heading: Heading)]
) -> [TextSection] {
  var sections: [TextSection] = []
  var heading = Heading(level: 0, id: "", title: "")
  var text = PlainText()
  var rest = headings[...]
  sections.reserveCapacity(headings.count + 1)
  func finish() {
    if heading.level == 0, text.isEmpty { return }
    sections.append(TextSection(id: heading.id, title: heading.title, text: text.string))
  }
  var block = tree.root.firstChild
  while let current = block {
    if let next = rest.first, next.node == current {
      finish()
      heading = next.heading
      rest.removeFirst()
      text.clear()
    } else {
      text.append(current)
      text.appendSpace()
    }
    block = current.next
  }
  finish()
  return sections
}
