// Indexes many small sites in one process, for the quality commands beside it.
//
// Standard input: one JSON object a line, `{"language":"ko","documents":[{"title","text"}],"synonyms":[["a","b"]]}`. A
// document may have the other fields of a `SearchDocument`, `sections` instead of `text` among them.
// Standard output: for each, one JSON object a line, from the path of an index file to its text.
// Standard error, with `--time`: the processor time that each took, without reading and writing JSON.

import Foundation
import Search

struct Request: Decodable {
  struct Document: Decodable {
    struct Section: Decodable { var id, title, text: String }

    var title: String
    var text: String?
    var url, exchange, exchangeName, category, categoryName, summary: String?
    var keywords: [String]?
    var sections: [Section]?

    func value(_ number: Int, _ language: String) -> SearchDocument {
      // A build brings every text to form C while it reads.
      let own = Section(
        id: "", title: "", text: (text ?? "").precomposedStringWithCanonicalMapping)
      return SearchDocument(
        url: url ?? "\(language)/cases/\(number)/", title: title, exchange: exchange ?? "cases",
        exchangeName: exchangeName ?? "", category: category ?? "cases",
        categoryName: categoryName ?? "", summary: summary ?? "", keywords: keywords ?? [],
        sections: (sections ?? [own]).map {
          SearchSection(id: $0.id, title: $0.title, text: $0.text)
        },
        updated: "2026-11-21", language: language)
    }
  }
  var language: String
  var documents: [Document]
  var synonyms: [SynonymGroup]
}

/// A list of words for both ways, or two lists for one.
enum SynonymGroup: Decodable {
  case group(SearchSynonyms)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let words = try? container.decode([String].self) {
      self = .group(SearchSynonyms(words))
    } else {
      let lists = try container.decode([[String]].self)
      self = .group(SearchSynonyms(from: lists[0], to: lists[1]))
    }
  }

  var value: SearchSynonyms {
    switch self {
    case .group(let value): value
    }
  }
}

@main
enum SearchIndexer {
  static func main() throws {
    while let line = readLine() {
      let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
      let index = SearchIndex(
        language: request.language,
        documents: request.documents.enumerated().map { $1.value($0, request.language) },
        synonyms: request.synonyms.map(\.value))
      let name = "\(request.language): \(request.documents.count) documents"
      let built = timed(name) { index.files() }
      let answer = Dictionary(
        uniqueKeysWithValues: built.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(answer), as: UTF8.self))
    }
  }

  private static func timed<Value>(_ name: String, _ work: () -> Value) -> Value {
    let start = clock()
    let value = work()
    if CommandLine.arguments.contains("--time") {
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      FileHandle.standardError.write(Data("\(name): \(seconds) s\n".utf8))
    }
    return value
  }
}
