import Diagnostics
import Testing

@testable import HelpCenter

/// A site's own words in place of the theme's, and a language that the theme does not know.
struct OwnWordsTests {
  @Test func aWordIsReplacedWithoutACopyOfTheTheme() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/words/en.yaml"] = "all-articles: Everything we know\n"
    let result = await site.build()
    let page = try #require(result.text("en/index.html"), "\(result.report)")
    #expect(page.contains("Everything we know"))
    #expect(!page.contains("Help articles"))
    #expect(result.text("ko/index.html")?.contains("Everything we know") == false)
  }

  @Test(arguments: [
    ("⟦all-artcles: a", Diagnostic.Rule.unknownWord),
    ("⟦profiles: {exchange: {home: a}}", .wrongType),
    ("⟦exchange-title: Help", .missingPlaceholder),
  ]) func saysWhatIsWrongWithAnOwnWord(text: String, rule: Diagnostic.Rule) async {
    var site = FixtureSite.withArticle
    let marked = MarkedText(text)
    site.content["Content/words/en.yaml"] = marked.text
    let result = await site.build()
    let found = result.errors.first { $0.rule == rule }
    #expect(found?.location?.path == "Content/words/en.yaml", "\(result.report)")
    #expect(found?.location?.line == marked.line)
    if rule == .unknownWord { #expect(found?.hint == "did you mean 'all-articles'?") }
  }

  private static var inJapanese: FixtureSite {
    var site = FixtureSite.withArticle
    site.content["Content/site.yaml"]!.replace(
      "  - {path: en,", with: "  - {path: ja, tag: ja, fallback: [en]}\n  - {path: en,")
    return site
  }

  @Test func aNewLanguageStartsWithWhatItHas() async throws {
    var site = Self.inJapanese
    site.content["Content/words/ja.yaml"] = "language-name: 日本語\nsearch: 検索\n"
    let result = await site.build()
    let page = try #require(result.text("ja/index.html"), "\(result.report)")
    #expect(page.contains("検索") && page.contains("日本語"))
    #expect(page.contains("본문"), "the rest is in the default language")
    #expect(page.contains("도움말"), "so are texts of YAML files")
    #expect(result.text("ja/upbit/security/otp-lost/index.html") != nil)
    let notices = result.diagnostics.filter { $0.rule == .missingLanguageFile }
    #expect(notices.map(\.severity) == [.notice])
    #expect(notices.first?.message.contains("has 2 of ") == true)
    let texts = result.diagnostics.filter {
      $0.rule == .missingTranslation && $0.location?.path == "Content/site.yaml"
    }
    #expect(texts.map(\.severity) == [.notice], "\(result.report)")
  }

  @Test func itIsCompleteWhenEveryWordOfItsPagesIsThere() async throws {
    var site = Self.inJapanese
    site.content["Content/site.yaml"]!.replace("profile: exchange", with: "kind: company")
    let (read, _) = SiteOutline.read(site.sources, time: site.options.time)
    // As a site without it: that is when the file is made.
    let others = site.sources.filter { $0.path != "Content/words/ja.yaml" }
    let made = NewWords(language: "ja", name: "日本語", locale: "ja_JP")
      .file(for: try #require(read), others)
    let words = String(decoding: try #require(made).bytes, as: UTF8.self)
    site.content["Content/words/ja.yaml"] = words.split(separator: "\n").dropFirst(2)
      .map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
    let result = await site.build()
    #expect(result.files != nil, "\(result.report)")
    #expect(!result.diagnostics.contains { $0.rule == .missingLanguageFile })
  }

  @Test func aLanguageOfTheThemeMayStartToo() async {
    var site = FixtureSite.withArticle
    site.content["Content/categories.yaml"] = "- {id: security, name: {ko: 보안, zh: 安全}}"
    site.content["Content/site.yaml"]!.replace(
      "fallback: [ko, zh]}", with: "fallback: [ko, zh], starting: true}")
    let result = await site.build()
    #expect(result.files != nil, "\(result.report)")
    let found = result.diagnostics.filter { $0.rule == .missingTranslation }
    #expect(found.map(\.severity) == [.notice])
    #expect(found.first?.hint?.contains("take 'starting' away") == true)
  }

  @Test func evenWithNothing() async {
    let result = await Self.inJapanese.build()
    #expect(result.files != nil, "\(result.report)")
  }

  @Test func aLanguageOfTheThemeStaysComplete() async {
    var site = FixtureSite.withArticle
    site.content["Content/categories.yaml"] = "- {id: security, name: {ko: 보안, zh: 安全}}"
    #expect(await site.build().errors.map(\.rule) == [.missingTranslation])
  }
}
