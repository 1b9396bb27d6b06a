import Diagnostics
import Testing

@testable import Markdown

struct RawHTMLTests {
  static let shown: [(text: String, html: String)] = [
    // Blocks of every kind that CommonMark knows.
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
    ("<div>\n*가* 나\n</div>\n\n다", "<p>&lt;div&gt;\n*가* 나\n&lt;/div&gt;</p>\n<p>다</p>\n"),
    ("<div>\r\na\r\n</div>\r\n", "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>\n"),
    ("<?php x ?>", "<p>&lt;?php x ?&gt;</p>\n"), ("<!DOCTYPE x>", "<p>&lt;!DOCTYPE x&gt;</p>\n"),
    ("<![CDATA[ x ]]>", "<p>&lt;![CDATA[ x ]]&gt;</p>\n"), ("<x-y>\n", "<p>&lt;x-y&gt;</p>\n"),
    ("</div>", "<p>&lt;/div&gt;</p>\n"),
    ("<iframe src=\"x\">", "<p>&lt;iframe src=&quot;x&quot;&gt;</p>\n"),
    ("<style>p{}\n\n</style>", "<p>&lt;style&gt;p{}\n\n&lt;/style&gt;</p>\n"),
    ("<script>unclosed\n\n# 가", "<p>&lt;script&gt;unclosed\n\n# 가</p>\n"),
    ("> <form>", "<blockquote>\n<p>&lt;form&gt;</p>\n</blockquote>\n"),
    // In a line.
    ("가 <b>나</b>", "<p>가 &lt;b&gt;나&lt;/b&gt;</p>\n"), ("a <hr/>", "<p>a &lt;hr/&gt;</p>\n"),
    ("文 <img src=x onerror=y>", "<p>文 &lt;img src=x onerror=y&gt;</p>\n"),
    ("a <b\nc> d", "<p>a &lt;b\nc&gt; d</p>\n"),
    ("a <?x?> <!X y>", "<p>a &lt;?x?&gt; &lt;!X y&gt;</p>\n"),
    ("a <b title=\"&amp;\">", "<p>a &lt;b title=&quot;&amp;amp;&quot;&gt;</p>\n"),
    ("![a <i>x</i>](p)", "<p><img src=\"p\" alt=\"a &lt;i&gt;x&lt;/i&gt;\" /></p>\n"),
    ("*<b>*", "<p><em>&lt;b&gt;</em></p>\n"),
    ("x <b>\0</b>", "<p>x &lt;b&gt;\u{FFFD}&lt;/b&gt;</p>\n"),
    ("x <b>\u{301}", "<p>x &lt;b&gt;\u{301}</p>\n"),
  ]

  @Test(arguments: shown)
  func showsHTMLAsTextWithAWarning(text: String, html: String) {
    let rendered = render(text)
    // By scalars: a combining mark makes one character of itself and the `;` before it.
    #expect(rendered.html.unicodeScalars.elementsEqual(html.unicodeScalars), "\(rendered.html)")
    #expect(rendered.findingIDs == ["raw-html"])
    #expect(rendered.diagnostics.allSatisfy { $0.severity == .warning && $0.hint != nil })
  }

  static let comments: [(text: String, html: String)] = [
    ("<!-- note -->", ""), ("가\n\n<!-- 메모\n\n두 줄 -->\n\n나", "<p>가</p>\n<p>나</p>\n"),
    ("<!-- a -->\r\n\r\nb", "<p>b</p>\n"), ("가<!-- 注 -->나", "<p>가나</p>\n"),
    ("> <!-- a -->", "<blockquote>\n</blockquote>\n"),
    ("<!-- <script> -->", ""), ("a <!--<b>-->", "<p>a </p>\n"),
  ]

  @Test(arguments: comments)
  func leavesCommentsOutWithoutAWarning(text: String, html: String) {
    let rendered = render(text)
    #expect(rendered.html == html)
    #expect(rendered.diagnostics.isEmpty)
    #expect(!rendered.sections.contains { $0.text.contains("<!--") })
  }

  static let notHTML: [(text: String, html: String)] = [
    ("a < b > c", "<p>a &lt; b &gt; c</p>\n"), ("\\<b>", "<p>&lt;b&gt;</p>\n"),
    ("`<b>`", "<p><code>&lt;b&gt;</code></p>\n"), ("&lt;b&gt;", "<p>&lt;b&gt;</p>\n"),
    ("    <b>", "<pre><code>&lt;b&gt;\n</code></pre>\n"), ("<한국어>", "<p>&lt;한국어&gt;</p>\n"),
    ("```\n<script>\n```", "<pre><code>&lt;script&gt;\n</code></pre>\n"), ("<3", "<p>&lt;3</p>\n"),
  ]

  @Test(arguments: notHTML)
  func findsNothingInWhatIsNoHTML(text: String, html: String) {
    let rendered = render(text)
    #expect(rendered.html == html)
    #expect(rendered.diagnostics.isEmpty)
  }

  static let places: [MarkedText] = [
    "⟦<div>", "가 ⟦<b>나⟦</b>", "가\n나 ⟦<i>", "가\n\n⟦<div>\n<b>\n</div>\n", "> ⟦<div>", "- 가 ⟦<b>",
    "## 제목 ⟦<b>", "cafe\u{301}👨‍👩‍👧 ⟦<b>", "가\r\n\r\n⟦<div>\r\n\r\n나 ⟦<b>", "가\r\r⟦<div>",
    "---\ntitle: 한\n---\n⟧⟦<div>\n\n中 ⟦<b>", "\u{FEFF}---\r\n---\r\n⟧\r\n中⟦<b>", "a ⟦<b\nc>",
    "![가 ⟦<b>](p)", "*가 **나 ⟦<b>***", "1. a\n\n   ⟦<div>",
  ].map(MarkedText.init)

  @Test(arguments: places)
  func warnsWhereTheHTMLStands(text: MarkedText) {
    #expect(text.render().places(of: "raw-html") == text.places)
  }
}
