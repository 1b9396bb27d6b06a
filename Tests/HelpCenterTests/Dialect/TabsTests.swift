import Diagnostics
import Testing

@testable import HelpCenter

struct TabsTests {
  @Test func everyItemIsATabWithItsNameAsAHeadingLine() async throws {
    let html = try await body(
      of: .dialect("{tabs}\n\n- App\n\n  Tap **More**.\n\n- `Web`\n\n  1. Click.\n  2. Wait."))
    #expect(
      html == """
        <div class="tabs" data-tabs>
        <div class="tab" data-tab>
        <p class="tab-name"><strong>App</strong></p>
        <p>Tap <strong>More</strong>.</p>
        </div>
        <div class="tab" data-tab>
        <p class="tab-name"><strong><code>Web</code></strong></p>
        <ol>
        <li>Click.</li>
        <li>Wait.</li>
        </ol>
        </div>
        </div>

        """)
  }

  /// A reader without JavaScript, a printer and the search index get all of it.
  @Test func nothingIsHidden() async throws {
    let result = await FixtureSite.dialect("{tabs}\n\n- App\n\n  Zebra.\n\n- Web\n\n  Giraffe.")
      .build()
    let html = try #require(result.body(), "\(result.report)")
    #expect(!html.contains("hidden"), "\(html)")
    let index = try #require(result.text("search/en/index.json"))
    #expect(index.contains("Zebra") && index.contains("Giraffe"))
  }

  static let mistakes = [
    DialectMistake(
      "marker-without-list", "⟦{tabs}\n\n1. App\n\n   Tap.",
      message: "no bulleted list stands under '{tabs}'", hint: "write '- …' on the next line"),
    DialectMistake("marker-without-list", "⟦{tabs}\n\n## App"),
    DialectMistake(
      "tab-without-content", "{tabs}\n\n- 앱\n\n  눌러요.\n\n⟦- Web",
      message: "the tab needs a name and a content",
      hint: "write the name on the item's first line, leave a line empty, then the content"),
    DialectMistake("tab-without-content", "{tabs}\n\n⟦- > quoted\n\n  Click."),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported()
  }
}
