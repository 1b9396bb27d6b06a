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

  static let large = (0..<400).map { number in
    document(number, (0..<60).map { "낱말\(number * 60 + $0)" }.joined(separator: " "))
  }

  @Test func aLargeSiteIsCutIntoFilesNamedByTheirContent() throws {
    let files = SearchIndex(language: "ko", documents: Self.large).files()
    #expect(files.last?.path == "ko/index.json")
    #expect(files.count > 400)
    for file in files { _ = try Self.json(file) }
    let words = try #require(files.first { $0.path.hasPrefix("ko/w.") })
    #expect(words.path == "ko/w.\(IndexParts.hash(words.bytes)).json")
    // Whatever is in a group is in the hash that its files share.
    let group = files.filter { $0.path.hasPrefix("ko/d.") }.prefix(32)
    let hash = IndexParts.hash(Array(group.map(\.bytes).joined(separator: [0])))
    #expect(group.first?.path == "ko/d.\(hash)0.json")
    #expect(group.last?.path == "ko/d.\(hash)v.json")
    #expect(Set(files.map(\.path)).count == files.count)
    #expect(files == SearchIndex(language: "ko", documents: Self.large).files())
  }

  @Test func anotherTextIsAnotherNameForItsGroupOfDocumentsOnly() throws {
    var documents = Self.large
    let before = SearchIndex(language: "ko", documents: documents).files()
    documents[40].sections[0].text += " 출금"
    let after = SearchIndex(language: "ko", documents: documents).files()
    let names = [before, after].map { $0.map(\.path).filter { $0.hasPrefix("ko/d.") } }
    #expect(names.allSatisfy { $0.count == 400 })
    let changed = (0..<400).filter { names[0][$0] != names[1][$0] }
    #expect(changed == Array(32..<64))
  }

  @Test func groupsOfFilesGrowWithTheSiteButSlower() {
    #expect([0, 32, 1000, 2500, 10_000].map(IndexParts.together) == [32, 32, 32, 50, 100])
    var parts = IndexParts(language: "ko")
    let hashes = parts.add("d", (0..<2500).map { [UInt8](String($0).utf8) })
    #expect(hashes.utf8.count == 50 * 7)
    let last = parts.files(entry: [], inline: false).dropLast().last
    #expect(last?.path == "ko/d.\(hashes.suffix(7))1h.json")
  }

  @Test func aLargeSitesSynonymsStandByWhatTheyBeginWith() throws {
    let synonyms = [
      SearchSynonyms(["낱말", "2-fa", "2단계"]),
      SearchSynonyms(from: ["낱", "!", "e-mail"], to: ["낱말", "무관"]),
    ]
    let files = SearchIndex(language: "ko", documents: Self.large, synonyms: synonyms).files()
    let last = try #require(files.last)
    let entry = try #require(try Self.json(last) as? [String: Any])
    #expect(entry["synonyms"] == nil)
    let said = try #require(entry["said"] as? String)
    #expect(said.utf8.count == 14)
    func groups(_ word: String) throws -> [[[String]]]? {
      let place = try #require(SynonymsPart.place(of: word))
      let hash = said.dropFirst(place / 32 * 7).prefix(7)
      let name = "ko/s.\(hash)\(String(place % 32, radix: 32)).json"
      let file = try #require(files.first { $0.path == name })
      return try Self.json(file) as? [[[String]]]
    }
    #expect(try groups("낱말") == [[["낱말"], ["낱말"]], [["낱"], ["낱말"]]])
    #expect(try groups("2fa") == [[["2-fa"], ["낱말"]]])
    #expect(try groups("email") == [[["e-mail"], ["낱말"]]])
    #expect(SynonymsPart.place(of: "!") == nil)
  }

  @Test func aLargeSiteHasTheWordsOfEnglishApart() throws {
    for (language, isApart) in [("ko", true), ("en", false)] {
      let files = SearchIndex(language: language, documents: Self.large).files()
      let last = try #require(files.last)
      let entry = try #require(try Self.json(last) as? [String: Any])
      let rules = try #require(entry["rules"] as? [String: String])
      let stop = SearchRules.language(language).stop
      #expect((entry["english"] != nil) == isApart)
      guard isApart else {
        #expect(rules["stop"] == stop)
        continue
      }
      let file = try #require(files.first { $0.path.hasPrefix("ko/r.") })
      let english = try #require(try Self.json(file) as? [String: String])
      #expect(Set(english.keys) == ["stop", "weak"])
      #expect("\(english["stop"] ?? "") \(rules["stop"] ?? "")" == stop)
    }
  }

  @Test func whatIsAskedStandsOnceWithAllPagesThatAnswerIt() throws {
    var documents = (0..<3).map { Self.document($0, "글") }
    documents[0].keywords = ["출금이 안 돼요", "출금이 안 돼요", "출금"]
    documents[2].keywords = ["출금이 안 돼요", ""]
    let json = try #require(QuestionsPart(documents: documents).json)
    let texts = try JSONDecoder().decode([String].self, from: Data(json))
    #expect(texts[0] == "제목 0\n출금이 안 돼요\n출금\n제목 1\n제목 2")
    #expect(texts[1] == "0\n0 2\n0\n1\n2")
  }

  @Test func aSiteThatAsksTooMuchIsSearchedByWordsAlone() {
    var documents = [Self.document(0, "글")]
    documents[0].keywords = (0..<30_000).map { "질문 \($0)" }
    #expect(QuestionsPart(documents: documents).json == nil)
    #expect(QuestionsPart(documents: []).json == nil)
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

  /// The tag decides, not the folder: a site may call Chinese `cn`.
  @Test(arguments: [
    ("cn", "zh-Hans", "怎么办"), ("zh-hans", "ZH-hans", "怎么办"), ("kr", "ko-KR", "얼마"),
  ])
  func theTagChoosesTheRules(folder: String, tag: String, stopped: String) throws {
    func entry(_ folder: String, _ tag: String?) throws -> [String: Any] {
      var document = Self.document(1, "无法提现怎么办 출금 얼마")
      document.language = tag ?? folder
      let files = SearchIndex(language: folder, tag: tag, documents: [document]).files()
      let last = try #require(files.last)
      return try #require(try Self.json(last) as? [String: Any])
    }
    let usual = String(tag.lowercased().prefix(2))
    let (own, expected) = (try entry(folder, tag), try entry(usual, nil))
    let rules = try #require(own["rules"] as? [String: String])
    #expect(rules == expected["rules"] as? [String: String])
    #expect(rules.values.contains { $0.contains(stopped) })
    #expect((own["pinyin"] == nil) == (expected["pinyin"] == nil))
    #expect(own["terms"] as? [String] == expected["terms"] as? [String])
  }

  @Test func postingsKeepDistancesOfEverySize() {
    let documents = [0, 1, 64, 65, 130, 2000, 100_000]
    let postings = documents.map { PostingsBuilder.Posting(term: 0, document: $0, level: 7) }
    let bytes = PostingsCode.encode(postings[...])
    #expect(bytes.allSatisfy { $0 > 0x22 && $0 < 0x7F && $0 != 0x5C })
    #expect(bytes.suffix(7).allSatisfy { $0 == 35 + 7 })
  }
}
