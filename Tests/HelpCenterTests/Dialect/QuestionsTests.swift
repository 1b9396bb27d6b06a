import Diagnostics
import Testing

@testable import HelpCenter

/// `{faq}`: questions that fold.
struct QuestionsTests {
  @Test func aBulletedListBecomesQuestionsThatFold() async throws {
    let html = try await body(
      of: .dialect("{faq}\n\n- Is it *free*?\n\n  Yes.\n\n- How long?\n\n  - a day\n  - or two"))
    #expect(
      html == """
        <div class="faq">
        <details class="more">
        <summary>Is it <em>free</em>?</summary>
        <p>Yes.</p>
        </details>
        <details class="more">
        <summary>How long?</summary>
        <ul>
        <li>a day</li>
        <li>or two</li>
        </ul>
        </details>
        </div>

        """)
  }

  @Test func questionsAndAnswersAreFoundBySearch() async throws {
    let result = await FixtureSite.dialect("{faq}\n\n- Zebra?\n\n  Giraffe.").build()
    let index = try #require(result.text("search/en/index.json"), "\(result.report)")
    #expect(index.contains("Zebra") && index.contains("Giraffe"))
    #expect(!index.contains("faq"))
  }

  @Test func linksInAnAnswerAreResolved() async throws {
    let html = try await body(of: .dialect("{faq}\n\n- Where?\n\n  [Here](a.md)."))
    #expect(html.contains("<p><a href=\"./\">Here</a>.</p>"), "\(html)")
  }

  static let mistakes = [
    DialectMistake(
      "marker-without-list", "⟦{faq}\n\nWords.",
      message: "no bulleted list stands under '{faq}'", hint: "write '- …' on the next line"),
    DialectMistake("marker-without-list", "⟦{faq}\n\n1. a number"),
    DialectMistake(
      "faq-without-answer", "{faq}\n\n- Is it free?\n\n  Yes.\n\n⟦- 얼마나 걸리나요?",
      hint: "leave a line empty and write the answer, indented like the question's text"),
    DialectMistake(
      "faq-without-question", "{faq}\n\n- 하나\n\n  답\n\n⟦- ```\n  code\n  ```",
      hint: "write the question on the item's first line"),
    DialectMistake("faq-without-question", "{faq}\n\n⟦- > quoted\n\n  Answer."),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported()
  }
}
