import Diagnostics
import Testing

@testable import HelpCenter

struct StepsTests {
  @Test func aNumberedListBecomesStepsWithALeadEach() async throws {
    let html = try await body(of: .dialect("{steps}\n\n1. Open **Settings**.\n2. Log out."))
    #expect(
      html == """
        <ol class="steps">
        <li>
        <p class="step">Open <strong>Settings</strong>.</p>
        </li>
        <li>
        <p class="step">Log out.</p>
        </li>
        </ol>

        """)
  }

  @Test func theMarkerMayTouchAListThatBeginsAtOne() async throws {
    let html = try await body(of: .dialect("{steps}\n1. Open."))
    #expect(html.contains("<ol class=\"steps\">"), "\(html)")
    #expect(!html.contains("{steps}"), "\(html)")
  }

  @Test func textAndPicturesStandUnderTheLead() async throws {
    var site = FixtureSite.dialect(
      "{steps}\n\n1. Open it.\n\n   More words.\n\n   ![Screen](s.svg)")
    site.content["Content/upbit/security/s.svg"] = "<svg width=\"10\" height=\"20\"></svg>"
    let html = try await body(of: site)
    #expect(html.contains("<p class=\"step\">Open it.</p>\n<p>More words.</p>\n<figure"), "\(html)")
  }

  @Test func stepsMayBeginAtAnyNumber() async throws {
    let html = try await body(of: .dialect("{steps}\n\n4. Wait."))
    #expect(html.contains("<ol class=\"steps\" start=\"4\">"), "\(html)")
  }

  @Test func aNumberedListWithoutTheMarkerIsAnOrdinaryList() async throws {
    let html = try await body(of: .dialect("1. Open.\n2. Wait."))
    #expect(html == "<ol>\n<li>Open.</li>\n<li>Wait.</li>\n</ol>\n")
  }

  @Test func stepsMayHoldTabs() async throws {
    let html = try await body(
      of: .dialect(
        "{steps}\n\n1. Open.\n\n   {tabs}\n\n   - App\n\n     Tap.\n\n   - Web\n\n     Click."))
    #expect(html.contains("<ol class=\"steps\">"), "\(html)")
    #expect(html.contains("<div class=\"tabs\" data-tabs>"), "\(html)")
    #expect(html.contains("<p>Tap.</p>") && html.contains("<p>Click.</p>"), "\(html)")
  }

  static let mistakes = [
    DialectMistake(
      "marker-without-list", "⟦{steps}\n\nWords.",
      message: "no numbered list stands under '{steps}'", hint: "write '1. …' on the next line"),
    DialectMistake("marker-without-list", "Words.\n\n⟦{steps}"),
    DialectMistake("marker-without-list", "말.\n\n⟦{steps}\n\n- a bullet"),
    DialectMistake("marker-without-list", "- 하나\n\n  ⟦{steps}\n\n1. outside the item"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported()
  }
}
