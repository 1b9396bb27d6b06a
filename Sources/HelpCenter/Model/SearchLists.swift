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

  /// How far down an expected article may stand when the list does not say.
  static let usualPlace = 3
  /// How far down it may stand at all.
  static let lastPlace = 20

  var synonyms: [SearchSynonyms] = []
  var expectations: [Expectation] = []
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
