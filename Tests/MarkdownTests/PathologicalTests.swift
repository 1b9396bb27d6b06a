import Foundation
import Testing

@testable import Markdown

/// Texts that make a careless program slow or deep. Each is rendered in a debug build in at most two
/// seconds of the processor's time; seconds of the clock would tell how busy the machine is.
struct PathologicalTests {
  static let size = 96 * 1024

  static func repeated(_ piece: String, _ total: Int = size) -> String {
    String(repeating: piece, count: total / piece.utf8.count)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var testDescription: String { name }

    init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
  }

  /// One piece over and over.
  static let pieces = [
    "![[]()", "![", "[", "]", "[]", "[]()", "[a](", "[a][", "[a]", "![a](p)", "![a](p", "[a](<b",
    "[a](b \"", "[a](b 'c') ",
    "*", "*a ", "a**b", "**a *b ", "*a_ ", "_a ", "***a** ", "*가", "가**\"", "**(가)**", "\\*",
    "**\"출금\"**은 ", "가*(", ")*가", "提现。**之", "\u{16EB}**\"가",
    "`", "`a``", "``a`", "<", "<b>", "<b ", "<b c='", "<!--", "<!-- a --> ", "<?", "<![CDATA[",
    "<https://a.b>", "&", "&amp;", "&#44032;", "\\", "\0", "(", "\"",
    "a\n", "提\n", "**提**\n", "提”\n", "a  \n", "a\\\n", "a\r", "\n", "\r\n", " \n", "\t",
    "    a\n\n", "# a\n", "## {#a}\n", "a\n===\n", "---\n", "```\n", "~~~ a\n", "> a\n", "> a\n\n",
    "> [!NOTE] a\n\n", "> [!X]\n\n", ">\n",
    "- a\n", "- a\n\n", "1. a\n", "- [a](lost)\n", "[a](lost)\n", "가 [a](lost) ", "<i>가",
    "[a]: /b\n", "[a]: /b\n\n", "[a]: /b\n[a](lost) *b*\n\n", "[a\n", "{x}\n\n", "{steps}\n\n",
    "{faq}\n- a\n\n", "{tabs}\n- a\n\n  b\n\n", "{caption: a}\n", "{caption: a}\n\n",
    "{include: x}\n\n",
    "|", "|-", "|a|\n", "|-|\n", "-|-\n", "a | b\n- | -\n\n", "|a|\n|-|\n\n",
    "|[a]|\n|-|\n\n[a]: /b\n\n", "{caption: a}\n|a|\n|-|\n---\n", "\\|", "|\\|[a](lost)",
    "> |a|\n> |-|\n\n", "- |a|\n  |-|\n\n",
  ].map { Case($0.debugDescription, repeated($0)) }

  static let shapes = [
    Case("192 KiB of ![[]()", repeated("![[]()", 192 * 1024)),
    Case("50,000 quotes", repeated(">", 50_000) + "가"),
    Case("50,000 quotes with spaces", repeated("> ", 100_000) + "가"),
    Case("50,000 lists", repeated("- ", 100_000) + "가"),
    Case("lists in quotes", repeated("> - ", 40_000) + "[a](lost)"),
    Case("10,000 emphases", repeated("*a **a ", 35_000) + repeated("** a*", 25_000)),
    Case("10,000 emphases beside signs", repeated("가**(", 80_000) + repeated(")**가", 80_000)),
    Case("5,000 links in emphases", repeated("*a [b](lost) ", 65_000) + repeated("c*", 10_000)),
    Case(
      "longer and longer code", (1...500).map { String(repeating: "`", count: $0) + "a" }.joined()),
    Case(
      "deeper and deeper lists",
      (0..<400).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined()),
    Case(
      "deeper and deeper quotes",
      (1..<500).map { String(repeating: ">", count: $0) + " [a](lost)\n" }.joined()),
    Case(
      "10,000 columns",
      repeated("|a", 20_000) + "|\n" + repeated("|-", 20_000) + "|\n" + repeated("|b", 20_000)
        + "|\n"),
    Case("10,000 rows", "|a|b|\n|-|-|\n" + repeated("|c|**d**|\n", 100_000)),
    Case(
      "10,000 columns and short rows",
      repeated("|a", 20_000) + "|\n" + repeated("|-", 20_000) + "|\n" + repeated("b\n", 20_000)),
    Case("rows of references", "|[a]|\n|-|\n" + repeated("|[a]|\n", 60_000) + "\n[a]: /b\n"),
    Case("findings in one cell", "|a|\n|-|\n|" + repeated("\\| 가 [a](lost) ", 120_000) + "|"),
    Case("5,000 equal headings", repeated("## 출금\n\n", 5000 * 12)),
    Case("5,000 headings that end in numbers", (1...5000).map { "## a\n## a-\($0)\n" }.joined()),
    Case("links below definitions", "[a]: /b\n" + repeated("[a](lost) 가\n", 100_000)),
    Case(
      "links below a long line",
      "[가](x) " + repeated("가]: ", 60_000) + "\n" + repeated("[a](lost)\n", 60_000)),
    Case(
      "definitions and uses",
      (0..<6000).map { "[a\($0)]: /b\n" }.joined() + (0..<6000).map { "[a\($0)] " }.joined()),
    Case("a table below text", repeated("가 [a](lost)\n", 60_000) + "|a|\n|-|\n"),
    Case("one picture's text", "![" + repeated("[a](b) ", 100_000) + "](p.png)"),
    Case("a callout's text", "> [!NOTE] " + repeated("*a* ", 100_000)),
  ]

  /// Of a cost that grows with the square of the text, the limit's minutes are not enough for one of
  /// these; `HELPCENTER_TIMES=1` prints what each took.
  @Test(.timeLimit(.minutes(10)), arguments: pieces + shapes)
  func comesToAnEnd(text: Case) {
    let source = MarkedText(bytes: Array(text.text.utf8))
    let start = Self.processorSeconds()
    let rendered = source.render()
    #expect(rendered.html.utf8.count < 100 * Self.size)
    if ProcessInfo.processInfo.environment["HELPCENTER_TIMES"] != nil {
      print("time", String(format: "%.2f", Self.processorSeconds() - start), text.name)
    }
  }

  /// libcmark fills short rows of a table without end; ours stop.
  @Test func fillsShortRowsOnlySoFar() {
    let columns = 2000
    let rows = 2000
    let text =
      String(repeating: "|a", count: columns) + "\n" + String(repeating: "|-", count: columns)
      + "\n"
      + String(repeating: "b\n", count: rows)
    let html = render(text).html
    #expect(html.utf8.count < 3_000_000)
    #expect(html.components(separatedBy: "<tr>").count == rows + 2)
    #expect(html.components(separatedBy: "</tr>").count == rows + 2)
  }

  /// Time that this thread was given.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
