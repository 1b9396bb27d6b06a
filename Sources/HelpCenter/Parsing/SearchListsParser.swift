import Diagnostics
import Search
import Yams

/// Reads `Content/search/<language>.yaml`: synonyms, and the articles that queries must find.
enum SearchListsParser {
  static func parse(_ file: SourceFile) -> (value: SearchLists?, diagnostics: [Diagnostic]) {
    do {
      let document = try YAMLDocument(try decodedText(file), path: file.path)
      let reader = MappingReader(root: document)
      let lists = SearchLists(
        synonyms: synonyms(reader), asks: asks(reader),
        questions: reader.mappings("questions", question),
        expectations: reader.mappings("expectations", expectation))
      reader.finish()
      return (lists, reader.diagnostics)
    } catch {
      return (nil, [error])
    }
  }

  /// A list of words, or a mapping for one way: `{from: […], to: […]}`.
  private static func synonyms(_ reader: MappingReader) -> [SearchSynonyms] {
    reader.nodes("synonyms").compactMap { node in
      if node.mapping != nil {
        return reader.mapping(of: node, what: "an item of 'synonyms'") { inner in
          let from = inner.strings("from").map(\.value)
          let to = inner.strings("to").map(\.value)
          for (key, words) in [("from", from), ("to", to)] where words.isEmpty {
            if inner.node(key) == nil {
              inner.missing(key, hint: "write {from: [what readers type], to: [what is found]}")
            }
          }
          return from.isEmpty || to.isEmpty ? nil : SearchSynonyms(from: from, to: to)
        }
      }
      let place = reader.document.location(of: node)
      guard let sequence = node.sequence else {
        reader.report(
          .wrongType, at: place, "an item of 'synonyms' must be a list of words",
          hint: "write [2FA, OTP], or {from: [what readers type], to: [what is found]}")
        return nil
      }
      let words = sequence.compactMap { reader.text(of: $0, what: "a synonym")?.value }
      guard words.count > 1 else {
        reader.report(
          .shortList, at: place, "a word alone has no synonym",
          hint: "write two words or more, or remove it")
        return nil
      }
      return SearchSynonyms(words)
    }
  }

  /// The words that ask for a card: `cards: {contact: […], not-contact: […], …}`.
  private static func asks(_ reader: MappingReader) -> [SearchCard: SearchAsk] {
    reader.mapping("cards") { inner in
      [
        .contact: SearchAsk(
          words: inner.strings("contact").map(\.value),
          not: inner.strings("not-contact").map(\.value)
        ),
        .urgent: SearchAsk(
          words: inner.strings("urgent").map(\.value), not: inner.strings("not-urgent").map(\.value)
        ),
      ]
    } ?? [:]
  }

  private static func question(_ reader: MappingReader) -> SearchLists.Question? {
    let articles = reader.strings("articles")
    let asked = reader.strings("asked").map(\.value)
    if reader.node("articles") == nil {
      reader.missing("articles", hint: "write the slugs of articles that answer")
    }
    if reader.node("asked") == nil { reader.missing("asked", hint: "what readers type") }
    return articles.isEmpty ? nil : SearchLists.Question(articles: articles, asked: asked)
  }

  private static func expectation(_ reader: MappingReader) -> SearchLists.Expectation? {
    let query = reader.requiredString("query", hint: "what readers type")
    let articles = reader.strings("article")
    if reader.node("article") == nil {
      reader.missing("article", hint: "write <exchange>/<category>/<slug>, or a list of them")
    }
    let within = reader.integer("within", in: 1...SearchLists.lastPlace) ?? SearchLists.usualPlace
    guard let query, !articles.isEmpty else { return nil }
    return SearchLists.Expectation(query: query, articles: articles, within: within)
  }
}
