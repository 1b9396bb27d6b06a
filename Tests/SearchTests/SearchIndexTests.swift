import Foundation
import Testing

@testable import Search

struct SearchIndexTests {
  static func document(_ number: Int, _ text: String) -> SearchDocument {
    SearchDocument(
      url: "ko/upbit/fees/a\(number)/", title: "제목 \(number)", exchange: "upbit",
      exchangeName: "업비트", category: "fees", categoryName: "수수료", summary: "요약",
      keywords: [], sections: [SearchSection(id: "", title: "", text: text)],
      updated: "2026-11-21", language: "ko")
  }

  static func json(_ file: SearchIndexFile) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(file.bytes), options: .fragmentsAllowed)
  }

  @Test func aSmallSiteIsOneFileThatHoldsItsParts() throws {
    let files = SearchIndex(language: "ko", documents: [Self.document(1, "출금 안내")]).files()
    #expect(files.map(\.path) == ["ko/index.json"])
    let entry = try #require(try Self.json(files[0]) as? [String: Any])
    #expect(entry["version"] as? Int == SearchIndex.version)
    #expect((entry["parts"] as? [String: Any])?.keys.allSatisfy { $0.hasPrefix("ko/") } == true)
  }

  @Test func aLargeSiteIsCutIntoFilesNamedByTheirContent() throws {
    let texts = (0..<400).map { number in
      (0..<60).map { "낱말\(number * 60 + $0)" }.joined(separator: " ")
    }
    let documents = texts.enumerated().map { Self.document($0.offset, $0.element) }
    let files = SearchIndex(language: "ko", documents: documents).files()
    #expect(files.last?.path == "ko/index.json")
    #expect(files.count > 400)
    for file in files.dropLast() {
      #expect(file.path.hasSuffix(".\(IndexParts.hash(file.bytes)).json"))
      _ = try Self.json(file)
    }
    #expect(Set(files.map(\.path)).count == files.count)
    #expect(files == SearchIndex(language: "ko", documents: documents).files())
  }

  @Test func hostileTextsStayJSON() throws {
    let hostile = "\"\\ </script> \u{0} \u{2028} __proto__ constructor 출금"
    let files = SearchIndex(
      language: "ko", documents: [Self.document(1, hostile)],
      synonyms: [SearchSynonyms([hostile, "a"])]
    ).files()
    for file in files { _ = try Self.json(file) }
  }

  @Test func aSiteWithoutDocumentsHasAnEntry() throws {
    let files = SearchIndex(language: "en", documents: []).files()
    #expect(files.count == 1)
    _ = try Self.json(files[0])
  }

  @Test func postingsKeepDistancesOfEverySize() {
    let documents = [0, 1, 64, 65, 130, 2000, 100_000]
    let postings = documents.map { PostingsBuilder.Posting(term: 0, document: $0, level: 7) }
    let bytes = PostingsCode.encode(postings[...])
    #expect(bytes.allSatisfy { $0 > 0x22 && $0 < 0x7F && $0 != 0x5C })
    #expect(bytes.suffix(7).allSatisfy { $0 == 35 + 7 })
  }
}
