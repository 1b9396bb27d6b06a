/// One step that makes more of a text than CommonMark does.
///
/// To add one, write a file under `Extensions/` and a line in `all`.
struct MarkdownExtension: Sendable {
  var name: String
  /// Rewrites libcmark's tree before libcmark renders it.
  var rewrite: @Sendable (borrowing MarkdownTree, inout RewritePass) -> Void = { _, _ in }
  /// Signs that a text needs before libcmark parses it.
  var signs: SignFinder?

  /// In the order in which they run. Snippets come first, so that everything else sees their text;
  /// tables parse inlines anew, so they come before all that looks at inlines; stray marks are looked
  /// for before anything else has touched the text; raw HTML becomes text
  /// before any step writes HTML of its own; a callout's first line ends at its break, so breaks
  /// that Chinese sets none for are taken out after it.
  static let all: [MarkdownExtension] = [
    .emphasis, .snippets, .tables, .strayMarks, .rawHTML, .callouts, .lineBreaks, .steps,
    .accordion, .tabs,
    .unknownMarkers, .links, .codeBlocks, .headingAnchors,
  ]
}
