// Indexes many small sites in one process, for the quality command beside it.
//
// Standard input: one JSON object a line, `{"language":"ko","documents":[{"title","text"}],"synonyms":[["a","b"]]}`.
// Standard output: for each, one JSON object a line, from the path of an index file to its text.
// Standard error, with `--time`: the processor time that each index took, without reading and writing JSON.

import Foundation
import Search

struct Request: Decodable {
  struct Document: Decodable {
    var title: String
    var text: String
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
      let documents = request.documents.enumerated().map { number, document in
        SearchDocument(
          url: "\(request.language)/cases/\(number)/", title: document.title, exchange: "cases",
          exchangeName: "", category: "cases", categoryName: "", summary: "", keywords: [],
          sections: [
            // A build brings every text to form C while it reads.
            SearchSection(
              id: "", title: "", text: document.text.precomposedStringWithCanonicalMapping)
          ],
          updated: "2026-11-21", language: request.language)
      }
      let index = SearchIndex(
        language: request.language, documents: documents,
        synonyms: request.synonyms.map(\.value))
      let start = clock()
      let built = index.files()
      if CommandLine.arguments.contains("--time") {
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        let line = "\(request.language): \(documents.count) documents, \(seconds) s\n"
        FileHandle.standardError.write(Data(line.utf8))
      }
      let files = Dictionary(
        uniqueKeysWithValues: built.map {
          ($0.path, String(decoding: $0.bytes, as: UTF8.self))
        })
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(files), as: UTF8.self))
    }
  }
}
