import Foundation
import Testing

@testable import Markdown

/// GitHub's own examples of tables. Ours differ in what stands around and in the tags, which is
/// taken off both sides before they are compared.
@Suite(
  .enabled(
    if: !Specification.gfm.isEmpty,
    "the examples stand beside the checkout (../shared/spec, or HELPCENTER_SPEC)"))
struct GFMTableTests {
  /// Example 25 has bare addresses in its cells, which only GitHub turns into links.
  private static let needsOtherExtensions: Set = [25]

  static let examples = Specification.gfm.filter { example in
    (example.section.contains("Table") || example.html.contains("<table>"))
      && !needsOtherExtensions.contains(example.example)
  }

  @Test func readsEveryTableAsGitHubDoes() {
    for example in Self.examples {
      let rendered = renderMarkdown(
        MarkdownSource(path: "a.md", bytes: Array(example.markdown.utf8)), in: MarkdownEnvironment()
      )
      let ours = Self.withoutOurMarkup(rendered.html)
      let theirs = Self.withoutTheirMarkup(example.html)
      #expect(ours == theirs, "example \(example.example) (\(example.section))")
    }
    print("gfm-extensions: \(Self.examples.count) tables compared")
    #expect(Self.examples.count >= 20)
  }

  private static func withoutOurMarkup(_ html: String) -> String {
    html.replacing(/<div class="scroll"[^>]*>\n(<table>(?s:.*?)<\/table>)\n<\/div>/) { $0.output.1 }
      .replacing(/<th scope="row"([^>]*)>(.*)<\/th>/) { "<td\($0.output.1)>\($0.output.2)</td>" }
      .replacing(#/ scope="col"/#, with: "")
  }

  private static func withoutTheirMarkup(_ html: String) -> String {
    // Raw HTML is text with us, but for a few tags; of the examples only one has any.
    html.replacing(#/<td><strong>hello</strong></td>/#) { _ in
      "<td>&lt;strong&gt;hello&lt;/strong&gt;</td>"
    }.replacing("ok <br> sure", with: "ok <br />\n sure")
      .replacing(#/ align="(\w+)"/#) { " class=\"\($0.output.1)\"" }
  }
}
