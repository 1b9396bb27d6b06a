import Diagnostics
import Testing

@testable import Markdown

struct HeadingLevelTests {
  static let texts: [MarkedText] = [
    "", "text", "## a\n### b\n#### c\n##### d\n###### e\n## f", "## a\n\n## b\n### c\n## d",
    "⟦# 제목", "제목\n\n⟦# 标题\n## a", "⟦### a", "⟦###### a\n## b", "## a\n⟦#### b\n##### c",
    "## a\n⟦#### b\n\n⟦# c\n### d", "⟦# a\n⟦# b\n## c\n### d", "⟦# a\n⟦#### b",
    // Whatever ends the lines; columns of quotes and lists.
    "## a\r\n\r\n⟦#### b\r\n", "## a\r⟦#### b\r", "> ⟦# a", "가\n\n> > ⟦# a", "- ⟦# a\n- ⟦#### b",
    "   ⟦# a", "\n\n\n⟦# a", "⟦제목\n===", "⟦제목\n둘째 줄\n===\n", "## a\n제목\n---",
    "```\n# code\n```\n\n    # code\n\n⟦# a", "<div>\n# html\n</div>\n\n⟦# a",
    // The lines of the front matter count.
    "---\ntitle: 한국어\n---\n⟧⟦# a\n\n⟦#### b", "---\r\ntitle: x\r\n---\r\n⟧\r\n⟦# a",
    "---\rtitle: x\r---\r⟧⟦# a", "\u{FEFF}---\n---\n⟧\n\n⟦### 가", "---\n---\n⟧", "---\n---⟧",
    "a\r\n\r\nb\n\rc\n⟧> ⟦# a",
  ].map(MarkedText.init)

  @Test(arguments: texts)
  func warnsWhereALevelIsLeftOut(text: MarkedText) {
    let rendered = text.render()
    #expect(rendered.places(of: "heading-level") == text.places)
    #expect(!rendered.diagnostics.hasErrors)
  }

  @Test func saysWhichLevelToWrite() throws {
    let found = render("# a\n##### b").diagnostics
    try #require(found.count == 2)
    #expect(found[0].message == "a heading of level 1 stands in the text")
    #expect(found[0].hint?.contains("'##'") == true)
    #expect(found[1].message == "a heading of level 5 follows one of level 2")
    #expect(found[1].hint?.contains("'###'") == true)
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func writesALevel1HeadingAsLevel2() {
    let rendered = render("# a\n###### b")
    #expect(rendered.headings.map(\.level) == [2, 6])
    #expect(rendered.html.contains("<h2 id=\"a\">"))
    #expect(rendered.html.contains("<h6 id=\"b\">"))
    #expect(!rendered.html.contains("<h1"))
  }
}
