import Diagnostics
import Testing

@testable import HelpCenter

/// The build says which expectations of `Content/search/` its search does not meet.
struct SearchExpectationsCheckTests {
  private static let path = "Content/search/en.yaml"
  private static let article = "upbit/security/otp-lost"

  /// Four articles that a search for `wallet` finds, the one with the shortest title first.
  private static var site: FixtureSite {
    var site = FixtureSite.withArticle
    for (slug, title) in [
      ("a", "Wallet"), ("b", "Wallet on another phone"), ("c", "Wallet of a company, in two parts"),
      ("d", "Wallet that somebody else looks after for a company with two owners"),
    ] {
      site.content["Content/upbit/security/\(slug).en.md"] = FixtureSite.article(title)
    }
    return site
  }

  private func findings(_ site: FixtureSite, _ expectations: String) async -> [Diagnostic] {
    var site = site
    site.content[Self.path] = "expectations:\n\(expectations)\n"
    return await site.build().diagnostics.filter { $0.id == "unmet-expectation" }
  }

  @Test func oneThatHoldsIsNoFinding() async {
    let found = await findings(
      .withArticle, "  - {query: lost autenticator, article: \(Self.article)}")
    #expect(found.isEmpty, "\(found)")
  }

  @Test func oneThatFailsIsAWarningAtItsQuery() async throws {
    let text = MarkedText(
      "# why\nexpectations:\n  - {query: ⟦\"tax return\", article: \(Self.article), within: 5}")
    var site = FixtureSite.withArticle
    site.content[Self.path] = text.text
    let result = await site.build()
    let found = result.diagnostics.filter { $0.id == "unmet-expectation" }
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(finding.severity == .warning)
    #expect(
      finding.location
        == SourceLocation(path: Self.path, line: text.line, column: text.column))
    #expect(
      finding.message
        == "a search for 'tax return' does not find '\(Self.article)' among the first 10; first: nothing"
    )
    #expect(finding.hint?.contains("synonyms") == true)
    #expect(result.files != nil)
  }

  @Test func strictMakesItAnError() async {
    var site = FixtureSite.withArticle
    site.options.strict = true
    site.content[Self.path] = "expectations:\n  - {query: tax, article: \(Self.article)}"
    let result = await site.build()
    #expect(result.errors.map(\.id).contains("unmet-expectation"))
    #expect(result.files == nil)
  }

  @Test func thePlaceMustBeWithinTheFirst() async throws {
    let third = "upbit/security/c"
    #expect(await findings(Self.site, "  - {query: wallet, article: \(third)}").isEmpty)
    let found = await findings(Self.site, "  - {query: wallet, article: \(third), within: 2}")
    let finding = try #require(found.first)
    #expect(
      finding.message
        == "a search for 'wallet' finds '\(third)' at place 3, not among the first 2; first: "
        + "upbit/security/a, upbit/security/b, upbit/security/c")
    #expect(finding.hint?.contains("'within: 3'") == true)
    let fourth = "  - {query: wallet, article: upbit/security/d"
    #expect(await findings(Self.site, fourth + "}").count == 1)
    #expect(await findings(Self.site, fourth + ", within: 4}").isEmpty)
  }

  @Test func ofSeveralArticlesOneIsEnough() async {
    let either = "[upbit/security/d, upbit/security/a]"
    #expect(
      await findings(Self.site, "  - {query: wallet, article: \(either), within: 1}").isEmpty)
  }

  @Test func anArticleThatFallsBackIsFound() async {
    var site = Self.site
    site.content["Content/search/ko.yaml"] =
      "expectations:\n  - {query: wallet company, article: upbit/security/c}"
    let result = await site.build()
    #expect(result.text("ko/upbit/security/c/index.html") != nil)
    #expect(!result.diagnostics.contains { $0.id == "unmet-expectation" }, "\(result.report)")
  }

  /// One mistake is one finding.
  @Test func anArticleThatIsNotPublishedIsOnlyUnknown() async {
    var site = Self.site
    site.content[Self.path] = "expectations:\n  - {query: wallet, article: upbit/security/z}"
    let ids = await site.build().diagnostics.filter { $0.severity == .warning }.map(\.id)
    #expect(ids == ["unknown-expectation"])
  }

  /// The findings do not depend on the number of threads.
  @Test func threadsChangeNothing() async {
    var site = Self.site
    let queries = ["wallet", "tax", "phone", "company", "lost", "__proto__", "w", "ㅈㅁㅇ"]
    site.content[Self.path] =
      "expectations:\n"
      + queries.map { "  - {query: \"\($0)\", article: upbit/security/d, within: 1}\n" }.joined()
    let one = await site.build().diagnostics
    site.options.jobs = 4
    #expect(await site.build().diagnostics == one)
    #expect(one.count { $0.id == "unmet-expectation" } >= 5)
  }
}
