import Testing

@testable import Markdown

struct PlainTextTests {
  static let texts: [(text: String, plain: String)] = [
    ("가 *나* **다** `라`", "가 나 다 라"), ("a\nb  \nc\\\nd", "a b c d"), ("a\r\nb\r\n\r\nc", "a b c"),
    ("- 一\n- 二\n  - 三", "一 二 三"), ("> 인용\n\n뒤", "인용 뒤"), ("[글](x.md) [끝](lost.md)", "글 끝"),
    ("![그림 *설명*](a.png)", "그림 설명"), ("```swift\nlet a\n\nlet b\n```", "let a let b"),
    ("    code", "code"), ("a <b>x</b>", "a <b>x</b>"), ("<div>\na\n</div>", "<div> a </div>"),
    ("a<!-- c -->b", "ab"), ("<!-- c -->\n\nb", "b"), ("&lt;&amp;&#44032;", "<&가"),
    ("a\t \t b", "a b"), ("***\n\na", "a"), ("cafe\u{301} 👨‍👩‍👧", "cafe\u{301} 👨‍👩‍👧"),
    ("a\u{A0}b\u{3000}c", "a\u{A0}b\u{3000}c"), ("a \u{301}b", "a \u{301}b"),
    ("a\0b", "a\u{FFFD}b"),
    ("| a | b |", "| a | b |"), ("1. a\n\n   b\n2. c", "a b c"),
  ]

  @Test(arguments: texts)
  func readsTheTextWithASpaceWhereBlocksMeet(text: String, plain: String) {
    let sections = render(text).sections
    #expect(sections.count == 1)
    #expect(sections.first?.text.unicodeScalars.elementsEqual(plain.unicodeScalars) == true)
  }

  @Test func putsTheTextUnderItsHeading() {
    let sections = render("앞\n\n## 출금 *지연*\n\n하나\n\n- 둘\n\n### 提币\n\n三\n## 끝\n").sections
    #expect(
      sections == [
        TextSection(id: "", title: "", text: "앞"),
        TextSection(id: "출금-지연", title: "출금 지연", text: "하나 둘"),
        TextSection(id: "提币", title: "提币", text: "三"), TextSection(id: "끝", title: "끝", text: ""),
      ])
  }

  @Test func namesSectionsWithTheIDsOfTheirHeadings() {
    let rendered = render("## a\n\n1\n\n## a\n\n2\n\n# main\n\n3", reservedIDs: ["main"])
    #expect(rendered.sections.map(\.id) == ["a", "a-2", "main-2"])
    #expect(rendered.sections.map(\.id) == rendered.headings.map(\.id))
    #expect(rendered.sections.map(\.text) == ["1", "2", "3"])
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "\r\n", "<!-- c -->", "***", "[a]: /b", "   \t"])
  func hasNoSectionWithoutText(text: String) {
    #expect(render(text).sections.isEmpty)
  }

  @Test func beginsNoSectionAtAHeadingInAQuoteOrAList() {
    let sections = render("> ## 인용\n> 글\n\n- ## 列表\n\n## a\n\n> ### b\n").sections
    #expect(
      sections == [
        TextSection(id: "", title: "", text: "인용 글 列表"),
        TextSection(id: "a", title: "a", text: "b"),
      ])
  }

  @Test func leavesOutTheSectionBeforeAHeadingAtTheTop() {
    #expect(render("\n\n## a\n\ntext").sections.map(\.id) == ["a"])
  }
}
