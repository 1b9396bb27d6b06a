import Testing

@testable import Markdown

struct HeadingAnchorsTests {
  static let anchors: [(title: String, id: String)] = [
    ("Lost authenticator", "lost-authenticator"), ("입금·출금 안내", "입금-출금-안내"),
    ("中文 标题！", "中文-标题"), ("OTP 분실 시 怎么办?", "otp-분실-시-怎么办"),
    ("UPPER Ünï Ω", "upper-ünï-ω"), ("2026년 11월", "2026년-11월"), ("①, ½ & ٣", "①-½-٣"),
    ("a_b-c.d/e", "a-b-c-d-e"), ("  --a--  ", "a"), ("C++ & C#", "c-c"),
    (#"<b onload="x">'&"#, "b-onload-x"), ("a%20b?c#d", "a-20b-c-d"), ("가\u{3000}나", "가-나"),
    ("cafe\u{301}s", "cafe\u{301}s"), ("हिन्दी", "हिन्दी"), ("ไทย", "ไทย"),
    ("\u{1112}\u{1161}\u{11AB}글", "\u{1112}\u{1161}\u{11AB}글"),
    ("\u{FEFF}a", "a"), ("a\u{200B}b", "a-b"), ("a\u{2028}b", "a-b"), ("a\u{202E}b", "a-b"),
    ("a\0b", "a-b"), ("🔒 보안", "보안"), ("", "section"), ("!!!", "section"), ("🙂", "section"),
    ("\r\n", "section"), ("——", "section"),
  ]

  @Test(arguments: anchors)
  func writesTitlesAsAddressesInTheirOwnScript(title: String, id: String) {
    let written = anchor(for: title)
    #expect(written.unicodeScalars.elementsEqual(id.unicodeScalars), "\(written)")
  }

  /// What github-slugger 2 makes of them.
  static let github: [(title: String, id: String)] = [
    ("Getting Started", "getting-started"), ("What's new?", "whats-new"), ("a_b-c.d/e", "a_b-cde"),
    ("C++ & C#", "c--c"), ("A - B", "a---b"), ("입금·출금 안내", "입금출금-안내"), ("中文 标题！", "中文-标题"),
    ("v1.2.3", "v123"), ("`config.yaml` file", "configyaml-file"), ("😄 emoji", "-emoji"),
    ("__init__", "init__"), ("!!!", "section"), ("ÜBER uns", "über-uns"), ("50% off", "50-off"),
  ]

  @Test(arguments: github)
  func writesTitlesAsGitHubDoesWhereTheSiteSaysSo(title: String, id: String) {
    #expect(githubAnchor(for: title.replacing("`", with: "")) == id)
  }

  @Test func numbersTheSameAnchorAsGitHubDoes() {
    var environment = MarkdownEnvironment()
    environment.headingIDs = .github
    let text = "## A b\n## A b\n## A b\n## X {#Own_id.1}\n## Y {: #own }\n## Z {:#z}\n## S { #s }\n"
    let rendered = renderMarkdown(
      MarkdownSource(path: "a.md", bytes: Array(text.utf8)), in: environment)
    #expect(rendered.headings.map(\.id) == ["a-b", "a-b-1", "a-b-2", "Own_id.1", "own", "z", "s"])
    #expect(rendered.headings.map(\.title) == ["A b", "A b", "A b", "X", "Y", "Z", "S"])
    #expect(rendered.diagnostics.isEmpty, "\(rendered.diagnostics)")
  }

  @Test(arguments: ["## A {#a .b lang=en}", "## A {: #a .b }", "## A { #a title=x }"])
  func ofAListOfAttributesTheAddressIsTaken(text: String) {
    let rendered = renderMarkdown(
      MarkdownSource(path: "a.md", bytes: Array(text.utf8)), in: MarkdownEnvironment())
    #expect(rendered.headings.map(\.id) == ["a"])
    #expect(rendered.headings.map(\.title) == ["A"])
    #expect(rendered.diagnostics.map(\.id) == ["stray-mark"])
  }

  @Test(arguments: ["## A {#_main}", "## A {#a/b}", "## A {#a\"b}"])
  func whatIsTheTemplatesOrNoAddressIsRefusedThereToo(text: String) {
    var environment = MarkdownEnvironment()
    environment.headingIDs = .github
    let rendered = renderMarkdown(
      MarkdownSource(path: "a.md", bytes: Array(text.utf8)), in: environment)
    #expect(rendered.diagnostics.map(\.id) == ["heading-id"])
    #expect(rendered.headings.allSatisfy { !$0.id.hasPrefix("_") && !$0.id.contains("\"") })
  }

  @Test(arguments: [
    (["a", "a", "a"], ["a", "a-2", "a-3"]), (["a", "a", "a-2"], ["a", "a-2", "a-2-2"]),
    (["a", "a-2", "a"], ["a", "a-2", "a-3"]), (["A", "a", "a!"], ["a", "a-2", "a-3"]),
    (["!", "?", "section"], ["section", "section-2", "section-3"]),
    (["출금", "출금", "提币", "提币"], ["출금", "출금-2", "提币", "提币-2"]),
  ])
  func numbersTheSameAnchor(titles: [String], ids: [String]) {
    let text = titles.map { "## \($0)\n" }.joined()
    #expect(render(text).headings.map(\.id) == ids)
  }

  @Test func takesComposedAndDecomposedLettersForTheSame() {
    let ids = render("## caf\u{E9}\n## cafe\u{301}\n## 한\n## \u{1112}\u{1161}\u{11AB}\n")
      .headings.map(\.id)
    #expect(ids == ["café", "café-2", "한", "한-2"])
  }

  @Test(arguments: [
    ("Main", "main-2"), ("main 2", "main-2-2"), ("검색", "검색-2"), ("!", "section-2"),
    ("free", "free"),
  ])
  func leavesTheIDsOfTheTemplate(title: String, id: String) {
    var reserved: Set = ["main", "검색", "section"]
    if title == "main 2" { reserved.insert("main-2") }
    let rendered = render("## \(title)", reservedIDs: reserved)
    #expect(rendered.headings.map(\.id) == [id])
    #expect(rendered.html.contains("<h2 id=\"\(id)\">"))
  }

  @Test func linksAHeadingToItself() {
    let rendered = render("## 출금 *지연*")
    #expect(
      rendered.html
        == "<h2 id=\"출금-지연\"><a class=\"anchor\" href=\"#출금-지연\">"
        + "출금 <em>지연</em></a></h2>\n")
    #expect(rendered.headings == [Heading(level: 2, id: "출금-지연", title: "출금 지연")])
  }

