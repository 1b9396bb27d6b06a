import Diagnostics
import Testing

@testable import HelpCenter

/// `[text](term:id)`: a word that opens its definition.
struct TermTests {
  static var site: FixtureSite {
    var site = FixtureSite.dialect()
    site.content["Content/glossary.yaml"] = """
      - id: otp
        term: {ko: OTP, zh: 动态码, en: One-time code}
        definition: {ko: 한 번 쓰는 번호., zh: 一次性数字。, en: Digits for <one> use.}
      - id: seed_phrase
        term: Seed
        definition: Words.
      """
    return site
  }

  private func html(_ text: String, in language: String = "en") async throws -> String {
    var site = Self.site
    site.write(text, in: language)
    return try await body(of: site, in: language)
  }

  @Test func aTermIsAButtonThatOpensItsDefinitionWithoutAScript() async throws {
    #expect(
      try await html("Type the [*code*](term:otp).")
        == "<p>Type the <button type=\"button\" class=\"term\" popovertarget=\"_term-0\"><em>code</em>"
        + "</button>\u{2060}<span class=\"def\" popover id=\"_term-0\"><b>One-time code</b> "
        + "Digits for &lt;one&gt; use.</span>.</p>\n")
  }

  @Test(arguments: [
    ("ko", "<b>OTP</b> 한 번 쓰는 번호.</span>"), ("zh", "<b>动态码</b> 一次性数字。</span>"),
    ("en", "<b>One-time code</b> Digits"),
  ])
  func theDefinitionIsInTheLanguageOfTheText(_ language: String, _ expected: String) async throws {
    let html = try await html("[x](term:otp)", in: language)
    #expect(html.contains(expected), "\(html)")
  }

  @Test func withoutATextTheTermNamesItself() async throws {
    let html = try await html("[](term:otp)", in: "zh")
    #expect(html.contains("popovertarget=\"_term-0\">动态码</button>"), "\(html)")
  }

  @Test func everyUseHasAnIdOfItsOwn() async throws {
    let html = try await html(
      "[a](term:otp) [b](a.md) [c](term:otp)\n\n| [d](term:otp) | e |\n|---|---|\n| [f](term:seed_phrase) | g |"
    )
    let ids = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      .filter { $0.hasPrefix("_term-") }
    #expect(ids.count == 4 && Set(ids).count == 4, "\(ids)")
    for id in ids { #expect(html.contains("popovertarget=\"\(id)\""), "\(html)") }
  }

  @Test func noHeadingTakesTheIdOfADefinition() async throws {
    let html = try await html("## _term-0\n\n[a](term:otp)")
    #expect(html.contains("<h2 id=\"term-0\">"), "\(html)")
    #expect(html.contains("<span class=\"def\" popover id=\"_term-0\">"), "\(html)")
  }

  @Test func searchFindsTheWordAndNotItsDefinition() async throws {
    var site = Self.site
    site.write("A [giraffe](term:otp).", in: "en")
    let index = try #require(await site.build().text("search/en/index.json"))
    #expect(index.contains("A giraffe."))
    #expect(!index.contains("Digits"))
  }

  @Test func withoutAGlossaryEveryTermIsUnknown() async throws {
    try await DialectMistake("unknown-term", "⟦[x](term:otp)", hint: "add the term")
      .expectReported()
  }

  static let mistakes = [
    DialectMistake(
      "unknown-term", "말 ⟦[x](term:opt)", message: "'opt' is not a term of Content/glossary.yaml",
      hint: "did you mean 'otp'?"),
    DialectMistake("unknown-term", "⟦[x](term:seed-phrase)", hint: "did you mean 'seed_phrase'?"),
    DialectMistake("unknown-term", "- 하나\n- ⟦[x](term:wallet)", hint: "add the term"),
    DialectMistake("unknown-term", "⟦[x](term:)"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported(in: Self.site)
  }
}
