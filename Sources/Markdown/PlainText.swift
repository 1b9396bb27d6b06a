import CCmark

/// The text of a node and everything below it, with a space where blocks, cells or lines meet.
func plainText(of node: MarkdownNode) -> String {
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
    guard let source = text?.bytes else { return }
    var start = 0
    while start < source.count {
      if Self.isSpace(source[start]) {
        endsInSpace = true
        start += 1
        continue
      }
      if endsInSpace, !bytes.isEmpty { bytes.append(0x20) }
      endsInSpace = false
      // Whole stretches are copied, single spaces and all: that is most of a text at once.
      var end = start + 1
      while end < source.count {
        let byte = source[end]
        if byte <= 0x20, Self.isSpace(byte) {
          guard byte == 0x20, end + 1 < source.count, !Self.isSpace(source[end + 1]) else { break }
        }
        end += 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
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
  of tree: borrowing MarkdownTree, headings: [OpaquePointer: Heading]
) -> [TextSection] {
  var sections: [TextSection] = []
  var heading = Heading(level: 0, id: "", title: "")
  var text = PlainText()
  func finish() {
    if heading.level == 0, text.isEmpty { return }
    sections.append(TextSection(id: heading.id, title: heading.title, text: text.string))
  }
  var block = tree.root.firstChild
  while let current = block {
    if let next = headings[current.pointer] {
      finish()
      heading = next
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
