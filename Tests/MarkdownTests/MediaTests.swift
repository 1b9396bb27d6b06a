import Testing

@testable import Markdown

/// Pictures and films, and what stands within their text.
struct MediaTests {
  static let nested: [(text: String, html: String, links: Int)] = [
    ("![a [b](x.md) c](p:1)", "<figure class=\"fig\">", 2),
    ("![a ![b](p:2) c](p:1) d", "alt=\"a b c\"", 2),
    ("![a [b](lost) c](v:1)", "aria-label=\"a b c\"", 2),
    ("![[![a](p:3)](w:x)](c:1)", "<a class=\"card\"", 3),
    ("[![a](p:1)](x.md)", "<a href=\"x/\"><img src=\"p:1\" alt=\"a\"", 2),
    ("[![a](v:1)](w:x)", "<span class=\"term\"><video", 2),
    ("- ![a](p:1)\n- [b](w:x)", "<figure", 2), ("![a <b> *c*](p:1)", "alt=\"a &lt;b&gt; c\"", 1),
    ("[a <https://b.c> d](x.md)", "<p><a href=\"x/\">a https://b.c d</a></p>", 1),
    ("[a <https://b.c> d](lost)", "<p>a https://b.c d</p>", 1),
    ("|![a [b](x.md)](p:1)|\n|-|", "<img src=\"p:1\" alt=\"a b\"", 2),
  ]

  /// What a picture takes along is written before it.
  @Test(arguments: nested)
  func writesPicturesWithLinksInTheirText(text: String, html: String, links: Int) {
    let rendered = renderMarkdown(MarkedText(text).source, in: DialectFuzzTests.environment)
    #expect(rendered.html.contains(html), "\(rendered.html)")
    #expect(rendered.links.count == links)
    #expect(rendered.links.map(\.ordinal) == Array(0..<links))
    #expect(HTMLChecker.problem(in: rendered.html) == nil)
  }

  @Test func keepsTheNameOfATabWithoutContent() {
    let rendered = render("{tabs}\n- [가](x.md)\n- 나\n\n  다\n")
    #expect(rendered.html.contains("<a href=\"x/\">가</a>"), "\(rendered.html)")
    #expect(rendered.findingIDs == ["tab-without-content"])
  }

  @Test func writesTheTextOfACardWithinALink() {
    let source = MarkedText("[가 ![영상 <b>](c:g) *![둘](c:h)*](x.md)").source
    #expect(
      renderMarkdown(source, in: DialectFuzzTests.environment).html
        == "<p><a href=\"x/\">가 영상 &lt;b&gt; <em>둘</em></a></p>\n")
  }
}
