import CCmark

extension MarkdownExtension {
  /// `{steps}` above a numbered list: large steps, each with room for text and a picture under its
  /// first line.
  static let steps = MarkdownExtension(name: "steps") { tree, pass in
    for list in pass.listsUnder("steps", ordered: true, in: tree) {
      let start = cmark_node_get_list_start(list.pointer)
      for item in list.children {
        guard let lead = pass.takeFirstParagraph(of: item),
          let paragraph = MarkdownNode(new: CMARK_NODE_PARAGRAPH)
        else { continue }
        for inline in lead { paragraph.append(inline) }
        if let first = item.firstChild {
          paragraph.insert(before: first)
        } else {
          item.append(paragraph)
        }
        paragraph.becomeBlock(enter: "<p class=\"step\">", exit: "</p>")
      }
      list.becomeCustom(
        CMARK_NODE_CUSTOM_BLOCK,
        enter: start > 1
          ? "<ol class=\"steps\" start=\"\(Int(start))\">" : "<ol class=\"steps\">",
        exit: "</ol>")
    }
  }
}
