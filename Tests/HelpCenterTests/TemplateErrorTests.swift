import Diagnostics
import Testing

@testable import HelpCenter

/// Mistakes in templates, each with its place in the template.
struct TemplateErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var id: String
    var path: String
    var marked: MarkedText
    var hint: String?

    init(_ id: String, in name: String, _ marked: String, hint: String? = nil) {
      self.id = id
      path = "Templates/" + name
      self.marked = MarkedText(marked)
      self.hint = hint
    }

    var testDescription: String { id + " " + marked.text }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "unknown-template-name", in: "category.mustache", "<h1>{{title}}</h1>\n ⟦{{titel}}",
      hint: "did you mean 'title'?"),
    Mistake(
      "unknown-template-name", in: "category.mustache",
      "{{#articles}}{{title}}{{⟦}}{{/articles}}".replacing("{{⟦}}", with: "⟦{{dial}}")),
    Mistake(
      "unknown-template-name", in: "category.mustache",
      "{{#fact-channels}}{{seal.text}} ⟦{{seal.colour}}{{/fact-channels}}"),
    Mistake("unknown-template-name", in: "category.mustache", "⟦{{#frontpage}}a{{/frontpage}}"),
    Mistake("unknown-template-name", in: "category.mustache", "⟦{{title.text}}"),
    Mistake(
      "unknown-word", in: "category.mustache", "⟦{{words.languag-name}}",
      hint: "did you mean 'language-name'?"),
    Mistake(
      "unknown-template", in: "category.mustache", "⟦{{> partials/crumb}}",
      hint: "did you mean 'partials/crumbs'?"),
    Mistake("template-cycle", in: "category.mustache", "⟦{{> category}}"),
    Mistake("template-syntax", in: "category.mustache", "a ⟦{{title"),
    Mistake("template-syntax", in: "category.mustache", "a ⟦{{#articles}}b"),
    Mistake("template-syntax", in: "category.mustache", "출금 ⟦{{/articles}}"),
    Mistake("template-syntax", in: "category.mustache", "{{#articles}}⟦{{/title}}{{/articles}}"),
    Mistake("template-syntax", in: "category.mustache", "⟦{{=<% %>=}}"),
    Mistake("template-syntax", in: "category.mustache", "⟦{{uppercased(title)}}"),
    Mistake(
      "missing-asset", in: "category.mustache", "<img src=\"⟦{{root}}assets/site.cs\" alt=\"\">",
      hint: "did you mean 'assets/site.css'?"),
    Mistake("missing-placeholder", in: "languages/ko.yaml", "⟦fallback-notice: 번역 없음\n"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: Mistake) async throws {
    var site = FixtureSite.withArticle
    site.templates[mistake.path] = mistake.marked.text
    let result = await site.build()
    let place = SourceLocation(
      path: mistake.path, line: mistake.marked.line, column: mistake.marked.column)
    let found = try #require(
      result.diagnostics.first { $0.id == mistake.id && $0.location == place },
      "\(result.report)")
    if let hint = mistake.hint { #expect(found.hint == hint) }
    #expect(result.files == nil)
  }

  @Test func aMissingPageTemplateIsNamed() async {
    let site = FixtureSite.withArticle
    let sources = site.sources.filter { $0.path != "Templates/contact-all.mustache" }
    let result = await SiteBuild.run(sources, options: site.options)
    #expect(
      result.errors.contains {
        $0.id == "missing-template" && $0.location?.path == "Templates/contact-all.mustache"
      })
  }
}

struct TemplateRenderingTests {
  /// A text that a grapheme-wise escaper misses: the quote and the sign have combining marks.
  @Test func escapesWhatCombiningMarksFollow() async throws {
    var site = FixtureSite.withArticle
    let title = "a\"\u{301} <\u{308}script> '\u{301}&\u{301}"
    site.content["Content/upbit/security/odd.en.md"] =
      "---\ntitle: |-\n  \(title)\ndescription: b\nupdated: 2026-01-01\n---\n\nText.\n"
    let result = await site.build()
    let page = try #require(result.text("en/upbit/security/odd/index.html"), "\(result.report)")
    #expect(page.unicodeScalars.contains("\u{308}"))
    #expect(!page.utf8.contains("<\u{308}script".utf8))
    #expect(page.utf8.contains("&lt;\u{308}script&gt; &#39;\u{301}&amp;\u{301}".utf8))
    #expect(page.utf8.contains("a&quot;\u{301}".utf8))
  }

  @Test func anAbsentNameDoesNotTakeTheOuterValue() async throws {
    var site = FixtureSite.withArticle
    // The page has `lang`; a link in the page's own language has none.
    site.templates["Templates/category.mustache"] =
      "{{#articles}}[{{#lang}}foreign{{/lang}}{{^lang}}own{{/lang}}]{{/articles}}"
    let result = await site.build()
    #expect(result.text("ko/upbit/security/index.html") == "[own]", "\(result.report)")
  }
}

extension Collection<UInt8> {
  func contains(_ other: some Collection<UInt8>) -> Bool {
    Array(self).firstRange(of: Array(other)) != nil
  }
}
