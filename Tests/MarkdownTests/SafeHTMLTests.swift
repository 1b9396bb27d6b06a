import Testing

@testable import Markdown

/// The HTML that articles may hold, and that nothing else comes in with it.
struct SafeHTMLTests {
  static let taken: [(text: String, html: String)] = [
    ("<kbd>Ctrl</kbd>+<kbd>C</kbd>", "<p><kbd>Ctrl</kbd>+<kbd>C</kbd></p>\n"),
    ("H<sub>2</sub>O x<sup>*2*</sup>", "<p>H<sub>2</sub>O x<sup><em>2</em></sup></p>\n"),
    ("<MARK>가</MARK>", "<p><mark>가</mark></p>\n"),
    ("a<br>b<br/>c<br />d", "<p>a<br />\nb<br />\nc<br />\nd</p>\n"),
    (
      "<abbr title='a &amp; \"b\"'>H</abbr>",
      "<p><abbr title=\"a &amp; &quot;b&quot;\">H</abbr></p>\n"
    ),
    ("<sub>a <sup>b</sup></sub>", "<p><sub>a <sup>b</sup></sub></p>\n"),
    ("**<kbd>a</kbd>**", "<p><strong><kbd>a</kbd></strong></p>\n"),
    ("<img src=p alt=\"a &lt; b\"> c", "<p><img src=\"p\" alt=\"a &lt; b\" /> c</p>\n"),
    ("<img src=\"p\" width=3 height=4 title=t>", "<p><img src=\"p\" alt=\"\" title=\"t\" /></p>\n"),
    ("|a|b|\n|-|-|\n|c<br>d|<kbd>e</kbd>|", "<kbd>e</kbd>"),
    (
      "<details>\n<summary>가 <kbd>b</kbd></summary>\n\n- *c*\n\n</details>",
      "<details class=\"more\">\n<summary>가 <kbd>b</kbd></summary>\n<ul>\n<li><em>c</em></li>\n</ul>\n</details>\n"
    ),
    (
      "<details open><summary>a</summary>b &lt; c</details>",
      "<details class=\"more\" open>\n<summary>a</summary>\n<p>b &lt; c</p>\n</details>\n"
    ),
    (
      "<details><summary>a</summary>\n\n<details><summary>b</summary>\n\nc\n\n</details>\n\n</details>\n\nd",
      "<details class=\"more\">\n<summary>a</summary>\n<details class=\"more\">\n<summary>b</summary>\n"
        + "<p>c</p>\n</details>\n</details>\n<p>d</p>\n"
    ),
    (
      "> <details><summary>a</summary>\n>\n> b\n>\n> </details>",
      "<blockquote>\n<details class=\"more\">\n<summary>a</summary>\n<p>b</p>\n</details>\n</blockquote>\n"
    ),
    ("<!-- a -->\n<br>\n<!-- b -->\n\nc", "<p>c</p>\n"),
  ]

  @Test(arguments: taken)
  func aKnownTagIsTaken(text: String, html: String) {
    let rendered = render(text)
    #expect(rendered.html.contains(html), "\(rendered.html)")
    #expect(!rendered.findingIDs.contains("raw-html"), "\(rendered.diagnostics)")
    #expect(HTMLChecker.problem(in: rendered.html) == nil, "\(rendered.html)")
  }

  /// Each is shown as text, at least the tag that has something about it.
  static let hostile: [String] = [
    "<kbd onclick=alert(1)>a</kbd>", "<kbd OnClick=\"alert(1)\">a</kbd>",
    "<sub style=\"x\">a</sub>",
    "<mark class=x>a</mark>", "<abbr title=a onmouseover=b>c</abbr>",
    "<abbr title=a title=b>c</abbr>",
    "<br onload=x>", "<br style=x>", "<br/ x>", "</br>", "<img>", "<img src>", "<img src=\"\">",
    "<img src=x onerror=alert(1)>", "<img src=x\nonerror=alert(1)>", "<img src=x/onerror=alert(1)>",
    "<img/src=x>", "<img src=x srcset=y>", "<img src=x width=1e9>", "<img src=x style=y>",
    "<img src=x alt=\"a\"onerror=\"b\">", "<img src=`x`onerror=y>", "</img>", "<kbd/>a</kbd>",
    "<kbd>a", "a</kbd>", "<kbd>a *b</kbd>* c", "<sub><sup>a</sub></sup>", "<kbd>a</kbd >b</kbd>",
    "<kbd\u{0}>a</kbd>", "<kbd >a</kbd x>", "<b>a</b>", "<kbd><script>a</script></kbd>",
    "<details>", "</details>", "<details>a</details>",
    "<details>\n\n<summary>a</summary>\n\n</details>",
    "<details ontoggle=x><summary>a</summary></details>", "<summary>a</summary>",
    "<details><summary></summary>a</details>", "<details><summary>a</details></summary>",
    "<details><summary onclick=x>a</summary>b</details>",
    "<details><summary>a<b>c</b></summary>b</details>",
    "<details><summary>a</summary><script>b</script></details>",
    "<details><summary>a</summary>\n\n> b\n\n</details></details>",
    "<details><summary>a</summary>\n\n> </details>",
    "<details><summary><img src=x></summary></details>",
    "<details><summary>a</summary><kbd>b</details>",
    "x <details><summary>a</summary></details>", "<picture><img src=x></picture>",
    "<svg><kbd>a</kbd></svg>", "<math><br></math>", "<kbd xml:lang=x>a</kbd>",
    "<details><summary>a</summary><!-- b</details>",
  ]

  @Test(arguments: hostile)
  func whatIsNotKnownIsShownAsText(text: String) {
    let rendered = render(text)
    #expect(HTMLChecker.problem(in: rendered.html) == nil, "\(rendered.html)")
    #expect(
      rendered.findingIDs.contains("raw-html") || rendered.html.contains("&lt;"), "\(rendered.html)"
    )
    for name in ["onclick", "onerror", "onload", "style", "script"] where text.contains(name) {
      #expect(!rendered.html.contains("<\(name)"), "\(rendered.html)")
    }
    #expect(rendered.diagnostics.allSatisfy { $0.hint?.isEmpty == false })
  }

  @Test func aPicturesAddressIsResolvedLikeAnyOther() {
    var seen: [LinkReference] = []
    let rendered = render("a\n\nb <img src='javascript:alert(1)' alt=\"x\">")
    seen = rendered.links
    #expect(seen.map(\.destination) == ["javascript:alert(1)"])
    #expect(seen.map(\.isImage) == [true])
    #expect(seen.first?.location.line == 3 && seen.first?.location.column == 3)
    // libcmark's safe mode leaves out an address that this environment lets pass.
    #expect(!rendered.html.contains("javascript"), "\(rendered.html)")
  }

  @Test func aFoldedTextIsFoundBySearch() {
    let rendered = render("<details><summary>가 <kbd>b</kbd></summary>\n\n나\n\n</details>")
    #expect(rendered.sections.map(\.text) == ["가 b 나"])
  }

  @Test(arguments: [
    "<sub>", "</sub>", "<sub><sup>", "<sub></sup>", "<details><summary>a</summary>\n\n",
    "</details>\n\n", "<br>", "<img src=x>",
  ])
  func aTextOfNothingElseIsRendered(piece: String) {
    let rendered = render(String(repeating: piece, count: 20_000))
    #expect(rendered.html.utf8.count > 20_000 || piece.hasPrefix("<sub><sup>"))
  }
}
