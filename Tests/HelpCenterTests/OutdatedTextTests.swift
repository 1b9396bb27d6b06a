import Diagnostics
import Testing

@testable import HelpCenter

/// Readers of a text whose original has changed since are told.
struct OutdatedTextTests {
  /// Texts by language: day of November, and the language that it was translated from.
  private static func site(
    _ texts: [String: (day: Int, from: String?)], bodies: [String: String] = [:]
  ) -> FixtureSite {
    var site = FixtureSite.withArticle
    for (language, text) in texts {
      let from = text.from.map { "translated-from: \($0)" } ?? ""
      site.content["Content/upbit/security/otp-lost.\(language).md"] = FixtureSite.article(
        "Lost", from, body: bodies[language] ?? "Text."
      ).replacing("2026-11-20", with: "2026-11-\(text.day)")
    }
    return site
  }

  private static func path(_ language: String) -> String {
    "\(language)/upbit/security/otp-lost/index.html"
  }

  @Test(
    arguments: [
      (["ko": (10, "en"), "zh": (12, "en"), "en": (12, nil)], ["ko"]),
      (["ko": (10, nil), "zh": (12, nil), "en": (12, nil)], ["ko"]),
      (["ko": (12, nil), "zh": (12, nil), "en": (12, nil)], []),
      // The original is never out of date; a text without the key goes by the same original.
      (["ko": (10, nil), "zh": (12, "ko"), "en": (11, nil)], []),
      (["ko": (12, nil), "zh": (12, "ko"), "en": (11, nil)], ["en"]),
      (["ko": (10, nil), "zh": (11, nil), "en": (12, nil)], ["ko", "zh"]),
    ] as [([String: (Int, String?)], [String])])
  func outOfDateIsWhoseOriginalIsNewer(
    _ texts: [String: (Int, String?)], _ outdated: [String]
  ) async throws {
    let result = await Self.site(texts.mapValues { (day: $0.0, from: $0.1) }).build()
    let notices = result.diagnostics.filter { $0.id == "outdated-translation" }
    #expect(
      Set(notices.compactMap(\.location?.path))
        == Set(outdated.map { "Content/upbit/security/otp-lost.\($0).md" }), "\(result.report)")
    #expect(notices.allSatisfy { $0.severity == .notice })
    for language in ["ko", "zh", "en"] {
      let html = try #require(result.text(Self.path(language)), "\(result.report)")
      #expect(html.contains("outdated") == outdated.contains(language), "\(language)")
    }
  }

  @Test func theLineIsInTheReadersLanguageAndLeadsToTheNewerText() async throws {
    let result = await Self.site(["ko": (10, "en"), "zh": (10, "en"), "en": (12, nil)]).build()
    let ko = try #require(result.text(Self.path("ko"))).withoutTypesetting
    #expect(ko.contains("이 글은 2026-11-12에 수정된 English 글보다 오래되었습니다."))
    #expect(
      ko.contains(
        "<a href=\"../../../../en/upbit/security/otp-lost/\" lang=\"en\" hreflang=\"en\">"))
    let zh = try #require(result.text(Self.path("zh"))).withoutTypesetting
    #expect(zh.contains("English 版已于 2026-11-12 更新，本文较旧。"))
  }

  @Test func namesTheSectionsThatOnlyTheNewerTextHas() async throws {
    let result = await Self.site(
      ["ko": (10, "en"), "zh": (10, "en"), "en": (12, nil)],
      bodies: [
        "en": "## Call {#call}\n\nText.\n\n## Since May {#new}\n\nText.",
        "ko": "## 전화 {#call}\n\n글.",
        "zh": "## 电话\n\n文。",
      ]
    ).build()
    let ko = try #require(result.text(Self.path("ko")))
    #expect(
      ko.contains(
        "거기에만 있는 부분: <a href=\"../../../../en/upbit/security/otp-lost/#new\" lang=\"en\">Since May</a>"
      )
    )
    // Nothing in common to go by.
    #expect(try #require(result.text(Self.path("zh"))).contains("仅该版本包含") == false)
  }

  @Test func aFallbackPageNamesTheLanguageOfItsText() async throws {
    var site = Self.site(["ko": (10, nil), "en": (12, nil)])
    site.content["Content/upbit/security/otp-lost.zh.md"] = nil
    let result = await site.build()
    for (language, locale) in [("ko", "ko_KR"), ("zh", "en_US"), ("en", "en_US")] {
      let html = try #require(result.text(Self.path(language)), "\(result.report)")
      #expect(html.contains("<meta property=\"og:locale\" content=\"\(locale)\">"), "\(language)")
    }
    let home = try #require(result.text("zh/index.html"))
    #expect(home.contains("<meta property=\"og:locale\" content=\"zh_CN\">"))
  }

  @Test(arguments: [
    ("a%20b.png", "![x](a%20b.png)", "write 'a%2520b.png'"),
    ("a%20b.png", "![x](a%2520b.png)", nil), ("a b.png", "![x](a%20b.png)", nil),
    ("a b.png", "![x](<a b.png>)", nil),
    ("a b.png", "![x](a%20c.png)", "did you mean 'a%20b.png'?"),
    ("a(1).png", "![x](a(2).png)", "did you mean 'a%281%29.png'?"),
    ("100%.pdf", "[x](100%.pdf)", nil), ("50%25.pdf", "[x](50%25.pdf)", "write '50%2525.pdf'"),
  ])
  func aNameWithPercentSignsGetsAHintThatHelps(
    _ file: String, _ text: String, _ hint: String?
  ) async throws {
    var site = FixtureSite.withArticle
    site.media["Content/upbit/security/" + file] = [0]
    site.content["Content/upbit/security/otp-lost.ko.md"] = FixtureSite.article("a", body: text)
    let found = await site.build().errors
    #expect(found.map(\.id) == (hint == nil ? [] : ["broken-link"]), "\(found)")
    if let hint { #expect(found.first?.hint?.contains(hint) == true, "\(found)") }
  }
}
