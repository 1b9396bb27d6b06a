import Diagnostics

extension Check {
  /// The articles that searches must find exist and are published. Whether they are found is a check of its own.
  static let searchLists = Check(name: "search lists") { input in
    let known = Set(input.site.documents.keys.map(\.path))
    return input.parsed.searchLists.values.flatMap(\.expectations).flatMap { expectation in
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
}
