import Testing

@testable import Markdown

/// Texts nested deeper than a thread's stack: nothing here may recurse.
struct DeepNestingTests {
  static let depth = 10_000

  private func repeated(_ text: String, _ count: Int = depth) -> String {
    String(repeating: text, count: count)
  }

  @Test func rendersTenThousandQuotes() {
    let rendered = render(repeated(">") + "가")
    #expect(
      rendered.html.utf8.elementsEqual(
        (repeated("<blockquote>\n") + "<p>가</p>\n" + repeated("</blockquote>\n")).utf8))
    #expect(rendered.sections == [TextSection(id: "", title: "", text: "가")])
  }

  @Test func rendersTenThousandNestedEmphases() {
    let pairs = Self.depth / 2
    let rendered = render(repeated("*a **a ", pairs) + "b" + repeated("** a*", pairs))
    let html =
      "<p>" + repeated("<em>a <strong>a ", pairs) + "b" + repeated("</strong> a</em>", pairs)
      + "</p>\n"
    #expect(rendered.html.utf8.elementsEqual(html.utf8))
    #expect(rendered.sections.first?.text.utf8.count == 4 * Self.depth - Self.depth + 1)
  }

  @Test func findsWhatStandsAtTheBottomOfTenThousandQuotes() {
    let text = MarkedText(repeated(">") + " ⟦# 제목 ⟦<b> ⟦[a](lost)")
    let rendered = text.render()
    #expect(rendered.diagnostics.inReadingOrder().map(\.location) == text.places)
    #expect(rendered.headings == [Heading(level: 2, id: "제목-b-a", title: "제목 <b> a")])
  }

  @Test func rendersTenThousandLists() {
    #expect(render(repeated("- ") + "# 가").headings.map(\.id) == ["가"])
  }

  @Test func keepsTheTextOfAThousandNestedBrokenPictures() {
    let count = 1000
    let rendered = render(repeated("![", count) + "가" + repeated("](lost)", count))
    #expect(rendered.html == "<p>가</p>\n")
    #expect(rendered.diagnostics.count == count)
  }

  @Test func rendersPicturesNestedAThousandDeepAsOne() {
    let count = 1000
    let rendered = render(repeated("![", count) + "가" + repeated("](p.png)", count))
    #expect(rendered.html == "<p><img src=\"p.png\" alt=\"가\" /></p>\n")
    #expect(rendered.links.count == count)
  }

  @Test(arguments: [
    "[", "![", "*", "_", "`a``", "<", "<b", "&", "\\", "[a](", "[a]: ", "\t- ", "(", "\0",
  ])
  func rendersWhatOpensAndNeverCloses(piece: String) {
    #expect(!render(repeated(piece)).html.isEmpty)
  }
}
