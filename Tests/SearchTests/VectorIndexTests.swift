import Foundation
import Testing

@testable import Search

/// The indexes that the browser's tests search: of the sites in `search-sites.json`, as built here.
struct VectorIndexTests {
  struct Site: Decodable {
    var synonyms: [[String]]
    var documents: [Document]
  }

  struct Document: Decodable {
    struct Section: Decodable { var id, title, text: String }
    var url, title, exchange, exchangeName, category, categoryName, summary: String
    var keywords: [String]
    var sections: [Section]
    var updated, language: String

    var value: SearchDocument {
      SearchDocument(
        url: url, title: title, exchange: exchange, exchangeName: exchangeName,
        category: category, categoryName: categoryName, summary: summary, keywords: keywords,
        sections: sections.map { SearchSection(id: $0.id, title: $0.title, text: $0.text) },
        updated: updated, language: language)
    }
  }

  private static let folder = AnalysisTests.path.deletingLastPathComponent()

  /// Run with HELPCENTER_UPDATE_VECTORS=1 after a change to the index.
  @Test func theBrowsersTestsSearchWhatTheBuilderWrites() throws {
    let sites = try JSONDecoder().decode(
      [String: Site].self,
      from: Data(contentsOf: Self.folder.appending(path: "search-sites.json")))
    var files: [String: String] = [:]
    for (language, site) in sites {
      let index = SearchIndex(
        language: language, documents: site.documents.map(\.value),
        synonyms: site.synonyms.map { SearchSynonyms($0) })
      for file in index.files() { files[file.path] = String(decoding: file.bytes, as: UTF8.self) }
    }
    let path = Self.folder.appending(path: "search-index.json")
    if ProcessInfo.processInfo.environment["HELPCENTER_UPDATE_VECTORS"] != nil {
      let options: JSONSerialization.WritingOptions = [
        .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
      ]
      try JSONSerialization.data(withJSONObject: files, options: options).write(to: path)
    } else {
      let kept = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: path))
      #expect(kept == files)
    }
  }
}
