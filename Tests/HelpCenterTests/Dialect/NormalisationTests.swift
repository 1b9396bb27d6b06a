import Diagnostics
import Foundation
import Testing

@testable import HelpCenter

/// Texts in form D, as some tools on macOS write them, are the same texts.
struct NormalisationTests {
  static let text = """
    ## 재설정 순서

    각 단계를 [다시](#재설정-순서) 확인하세요. é Å ガ

    > [!WARNING] 제목
    > 본문

    | 가 | 나 |
    |---|---|
    | 다 | **라**는 |
    """

  private func decomposed(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }

  @Test func theTestTextsDiffer() {
    #expect(!decomposed(Self.text).utf8.elementsEqual(Self.text.utf8))
  }

  @Test func theyGiveTheSamePageAndTheSameSearchIndex() async throws {
    var composed = FixtureSite.dialect(Self.text, in: "ko")
    composed.write("[x](a.md#재설정-순서)", to: "b", in: "ko")
    var decomposed = composed
    for path in ["a", "b"].map({ FixtureSite.path(of: $0, in: "ko") }) {
      decomposed.content[path] = self.decomposed(composed.content[path]!)
    }
    let (one, two) = (await composed.build(), await decomposed.build())
    #expect(one.body(in: "ko")?.contains("id=\"재설정-순서\"") == true, "\(one.report)")
    #expect(two.errors.isEmpty, "\(two.report)")
    // By bytes: to Swift the two forms are equal.
    #expect(one.files == two.files)
    let index = try #require(two.files?.first { $0.path == "search/ko/index.json" })
    #expect(index.bytes.contains(Array("재설정".utf8)))
    #expect(!index.bytes.contains(Array(self.decomposed("재설정").utf8)))
  }

  @Test func theFrontMatterIsNormalisedToo() async throws {
    var site = FixtureSite.dialect(in: "ko")
    site.content[FixtureSite.path(in: "ko")] = decomposed(
      FixtureSite.article("비밀번호", "keywords: [인증]"))
    let index = try #require(await site.build().files?.first { $0.path == "search/ko/index.json" })
    for word in ["비밀번호", "인증"] { #expect(index.bytes.contains(Array(word.utf8)), "\(word)") }
  }

  @Test func snippetsAndGlossariesAreNormalisedToo() async throws {
    var site = FixtureSite.dialect("{include: 경고}\n\n[](term:용어)", in: "ko")
    site.content["Content/snippets/" + decomposed("경고") + ".ko.md"] = decomposed("공유하지 마세요.")
    site.content["Content/glossary.yaml"] = decomposed("- {id: 용어, term: 말, definition: 뜻}\n")
    let result = await site.build()
    let page = try #require(
      result.files?.first { $0.path == "ko/upbit/security/a/index.html" }, "\(result.report)")
    for word in ["공유하지", "말", "뜻"] { #expect(page.bytes.contains(Array(word.utf8)), "\(word)") }
  }

  @Test func namesOfArticlesInFormDAreTheSameAddress() async throws {
    var site = FixtureSite.dialect("[x](요금.md)", in: "ko")
    site.write("Text.", to: decomposed("요금"), in: "ko")
    let result = await site.build()
    #expect(
      result.body(in: "ko")?.contains("<a href=\"../%EC%9A%94%EA%B8%88/\">") == true,
      "\(result.report)")
  }

  /// Columns count what the author sees in an editor that shows form C.
  @Test func columnsCountComposedCharacters() async throws {
    let text = decomposed(FixtureSite.article("가", body: "각각 [x](no.md)"))
    var site = FixtureSite.dialect(in: "ko")
    site.content[FixtureSite.path(in: "ko")] = text
    let found = try #require(await site.build().errors.first { $0.id == "broken-link" })
    #expect(found.location?.column == 4)
  }

  @Test(arguments: [
    "e\u{301}", "\u{1100}\u{1161}", "\u{212B}", "\u{2126}", "\u{F900}", "\u{304B}\u{3099}",
    "a\u{20D0}\u{301}",
    "\u{FB1D}", "\u{1D15E}", "\u{2ADC}", "\u{3131}", "\u{0958}", "\u{1E9B}\u{323}", "\u{2F81A}",
    "\u{11131}\u{11127}",
    "\u{302A}", "\u{A9C0}", "\u{D7B0}",
  ])
  func whateverFormCChangesIsChanged(_ text: String) {
    let expected = Array(text.precomposedStringWithCanonicalMapping.utf8)
    #expect(normalizedToNFC(Array(text.utf8)) == expected)
    #expect(normalizedToNFC(Array(("가 “a” … " + text + " – 中文。").utf8)).contains(expected))
  }

  @Test func bytesThatAreNoTextAreLeftAlone() {
    #expect(normalizedToNFC([0x65, 0xCC, 0x81, 0xFF]) == [0x65, 0xCC, 0x81, 0xFF])
  }

  /// Every character by itself: the quick look at lead bytes must miss none.
  @Test func noCharacterSlipsThroughTheQuickLook() {
    let all = (0x80..<0x30000).compactMap(Unicode.Scalar.init).map { String($0) }
    let changed = all.joined(separator: "\n").precomposedStringWithCanonicalMapping
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (text, expected) in zip(all, changed) where !text.utf8.elementsEqual(expected.utf8) {
      #expect(normalizedToNFC(Array(text.utf8)) == Array(expected.utf8), "\(text.unicodeScalars)")
    }
  }
}
