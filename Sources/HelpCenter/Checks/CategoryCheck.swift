import Diagnostics

extension Check {
  /// Every article stands in a category of `categories.yaml`.
  static let categories = Check(name: "categories") { input in
    let known = Set(input.parsed.categories.map(\.id))
    return input.parsed.documents.compactMap { document in
      guard case .article(let category) = document.id.kind, !known.contains(category) else {
        return nil
      }
      return Diagnostic(
        .error, .unknownCategory, at: SourceLocation(path: document.path),
        "'\(category)' is not a category of Content/categories.yaml",
        hint: didYouMean(
          category, among: known.sorted(), otherwise: "move the file, or add the category"))
    }
  }
}
