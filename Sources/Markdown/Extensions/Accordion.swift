import CCmark

extension MarkdownExtension {
  /// `{faq}` above a bulleted list: each item's first paragraph is a question, the rest its answer,
  /// folded in a native `details`.
  static let accordion = MarkdownExtension(name: "accordion") { tree, pass in
    for list in pass.listsUnder("faq", ordered: false, in: tree) {
      // The list first: libcmark lets nothing but items stand in one.
      let box = list.becomeCustom(
        CMARK_NODE_CUSTOM_BLOCK, enter: "<div class=\"faq\">", exit: "</div>")
      box.forEachChild { item in
        guard let question = pass.firstParagraph(of: item) else {
          pass.report(
            .error, .faqWithoutQuestion, at: item, "the item begins with no question",
            hint: "write the question on the item's first line")
          return
        }
        if question.next == nil {
          pass.report(
            .error, .faqWithoutAnswer, at: item, "the question has no answer",
            hint: "leave a line empty and write the answer, indented like the question's text")
        }
        question.becomeBlock(enter: "<summary>", exit: "</summary>")
        item.becomeCustom(
          CMARK_NODE_CUSTOM_BLOCK, enter: "<details class=\"more\">", exit: "</details>")
      }
    }
  }
}