  @Test(arguments: [
    ("## [a](b.md) c", false), ("## <https://a.b>", false), ("## *[a](b.md)*", false),
    ("## ![a](b.png) c", true), ("## [a](lost.md) c", true), ("## `[a](b)`", true),
  ])
  func putsNoLinkIntoALink(text: String, linksToItself: Bool) {
    #expect(render(text).html.contains("class=\"anchor\"") == linksToItself)
  }

  @Test(arguments: [
    ("## `x<y>` & \"q\"", "x<y> & \"q\""), ("## a  \tb", "a b"), ("## a ##", "a"),
    ("## ![그림](a.png) 뒤", "그림 뒤"), ("## a <b>c</b>", "a <b>c</b>"),
    ("a\nb\n---", "a b"), ("가\r\n나\r\n---", "가 나"), ("##", ""), ("## \0", "\u{FFFD}"),
    ("## &lt;&amp;&#44032;", "<&가"), ("## a\\\n", "a\\"),
  ])
  func takesTheTitleFromTheText(text: String, title: String) {
    #expect(render(text).headings.map(\.title) == [title])
  }

  @Test func findsHeadingsInQuotesAndLists() {
    let rendered = render("> ## 인용\n\n- ## 列表\n\n1. a\n\n   ### deep\n")
    #expect(rendered.headings.map(\.id) == ["인용", "列表", "deep"])
    #expect(rendered.headings.map(\.level) == [2, 2, 3])
  }

  @Test func escapesTitlesInHTML() {
    let html = render("## <b src=x> \" ' & &lt;").html
    #expect(html.contains("&lt;b src=x&gt; &quot; ' &amp; &lt;"))
    #expect(!html.contains("<b"))
  }
}
