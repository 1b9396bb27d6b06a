import Testing

@testable import Markdown

struct TreeMemoryTests {
  private static func article(_ number: Int) -> MarkedText {
    MarkedText(
      """
      # 출금 \(number)

      | 항목 | 값 |
      | --- | --- |
      | **"출금"**은 | [a](x\(number).md) |

      - 提现**之后。**再
        试 `\(number)`

      """ + String(repeating: "글 *기울임* [링크](y.md)\n\n", count: number))
  }

  @Test func rendersAnArticleThatTakesManyTimesTheUsualMemory() {
    let paragraphs = 12_000
    let html = MarkedText(String(repeating: "*a*\n\n", count: paragraphs)).render().html
    #expect(html == String(repeating: "<p><em>a</em></p>\n", count: paragraphs))
  }

  @Test func rendersAnArticleWhileAnotherIsBeingRendered() {
    let (outer, inner) = (Self.article(40), Self.article(900))
    let expected = inner.render().html
    var environment = MarkdownEnvironment()
    environment.resolve = { link in
      guard link.destination == "y.md" else { return .url("/") }
      return .url(inner.render().html == expected ? "same" : "other")
    }
    let html = renderMarkdown(outer.source, in: environment).html
    #expect(html.ranges(of: "<a href=\"same\">").count == 40)
    #expect(html.hasSuffix("<p>글 <em>기울임</em> <a href=\"same\">링크</a></p>\n"))
  }

  @Test func rendersArticlesOnSeveralThreads() async {
    let numbers = Array(0..<200)
    let expected = numbers.map { Self.article($0).render().html }
    let rendered = await withTaskGroup(of: (Int, String).self) { group in
      for number in numbers {
        group.addTask { (number, Self.article(number).render().html) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(numbers.filter { rendered[$0] != expected[$0] } == [])
  }
}
