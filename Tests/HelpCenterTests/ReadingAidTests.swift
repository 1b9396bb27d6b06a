import Contacts
import Diagnostics
import Markdown
import Testing

@testable import HelpCenter

/// The question under a text, its reading time, and the offer of another language.
struct ReadingAidTests {
  private static let article = "security/otp-lost/index.html"

  private func page(_ path: String, feedback: String? = nil) async throws -> String {
    var site = FixtureSite.withArticle
    if let feedback { site.content["Content/site.yaml"]! += "\nfeedback: \(feedback)" }
    let result = await site.build()
    return try #require(result.text(path), "\(result.report)")
  }

  // MARK: Feedback

  @Test func nothingIsAskedWithoutAnAddress() async throws {
    let html = try await page("ko/upbit/\(Self.article)")
    #expect(!html.contains("_helped") && !html.contains("<form class=\"row\""))
  }

  @Test func aPathTakesAForm() async throws {
    let html = try await page("zh/upbit/\(Self.article)", feedback: "/feedback")
    #expect(html.contains("method=\"post\" action=\"/feedback\" data-feedback"))
    #expect(html.contains("name=\"page\" value=\"zh/upbit/security/otp-lost/\""))
    #expect(html.contains("name=\"language\" value=\"zh\""))
    #expect(html.contains("name=\"answer\" value=\"yes\"") && html.contains("value=\"no\""))
    // Nothing that a reader could write about themselves.
    #expect(!html.contains("<textarea") && !html.contains("type=\"email\""))
  }

  @Test func aMailCarriesTheAnswerInItsSubject() async throws {
    let html = try await page("en/upbit/\(Self.article)", feedback: "help@example.com")
    let subject = "Was%20this%20helpful%3F%20Yes%20%C2%B7%20en%2Fupbit%2Fsecurity%2Fotp-lost%2F"
    #expect(html.contains("href=\"mailto:help@example.com?subject=\(subject)\""))
    #expect(!html.contains("data-feedback"))
  }

  @Test(arguments: [
    "/feedback", "/a/b.php", "/~help/", "help@example.com", "a.b+c@mail.example.co.kr",
  ])
  func readsAPathOrAMailAddress(_ text: String) { #expect(Feedback(text) != nil) }

  @Test(arguments: [
    "", "feedback", "//evil.example/", "https://evil.example/", "/a b", "/a?b", "/a#b", "/../a",
    "/\"", "/\\evil.example", "/<b>", "/피드백", "@example.com", "help@", "help@host", "a@b@c.de",
    "help@example.com?bcc=a", "a b@example.com", "help@.com", "mailto:help@example.com",
  ])
  func refusesAnythingElse(_ text: String) { #expect(Feedback(text) == nil) }

  @Test func aWrongAddressIsReported() async throws {
    var site = FixtureSite.smallest
    site.content["Content/site.yaml"]! += "\nfeedback: https://forms.example/1"
    let finding = try #require(await site.build().errors.first)
    #expect(finding.id == "bad-value" && finding.location?.line == 8)
  }

  // MARK: Reading time

  private func minutes(_ body: String, _ tag: String) -> Int {
    let source = MarkdownSource(path: "a.md", bytes: Array(body.utf8))
    return ReadingTime.minutes(
      of: renderMarkdown(source, in: MarkdownEnvironment()), languageTag: tag)
  }

  @Test func aReadingTimeIsRoundedUp() {
    #expect(minutes("", "ko") == 1)
    #expect(minutes(String(repeating: "가 ", count: 500), "ko") == 1)
    #expect(minutes(String(repeating: "가 ", count: 501), "ko") == 2)
    #expect(minutes(String(repeating: "字", count: 400), "zh-Hans") == 1)
    #expect(minutes(String(repeating: "字", count: 401), "zh-Hans") == 2)
    #expect(minutes(String(repeating: "word ", count: 230), "en") == 1)
    #expect(minutes("## A heading\n\n" + String(repeating: "word\n", count: 229), "en") == 2)
  }

  @Test func onlyArticlesTellIt() async throws {
    for (language, line) in [("ko", "읽는 데 1분"), ("zh", "阅读约 1 分钟"), ("en", "1 min read")] {
      let html = try await page("\(language)/upbit/\(Self.article)").withoutTypesetting
      #expect(html.contains("<li>\(line)</li>"), "\(language)")
    }
  }

  // MARK: Another language

  @Test func aTranslatedPageIsOfferedInItsOwnWords() async throws {
    let html = try await page("ko/upbit/\(Self.article)")
    #expect(html.contains("data-language=\"zh-Hans\" data-hint=\"用中文查看此页\" data-close=\"关闭\""))
    #expect(html.contains("data-language=\"en\" data-hint=\"View this page in English\""))
    #expect(html.contains("data-language=\"ko\" aria-current=\"page\">"))
  }

  @Test func aFallbackIsNotOffered() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/security/otp-lost.zh.md"] = nil
    let html = try #require(await site.build().text("ko/upbit/\(Self.article)"))
    #expect(html.contains("data-language=\"zh-Hans\">"))
    #expect(html.contains("data-hint=\"View this page in English\""))
  }
}
