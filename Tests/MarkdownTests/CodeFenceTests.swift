import Testing

@testable import Markdown

/// What stands behind the language of a fence.
struct CodeFenceTests {
  @Test(arguments: [
    ("js", CodeFence(language: "js")),
    (
      "js title=\"site.js\" {2,4-5}",
      CodeFence(language: "js", title: "site.js", lines: [2...2, 4...5])
    ),
    ("js {1} title='a b'", CodeFence(language: "js", title: "a b", lines: [1...1])),
    ("{3}", CodeFence(lines: [3...3])),
    (
      "python hl_lines=\"2 4-5\" linenums=\"1\"",
      CodeFence(language: "python", lines: [2...2, 4...5])
    ),
    ("js title=x", CodeFence(language: "js", title: "x")),
    ("js title=\"", CodeFence(language: "js", title: "\"")),
    ("js title=\"\" {0,5-4,a,-1,1-2-3}", CodeFence(language: "js")),
    ("js {1-99999999999999999999}", CodeFence(language: "js")),
    ("sh copy showLineNumbers", CodeFence(language: "sh")),
  ])
  func isRead(info: String, fence: CodeFence) {
    #expect(CodeFence(info) == fence)
  }

  @Test func aTitleAndMarkedLinesAreWritten() {
    let rendered = render("```js title=\"<a>\" {2,4-9}\na < b\nb\nc\nd\n\n```\n")
    #expect(
      rendered.html == "<figure class=\"listing\"><figcaption>&lt;a&gt;</figcaption><pre>"
        + "<code class=\"language-js\">a &lt; b\n<mark>b</mark>\nc\n<mark>d\n</mark>\n"
        + "</code></pre></figure>\n", "\(rendered.html)")
    #expect(rendered.sections.map(\.text) == ["a < b b c d"])
    #expect(HTMLChecker.problem(in: rendered.html) == nil)
  }

  @Test(arguments: ["```js\na\n```\n", "```js linenums\na\n```\n", "```\na\n```\n"])
  func otherBlocksStay(text: String) {
    #expect(!render(text).html.contains("figure"))
  }

  @Test func anEmptyBlockIsEmpty() {
    let rendered = render("```js {1}\n```\n")
    #expect(rendered.html.contains("<code class=\"language-js\"></code>"), "\(rendered.html)")
  }
}

extension CodeFence {
  fileprivate init(language: String = "", title: String? = nil, lines: [ClosedRange<Int>] = []) {
    self.init("")
    (self.language, self.title, self.lines) = (language, title, lines)
  }
}
