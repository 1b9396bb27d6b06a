import Diagnostics
import Testing

@testable import Markdown

struct LinksTests {
  static let followed: [(text: String, html: String)] = [
    ("[안내](guide.md)", #"<p><a href="guide/">안내</a></p>"#),
    ("[a](x.md \"제목\")", #"<p><a href="x/" title="제목">a</a></p>"#),
    ("[a][b]\n\n[b]: x.md", #"<p><a href="x/">a</a></p>"#),
    ("![그림](a.png)", #"<p><img src="a.png" alt="그림" /></p>"#),
    ("[![alt](a.png)](x.md)", #"<p><a href="x/"><img src="a.png" alt="alt" /></a></p>"#),
    ("<https://a.b/?c=1&d=2>", #"<p><a href="https://a.b/?c=1&amp;d=2">"#),
    ("[中文](文件.md#标题)", #"<p><a href="%E6%96%87%E4%BB%B6/#%E6%A0%87%E9%A2%98">中文</a></p>"#),
    ("[a]()", #"<p><a href="">a</a></p>"#), ("[](x.md)", #"<p><a href="x/"></a></p>"#),
    ("[a](<x y.md>)", #"<p><a href="x%20y/">a</a></p>"#),
    ("[a](x\"onload.md)", #"<p><a href="x%22onload/">a</a></p>"#),
    ("![*굵게* `code`](a.png)", #"<img src="a.png" alt="굵게 code" />"#),
    (#"![a" onerror="x](a.png)"#, #"alt="a&quot; onerror=&quot;x""#),
  ]

  @Test(arguments: followed)
  func writesTheAddressThatTheSiteGives(text: String, html: String) {
    let rendered = render(text)
    #expect(rendered.html.contains(html), "\(rendered.html)")
    #expect(rendered.diagnostics.isEmpty)
  }

  static let broken: [(text: String, html: String)] = [
    ("a [링크](lost.md) b", "<p>a 링크 b</p>\n"),
    ("[*a* `b` **c**](lost)", "<p><em>a</em> <code>b</code> <strong>c</strong></p>\n"),
    ("![大图 *x*](lost.png)", "<p>大图 <em>x</em></p>\n"), ("a[](lost)b", "<p>ab</p>\n"),
    ("[![alt](lost.png)](lost.md)", "<p>alt</p>\n"),
    ("[![alt](lost.png)](x.md)", "<p><a href=\"x/\">alt</a></p>\n"),
    ("[![alt](a.png)](lost.md)", "<p><img src=\"a.png\" alt=\"alt\" /></p>\n"),
    ("![a [b](lost) c](a.png)", "<p><img src=\"a.png\" alt=\"a b c\" /></p>\n"),
    ("[a\nb](lost)", "<p>a\nb</p>\n"),
    ("- [a](lost)\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("[a](lost)[b](lost)[c](x.md)", "<p>ab<a href=\"x/\">c</a></p>\n"),
  ]

  @Test(arguments: broken)
  func keepsTheTextOfABrokenLink(text: String, html: String) {
    let rendered = render(text)
    #expect(rendered.html == html)
    #expect(rendered.findingIDs == ["broken-link"])
  }

  static let places: [MarkedText] = [
    "⟦[a](x.md)", "글자 ⟦[링크](x.md), ⟦[x](y.md)", "cafe\u{301} ⟦[a](b)", "👨‍👩‍👧⟦![a](b)",
    "## 제목 ⟦[링크](x)", "- 가\n- ⟦[링크](x)", "> > 가 ⟦[a](b)", "가\n나 ⟦[a](b)\n", "가\r\n나 ⟦[a](b)\r\n",
    "가\r나 ⟦[a](b)\r", "⟦[⟦![그림](p) 글](x)", "<b> ⟦<https://a.b>",
    "---\ntitle: 中文\n---\n⟧\n文 ⟦[a](b)",
    "\u{FEFF}---\r\n---\r\n⟧⟦[a](b)", "⟦[a][r]\n\n[r]: /x", "no [link] `[a](b)` \\[a](b)", "",
    "    [code](x)", "   ⟦[a](b)", "1. ⟦[a](b)", "⟦[a](b)\n⟦[c](d)", "\t\n\n⟦[a](b)",
  ].map(MarkedText.init)

  @Test(arguments: places)
  func listsEveryLinkWithItsPlace(text: MarkedText) {
    #expect(text.render().links.map(\.location) == text.places)
  }

  @Test func listsDestinationsAsWrittenTheBrokenOnesToo() {
    let links = render("[a](x.md#가) ![b](lost.png) [c](<d e>) <a@b.c>").links
    #expect(links.map(\.destination) == ["x.md#가", "lost.png", "d e", "mailto:a@b.c"])
    #expect(links.map(\.isImage) == [false, true, false, false])
  }

  @Test func reportsABrokenLinkOnceWhereItStands() {
    let text = MarkedText("---\n---\n⟧가 ⟦[a](lost.md) 나\n\n[b](x.md)\n\n⟦![c](lost.png)")
    #expect(text.render().places(of: "broken-link") == text.places)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "file:///etc/passwd",
    "data:text/html,x", "&#106;avascript:alert(1)",
  ])
  func writesNoAddressThatRuns(destination: String) {
    let html = render("[a](\(destination)) ![b](\(destination))").html
    #expect(html == "<p><a href=\"\">a</a> <img src=\"\" alt=\"b\" /></p>\n")
  }

  @Test func writesNoAddressThatRunsEvenIfTheSiteGivesOne() {
    var environment = MarkdownEnvironment()
    environment.resolve = { _ in .url("javascript:alert(1)") }
    let source = MarkedText("[a](x.md)").source
    #expect(renderMarkdown(source, in: environment).html == "<p><a href=\"\">a</a></p>\n")
  }

  @Test func leavesLinksAloneWithoutAResolver() {
    let rendered = renderMarkdown(MarkedText("[a](x.md)").source, in: MarkdownEnvironment())
    #expect(rendered.html == "<p><a href=\"x.md\">a</a></p>\n")
  }
}
