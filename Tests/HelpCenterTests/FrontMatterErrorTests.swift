import Diagnostics
import Testing

@testable import HelpCenter

/// Mistakes in the head of an article, each with its place in the whole file.
struct FrontMatterErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var id: String
    var marked: MarkedText
    var hint: String?

    init(_ id: String, _ marked: String, hint: String? = nil) {
      self.id = id
      self.marked = MarkedText(marked)
      self.hint = hint
    }

    var testDescription: String { id + " " + String(marked.text.prefix(40)) }
  }

  static let mistakes: [Mistake] = [
    Mistake("front-matter-missing", "⟦# Title\n\nText.", hint: "begin it with"),
    Mistake("front-matter-missing", "⟦—-\ntitle: a\n---\n", hint: "write '---'"),
    Mistake("front-matter-missing", "⟦－－－\ntitle: a\n－－－\n", hint: "write '---'"),
    Mistake("front-matter-unclosed", "⟦---\ntitle: a\n———\n\nText.", hint: "write '---'"),
    Mistake(
      "future-date",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\npublish: ⟦2062-01-01\n---\n",
      hint: "correct the year"),
    Mistake(
      "future-date",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\nreview-by: ⟦2062-01-01\n---\n",
      hint: "correct the year"),
    Mistake(
      "unknown-language",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\ntranslated-from: ⟦ko\n---\n",
      hint: "made from"),
    Mistake("front-matter-unclosed", "⟦---\ntitle: a\n\nText.", hint: "add a line '---'"),
    Mistake(
      "unknown-key", "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\n⟦titel: c\n---\n",
      hint: "did you mean 'title'?"),
    Mistake(
      "unknown-key",
      "---\r\ntitle: a\r\ndescription: b\r\nupdated: 2026-01-01\r\n⟦tag: c\r\n---\r\n",
      hint: "did you mean 'tags'?"),
    Mistake("missing-key", "---\n⟦description: b\nupdated: 2026-01-01\n---\n", hint: "title"),
    Mistake(
      "bad-date", "---\ntitle: 출금 지연\ndescription: b\nupdated: ⟦2026-02-30\n---\n",
      hint: "YYYY-MM-DD"),
    Mistake("bad-date", "---\ntitle: a\ndescription: b\nupdated: ⟦21.11.2026\n---\n"),
    Mistake(
      "yaml-syntax", "---\ntitle: a\ndescription: 출금⟦: 지연: b\nupdated: 2026-01-01\n---\n"),
    Mistake("yaml-syntax", "---\ntitle: ⟦\"a\n---\n"),
    Mistake(
      "duplicate-key", "---\ntitle: a\n⟦title: b\ndescription: c\nupdated: 2026-01-01\n---\n"),
    Mistake(
      "yaml-feature", "---\ntitle: ⟦&x a\ndescription: *x\nupdated: 2026-01-01\n---\n"),
    Mistake(
      "yaml-feature", "---\ntitle: ⟦!!str a\ndescription: b\nupdated: 2026-01-01\n---\n"),
    Mistake(
      "category-mismatch",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\ncategory: ⟦fees\n---\n"),
    Mistake(
      "wrong-type", "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\ndraft: ⟦maybe\n---\n"),
    Mistake(
      "wrong-type", "---\ntitle: ⟦[a, b]\ndescription: b\nupdated: 2026-01-01\n---\n"),
    Mistake(
      "empty-value", "---\ntitle: ⟦\"\"\ndescription: b\nupdated: 2026-01-01\n---\n"),
    Mistake(
      "bad-date",
      """
      ---
      title: a
      description: b
      updated: 2026-01-01
      publish: 2026-05-01
      expires: ⟦2026-04-01
      ---
      """),
    Mistake(
      "unknown-value",
      """
      ---
      title: a
      description: b
      updated: 2026-01-01
      sources:
        - {name: 업비트, confidence: ⟦offical}
      ---
      """, hint: "did you mean 'official'?"),
    Mistake(
      "bad-url",
      """
      ---
      title: a
      description: b
      updated: 2026-01-01
      sources:
        - name: c
          url: ⟦javascript:alert(1)
      ---
      """),
    Mistake(
      "bad-alias",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\naliases: [⟦../../etc/]\n---\n"),
    Mistake(
      "unknown-language",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\ntranslated-from: ⟦kr\n---\n",
      hint: "one of: ko, zh, en"),
    Mistake(
      "broken-link",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\n---\n\n출금 지연은 ⟦[여기](otp-lst.md)를.\n",
      hint: "did you mean 'otp-lost.md'?"),
    Mistake(
      "broken-link",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\n---\n\n⟦[x](javascript:alert(1))\n"),
    Mistake(
      "broken-link",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\n---\n\n⟦[x](/ko/upbit/)\n"),
    Mistake(
      "broken-link",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\n---\n\n⟦![x](https://a.example/b.png)\n"),
    Mistake(
      "broken-link",
      "---\ntitle: a\ndescription: b\nupdated: 2026-01-01\n---\n\n## 하나\n\n⟦[x](#둘)\n"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: Mistake) async throws {
    var site = FixtureSite.withArticle
    let path = "Content/upbit/security/broken.ko.md"
    site.content[path] = mistake.marked.text
    let result = await site.build()
    let found = try #require(
      result.diagnostics.first { $0.id == mistake.id && $0.location?.path == path },
      "\(result.report)")
    #expect(found.severity == .error)
    #expect(
      found.location
        == SourceLocation(path: path, line: mistake.marked.line, column: mistake.marked.column),
      "\(result.report)")
    if let hint = mistake.hint { #expect(found.hint?.contains(hint) == true, "\(result.report)") }
    #expect(result.files == nil)
  }

  @Test func reportsTheFirstByteThatIsNotUTF8() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/security/bad.ko.md"] = "---\n"
    var sources = site.sources
    let index = try #require(sources.firstIndex { $0.path.hasSuffix("bad.ko.md") })
    sources[index].bytes = Array("---\ntitle: 가".utf8) + [0xFF] + Array("\n---\n".utf8)
    let result = await SiteBuild.run(sources, options: site.options)
    let found = try #require(result.diagnostics.first { $0.id == "not-utf8" }, "\(result.report)")
    #expect(found.location?.line == 2)
    #expect(found.location?.column == 9)
  }
}
