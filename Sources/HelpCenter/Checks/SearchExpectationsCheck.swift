import Diagnostics
import Search

extension Check {
  /// Queries find the articles that `Content/search/<language>.yaml` expects, as far up as it says.
  ///
  /// `SiteSearch` answers as the browser will; `Tests/Quality/search-expectations.mjs` holds the browser's code to it.
  static let searchExpectations = Check(name: "search expectations") { input in
    let languages = input.site.languages.filter {
      input.parsed.searchLists[$0.path]?.expectations.isEmpty == false
    }
    let judges = await concurrentMap(languages, jobs: input.jobs) { language in
      SearchJudge(language, input)
    }
    let cases = judges.compactMap(\.self).flatMap { judge in
      judge.expectations.map { (judge: judge, expectation: $0) }
    }
    return await concurrentMap(cases, jobs: input.jobs) { $0.judge.finding($0.expectation) }
      .compactMap(\.self)
  }
}

/// Holds the search of one language to what editors expect of it.
private struct SearchJudge: Sendable {
  let expectations: [SearchLists.Expectation]
  private let search: SiteSearch
  /// Paths of the documents that can be found, in the order of the index.
  private let paths: [String]

  /// As many results as a page of the search shows first.
  private static let usualLimit = 10

  /// What names no published article is the finding of another check.
  init?(_ language: Language, _ input: CheckInput) {
    guard let index = input.searchIndexes[language.path] else { return nil }
    let known = Set(input.site.documents.keys.map(\.path))
    let all = input.parsed.searchLists[language.path]?.expectations ?? []
    expectations = all.filter { $0.articles.contains { known.contains($0.value) } }
    search = index.value.search()
    paths = input.site.searchable(in: language).map(\.id.path)
  }

  func finding(_ expectation: SearchLists.Expectation) -> Diagnostic? {
    let within = expectation.within
    let limit = max(within, Self.usualLimit)
    let wanted = expectation.articles.map(\.value)
    let found = search.results(expectation.query.value, limit: limit).map { paths[$0.document] }
    let place = found.firstIndex { wanted.contains($0) }.map { $0 + 1 }
    if let place, place <= within { return nil }
    let article = wanted.joined(separator: "' or '")
    let answer =
      place.map { "finds '\(article)' at place \($0), not among the first \(within)" }
      ?? "does not find '\(article)' among the first \(limit)"
    let first = found.isEmpty ? "nothing" : found.prefix(3).joined(separator: ", ")
    return Diagnostic(
      .warning, "unmet-expectation", at: expectation.query.location,
      "a search for '\(expectation.query.value)' \(answer); first: \(first)", hint: hint(place))
  }

  private func hint(_ place: Int?) -> String {
    let words = "write the query's words into the article's title, description or 'keywords'"
    guard let place, place <= SearchLists.lastPlace else {
      return "\(words), or make them synonyms of words that the article has"
    }
    return "\(words), or write 'within: \(place)' if that will do"
  }
}
