import Contacts
import Diagnostics
import Search

/// What editors tell the search of one language, from `Content/search/<language>.yaml`.
struct SearchLists: Sendable {
  /// A query and the article that must be among its first results.
  struct Expectation: Sendable, Hashable {
    var query: Located<String>
    /// `<exchange>/<category>/<slug>`; one of them is enough.
    var articles: [Located<String>]
    /// The last place that will do, from 1.
    var within: Int
  }

  /// What readers ask about one subject, in their words, and the articles that answer.
  struct Question: Sendable, Hashable {
    /// The last part of an article's path, or more of it: articles of several exchanges may share a slug.
    var articles: [Located<String>]
    var asked: [String]

    func isAnswered(by path: String) -> Bool {
      articles.contains { path == $0.value || path.hasSuffix("/" + $0.value) }
    }
  }

  /// How far down an expected article may stand when the list does not say.
  static let usualPlace = 3
  /// How far down it may stand at all.
  static let lastPlace = 20

  var synonyms: [SearchSynonyms] = []
  /// What readers type who want a card.
  var asks: [SearchCard: SearchAsk] = [:]
  var questions: [Question] = []
  var expectations: [Expectation] = []

  /// What readers ask who want an article.
  func questions(answeredBy path: String) -> [String] {
    questions.filter { $0.isAnswered(by: path) }.flatMap(\.asked)
  }
}

extension ParsedContent {
  /// The words of one meaning that a language's search knows: those of its list, then the glossary's.
  func searchSynonyms(_ language: String) -> [SearchSynonyms] {
    let ofGlossary = glossary.terms.compactMap { term -> SearchSynonyms? in
      let names = term.name[language].split(separator: "/").map { String($0).trimmingSpaces() }
      var seen = Set<String>()
      let words = (names + (term.synonyms[language] ?? [])).filter {
        !$0.isEmpty && seen.insert($0).inserted
      }
      return words.count > 1 ? SearchSynonyms(words) : nil
    }
    return (searchLists[language]?.synonyms ?? []) + ofGlossary
  }
}
