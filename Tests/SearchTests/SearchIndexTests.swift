import Foundation
import Search
import Testing

struct SearchIndexTests {
  /// The form that Templates/assets/search/core.js reads.
  struct Parsed: Decodable, Equatable {
    struct Document: Decodable, Equatable {
      var url, title, exchange, exchangeName, category, categoryName, summary: String
      var keywords: [String]
      var sections: [Section]
      var updated, lang: String
    }
    struct Section: Decodable, Equatable {
      var id, title, text: String
    }
    var version: Int
    var language: String
    var documents: [Document]
  }

  static func document(
    _ url: String, _ text: String, keywords: [String] = [], sections: [SearchSection] = []
  ) -> SearchDocument {
    SearchDocument(
      url: url, title: text, exchange: "upbit", exchangeName: "업비트", category: "fees",
      categoryName: "수수료", summary: text, keywords: keywords, sections: sections,
      updated: "2026-11-21", language: "zh-Hans")
  }

  static func parse(_ index: SearchIndex) throws -> Parsed {
    try JSONDecoder().decode(Parsed.self, from: Data(index.json()))
  }

  @Test func writesEveryFieldUnderItsName() throws {
    let index = SearchIndex(
      language: "ko",
      documents: [
        SearchDocument(
          url: "upbit/fees/a/", title: "수수료", exchange: "upbit", exchangeName: "업비트",
          category: "fees", categoryName: "요금", summary: "요약", keywords: ["출금", "提币"],
          sections: [
            SearchSection(id: "", title: "", text: "처음"),
            SearchSection(id: "한도", title: "한도", text: "본문"),
          ], updated: "2026-11-21", language: "ko")
      ])
    let expected = Parsed.Document(
      url: "upbit/fees/a/", title: "수수료", exchange: "upbit", exchangeName: "업비트",
      category: "fees", categoryName: "요금", summary: "요약", keywords: ["출금", "提币"],
      sections: [
        Parsed.Section(id: "", title: "", text: "처음"),
        Parsed.Section(id: "한도", title: "한도", text: "본문"),
      ], updated: "2026-11-21", lang: "ko")
    #expect(
      try Self.parse(index)
        == Parsed(version: SearchIndex.version, language: "ko", documents: [expected]))
  }

  @Test(arguments: [
    "", "\"", "\\", "\\u0041", "a\nb", "a\r\nb", "\0\u{1}\u{1F}\u{7F}", "한국어", "中文，标点",
    "cafe\u{301}", "\u{301}", "\"\u{301}", "\u{FEFF}", "\u{2028}", "👨‍👩‍👧", "</script><!--",
    "]}\n", "${x}",
  ])
  func keepsEveryTextByteForByte(text: String) throws {
    let document = Self.document(
      text, text, keywords: [text, text],
      sections: [SearchSection(id: text, title: text, text: text)])
    let parsed = try #require(
      try Self.parse(SearchIndex(language: text, documents: [document])).documents.first)
    let texts =
      [parsed.url, parsed.title, parsed.summary] + parsed.keywords
      + parsed.sections.flatMap { [$0.id, $0.title, $0.text] }
    #expect(texts.allSatisfy { $0.utf8.elementsEqual(text.utf8) })
    #expect(texts.count == 8)
  }

  @Test func isEmptyWithoutDocuments() throws {
    let parsed = try Self.parse(SearchIndex(language: "zh", documents: []))
    #expect(parsed == Parsed(version: 1, language: "zh", documents: []))
  }

  @Test func keepsTheOrderOfDocumentsAndTheirDoubles() throws {
    let urls = ["b/", "a/", "가/", "b/"]
    let index = SearchIndex(language: "ko", documents: urls.map { Self.document($0, "t") })
    #expect(try Self.parse(index).documents.map(\.url) == urls)
    #expect(index.json() == index.json())
  }

  @Test func beginsWithTheVersionAndEndsWithALineEnd() {
    let json = SearchIndex(language: "ko", documents: []).json()
    #expect(json.starts(with: #"{"version":1,"language":"ko","documents":["#.utf8))
    #expect(json.last == 0x0A)
  }

  @Test func writesOneDocumentALine() {
    let documents = ["a/", "b/", "c/"].map { Self.document($0, "two\nlines\r\n") }
    let json = SearchIndex(language: "ko", documents: documents).json()
    #expect(json.split(separator: 0x0A).count == 1 + documents.count + 1)
    #expect(!json.contains(0x0D))
  }
}
