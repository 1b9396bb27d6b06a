import CCmark

/// The text of a node and everything below it, with a space where blocks, cells or lines meet.
func plainText(of node: MarkdownNode) -> String {
  // Most links and headings are one text that is what it says.
  if let only = node.firstChild, only == node.lastChild, only.type == CMARK_NODE_TEXT,
    let text = cmark_node_get_literal(only.pointer)?.bytes, text.isPlainText
  {
    return String(validUTF8: text)
  }
  var text = PlainText()
  text.append(node)
  return text.string
}

/// Text that is put together as bytes: search takes in every word of an article, so this runs over
/// all of it. White space counts once, and not at the ends; that is seen to when all is there.
private struct PlainText {
  private var bytes: [UInt8] = []
  /// What stands for nodes that hold no text.
  var spoken: [OpaquePointer: String] = [:]

  var string: String {
    bytes.withUnsafeBufferPointer { all in
      var text = all[...]
      while let first = text.first, Self.isSpace(first) { text.removeFirst() }
      while let last = text.last, Self.isSpace(last) { text.removeLast() }
      let trimmed = UnsafeBufferPointer(rebasing: text)
      return trimmed.isPlainText
        ? String(validUTF8: trimmed)
        : fold(trimmed).withUnsafeBufferPointer { String(validUTF8: $0) }
    }
  }

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
        case CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_CUSTOM_INLINE:
          if !spoken.isEmpty, let says = spoken[current.pointer] {
            bytes.append(contentsOf: says.utf8)
          }
        default: break
        }
      } else if !current.type.isInline || current.isCell {
        appendSpace()
      }
    }
  }

  /// Begins anew in the same memory.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func appendSpace() {
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }

  private mutating func append(_ text: UnsafePointer<CChar>?) {
    if let text { bytes.append(contentsOf: text.bytes) }
  }

  /// - Parameter text: has no white space at its ends.
  private func fold(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for byte in text {
      if !Self.isSpace(byte) {
        folded.append(byte)
      } else if folded.last != 0x20 {
        folded.append(0x20)
      }
    }
    return folded
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
  of tree: borrowing MarkdownTree, headings: [(node: MarkdownNode, heading: Heading)],
  spoken: [OpaquePointer: String]
) -> [TextSection] {
  var sections: [TextSection] = []
  var heading = Heading(level: 0, id: "", title: "")
  var text = PlainText()
  text.spoken = spoken
  var rest = headings[...]
  sections.reserveCapacity(headings.count + 1)
  func finish() {
    let text = text.string
    if heading.level == 0, text.isEmpty { return }
    sections.append(TextSection(id: heading.id, title: heading.title, text: text))
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
