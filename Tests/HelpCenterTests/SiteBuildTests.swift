import Contacts
import Diagnostics
import Testing

@testable import HelpCenter

struct SiteBuildTests {
  @Test func buildsTheSmallestSite() async throws {
    let result = await FixtureSite.smallest.build()
    #expect(result.errors.isEmpty, "\(result.report)")
    let paths = try #require(result.files).map(\.path).filter { !$0.hasPrefix("assets/") }
    #expect(
      paths == [
        "404.html",
        "_headers",
        "_redirects",
        "contacts.json",
        "contacts.schema.json",
        "en/contact/index.html",
        "en/index.html",
        "en/llms.txt",
        "en/notices/feed.xml",
        "en/notices/index.html",
        "en/prepare/index.html",
        "en/search/index.html",
        "en/upbit/index.html",
        "en/upbit/notices/feed.xml",
        "en/upbit/notices/index.html",
        "en/verify/index.html",
        "favicon.svg",
        "index.html",
        "ko/contact/index.html",
        "ko/index.html",
        "ko/llms.txt",
        "ko/notices/feed.xml",
        "ko/notices/index.html",
        "ko/prepare/index.html",
        "ko/search/index.html",
        "ko/upbit/index.html",
        "ko/upbit/notices/feed.xml",
        "ko/upbit/notices/index.html",
        "ko/verify/index.html",
        "llms.txt",
        "manifest.webmanifest",
        "robots.txt",
        "search/en/index.json",
        "search/ko/index.json",
        "search/values.json",
        "search/zh/index.json",
        "sitemap.xml",
        "sw.js",
        "zh/contact/index.html",
        "zh/index.html",
        "zh/llms.txt",
        "zh/notices/feed.xml",
        "zh/notices/index.html",
        "zh/prepare/index.html",
        "zh/search/index.html",
        "zh/upbit/index.html",
        "zh/upbit/notices/feed.xml",
        "zh/upbit/notices/index.html",
        "zh/verify/index.html",
      ])
  }

  @Test func fallsBackToKoreanWithANotice() async throws {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/otp-lost.ko.md"] = FixtureSite.article("OTP 분실")
    let result = await site.build()
    let page = try #require(
      result.text("zh/upbit/security/otp-lost/index.html"), "\(result.report)")
    #expect(page.contains("<html lang=\"zh-Hans\">"))
    #expect(page.contains("lang=\"ko\">OTP 분실"))
    #expect(
      page.contains(
        "<link rel=\"canonical\" href=\"https://help.test/ko/upbit/security/otp-lost/\""))
    #expect(!page.contains("rel=\"alternate\" hreflang"))
    let sitemap = try #require(result.text("sitemap.xml"))
    #expect(sitemap.contains("https://help.test/ko/upbit/security/otp-lost/"))
    #expect(!sitemap.contains("https://help.test/zh/upbit/security/otp-lost/"))
    #expect(result.counts.first { $0.language == "zh" }?.fallback == 1)
    #expect(
      result.diagnostics.contains { $0.id == "missing-translation" && $0.severity == .notice })
  }

  @Test func takesTheFirstFallbackThatExists() async throws {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/otp-lost.ko.md"] = FixtureSite.article("한국어")
    site.content["Content/upbit/security/otp-lost.en.md"] = FixtureSite.article("English")
    let page = try #require(
      await site.build().text("zh/upbit/security/otp-lost/index.html"))
    #expect(page.contains("lang=\"en\">English"))
  }

  @Test func withoutAFallbackThereIsNoPage() async throws {
    var site = FixtureSite.smallest
    site.content["Content/site.yaml"] = """
      title: Help
      languages: [{path: ko}, {path: zh, tag: zh-Hans}, {path: en}]
      profile: exchange
      exchanges: [upbit]
      """
    site.content["Content/upbit/security/otp-lost.ko.md"] = FixtureSite.article("OTP 분실")
    let result = await site.build()
    #expect(result.text("ko/upbit/security/otp-lost/index.html") != nil, "\(result.report)")
    #expect(result.text("zh/upbit/security/otp-lost/index.html") == nil)
  }

  @Test(arguments: [
    ("draft: true", false), ("publish: 2026-11-21", true), ("publish: 2026-11-22", false),
    ("expires: 2026-11-21", true), ("expires: 2026-11-20", false),
  ]) func publishesByDate(line: String, expected: Bool) async {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/otp-lost.ko.md"] = FixtureSite.article("a", line)
    let result = await site.build()
    #expect(result.errors.isEmpty, "\(result.report)")
    #expect((result.text("ko/upbit/security/otp-lost/index.html") != nil) == expected)
  }

  @Test func draftsArePublishedOnRequest() async {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/otp-lost.ko.md"] = FixtureSite.article("a", "draft: true")
    site.options.includeDrafts = true
    #expect(await site.build().text("ko/upbit/security/otp-lost/index.html") != nil)
  }

  @Test func reportsALinkToADraft() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("a", "draft: true")
    site.content["Content/upbit/security/old.ko.md"] = FixtureSite.article(
      "b", body: "See [new](new.md).")
    let found = try #require(await site.build().errors.first { $0.id == "broken-link" })
    #expect(
      found.location == SourceLocation(path: "Content/upbit/security/old.ko.md", line: 8, column: 5)
    )
  }

  @Test func linksResolvePerLanguageWithOrWithoutTheSuffix() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/security/b.ko.md"] = FixtureSite.article(
      "b", body: "[x](otp-lost.md) [y](otp-lost.ko.md) [z](../exchange.yaml)")
    let page = try #require(await site.build().text("ko/upbit/security/b/index.html"))
    #expect(page.contains("<a href=\"../otp-lost/\">x</a> <a href=\"../otp-lost/\">y</a>"))
    #expect(page.contains("<a href=\"../../\">z</a>"))
  }

  @Test func picturesStandBesideTheArticleInEveryLanguage() async throws {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/단계.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    site.content["Content/upbit/security/b.ko.md"] = FixtureSite.article("b", body: "![가](단계.svg)")
    let result = await site.build()
    #expect(
      try #require(result.files, "\(result.report)")
        .contains { $0.path.withoutFingerprints == "assets/content/upbit/security/단계.svg" })
    let encoded = "../../../../assets/content/upbit/security/%EB%8B%A8%EA%B3%84.svg"
    for language in ["ko", "zh"] {
      let page = try #require(result.text("\(language)/upbit/security/b/index.html"))
      #expect(page.withoutFingerprints.contains(encoded))
    }
  }

  @Test func keepsOldAddressesAlive() async throws {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/otp-lost.ko.md"] = FixtureSite.article(
      "a", "aliases: [/ko/upbit/otp/]")
    let result = await site.build()
    let page = try #require(result.text("ko/upbit/otp/index.html"), "\(result.report)")
    #expect(page.contains("../security/otp-lost/"))
  }

  @Test func refusesAnAliasThatIsAPage() async {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/security/b.ko.md"] = FixtureSite.article(
      "a", "aliases: [/ko/upbit/security/OTP-lost/]")
    let errors = await site.build().errors
    #expect(errors.contains { $0.id == "duplicate-route" })
  }

  @Test func withoutABaseURLAbsoluteThingsAreLeftOutWithAWarning() async throws {
    var site = FixtureSite.withArticle
    site.options.baseURL = nil
    let result = await site.build()
    #expect(result.diagnostics.map(\.id) == ["no-base-url"], "\(result.report)")
    #expect(result.text("sitemap.xml") == nil)
    let page = try #require(result.text("ko/upbit/security/otp-lost/index.html"))
    #expect(!page.contains("canonical") && !page.contains("rel=\"alternate\""))
  }

  @Test func strictMakesWarningsErrorsButNotNotices() async {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/b.ko.md"] = FixtureSite.article("b")
    site.options.strict = true
    #expect(await site.build().files != nil)
    site.options.baseURL = nil
    #expect(await site.build().files == nil)
  }

  @Test func languagesOfAPageNameEachOther() async throws {
    let result = await FixtureSite.withArticle.build()
    for language in ["ko", "zh", "en"] {
      let page = try #require(result.text("\(language)/upbit/security/otp-lost/index.html"))
      for (tag, path) in [("ko", "ko"), ("zh-Hans", "zh"), ("en", "en"), ("x-default", "en")] {
        let url = "https://help.test/\(path)/upbit/security/otp-lost/"
        #expect(page.contains("hreflang=\"\(tag)\" href=\"\(url)\""))
      }
    }
  }

  @Test func theOrderOfFilesAndTheNumberOfJobsChangeNothing() async {
    let site = FixtureSite.withArticle
    let one = await site.build()
    var options = site.options
    options.jobs = 7
    let two = await SiteBuild.run(site.sources.reversed(), options: options)
    #expect(one.files == two.files)
    #expect(one.diagnostics == two.diagnostics)
  }

  @Test func contactsNeedAnUrgentPageInEveryLanguage() async {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/contact.yaml"] = "time-zone: UTC\nchannels: []\n"
    site.content["Content/upbit/urgent.ko.md"] = FixtureSite.article("긴급")
    let missing = await site.build().errors.filter { $0.id == "missing-urgent-page" }
    #expect(
      missing.compactMap(\.location?.path) == [
        "Content/upbit/urgent.en.md", "Content/upbit/urgent.zh.md",
      ])
  }
}
