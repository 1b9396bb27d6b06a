import Diagnostics

extension Check {
  /// Every article stands in a category of `categories.yaml`.
  static let categories = Check { input in
    let known = Set(input.parsed.categories.map(\.id))
    return input.parsed.documents.compactMap { document in
      guard case .article(let category) = document.id.kind, !known.contains(category) else {
        return nil
      }
      return Diagnostic(
        .error, .unknownCategory, at: SourceLocation(path: document.path),
        "'\(category)' is not a category of Content/categories.yaml",
        hint: didYouMean(
          category, among: known.sorted(),
          otherwise: category.contains("/") && known.contains(Category.parent(of: category) ?? "")
            ? "move the file, or list the category in 'categories' of the one above it"
            : "move the file, or add the category"))
    }
      + emptyCategories(input)
  }

  /// A category on the second level is made for texts that are there.
  private static func emptyCategories(_ input: CheckInput) -> [Diagnostic] {
    let filled = Set(
      input.parsed.documents.compactMap { document -> String? in
        guard case .article(let category) = document.id.kind else { return nil }
        return category
      })
    return input.parsed.categories.filter { $0.parent != nil && !filled.contains($0.id) }.map {
      Diagnostic(
        .notice, .emptyCategory, at: SourceLocation(path: "Content/categories.yaml"),
        "no section has an article in '\($0.id)', so it is on no page",
        hint: "write one in Content/<section>/\($0.id)/, or remove it")
    }
  }
}
