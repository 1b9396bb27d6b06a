import Diagnostics
import Testing

struct DiagnosticTests {
  /// In reading order.
  static let sorted: [Diagnostic] = [
    at("a.md", 1, 1, .badDate, "x"), at("a.md", 1, 1, .slug, "a"), at("a.md", 1, 1, .slug, "b"),
    Diagnostic(.error, .slug, at: SourceLocation(path: "a.md"), "b", hint: "h"),
    at("a.md", 1, 2), at("a.md", 1, 10), at("a.md", 2, 1), at("a.md", 10, 1),
    at("a/b.md", 1, 1), at("b.md", 1, 1), at("上.md", 1, 1), at("가.md", 1, 1),
    Diagnostic(.error, .badDate, at: nil, "z"), Diagnostic(.error, .slug, at: nil, "a"),
  ]

  static func at(
    _ path: String, _ line: Int, _ column: Int, _ rule: Diagnostic.Rule = .slug,
    _ message: String = "m"
  ) -> Diagnostic {
    Diagnostic(
      .error, rule, at: SourceLocation(path: path, line: line, column: column), message)
  }

  @Test(arguments: 0..<20)
  func sortsByPlaceThenByTextAndWithoutAPlaceLast(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    #expect(Self.sorted.shuffled(using: &generator).sorted() == Self.sorted)
  }

  @Test func isAStrictOrder() {
    for (i, a) in Self.sorted.enumerated() {
      for (j, b) in Self.sorted.enumerated() {
        #expect((a < b) == (i < j))
      }
    }
  }

  @Test func dropsDoublesButNotFindingsThatDifferInOneField() {
    let base = Self.at("a.md", 1, 1)
    var differing = [base, base, base, base, base]
    differing[1].severity = .warning
    differing[2].hint = "h"
    differing[3].message = "n"
    differing[4].rule = .badHost
    #expect((differing + differing).inReadingOrder().count == 5)
    #expect([base, base, base].inReadingOrder() == [base])
    #expect([Diagnostic]().inReadingOrder().isEmpty)
  }

  @Test(arguments: [
    (Severity.notice, Severity.notice), (.warning, .error), (.error, .error),
  ])
  func strictTurnsWarningsIntoErrorsOnly(before: Severity, after: Severity) {
    let finding = Diagnostic(before, .slug, at: SourceLocation(path: "a"), "m", hint: "h")
    let expected = Diagnostic(after, .slug, at: SourceLocation(path: "a"), "m", hint: "h")
    #expect([finding].strict() == [expected])
  }

  @Test(arguments: [
    ([], false), ([Severity.notice, .warning], false), ([.error], true),
    ([.notice, .error, .warning], true),
  ])
  func onlyAnErrorIsAnError(severities: [Severity], hasErrors: Bool) {
    #expect(severities.map { Diagnostic($0, .slug, at: nil, "m") }.hasErrors == hasErrors)
  }

  @Test func beginsAtTheTopOfTheFile() {
    #expect(SourceLocation(path: "a") == SourceLocation(path: "a", line: 1, column: 1))
  }
}
