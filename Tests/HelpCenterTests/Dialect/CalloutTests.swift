import Diagnostics
import Testing

@testable import HelpCenter

struct CalloutTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var style: String
    var icon: String

    var testDescription: String { name }
  }

  static let kinds = [
    Kind(name: "NOTE", style: "note", icon: "bulb"),
    Kind(name: "TIP", style: "note", icon: "bulb"),
    Kind(name: "IMPORTANT", style: "note warn", icon: "clock"),
    Kind(name: "WARNING", style: "note warn", icon: "alert"),
    Kind(name: "CAUTION", style: "note bad", icon: "alert"),
    Kind(name: "SCAM", style: "note bad", icon: "mask"),
  ]

  @Test(arguments: kinds, ["ko", "zh", "en"])
  func everyKindHasItsLookAndALabelInTheLanguageOfTheText(
    _ kind: Kind, _ language: String
  ) async throws {
    let site = FixtureSite.dialect("> [!\(kind.name)]\n> Body.", in: language)
    let html = try await body(of: site, in: language)
    let label = try word("callout-" + kind.name.lowercased(), in: language)
    #expect(
      html.hasPrefix(
        "<div class=\"\(kind.style)\" role=\"note\"><svg class=\"i\" aria-hidden=\"true\">"
          + "<use href=\"../../../../assets/icons.svg#\(kind.icon)\"/></svg><div>"), "\(html)")
    #expect(html.contains("<p class=\"lead\"><strong>\(label)</strong></p>"), "\(html)")
    #expect(html.contains("<p>Body.</p>"), "\(html)")
    #expect(!html.contains("blockquote"))
  }

  @Test func theLabelsOfTheThreeLanguagesDiffer() throws {
    for kind in Self.kinds {
      let key = "callout-" + kind.name.lowercased()
      #expect(Set(try ["ko", "zh", "en"].map { try word(key, in: $0) }).count == 3, "\(key)")
    }
  }

  @Test func everyIconIsInTheTheme() throws {
    let icons = try #require(Repository.theme.first { $0.path == "Templates/assets/icons.svg" })
    for name in Self.kinds.map(\.icon) + ["zoom", "right"] {
      #expect(icons.bytes.contains(Array("id=\"\(name)\"".utf8)), "\(name)")
    }
  }

  @Test func aTitleFollowsTheLabelAndKeepsItsMarkup() async throws {
    let html = try await body(of: .dialect("> [!TIP] Use **two** `keys`\n> Body."))
    let label = try word("callout-tip")
    #expect(
      html.contains(
        "<p class=\"lead\"><strong>\(label): Use <strong>two</strong> <code>keys</code></strong></p>"
      ), "\(html)")
    #expect(html.contains("<p>Body.</p>"), "\(html)")
  }

  @Test func aTitleMayStandAlone() async throws {
    let html = try await body(of: .dialect("> [!NOTE] Only a title"))
    #expect(html.contains(": Only a title</strong></p>\n</div></div>"), "\(html)")
  }

  @Test func blocksBelowTheTitleStayBlocks() async throws {
    let html = try await body(
      of: .dialect("> [!WARNING] Title\n>\n> - [link](a.md)\n>\n> ```\n> code\n> ```"))
    #expect(html.contains("<ul>\n<li><a href=\"./\">link</a></li>\n</ul>"), "\(html)")
    #expect(html.contains("<pre><code>code\n</code></pre>"), "\(html)")
  }

  @Test(arguments: ["ko", "zh", "en"])
  func aScamAlertSaysByItselfWhatNobodyMayAskFor(_ language: String) async throws {
    let never = try word("callout-scam-never", in: language)
    for text in ["> [!SCAM]", "> [!SCAM] Title\n> Body."] {
      let html = try await body(of: .dialect(text, in: language), in: language)
      #expect(html.contains("<p>\(never)</p>\n</div></div>"), "\(html)")
    }
  }

  @Test func theNameMayBeInLowerCase() async throws {
    let html = try await body(of: .dialect("> [!note] a"))
    #expect(html.contains("class=\"note\""), "\(html)")
  }

  @Test(arguments: [
    "> Quoted words.", "> Words [!NOTE] behind others.", "> [!NOTE without an end",
    "> \\[!NOTE] escaped", "> - [!NOTE] in a list",
  ])
  func anyOtherQuoteStaysAQuote(_ text: String) async throws {
    let html = try await body(of: .dialect(text))
    #expect(html.hasPrefix("<blockquote>"), "\(html)")
    #expect(!html.contains("role=\"note\""), "\(html)")
  }

  /// The page is Chinese, the text Korean: the label belongs to the text.
  @Test func theLabelIsInTheLanguageOfAFallbackText() async throws {
    let site = FixtureSite.dialect("> [!WARNING]\n> 본문", in: "ko")
    let html = try await body(of: site, in: "zh")
    let label = try word("callout-warning", in: "ko")
    #expect(html.contains("<strong>\(label)</strong>"), "\(html)")
  }

  @Test func theTextIsFoundBySearch() async throws {
    let result = await FixtureSite.dialect("> [!WARNING] Zebra\n> Giraffe.").build()
    let index = try #require(result.text("search/en/index.json"), "\(result.report)")
    #expect(index.contains("Zebra") && index.contains("Giraffe"))
  }

  static let mistakes = [
    DialectMistake(
      "unknown-callout", "⟦> [!WARNNING] Title", message: "'[!WARNNING]' is not a callout",
      hint: "did you mean 'WARNING'?"),
    DialectMistake("unknown-callout", "⟦> [!Scan]\n> Body.", hint: "did you mean 'SCAM'?"),
    DialectMistake(
      "unknown-callout", "> [!NOTE] a\n\n말.\n\n⟦> [!QUESTION] b",
      hint: "one of: NOTE, TIP, IMPORTANT, WARNING, CAUTION, SCAM"),
    DialectMistake("unknown-callout", "- 하나\n\n  ⟦> [!TPI] b", hint: "did you mean 'TIP'?"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported()
  }
}
