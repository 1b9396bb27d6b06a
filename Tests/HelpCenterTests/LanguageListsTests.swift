import Contacts
import Markdown
import Testing

@testable import HelpCenter

struct LanguageListsTests {
  static func article(_ slug: String, _ tags: [String], order: Int? = nil) -> Document {
    var matter = FrontMatter(
      title: slug, description: "", updated: CalendarDate("2026-01-01")!)
    matter.tags = tags
    matter.order = order
    let body = renderMarkdown(
      MarkdownSource(path: slug, bytes: []), in: MarkdownEnvironment())
    return Document(
      id: DocumentID(exchange: "upbit", kind: .article(category: "fees"), slug: slug),
      language: "en", frontMatter: matter, path: slug, body: body, markdown: nil, links: [])
  }

  static let articles = [
    article("d", ["x", "y"]), article("c", ["x", "x"]), article("b", ["y", "x", "z"]),
    article("e", []), article("a", ["q"], order: 1), article("f", ["z", "y", "x"]),
  ]
  static let lists = LanguageLists(articles)

  @Test func articlesStandByOrderThenSlug() {
    let slugs = Self.lists.articles(of: "upbit", category: "fees").map(\.id.slug)
    #expect(slugs == ["a", "b", "c", "d", "e", "f"])
    #expect(Self.lists.articles(of: "upbit", category: "other").isEmpty)
  }

  @Test func neighboursStandBeforeAndBehind() {
    let (previous, next) = Self.lists.neighbours(of: Self.articles[0])
    #expect(previous?.id.slug == "c")
    #expect(next?.id.slug == "e")
    #expect(Self.lists.neighbours(of: Self.articles[4]).previous == nil)
    #expect(Self.lists.neighbours(of: Self.articles[5]).next == nil)
  }

  @Test func mostSharedTagsComeFirstThenTheOrder() {
    func related(_ place: Int, _ limit: Int, _ skipped: Set<DocumentID> = []) -> [String] {
      Self.lists.related(to: Self.articles[place], limit: limit, skipping: skipped).map(\.id.slug)
    }
    #expect(related(2, 9) == ["f", "d", "c", "a", "e"])
    #expect(related(2, 3) == ["f", "d", "c"])
    #expect(related(2, 3, [Self.articles[0].id]) == ["f", "c", "a"])
    #expect(related(3, 2) == ["a", "b"])
    #expect(related(0, 0) == [])
  }

  @Test func aTagThatAllHaveStillFindsThoseThatShareMore() {
    let many = (0..<500).map { Self.article("n\(1000 + $0)", ["all"] + ($0 > 497 ? ["rare"] : [])) }
    let lists = LanguageLists(many)
    let found = lists.related(to: many[499], limit: 3, skipping: []).map(\.id.slug)
    #expect(found == ["n1498", "n1000", "n1001"])
  }
}
