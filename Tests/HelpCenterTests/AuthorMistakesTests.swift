import Diagnostics
import Foundation
import Testing

@testable import HelpCenter

/// One run reports all mistakes, whatever file they are in.
struct AuthorMistakesTests {
  @Test func reportsTenKindsOfMistakeInOneBuild() async {
    var site = FixtureSite.withArticle
    let folder = "Content/upbit/security"
    func article(_ lines: String, body: String = "Text.") -> String {
      "---\n\(lines)\n---\n\n\(body)\n"
    }
    let head = "title: a\ndescription: b\nupdated: 2026-01-01"
    site.content["\(folder)/unknown-key.ko.md"] = article(head + "\nsumary: c")
    site.content["\(folder)/no-title.ko.md"] = article("description: b\nupdated: 2026-01-01")
    site.content["\(folder)/bad-date.ko.md"] = article(
      "title: a\ndescription: b\nupdated: 2026-13-01")
    site.content["\(folder)/broken-link.ko.md"] = article(head, body: "[x](otp-lots.md)")
    site.content["\(folder)/unclosed.ko.md"] = "---\n\(head)\n\nText.\n"
    site.content["Content/upbit/securty/category.ko.md"] = article(head)
    site.content["\(folder)/\("요금".decomposedStringWithCanonicalMapping).ko.md"] = article(head)
    site.content["\(folder)/syntax.ko.md"] = article("title: a: b\n" + head)
    let words = "Templates/languages/zh.yaml"
    let original = String(
      decoding: Repository.theme.first { $0.path == words }!.bytes, as: UTF8.self)
    site.templates[words] = original.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("search-title:") }.joined(separator: "\n")
    site.templates["Templates/home.mustache"] = "<h1>{{title}}</h1>\n<p>{{sub-title}}</p>\n"
    var sources = site.sources
    // The same name in the other normalisation form: two files, one address.
    sources.append(
      SourceFile(
        path: "\(folder)/\("요금".precomposedStringWithCanonicalMapping).ko.md",
        bytes: Array(article(head).utf8)))

    let result = await SiteBuild.run(sources, options: site.options)

    let expected: [(id: String, file: String)] = [
      ("unknown-key", "unknown-key.ko.md:5:1"), ("missing-key", "no-title.ko.md:2:1"),
      ("bad-date", "bad-date.ko.md:4:10"), ("broken-link", "broken-link.ko.md:7:1"),
      ("front-matter-unclosed", "unclosed.ko.md:1:1"),
      ("unknown-category", "category.ko.md:1:1"), ("duplicate-slug", ".ko.md:1:1"),
      ("missing-word", "languages/zh.yaml:1:1"),
      ("unknown-template-name", "home.mustache:2:4"), ("yaml-syntax", "syntax.ko.md:2:9"),
    ]
    for (id, file) in expected {
      let lines = result.errors.filter { $0.id == id }
        .map { DiagnosticFormatter.text.format($0) }
      #expect(lines.contains { $0.contains(file + ": error: ") }, "\(id) \(file)\n\(result.report)")
    }
    #expect(result.files == nil)
    for finding in result.errors { #expect(finding.hint != nil, "\(finding.id)") }
  }
}
