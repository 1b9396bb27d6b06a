import Testing

@testable import Diagnostics

struct FindingDigestTests {
  private func findings(_ count: Int, _ rule: Diagnostic.Rule, path: String?) -> [Diagnostic] {
    (0..<count).map { number in
      Diagnostic(
        .error, rule, at: path.map { SourceLocation(path: $0, line: number + 1, column: 1) }, "no",
        hint: nil)
    }
  }

  @Test func showsAHundredOfAFileAndCountsTheRest() {
    let digest = FindingDigest(
      findings(250, .slug, path: "Content/a.md") + findings(3, .slug, path: "Content/b.md"))
    #expect(digest.shown.count == 103)
    #expect(digest.shown.last?.location?.path == "Content/b.md")
    #expect(
      digest.omissions == ["Content/a.md: 150 more in this file (--diagnostics json lists all)"])
  }

  @Test func showsAThousandOfAKindAndCountsTheRest() {
    let many = (0..<30).flatMap { findings(50, .slug, path: "Content/\($0).md") }
    let digest = FindingDigest(many + findings(1, .badDate, path: "Content/29.md"))
    #expect(digest.shown.count == 1001)
    #expect(digest.shown.last?.rule == .badDate)
    #expect(
      digest.omissions == ["500 more of the kind 'slug' (--diagnostics json lists all)"])
  }

  @Test func leavesFewFindingsAsTheyAre() {
    let few = findings(3, .slug, path: "Content/a.md") + findings(2, .badHost, path: nil)
    let digest = FindingDigest(few)
    #expect(digest.shown == few)
    #expect(digest.omissions.isEmpty)
  }
}
