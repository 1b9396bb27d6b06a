import Diagnostics
import Testing

@testable import HelpCenter

/// Markers that nothing takes, and texts that only look like markers.
struct MarkerTests {
  static let mistakes = [
    DialectMistake(
      "unknown-marker", "⟦{stpes}\n\n1. Open.", message: "'{stpes}' is not a marker",
      hint: "did you mean 'steps'?"),
    DialectMistake(
      "unknown-marker", "말.\n\n⟦{gallery: a b}",
      hint: "one of: {steps}, {faq}, {tabs}, {include}, {caption}"),
    DialectMistake("unknown-marker", "- 하나\n\n  ⟦{tab}", hint: "did you mean 'tabs'?"),
    DialectMistake("unknown-marker", "> 말\n>\n> ⟦{fag}", hint: "did you mean 'faq'?"),
    DialectMistake(
      "caption-without-table", "⟦{caption: Fees}\n\nNo table.",
      message: "no table stands under the caption", hint: "write the table on the next line"),
    DialectMistake("caption-without-table", "| a | b |\n|---|---|\n| 1 | 2 |\n\n⟦{caption: below}"),
    DialectMistake("caption-without-table", "⟦{caption: a list}\n\n- one\n- two"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported()
  }

  @Test func aCaptionNamesItsTable() async throws {
    for gap in ["\n", "\n\n"] {
      let html = try await body(
        of: .dialect("{caption: Fees & limits}\(gap)| Coin | Fee |\n|---|--:|\n| BTC | 0.0002 |"))
      #expect(html.contains("<caption>Fees &amp; limits</caption>"), "\(html)")
      #expect(html.contains("aria-label=\"Fees &amp; limits\""), "\(html)")
      #expect(!html.contains("{caption"), "\(html)")
    }
  }

  @Test func aTableWithoutACaptionIsLabelledInTheLanguageOfTheText() async throws {
    for language in ["ko", "zh", "en"] {
      let site = FixtureSite.dialect("| a | b |\n|---|---|\n| 1 | 2 |", in: language)
      let html = try await body(of: site, in: language)
      let label = try word("table-label", in: language)
      #expect(html.contains("aria-label=\"\(label)\""), "\(html)")
    }
  }

  @Test(arguments: [
    ("\\{steps}", "{steps}"), ("`{steps}`", "<code>{steps}</code>"),
    ("Write {steps} above a list.", "Write {steps} above a list."), ("{Steps}", "{Steps}"),
    ("{date, source}", "{date, source}"),
  ])
  func bracesElsewhereAreText(_ text: String, _ expected: String) async throws {
    #expect(try await body(of: .dialect(text)) == "<p>\(expected)</p>\n")
  }
}
