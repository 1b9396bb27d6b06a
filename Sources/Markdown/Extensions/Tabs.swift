import CCmark

extension MarkdownExtension {
  /// `{tabs}` above a bulleted list: each item's first paragraph names a way (app, web, iOS), the
  /// rest describes it. They read in sequence; a script may show one at a time.
  static let tabs = MarkdownExtension(name: "tabs") { tree, pass in
    for list in pass.listsUnder("tabs", ordered: false, in: tree) {
      // The list first: libcmark lets nothing but items stand in one.
      let box = list.becomeCustom(
        CMARK_NODE_CUSTOM_BLOCK, enter: "<div class=\"tabs\" data-tabs>", exit: "</div>")
      box.forEachChild { item in
        // The name of a tab without content stays in the page.
        guard item.firstChild?.next != nil, let title = pass.firstParagraph(of: item) else {
          pass.report(
            .error, .tabWithoutContent, at: item, "the tab needs a name and a content",
            hint: "write the name on the item's first line, leave a line empty, then the content")
          return
        }
        title.becomeBlock(enter: "<p class=\"tab-name\"><strong>", exit: "</strong></p>")
        item.becomeCustom(
          CMARK_NODE_CUSTOM_BLOCK, enter: "<div class=\"tab\" data-tab>", exit: "</div>")
      }
    }
  }
}
