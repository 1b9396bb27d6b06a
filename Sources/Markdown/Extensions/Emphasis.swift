extension MarkdownExtension {
  /// Emphasis that touches Korean or Chinese on one side and a sign on the other; `EmphasisRun` has
  /// the rule.
  static let emphasis = MarkdownExtension(name: "emphasis", signs: EmphasisRun.signs)
}
