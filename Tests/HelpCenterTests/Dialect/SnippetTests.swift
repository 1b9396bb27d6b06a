import Diagnostics
import Testing

@testable import HelpCenter

/// `{include: name}`: passages that articles share.
struct SnippetTests {
  /// A site with snippets in English, by name, and an article.
  static func site(_ body: String, _ snippets: [String: String]) -> FixtureSite {
    var site = FixtureSite.dialect(body)
    for (name, text) in snippets { site.content["Content/snippets/\(name).en.md"] = text }
    return site
  }

  @Test func oneSnippetServesManyArticles() async throws {
    var site = Self.site(
      "Before.\n\n{include: warn}\n\nAfter.", ["warn": "Never **share** it.\n\n- a\n"])
    site.write("{include: warn}", to: "b", in: "en")
    let result = await site.build()
    let passage = "<p>Never <strong>share</strong> it.</p>\n<ul>\n<li>a</li>\n</ul>\n"
    #expect(result.body() == "<p>Before.</p>\n\(passage)<p>After.</p>\n", "\(result.report)")
    #expect(result.body(of: "b") == passage)
  }

  @Test func itIsNoPageOfItsOwn() async throws {
    let result = await Self.site("{include: warn}", ["warn": "Words.", "unused": "Others."]).build()
    #expect(result.errors.isEmpty, "\(result.report)")
    #expect(!(try #require(result.files)).contains { $0.path.contains("snippet") })
  }

  @Test func searchFindsItInEveryArticle() async throws {
    let result = await Self.site("Text.\n\n{include: warn}", ["warn": "Zebra."]).build()
    #expect(try #require(result.text("search/en/index.json")).contains("Zebra"))
  }

  @Test func itMayHoldEverythingThatAnArticleMay() async throws {
    var site = Self.site(
      "{include: all}\n\n## Last",
      [
        "all":
          "## First {#one}\n\n> [!TIP]\n> a\n\n{steps}\n\n1. b\n\n| c | d |\n|---|---|\n| e | [f](term:t) |"
      ])
    site.content["Content/glossary.yaml"] = "- {id: t, term: a, definition: b}\n"
    let html = try await body(of: site)
    for part in [
      "<h2 id=\"one\">", "role=\"note\"", "<ol class=\"steps\">", "<table>", "class=\"term\"",
    ] {
      #expect(html.contains(part), "\(part) in \(html)")
    }
    let result = await site.build()
    #expect(try #require(result.text("search/en/index.json")).contains("\"First\""))
  }

  @Test func snippetsMayIncludeSnippets() async throws {
    let html = try await body(
      of: Self.site("{include: a}", ["a": "One.\n\n{include: b}\n\nThree.", "b": "Two."]))
    #expect(html == "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n")
  }

  @Test func aSnippetMayStandTwiceInAnArticle() async throws {
    let html = try await body(of: Self.site("{include: a}\n\n{include: a}", ["a": "## Head"]))
    #expect(html.contains("id=\"head\"") && html.contains("id=\"head-2\""), "\(html)")
  }

  @Test func itMayStandInAListOrAQuote() async throws {
    let html = try await body(
      of: Self.site("- a\n\n  {include: a}\n\n> {include: a}", ["a": "Words."]))
    #expect(html.contains("<li>\n<p>a</p>\n<p>Words.</p>\n</li>"), "\(html)")
    #expect(html.contains("<blockquote>\n<p>Words.</p>\n</blockquote>"), "\(html)")
  }

  @Test func itIsTakenInTheLanguageOfTheArticle() async throws {
    var site = Self.site("{include: a}", ["a": "English."])
    site.content["Content/snippets/a.ko.md"] = "한국어."
    site.write("{include: a}", in: "ko")
    let result = await site.build()
    #expect(result.body(in: "en") == "<p>English.</p>\n", "\(result.report)")
    #expect(result.body(in: "ko") == "<p>한국어.</p>\n")
  }

  /// The same passage stands at different depths; its links are written from where it lies itself.
  @Test func itsLinksAreRelativeToTheSnippet() async throws {
    var site = Self.site(
      "{include: a}\n\n## Here",
      ["a": "[x](../upbit/security/b.md#there) [y](../upbit/exchange.yaml) [z](#here) ![p](p.svg)"])
    site.content["Content/snippets/p.svg"] = "<svg width=\"1\" height=\"2\"/>"
    site.write("## There", to: "b", in: "en")
    site.content["Content/upbit/urgent.en.md"] = FixtureSite.article(
      "Urgent", body: "{include: a}\n\n## Here")
    site.templates["Templates/urgent.mustache"] = "{{{body}}}"
    let result = await site.build()
    let html = try #require(result.body(), "\(result.report)")
    #expect(
      html.contains(
        "<a href=\"../b/#there\">x</a> <a href=\"../../\">y</a> <a href=\"#here\">z</a>"))
    #expect(html.contains("src=\"../../../../assets/content/snippets/p.svg\""), "\(html)")
    let urgent = try #require(result.text("en/upbit/urgent/index.html")).withoutFingerprints
    #expect(
      urgent.contains("<a href=\"../security/b/#there\">x</a> <a href=\"../\">y</a>"), "\(urgent)")
    #expect(urgent.contains("src=\"../../../assets/content/snippets/p.svg\""), "\(urgent)")
  }

  static let mistakes = [
    DialectMistake(
      "unknown-snippet", "말.\n\n⟦{include: wran}", message: "there is no snippet 'wran'",
      hint: "did you mean 'warn'?"),
    DialectMistake(
      "unknown-snippet", "- 하나\n\n  ⟦{include: other}",
      hint: "add it under Content/snippets/ in the language of this text"),
    DialectMistake("unknown-snippet", "⟦{include}"),
    DialectMistake("unknown-snippet", "⟦{include: ../upbit/security/a}"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported(in: Self.site("Text.", ["warn": "Words."]))
  }

  @Test func aSnippetThatIsMissingInALanguageIsReportedThere() async throws {
    var site = Self.site("{include: warn}", ["warn": "Words."])
    site.write("말.\n\n{include: warn}", in: "zh")
    let result = await site.build()
    let found = result.errors
    try #require(found.map(\.id) == ["unknown-snippet"], "\(result.report)")
    #expect(
      found[0].location == SourceLocation(path: FixtureSite.path(in: "zh"), line: 10, column: 1))
  }
}

