import Testing

@testable import Markdown

struct InlineParserTests {
  /// Every pair of ASCII signs: a cell without markup is not parsed, and no sign of markup may be
  /// missed.
  @Test func readsACellLikeLibcmarkReadsAParagraph() {
    var environment = MarkdownEnvironment()
    environment.disabled = Set(MarkdownExtension.all.map(\.name)).subtracting(["tables"])
    let signs = (0x21..<0x7F).map { Character(Unicode.Scalar($0)) }.filter {
      !$0.isLetter && !$0.isNumber && $0 != "|"
    }
    for first in signs {
      for second in signs {
        let text =
          "가\(first)b\(second) 가\(first)\(second)a \(second)漢\(first) \(first)lt; \(first)d](e)"
        let paragraph = renderPlainCommonMark(Array(text.utf8))
        let inner = paragraph.dropFirst("<p>".count).dropLast("</p>\n".count)
        let table = MarkedText("| h |\n| - |\n| \(text) |")
        let html = renderMarkdown(table.source, in: environment).html
        #expect(html.contains("<td>\(inner)</td>"), "\(text)")
      }
    }
  }
}
