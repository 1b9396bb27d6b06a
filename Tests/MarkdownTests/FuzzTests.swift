import Diagnostics
import Foundation
import Testing

@testable import Markdown

/// Texts put together from pieces by a generator with a seed.
struct FuzzTests {
  static let inline = [
    "a", " ", "  ", "가나", "中文", "e\u{301}", "👨‍👩‍👧", "*", "**", "_", "`", "``", "[", "]", "![", "](",
    "](lost)", "](x.md)", "(", ")", "<b>", "</b>", "<script>", "<!--", "-->", "<!-- c -->",
    "<a\nb>",
    "<https://a.b>", "&lt;", "&#0;", "\\", "\"", "<", ">", "&", "javascript:", "<iframe src=\"x\">",
    "[a](lost.md)", "![그림](lost.png)", "[글](x.md \"t\")", "\u{FEFF}", "\u{2028}", "\u{202E}",
  ]
  static let blocks = [
    "# ", "## ", "###### ", "> ", "- ", "1. ", "    ", "\t", "```\n", "~~~", "***", "===", "---",
    "<div>", "<script>", "<style>\n", "</div>", "[a]: /b\n", "<?x", "<![CDATA[", "<!DOCTYPE ",
  ]
  static let heads = [
    "", "---\ntitle: 가\n---\n⟧", "\u{FEFF}---\r\n---\r\n⟧", "---\r---\r⟧", "---⟧\n",
  ]

  /// Blocks of one line each, with blank lines between them.
  static func separateLines(_ seed: UInt64) -> MarkedText {
    var generator = SeededGenerator(seed: seed)
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator)!
    let lines = (0...Int.random(in: 0...6, using: &generator)).map { _ in
      let start = Bool.random(using: &generator) ? blocks.randomElement(using: &generator)! : ""
      let rest = (0...Int.random(in: 0...8, using: &generator)).map { _ in
        inline.randomElement(using: &generator)!
      }
      return ([start] + rest).joined().replacing("\n", with: " ")
    }
    let head = heads[..<4].randomElement(using: &generator)!
    return MarkedText(head + lines.joined(separator: lineEnd + lineEnd))
  }

  /// Anything after anything.
  static func anything(_ seed: UInt64) -> MarkedText {
    var generator = SeededGenerator(seed: seed)
    let pieces = inline + blocks + ["\n", "\n", "\n\n", "\r", "\r\n", "\r\n\r\n", "\0"]
    let text = (0...Int.random(in: 0...40, using: &generator)).map { _ in
      pieces.randomElement(using: &generator)!
    }
    return MarkedText(heads.randomElement(using: &generator)! + text.joined())
  }

  @Test(arguments: 0..<150)
  func reportsPlacesInTheFile(seed: UInt64) {
    let text = Self.separateLines(seed)
    let rendered = text.render()
    checkHTML(rendered)
    let lengths = lineLengths(text.bytes)
    let firstLine = lineLengths(Array(text.bytes[..<text.bodyOffset])).count
    for place in places(rendered) {
      #expect((firstLine...lengths.count).contains(place.line), "\(place)")
      guard lengths.indices.contains(place.line - 1) else { continue }
      #expect((1...lengths[place.line - 1] + 1).contains(place.column), "\(place)")
    }
  }

  @Test(arguments: 0..<250)
  func survivesAnyText(seed: UInt64) {
    let text = Self.anything(seed)
    let rendered = text.render(reservedIDs: ["a", "section"])
    checkHTML(rendered)
    let lineCount = lineLengths(text.bytes).count
    for place in places(rendered) {
      #expect((1...lineCount).contains(place.line) && place.column >= 1, "\(place)")
    }
    let ids = rendered.headings.map(\.id)
    #expect(Set(ids).union(["a", "section"]).count == ids.count + 2)
  }

  private func places(_ rendered: RenderedMarkdown) -> [Place] {
    rendered.diagnostics.compactMap(\.location) + rendered.links.map(\.location)
  }

  /// Only what Markdown writes, and nothing that could run.
  private func checkHTML(_ rendered: RenderedMarkdown) {
    let known: Set = [
      "p", "h2", "h3", "h4", "h5", "h6", "a", "em", "strong", "code", "pre", "ul", "ol", "li",
      "blockquote", "hr", "br", "img",
    ]
    let tags = rendered.html.utf8.split(
      separator: UInt8(ascii: "<"), omittingEmptySubsequences: false
    ).dropFirst()
    let unknown = tags.map { tag in
      String(decoding: tag.prefix { !" />".utf8.contains($0) || $0 == tag.first }, as: UTF8.self)
    }.filter { !known.contains($0.trimmingCharacters(in: ["/"])) }
    #expect(unknown.isEmpty, "\(rendered.html)")
    #expect(!rendered.html.contains("<script"))
    #expect(!rendered.html.contains("\"javascript:"))
  }
}
