import Foundation
import Testing

@testable import Search

/// The indexes that the browser's tests search: of the sites in `search-sites.json`, as built here.
struct VectorIndexTests {
  struct Site: Decodable {
    var synonyms: [[String]]
    var documents: [Document]

    func index(_ language: String) -> SearchIndex {
      SearchIndex(
        language: language, documents: documents.map(\.value),
        synonyms: synonyms.map { SearchSynonyms($0) })
    }
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

  static let folder = AnalysisTests.path.deletingLastPathComponent()

  static func sites() throws -> [String: Site] {
    try JSONDecoder().decode(
      [String: Site].self, from: Data(contentsOf: folder.appending(path: "search-sites.json")))
  }

  /// Run with HELPCENTER_UPDATE_VECTORS=1 after a change to the index.
  @Test func theBrowsersTestsSearchWhatTheBuilderWrites() throws {
    var files: [String: String] = [:]
    for (language, site) in try Self.sites() {
      for file in site.index(language).files() {
        files[file.path] = String(decoding: file.bytes, as: UTF8.self)
      }
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
