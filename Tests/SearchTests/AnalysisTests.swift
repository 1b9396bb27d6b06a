import Foundation
import Testing

@testable import Search

/// The cases that the browser's analysis is tested by too.
struct AnalysisTests {
  struct Vectors: Decodable {
    struct Text: Decodable {
      var language: String
      var text: String
      /// What search compares.
      var folded: String
      /// Token, kind and gap, as in `KYC:word:apart`.
      var tokens: [String]
    }
    var texts: [Text]
    /// Korean words and their stems.
    var stems: [String: String]
    /// The lists of `SearchRules`, by language.
    var rules: [String: [String: String]]
    /// Variants of Chinese characters, for the texts.
    var variants: [String]
  }

  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Vectors/search.json")

  static let vectors = Result {
    try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: path))
  }

  @Test func textsFoldAndSplitAsInTheBrowser() throws {
    for item in try Self.vectors.get().texts {
      let folded = Folding(simplifies: item.language == "zh").fold(item.text)
      // By units: strings are equal in any form.
      #expect(folded == Array(item.folded.utf16), "\(item.text)")
      let tokens = Tokenizer.tokens(folded).map { token in
        let units = folded[token.range].filter { !token.hasCommas || $0 != 0x2C }
        return "\(String(decoding: units, as: UTF16.self)):\(token.kind):\(token.gap)"
      }
      #expect(tokens == item.tokens, "\(item.text)")
    }
  }

  @Test func koreanWordsLoseTheirEndings() throws {
    let stemmer = KoreanStemmer(SearchRules.language("ko"))
    for (word, stem) in try Self.vectors.get().stems {
      let units = Array(word.utf16)
      let found = String(decoding: units.prefix(stemmer.stemLength(units[...])), as: UTF16.self)
      #expect(found == stem, "\(word)")
    }
  }

  /// The browser's tests read the rules from the vectors, an index from the builder.
  @Test func theVectorsHoldTheRulesOfEveryLanguage() throws {
    let expected = Dictionary(
      uniqueKeysWithValues: ["ko", "zh", "en"].map { language in
        let lists = SearchRules.language(language).lists.filter {
          !$0.words.isEmpty && $0.key != "known"
        }
        return (language, Dictionary(uniqueKeysWithValues: lists.map { ($0.key, $0.words) }))
      })
    if ProcessInfo.processInfo.environment["HELPCENTER_UPDATE_VECTORS"] != nil {
      try Self.update(rules: expected)
    } else {
      #expect(try Self.vectors.get().rules == expected)
    }
  }

  private static func update(rules: [String: [String: String]]) throws {
    let old = try JSONSerialization.jsonObject(with: Data(contentsOf: path))
    var object = try #require(old as? [String: Any])
    object["rules"] = rules
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    try JSONSerialization.data(withJSONObject: object, options: options).write(to: path)
  }
}
