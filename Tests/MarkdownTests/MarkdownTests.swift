import Testing

@testable import Markdown

struct MarkdownTests {
  @Test(arguments: ["", "\n", "\r\n\r\n", " \t ", "\u{FEFF}", "\u{FEFF}\r\n"])
  func rendersNothingFromNothing(text: String) {
    let rendered = render(text)
    #expect(rendered.html == "")
    #expect(rendered.headings.isEmpty)
    #expect(rendered.links.isEmpty)
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("---\ntitle: <b>\n---\n⟧본문", "<p>본문</p>\n"), ("---\n---\n⟧", ""), ("---\n---⟧", ""),
    ("\u{FEFF}---\r\n---\r\n⟧正文\r\n", "<p>正文</p>\n"), ("\u{FEFF}⟧a", "<p>a</p>\n"),
    ("\u{FEFF}a", "<p>a</p>\n"),
  ])
  func rendersTheBodyOnly(text: String, html: String) {
    #expect(render(text).html == html)
    #expect(render(text).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "가\n나\n\n- 一\n- 二\n\n```\ncode\n\nx\n```\n\n## a\n\n<div>\nb\n</div>\n", "a  \nb\\\nc\n",
    "\n\n# a\n",
  ])
  func rendersTheSameWhateverEndsTheLines(text: String) {
    let expected = render(text)
    for lineEnd in ["\r\n", "\r"] {
      let scalars = text.unicodeScalars.map { $0 == "\n" ? lineEnd : String($0) }
      let rendered = render(scalars.joined())
      #expect(rendered.html == expected.html)
      #expect(rendered.sections == expected.sections)
      #expect(rendered.diagnostics == expected.diagnostics)
    }
  }

  @Test(arguments: [
    ("\0", "<p>\u{FFFD}</p>\n"), ("a\0b", "<p>a\u{FFFD}b</p>\n"),
    ("a\n\0\nb", "<p>a\n\u{FFFD}\nb</p>\n"),
    ("[a\0](b\0)", "<p><a href=\"b%EF%BF%BD\">a\u{FFFD}</a></p>\n"),
    ("`\0`", "<p><code>\u{FFFD}</code></p>\n"), ("&#0;", "<p>\u{FFFD}</p>\n"),
    ("```\n\0\n```", "<pre><code>\u{FFFD}\n</code></pre>\n"),
    ("가\0나\0", "<p>가\u{FFFD}나\u{FFFD}</p>\n"),
  ])
  func replacesNULAndLosesNothingBehindIt(text: String, html: String) {
    #expect(render(text).html == html)
  }

  @Test(arguments: [
    ("a \"b\" -- c...", "<p>a &quot;b&quot; -- c...</p>\n"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("3. a\n\n   b", "<ol start=\"3\">\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>\n"),
    ("> 가", "<blockquote>\n<p>가</p>\n</blockquote>\n"), ("***", "<hr />\n"),
    ("```ko\"x\na\n```", "<pre><code class=\"language-ko&quot;x\">a\n</code></pre>\n"),
    ("**중요**합니다 **注意**。", "<p><strong>중요</strong>합니다 <strong>注意</strong>。</p>\n"),
    ("cafe\u{301}", "<p>cafe\u{301}</p>\n"),
  ])
  func writesCommonMark(text: String, html: String) {
    #expect(render(text).html == html)
  }

  @Test func rendersTheSameTwice() {
    let text = "# a\n\n<b> [x](lost) [y](z.md)\n\n## a\n"
    let (first, second) = (render(text), render(text))
    #expect(first.html == second.html)
    #expect(first.diagnostics == second.diagnostics)
    #expect(first.links == second.links)
    #expect(first.sections == second.sections)
  }
}