/// Findings inside a snippet name the snippet's file.
struct SnippetFindingTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var id: String
    var marked: MarkedText
    var hint: String?

    init(_ id: String, _ marked: String, hint: String? = nil) {
      (self.id, self.marked, self.hint) = (id, MarkedText(marked), hint)
    }

    var testDescription: String { id + " " + marked.text }
  }

  static let mistakes = [
    Mistake(
      "broken-link", "말.\n\n말 ⟦[x](../upbit/security/aa.md)",
      hint: "did you mean '../upbit/security/a.md'?"),
    Mistake("broken-link", "⟦[x](../../x.md)"),
    Mistake("broken-link", "말.\n\n| a | b |\n|---|---|\n| 말 | ⟦[x](no.md) |"),
    Mistake("unknown-term", "말 ⟦[x](term:otp)"),
    Mistake("unknown-callout", "말.\n\n⟦> [!NOET] a"),
    Mistake("unknown-marker", "말.\n\n⟦{stesp}"),
    Mistake("unknown-snippet", "말.\n\n⟦{include: other}"),
    Mistake("raw-html", "말 ⟦<hr> 말"),
    Mistake("heading-level", "## a\n\n⟦#### b"),
    Mistake("hidden-character", "말 ⟦\u{202E}abc"),
  ]

  @Test(arguments: mistakes) func namesTheSnippet(_ mistake: Mistake) async throws {
    var site = SnippetTests.site("One.\n\n{include: s}", ["s": mistake.marked.text])
    site.write("Two.\n\n{include: s}", to: "b", in: "en")
    let result = await site.build()
    let found = result.diagnostics.filter { $0.id == mistake.id }
    // Once, though two articles include it.
    try #require(found.count == 1, "\(result.report)")
    #expect(
      found[0].location
        == SourceLocation(
          path: "Content/snippets/s.en.md", line: mistake.marked.line, column: mistake.marked.column
        ))
    if let hint = mistake.hint { #expect(found[0].hint == hint) }
  }

  @Test func aMissingSectionOfTheArticleIsTheSnippetsFinding() async throws {
    let result = await SnippetTests.site("{include: s}", ["s": "말 [x](#nowhere)"]).build()
    try #require(result.errors.map(\.id) == ["broken-link"], "\(result.report)")
    #expect(
      result.errors[0].location
        == SourceLocation(path: "Content/snippets/s.en.md", line: 1, column: 3))
  }

  @Test func aCircleIsReportedWithAllItsNames() async throws {
    let result = await SnippetTests.site(
      "{include: a}", ["a": "x\n\n{include: b}", "b": "{include: c}", "c": "말.\n\n{include: a}"]
    ).build()
    try #require(result.errors.map(\.id) == ["snippet-cycle"], "\(result.report)")
    #expect(result.errors[0].message == "the snippet includes itself: a → b → c → a")
    #expect(
      result.errors[0].location
        == SourceLocation(path: "Content/snippets/c.en.md", line: 3, column: 1))
    #expect(result.errors[0].hint == "remove one of the 'include' lines")
  }

  @Test func aSnippetThatIncludesItselfIsACircle() async throws {
    let result = await SnippetTests.site("{include: a}", ["a": "{include: a}"]).build()
    #expect(result.errors.map(\.message) == ["the snippet includes itself: a → a"])
  }

  @Test func theNameOfASnippetIsASlugWithALanguage() async throws {
    var site = FixtureSite.dialect()
    site.content["Content/snippets/Never Share.en.md"] = "a"
    site.content["Content/snippets/never.md"] = "a"
    let result = await site.build()
    #expect(
      result.errors.map { "\($0.id) \($0.location?.path ?? "")" }
        == [
          "slug Content/snippets/Never Share.en.md", "language-suffix Content/snippets/never.md",
        ],
      "\(result.report)")
  }

  @Test func aSnippetThatIsNotTextIsReported() async throws {
    var site = FixtureSite.dialect()
    site.media["Content/snippets/s.en.md"] = Array("말 ".utf8) + [0xFF]
    let result = await site.build()
    #expect(
      result.errors.first { $0.id == "not-utf8" }?.location
        == SourceLocation(path: "Content/snippets/s.en.md", line: 1, column: 3), "\(result.report)")
  }
}
