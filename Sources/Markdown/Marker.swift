import CCmark

/// A line such as `{steps}` or `{include: never-share}` that says what to make of what follows it.
struct Marker {
  var node: MarkdownNode
  var name: String
  /// What stands behind the colon; empty without one.
  var argument: String

  static let names = ["steps", "faq", "tabs", "include", "caption"]
}

extension RewritePass {
  /// What a paragraph marks, when it holds nothing but `{name}` or `{name: argument}`.
  func marker(_ paragraph: MarkdownNode) -> Marker? {
    // Asked of every paragraph, so a look at one byte comes first.
    guard let first = paragraph.firstChild, first.type == CMARK_NODE_TEXT,
      first.startsWith(UInt8(ascii: "{")), paragraph.line == paragraph.endLine,
      let row = firstRow(of: paragraph)?.text, row.first == UInt8(ascii: "{"),
      row.last == UInt8(ascii: "}")
    else { return nil }
    let inner = row.dropFirst().dropLast()
    let name = inner.prefix { (0x61...0x7A).contains($0) || $0 == 0x2D }
    let rest = inner.dropFirst(name.count)
    guard !name.isEmpty, rest.isEmpty || rest.first == UInt8(ascii: ":") else { return nil }
    let argument = rest.dropFirst().drop { $0 == 0x20 }
    return Marker(
      node: paragraph, name: String(decoding: name, as: UTF8.self),
      argument: String(decoding: argument, as: UTF8.self))
  }

  /// The lists that stand under a marker; a marker without one is reported. The markers are removed.
  mutating func listsUnder(
    _ name: String, ordered: Bool, in tree: borrowing MarkdownTree
  ) -> [MarkdownNode] {
    var lists: [MarkdownNode] = []
    var others: [Marker] = []
    for marker in blocks(in: tree).markers {
      guard marker.name == name else {
        others.append(marker)
        continue
      }
      let wanted = ordered ? CMARK_ORDERED_LIST : CMARK_BULLET_LIST
      if let list = marker.node.next, list.type == CMARK_NODE_LIST,
        cmark_node_get_list_type(list.pointer) == wanted
      {
        lists.append(list)
        marker.node.remove()
      } else {
        others.append(marker)
        report(
          .error, .markerWithoutList, at: marker.node,
          "no \(ordered ? "numbered" : "bulleted") list stands under '{\(name)}'",
          hint: ordered ? "write '1. …' on the next line" : "write '- …' on the next line")
      }
    }
    knownBlocks?.markers = others
    return lists
  }
}

extension RewritePass {
  /// The paragraph that an item begins with, to be rewritten.
  mutating func firstParagraph(of item: MarkdownNode) -> MarkdownNode? {
    guard let paragraph = item.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH else {
      return nil
    }
    // It may be a marker, which is one no longer.
    if paragraph.firstChild?.startsWith(UInt8(ascii: "{")) == true { forgetBlocks() }
    return paragraph
  }
}
