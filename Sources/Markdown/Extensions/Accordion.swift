import CCmark

extension MarkdownExtension {
  /// `{faq}` above a bulleted list: each item's first paragraph is a question, the rest its answer,
  /// folded in a native `details`.
  static let accordion = MarkdownExtension(name: "accordion") { tree, pass in
    for list in pass.listsUnder("faq", ordered: false, in: tree) {
      // The list first: libcmark lets nothing but items stand in one.
      let box = list.becomeCustom(
        CMARK_NODE_CUSTOM_BLOCK, enter: "<div class=\"faq\">", exit: "</div>")
      for item in box.children {
        guard let question = pass.takeFirstParagraph(of: item),
          let summary = MarkdownNode(new: CMARK_NODE_PARAGRAPH)
        else {
          pass.report(
            .error, "faq-without-question", at: item, "the item begins with no question",
            hint: "write the question on the item's first line")
          continue
        }
        if item.firstChild == nil {
          pass.report(
            .error, "faq-without-answer", at: item, "the question has no answer",
            hint: "leave a line empty and write the answer, indented like the question's text")
        }
        for inline in question { summary.append(inline) }
        if let first = item.firstChild {
          summary.insert(before: first)
        } else {
          item.append(summary)
        }
        summary.becomeBlock(enter: "<summary>", exit: "</summary>")
        item.becomeCustom(
          CMARK_NODE_CUSTOM_BLOCK, enter: "<details class=\"more\">", exit: "</details>")
      }
    }
  }
}
