import Diagnostics
import Testing

@testable import HelpCenter

/// `## Heading {#id}`: an address that does not change with the heading's words or language.
struct PinnedHeadingTests {
  @Test func theIdIsTakenOffTheHeading() async throws {
    let html = try await body(of: .dialect("## 다시 설정하기 {#reset}\n\nText.", in: "ko"), in: "ko")
    #expect(
      html.hasPrefix("<h2 id=\"reset\"><a class=\"anchor\" href=\"#reset\">다시 설정하기</a></h2>"),
      "\(html)")
  }

  @Test func searchAndContentsLeadToIt() async throws {
    var site = FixtureSite.dialect("## Reset it {#reset}\n\nZebra.")
    site.templates["Templates/article.mustache"] = "{{#contents}}[{{id}} {{title}}]{{/contents}}"
    let result = await site.build()
    #expect(result.body() == "[reset Reset it]", "\(result.report)")
    let index = try #require(result.text("search/en/index.json"))
    #expect(index.contains("\"reset\"") && index.contains("\"Reset it\""))
    #expect(!index.contains("{#"))
  }

  @Test func itMayBeInAnyScript() async throws {
    let html = try await body(of: .dialect("## Reset {#재설정-2}"))
    #expect(html.contains("<h2 id=\"재설정-2\">"), "\(html)")
  }

  @Test func aHeadingWithTheSameWordsGivesWay() async throws {
    let html = try await body(of: .dialect("## Reset {#reset}\n\n## Reset"))
    #expect(html.contains("id=\"reset\"") && html.contains("id=\"reset-2\""), "\(html)")
  }

  /// One link for all languages: that is what pinning is for.
  @Test(arguments: ["b.md#reset", "b.en.md#reset", "../security/b.md#reset"])
  func anotherArticleLinksToItWithAndWithoutTheLanguage(_ link: String) async throws {
    var site = FixtureSite.dialect("[x](\(link))")
    site.write("[x](\(link))", in: "ko")
    site.write("## Reset it {#reset}", to: "b", in: "en")
    site.write("## 재설정 {#reset}", to: "b", in: "ko")
    let result = await site.build()
    #expect(result.body(in: "en") == "<p><a href=\"../b/#reset\">x</a></p>\n", "\(result.report)")
    #expect(result.body(in: "ko") == "<p><a href=\"../b/#reset\">x</a></p>\n")
  }

  /// A theme with a mistake has no words; links must not be reported because of it.
  @Test func aMistakeInTheThemeDoesNotBreakLinksWithALanguage() async throws {
    var site = FixtureSite.dialect("[x](b.en.md#reset)")
    site.write("## Reset {#reset}", to: "b", in: "en")
    site.templates["Templates/article.mustache"] = "{{bodi}}"
    #expect(await site.build().errors.map(\.id) == ["unknown-template-name"])
  }

  @Test(arguments: [
    ("## Braces {in} the middle", "braces-in-the-middle"), ("## A {#b} c", "a-b-c"),
    ("## Two words {#a b}", "two-words-a-b"), ("## Empty {#}", "empty"),
    ("## Escaped \\{#b}", "escaped-b"), ("## Code `{#b}`", "code-b"),
  ])
  func otherBracesBelongToTheText(_ heading: String, _ id: String) async throws {
    let html = try await body(of: .dialect(heading))
    #expect(html.hasPrefix("<h2 id=\"\(id)\">"), "\(html)")
    #expect(html.contains("{"), "\(html)")
  }

  static let mistakes = [
    DialectMistake(
      "heading-id", "⟦## Reset {#Reset_It}", message: "'{#Reset_It}' cannot be an address",
      hint: "use lower-case letters, digits and hyphens: '{#reset-it}'"),
    DialectMistake(
      "heading-id", "## a\n\n⟦### 말 {#-a}",
      hint: "use lower-case letters, digits and hyphens: '{#a}'"),
    DialectMistake(
      "heading-id", "## One {#reset}\n\n⟦## 둘 {#reset}", message: "the id 'reset' is used twice",
      hint: "pin another, or let one heading have its own"),
    DialectMistake(
      "broken-link", "## Reset {#reset}\n\n말 ⟦[x](#rest)",
      message: "Content/upbit/security/a.en.md has no section '#rest'",
      hint: "did you mean 'reset'?"),
    DialectMistake("broken-link", "## Reset it {#reset}\n\n⟦[x](#reset-it)"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported()
  }
}
