import Testing

@testable import Markdown

struct TableTests {
  @Test func writesAWholeTable() {
    let rendered = render(
      "{caption: 수수료 & <한도>}\n| 자산 | 수수료 |\n| :-- | --: |\n| BTC | 0.0005 |\n| ETH |\n")
    #expect(
      rendered.html == """
        <div class="scroll" tabindex="0" role="region" aria-label="수수료 &amp; &lt;한도&gt;">
        <table>
        <caption>수수료 &amp; &lt;한도&gt;</caption>
        <thead>
        <tr>
        <th scope="col" class="left">자산</th>
        <th scope="col" class="right">수수료</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row" class="left">BTC</th>
        <td class="right">0.0005</td>
        </tr>
        <tr>
        <th scope="row" class="left">ETH</th>
        <td class="right"></td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
    #expect(rendered.diagnostics.isEmpty)
    #expect(rendered.sections.map(\.text) == ["수수료 & <한도> 자산 수수료 BTC 0.0005 ETH"])
  }

  /// Screen readers list regions by name.
  @Test func noTwoTablesHaveTheSameName() {
    let table = "|a|b|\n|-|-|\n|1|2|\n\n"
    let text =
      table + "{caption: Fees}\n" + table + table + "{caption: Fees}\n" + table
      + "{caption: table-label 4}\n" + table + table + table
    let labels = render(text).html.matches(of: #/aria-label="([^"]*)"/#).map { String($0.output.1) }
    #expect(labels.count == 7 && Set(labels).count == 7, "\(labels)")
    #expect(labels[1] == "Fees" && labels[3] == "Fees 2")
  }

  @Test func namesNoRowWhereThereIsOneColumn() {
    #expect(render("|a|\n|-|\n|1|").html.contains("<td>1</td>"))
  }

  static let shapes: [(text: String, html: String)] = [
    ("| a | b |\n|---|---|\n| 1 | 2 |", "⟪a│b‖1│2⟫"), ("a | b\n--- | ---\n1 | 2", "⟪a│b‖1│2⟫"),
    ("a|b\n-|-\n1|2", "⟪a│b‖1│2⟫"), ("| a | b\n| - | -\n| 1 | 2", "⟪a│b‖1│2⟫"),
    ("a | b |\n--|--|\n1 | 2 |", "⟪a│b‖1│2⟫"),
    ("   | a | b |\n  |---|---|\n | 1 | 2 |", "⟪a│b‖1│2⟫"),
    ("| a | b |\t \n|---|---| \t\n|\t1\t| 2 |  ", "⟪a│b‖1│2⟫"),
    ("| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n\r\n뒤", "⟪a│b‖1│2⟫<p>뒤</p>\n"),
    ("| a | b |\r|---|---|\r| 1 | 2 |\r", "⟪a│b‖1│2⟫"), ("| a | b |\n|---|---|\n", "⟪a│b⟫"),
    ("| a |\n|---|\n| 1 |\n| 2 |", "⟪a‖1‖2⟫"), ("| a |\n---|\n1", "⟪a‖1⟫"), ("|a|\n|-|", "⟪a⟫"),
    // Alignment.
    (
      "|a|b|c|d|\n|:-|:-:|-:|-|\n|1|2|3|4|", "⟪left:a│center:b│right:c│d‖left:1│center:2│right:3│4⟫"
    ),
    ("|a|b|\n|:-----:|  :-  |\n|1|", "⟪center:a│left:b‖center:1│left:⟫"),
    // Rows that are short, long or empty.
    ("|a|b|\n|-|-|\n|1|\n|1|2|3|\n|\n||", "⟪a│b‖1│‖1│2‖│‖│⟫"),
    ("|a|b|\n|-|-|\n||2|\n|1||\n| | |", "⟪a│b‖│2‖1│‖│⟫"), ("| | |\n|-|-|\n|1|2|", "⟪│‖1│2⟫"),
    ("|a|b|\n|-|-|\n1\n뒤에 온 글", "⟪a│b‖1│‖뒤에 온 글│⟫"),
    // Escaped pipes, and code with pipes.
    (#"|a\|b|c|"# + "\n|-|-|\n" + #"|1|\|2\||"#, "⟪a|b│c‖1│|2|⟫"),
    (#"|a|b|"# + "\n|-|-|\n" + #"|`x\|y`|`\\|`|"#, "⟪a│b‖<code>x|y</code>│`\\⟫"),
    ("|a|b|c|\n|-|-|-|\n|`x|y`|z|", "⟪a│b│c‖`x│y`│z⟫"),
    (#"|a|b|"# + "\n|-|-|\n" + #"|1\\|2|"#, "⟪a│b‖1\\│2⟫"),
    (#"|a|b|"# + "\n|-|-|\n" + #"|1|2\|"#, "⟪a│b‖1│2|⟫"), ("|a|b|\n|-|-|\n|1|&#124;|", "⟪a│b‖1│|⟫"),
  ]

  static let content: [(text: String, html: String)] = [
    // What begins no block in a cell.
    ("|- a|# b|\n|-|-|\n|> 1|1. 2|", "⟪- a│# b‖&gt; 1│1. 2⟫"),
    ("|a|b|\n|-|-|\n|```|    code|\n|---|===|", "⟪a│b‖```│code‖---│===⟫"),
    ("|a|b|\n|-|-|\n|[r]: /x|***|", "⟪a│b‖[r]: /x│***⟫"),
    ("|a|b|\n|-|-|\n|{steps}|{include: x}|", "⟪a│b‖{steps}│{include: x}⟫"),
    ("|a|b|\n|-|-|\n|[!NOTE]|~~~|", "⟪a│b‖[!NOTE]│~~~⟫"),
    ("|a|b|\n|-|-|\n|+ x|* y|", "⟪a│b‖+ x│* y⟫"),
    // Inline markup.
    (
      "|**a**|*b*|\n|-|-|\n|`c`|[d](x.md)|",
      "⟪<strong>a</strong>│<em>b</em>‖<code>c</code>│<a href=\"x/\">d</a>⟫"
    ),
    (
      "|a|b|\n|-|-|\n|![그림](p.png)|<https://a.b>|",
      "⟪a│b‖<img src=\"p.png\" alt=\"그림\" />│<a href=\"https://a.b\">https://a.b</a>⟫"
    ),
    ("|a|b|\n|-|-|\n|**1|2**|", "⟪a│b‖**1│2**⟫"), ("|a|b|\n|-|-|\n|[1|2](x)|", "⟪a│b‖[1│2](x)⟫"),
    ("|a|b|\n|-|-|\n|&lt;|\\*|", "⟪a│b‖&lt;│*⟫"),
    ("|a|b|\n|-|-|\n|x<!-- c -->|\0|", "⟪a│b‖x│\u{FFFD}⟫"),
    // Reference links, wherever the definition stands.
    (
      "|[a]|[b][a]|\n|-|-|\n\n[a]: /x 't'",
      "⟪<a href=\"/x\" title=\"t\">a</a>│<a href=\"/x\" title=\"t\">b</a>⟫"
    ),
    ("[a]: /x\n\n|[a]|b|\n|-|-|", "⟪<a href=\"/x\">a</a>│b⟫"),
    ("[a]: /x\n|[a]|b|\n|-|-|", "⟪<a href=\"/x\">a</a>│b⟫"),
    ("|[a]|b|\n|-|-|\n\n[a]:\n/x\n'둘째\n줄'", "⟪<a href=\"/x\" title=\"둘째\n줄\">a</a>│b⟫"),
    ("|[a]|b|\n|-|-|\n\n- [a]: /x", "⟪<a href=\"/x\">a</a>│b⟫<ul>\n<li></li>\n</ul>\n"),
    (
      "|[a]|b|\n|-|-|\n\n> 1. [a]: /x",
      "⟪<a href=\"/x\">a</a>│b⟫<blockquote>\n<ol>\n<li></li>\n</ol>\n</blockquote>\n"
    ),
    ("|[a]|b|\n|-|-|\n\n```\n[a]: /x\n```", "⟪[a]│b⟫<pre><code>[a]: /x\n</code></pre>\n"),
    ("|[a]|b|\n|-|-|\n\n글\n[a]: /x", "⟪[a]│b⟫<p>글\n[a]: /x</p>\n"),
    ("|[**a** 한]|b|\n|-|-|\n\n[**a** 한]: /x", "⟪<a href=\"/x\"><strong>a</strong> 한</a>│b⟫"),
    ("|[a]|b|\n|-|-|\n\n[a]: /1\n\n[a]: /2", "⟪<a href=\"/1\">a</a>│b⟫"),
    // Korean and Chinese.
    (
      "|**\"출금\"**은|**提现。**之后|\n|-|-|\n|(**주의**)를|一**（二）**三|",
      "⟪<strong>&quot;출금&quot;</strong>은│<strong>提现。</strong>之后‖(<strong>주의</strong>)를│一<strong>（二）</strong>三⟫"
    ),
    ("|항목|说明|\n|:-:|-|\n|입금｜출금|全角｜竖线|", "⟪center:항목│说明‖center:입금｜출금│全角｜竖线⟫"),
    ("|a|b|\n|-|-|\n|\u{3000}전각\u{3000}|\u{A0}x\u{A0}|", "⟪a│b‖\u{3000}전각\u{3000}│\u{A0}x\u{A0}⟫"),
  ]

  static let surroundings: [(text: String, html: String)] = [
    ("앞 글\n|a|b|\n|-|-|\n|1|2|", "<p>앞 글</p>\n⟪a│b‖1│2⟫"),
    ("하나\n둘\n|a|b|\n|-|-|", "<p>하나\n둘</p>\n⟪a│b⟫"),
    (
      "`코드\n끝` **\"x\"**은\n|a|\n|-|",
      "<p><code>코드 끝</code> <strong>&quot;x&quot;</strong>은</p>\n⟪a⟫"
    ),
    ("[글\n둘](x.md\n'제\n목')\n|a|\n|-|", "<p><a href=\"x/\" title=\"제\n목\">글\n둘</a></p>\n⟪a⟫"),
    ("줄 끝  \n|a|\n|-|", "<p>줄 끝</p>\n⟪a⟫"),
    ("a  \nb\\\nc\n|a|\n|-|", "<p>a<br />\nb<br />\nc</p>\n⟪a⟫"),
    ("|a|\n|-|\n\n|b|\n|-|", "⟪a⟫⟪b⟫"),
    ("|a|\n|-|\n# h", "⟪a⟫<h2 id=\"h\"><a class=\"anchor\" href=\"#h\">h</a></h2>\n"),
    ("|a|\n|-|\n> q", "⟪a⟫<blockquote>\n<p>q</p>\n</blockquote>\n"),
    ("|a|\n|-|\n- l", "⟪a⟫<ul>\n<li>l</li>\n</ul>\n"),
    ("|a|\n|-|\n```\nc\n```", "⟪a⟫<pre><code>c\n</code></pre>\n"),
    ("|a|b|\n|-|-|\n|1|2|\n***", "⟪a│b‖1│2⟫<hr />\n"),
    // To libcmark the whole is a heading with an underline.
    ("|a|b|\n|-|-|\n|1|2|\n---", "⟪a│b‖1│2⟫<hr />\n"),
    ("|a|b|\n|-|-|\n---\n뒤", "⟪a│b⟫<hr />\n<p>뒤</p>\n"),
    ("앞\n|a|b|\n|-|-|\n|1|2|\n-----", "<p>앞</p>\n⟪a│b‖1│2⟫<hr />\n"),
    ("|a|b|\n|-|-|\n|1|2|\n===", "⟪a│b‖1│2‖===│⟫"),
    ("|a|b|\n|-|-|\n-", "⟪a│b‖-│⟫"), ("|a|b|\n|-|-|\n|1|2|\n--", "⟪a│b‖1│2‖--│⟫"),
    // Lists and quotes.
    ("- |a|b|\n  |-|-|\n  |1|2|", "<ul>\n<li>\n⟪a│b‖1│2⟫</li>\n</ul>\n"),
    (
      "1. 글\n\n   |a|b|\n   |-|-|\n   |1|2|\n2. 둘",
      "<ol>\n<li>\n<p>글</p>\n⟪a│b‖1│2⟫</li>\n<li>\n<p>둘</p>\n</li>\n</ol>\n"
    ),
    ("> |a|b|\n> |-|-|\n> |1|2|", "<blockquote>\n⟪a│b‖1│2⟫</blockquote>\n"),
    (">|a|b|\n>|-|-|\n>|1|2|", "<blockquote>\n⟪a│b‖1│2⟫</blockquote>\n"),
    ("> |a|b|\n> |-|-|\n|1|2|", "<blockquote>\n⟪a│b‖1│2⟫</blockquote>\n"),
    (
      "> - > |a|b|\n>   > |-|-|\n>   > |1|2|",
      "<blockquote>\n<ul>\n<li>\n<blockquote>\n⟪a│b‖1│2⟫</blockquote>\n</li>\n</ul>\n</blockquote>\n"
    ),
    ("> |a|b|\n> |-|-|\n> |> 1|2|", "<blockquote>\n⟪a│b‖&gt; 1│2⟫</blockquote>\n"),
    (
      "> [!NOTE]\n> |a|\n> |-|",
      "<div class=\"note\" role=\"note\"><svg class=\"i\" aria-hidden=\"true\"><use href=\"assets/icons.svg#bulb\"/></svg><div>\n<p class=\"lead\"><strong>callout-note</strong></p>\n⟪a⟫</div></div>\n"
    ),
    // The delimiter row that libcmark reads as a list.
    ("a | b\n- | -\n1 | 2", "⟪a│b‖1│2⟫"), ("a | b\n- | -", "⟪a│b⟫"),
    ("앞\na | b\n- | :-:\n1 | 2\n\n뒤", "<p>앞</p>\n⟪a│center:b‖1│center:2⟫<p>뒤</p>\n"),
    ("> a | b\n> - | -\n> 1 | 2", "<blockquote>\n⟪a│b‖1│2⟫</blockquote>\n"),
    ("- a | b\n  - | -\n  1 | 2", "<ul>\n<li>\n⟪a│b‖1│2⟫</li>\n</ul>\n"),
    ("a | b\n- | -\n1 | 2\n- x", "⟪a│b‖1│2⟫<ul>\n<li>x</li>\n</ul>\n"),
    ("a | b\n- | -\n\n  글", "⟪a│b⟫<p>글</p>\n"),
    ("{caption: 표}\na | b\n- | -", "⟪caption: 표‖a│b⟫"),
  ]

  static let captions: [(text: String, html: String)] = [
    ("{caption: 표}\n|a|\n|-|", "⟪caption: 표‖a⟫"), ("{caption: 표}\n\n|a|\n|-|", "⟪caption: 표‖a⟫"),
    ("{caption:표}\n|a|\n|-|", "⟪caption: 표‖a⟫"),
    ("글\n{caption: 표}\n|a|\n|-|", "<p>글</p>\n⟪caption: 표‖a⟫"),
    (
      "{caption: **굵게** `c|d` [l](x.md)}\n|a|\n|-|",
      "⟪caption: <strong>굵게</strong> <code>c|d</code> <a href=\"x/\">l</a>‖a⟫"
    ),
    ("{caption: **\"출금\"**은}\n|a|\n|-|", "⟪caption: <strong>&quot;출금&quot;</strong>은‖a⟫"),
    ("> {caption: 표}\n>\n> |a|\n> |-|", "<blockquote>\n⟪caption: 표‖a⟫</blockquote>\n"),
    ("- {caption: 표}\n\n  |a|\n  |-|", "<ul>\n<li>\n⟪caption: 표‖a⟫</li>\n</ul>\n"),
    ("{caption: 1}\n{caption: 2}\n|a|\n|-|", "<p>{caption: 1}</p>\n⟪caption: 2‖a⟫"),
    ("{caption: # x}  \n|a|\n|-|", "⟪caption: # x‖a⟫"), ("{caption: }\n|a|\n|-|", "⟪caption: ‖a⟫"),
  ]

  static let noTables: [(text: String, html: String)] = [
    ("a | b", "<p>a | b</p>\n"), ("|a|b|\n|1|2|", "<p>|a|b|\n|1|2|</p>\n"),
    ("가 | 나\n다 | 라", "<p>가 | 나\n다 | 라</p>\n"),
    ("|a|b|\n|-|\n|1|2|", "<p>|a|b|\n|-|\n|1|2|</p>\n"), ("|a|\n|-|-|", "<p>|a|\n|-|-|</p>\n"),
    ("|-|-|", "<p>|-|-|</p>\n"),
    ("|a|b|\n\n|-|-|", "<p>|a|b|</p>\n<p>|-|-|</p>\n"), ("|a|b|\n|:|-|", "<p>|a|b|\n|:|-|</p>\n"),
    ("|a|b|\n|- -|-|", "<p>|a|b|\n|- -|-|</p>\n"),
    ("|a|b|\n|::-|-|", "<p>|a|b|\n|::-|-|</p>\n"), ("|a|b|\n|-x|-|", "<p>|a|b|\n|-x|-|</p>\n"),
    ("|a|b|\n|—|—|", "<p>|a|b|\n|—|—|</p>\n"),
    ("`|a|\n|-|`", "<p><code>|a| |-|</code></p>\n"),
    ("    |a|\n    |-|", "<pre><code>|a|\n|-|\n</code></pre>\n"),
    ("```\n|a|\n|-|\n```", "<pre><code>|a|\n|-|\n</code></pre>\n"),
    ("a\n-", "<h2 id=\"a\"><a class=\"anchor\" href=\"#a\">a</a></h2>\n"),
    ("a\n---", "<h2 id=\"a\"><a class=\"anchor\" href=\"#a\">a</a></h2>\n"),
    ("a | b\n---", "<h2 id=\"a-b\"><a class=\"anchor\" href=\"#a-b\">a | b</a></h2>\n"),
    ("a | b\n- x | y", "<p>a | b</p>\n<ul>\n<li>x | y</li>\n</ul>\n"),
    ("a | b\n- |", "<p>a | b</p>\n<ul>\n<li>|</li>\n</ul>\n"),
    ("a | b\n* | *", "<p>a | b</p>\n<ul>\n<li>| *</li>\n</ul>\n"),
    ("a | b\n\n- | -", "<p>a | b</p>\n<ul>\n<li>| -</li>\n</ul>\n"),
    ("<div>\n|a|\n|-|\n</div>", "<p>&lt;div&gt;\n|a|\n|-|\n&lt;/div&gt;</p>\n"),
    (#"|a\|b|"# + "\n|-|-|", "<p>|a|b|\n|-|-|</p>\n"),
    ("# |a|\n|-|", "<h2 id=\"a\"><a class=\"anchor\" href=\"#a\">|a|</a></h2>\n<p>|-|</p>\n"),
  ]

  @Test(arguments: shapes + content)
  func readsRowsAndCells(text: String, html: String) {
    #expect(withShortTables(render(text).html) == html)
  }

  @Test(arguments: surroundings + captions)
  func readsTablesWhereverTheyStand(text: String, html: String) {
    #expect(withShortTables(render(text).html) == html)
  }

  @Test(arguments: noTables)
  func leavesWhatIsNoTable(text: String, html: String) {
    #expect(withShortTables(render(text).html) == html)
  }
}
