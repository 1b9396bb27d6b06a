import CCmark

extension MarkdownExtension {
  /// `{steps}` above a numbered list: large steps, each with room for text and a picture under its
  /// first line.
  static let steps = MarkdownExtension(name: "steps") { tree, pass in
    for list in pass.listsUnder("steps", ordered: true, in: tree) {
      let start = cmark_node_get_list_start(list.pointer)
      list.forEachChild { item in
        pass.firstParagraph(of: item)?.becomeBlock(enter: "<p class=\"step\">", exit: "</p>")
      }
      list.becomeCustom(
        CMARK_NODE_CUSTOM_BLOCK,
        enter: start > 1
          ? "<ol class=\"steps\" start=\"\(Int(start))\">" : "<ol class=\"steps\">",
        exit: "</ol>")
    }
  }
}
