import Diagnostics

extension Check {
  /// The articles that searches must find exist and are published. Whether they are found is a check of its own.
  static let searchLists = Check { input in
    let known = Set(input.site.documents.keys.map(\.path))
    let names = Set(known.flatMap(suffixes))
    let unasked = input.parsed.searchLists.values.flatMap(\.questions).flatMap(\.articles)
      .filter { !names.contains($0.value) }.map { article in
        Diagnostic(
          .warning, .unknownQuestion, at: article.location,
          "no published article's path ends with '\(article.value)'",
          hint: didYouMean(
            article.value, among: names.sorted(), otherwise: "write the slug of an article"))
      }
    return unasked
      + input.parsed.searchLists.values.flatMap(\.expectations).flatMap { expectation in
        expectation.articles.filter { !known.contains($0.value) }.map { article in
          Diagnostic(
            .warning, .unknownExpectation, at: article.location,
            "'\(article.value)' is not a published article, so no search finds it",
            hint: didYouMean(
              article.value, among: known.sorted(),
              otherwise: "write it as <exchange>/<category>/<slug>"))
        }
      }
  }

  /// `c`, `b/c` and `a/b/c` of `a/b/c`.
  private static func suffixes(_ path: String) -> [String] {
    let parts = path.split(separator: "/")
    return parts.indices.map { parts[$0...].joined(separator: "/") }
  }
}
