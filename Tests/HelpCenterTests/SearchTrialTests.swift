import Diagnostics
import Foundation
import Testing

@testable import HelpCenter

/// What is made of the search's answers; `SearchJudgeTests` has Node give them.
struct SearchTrialTests {
  private static let path = "Content/search/en.yaml"
  private static let article = "upbit/security/otp-lost"

  private static func trial(_ text: String, language: String = "en") async -> SearchTrial? {
    var site = FixtureSite.withArticle
    site.content["Content/search/\(language).yaml"] = text
    return await SiteBuild.plan(site.sources, options: site.options).searchTrial
  }

  private static func findings(_ text: String, finds urls: [[String]]) async throws -> [Diagnostic]
  {
    let trial = try #require(await trial(text))
    return try #require(
      trial.findings(of: trial.rounds[0], answers: Array(JSONEncoder().encode(urls))))
  }

  private static func url(_ slug: String) -> String { "en/upbit/security/\(slug)/" }

  @Test func oneThatHoldsIsNoFinding() async throws {
    let found = try await Self.findings(
      "expectations:\n  - {query: lost, article: \(Self.article)}",
      finds: [[Self.url("a"), Self.url("b"), Self.url("otp-lost")]])
    #expect(found.isEmpty)
  }

  @Test func oneThatFailsIsAWarningAtItsQuery() async throws {
    let text = MarkedText(
      "# why\nexpectations:\n  - {query: ⟦\"tax return\", article: \(Self.article), within: 5}")
    let found = try await Self.findings(text.text, finds: [[]])
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
  }

  @Test func thePlaceMustBeWithinTheFirst() async throws {
    let answers = [[Self.url("a"), "en/contact/", Self.url("otp-lost"), Self.url("b")]]
    let found = try await Self.findings(
      "expectations:\n  - {query: lost, article: \(Self.article), within: 2}", finds: answers)
    let finding = try #require(found.first)
    #expect(
      finding.message
        == "a search for 'lost' finds '\(Self.article)' at place 3, not among the first 2; first: "
        + "en/upbit/security/a/, en/contact/, \(Self.article)")
    #expect(finding.hint?.contains("'within: 3'") == true)
  }

  @Test func ofSeveralArticlesOneIsEnough() async throws {
    let either = "[upbit/security/gone, \(Self.article)]"
    let found = try await Self.findings(
      "expectations:\n  - {query: lost, article: \(either), within: 1}",
      finds: [[Self.url("otp-lost")]])
    #expect(found.isEmpty)
  }

  /// One mistake is one finding: the check for unknown articles has it.
  @Test func anArticleThatIsNotPublishedIsNotAsked() async {
    let text = "expectations:\n  - {query: wallet, article: upbit/security/z}"
    #expect(await Self.trial(text) == nil)
  }

  @Test func aSiteThatExpectsNothingHasNoTrial() async {
    #expect(await Self.trial("synonyms: [[a, b]]") == nil)
  }

  @Test(arguments: ["", "[]", "{}", "[[1]]", "[[],[]]", "null"])
  func whatAnswersOtherQueriesIsNoAnswer(answers: String) async throws {
    let trial = try #require(
      await Self.trial("expectations:\n  - {query: lost, article: \(Self.article)}"))
    #expect(trial.findings(of: trial.rounds[0], answers: Array(answers.utf8)) == nil)
  }

  @Test func whatWasNotJudgedIsCounted() async throws {
    let trial = try #require(
      await Self.trial(
        "expectations:\n"
          + "  - {query: a, article: \(Self.article)}\n  - {query: b, article: \(Self.article)}"))
    let notice = trial.unjudged(because: "Node is away", hint: "fetch it", strict: false)
    #expect(notice.severity == .notice)
    #expect(
      notice.message == "Node is away, so 2 expectations of Content/search/ were not judged")
    #expect(trial.unjudged(because: "", hint: "", strict: true).severity == .error)
  }
}
