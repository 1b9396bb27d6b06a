import Foundation
import Testing

@testable import Search

/// What queries find: the same as in the browser, whose tests read the same cases.
struct SiteSearchTests {
  struct Case: Codable, Equatable {
    var query: String
    /// Address and score of each result, as in `ko/upbit/security/otp/ 12.345`.
    var results: [String]
  }

  private static let path = VectorIndexTests.folder.appending(path: "search-results.json")

  static func search(_ language: String) throws -> SiteSearch {
    let site = try #require(try VectorIndexTests.sites()[language])
    return PreparedIndex(site.index(language)).search()
  }

  private static func results(_ search: SiteSearch, _ query: String) -> [String] {
    search.results(query).map { "\($0.url) \(String(format: "%.3f", $0.score))" }
  }

  /// Run with HELPCENTER_UPDATE_VECTORS=1 after a change to the ranking, here and in the browser.
  @Test func queriesFindWhatTheyFindInTheBrowser() throws {
    let kept = try JSONDecoder().decode(
      [String: [Case]].self, from: Data(contentsOf: Self.path))
    var found: [String: [Case]] = [:]
    for (language, cases) in kept {
      let search = try Self.search(language)
      found[language] = cases.map {
        Case(query: $0.query, results: Self.results(search, $0.query))
      }
    }
    if ProcessInfo.processInfo.environment["HELPCENTER_UPDATE_VECTORS"] != nil {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try encoder.encode(found).write(to: Self.path)
    } else {
      for (language, cases) in kept {
        for (expected, now) in zip(cases, found[language] ?? []) {
          #expect(now == expected, "\(language): \(expected.query)")
        }
      }
    }
  }

  @Test(arguments: [
    "", "   ", "\n\r\t", "!?", "__proto__", "constructor", "\u{0}", "\u{202E}출금", "%E0%A4%A", "\\",
    "[", "(a+)+$", "\u{200B}\u{200D}\u{FEFF}", "👨‍👩‍👧‍👦", String(repeating: "é", count: 500),
    String(repeating: "가", count: 5000), String(repeating: "ㄱ", count: 5000),
    String(repeating: "a", count: 100_000), String(repeating: "a b ", count: 25_000),
    String(repeating: "提", count: 100_000), String(repeating: "an", count: 17) + "x",
    String(repeating: "1", count: 1000), String(repeating: "-", count: 1000),
    String(repeating: " ", count: 100_000) + "출금", String(repeating: "😀", count: 201),
    String(decoding: [0xD800, 0xCD9C, 0xAE08] as [UInt16], as: UTF16.self),
  ]) func hostileQueriesAreAnswered(query: String) throws {
    for language in ["ko", "zh", "en"] {
      #expect(try Self.search(language).results(query).count <= 10)
    }
  }

  @Test func onlyTheBeginningOfAQueryIsLookedAt() throws {
    let search = try Self.search("ko")
    let padding = String(repeating: " ", count: 100_000)
    #expect(search.results(padding + "출금" + padding) == search.results("출금"))
    #expect(search.results(String(repeating: "-", count: 200) + "출금").isEmpty)
  }

  @Test func anIndexWithoutDocumentsFindsNothing() {
    let search = PreparedIndex(SearchIndex(language: "zh", documents: [])).search()
    #expect(search.results("提现").isEmpty)
    #expect(search.results("tixian").isEmpty)
  }

  /// The browser reads four files for a prefix, whatever begins with it.
  @Test func aPrefixOfALargeSiteIsReadInPart() {
    let documents = (0..<300).map { number in
      let words = (0..<80).map { "w\(number * 80 + $0)x" }.joined(separator: " ")
      return SearchIndexTests.document(number, words)
    }
    let prepared = PreparedIndex(SearchIndex(language: "en", documents: documents))
    let range = TermRange.beginning(with: Units("w"))
    let read = prepared.shards.places(from: range.low, to: range.high)
    #expect(!prepared.isSmall)
    #expect(read.count > 100 && read.count < 24_000 / 2)
    let one = TermRange.only(Units("w23999x"))
    #expect(prepared.shards.places(from: one.low, to: one.high).count == 1)
  }
}
