import Diagnostics
import Testing

@testable import HelpCenter

struct SizeLimitTests {
  /// A site whose article has this many bytes.
  private func site(bytes count: Int, limit: String? = nil) -> FixtureSite {
    var site = FixtureSite.dialect()
    let head = FixtureSite.article("An article", body: "")
    site.content[FixtureSite.path()] =
      head
      + String(repeating: "word ", count: (count - head.utf8.count) / 5 + 1)
      .prefix(count - head.utf8.count)
    if let limit { site.content["Content/site.yaml"]! += "\nmax-article-bytes: \(limit)\n" }
    return site
  }

  @Test(arguments: [
    (196_608, nil, true), (196_609, nil, false), (2048, "2048", true), (2049, "2048", false),
  ])
  func anArticleMayHave192KiBUnlessTheSiteSaysOtherwise(
    _ count: Int, _ limit: String?, _ fits: Bool
  ) async throws {
    let result = await site(bytes: count, limit: limit).build()
    let found = result.errors.filter { $0.id == "article-too-large" }
    #expect((result.files != nil) == fits && found.isEmpty == fits, "\(result.report)")
    guard !fits else { return }
    #expect(found[0].location == SourceLocation(path: FixtureSite.path()))
    #expect(found[0].message == "the file has \(count) bytes; the limit is \(limit ?? "196608")")
    #expect(found[0].hint == "split it, or raise 'max-article-bytes' in site.yaml")
  }

  @Test func aSnippetHasTheSameLimit() async throws {
    var site = site(bytes: 1500, limit: "2048")
    site.content["Content/snippets/s.en.md"] = String(repeating: "a", count: 2049)
    let result = await site.build()
    #expect(
      result.errors.map { "\($0.id) \($0.location?.path ?? "")" }
        == ["article-too-large Content/snippets/s.en.md"], "\(result.report)")
  }

  @Test(arguments: ["1023", "10485761", "many", "-1"])
  func theLimitItselfHasLimits(_ value: String) async throws {
    let result = await site(bytes: 1500, limit: value).build()
    #expect(result.errors.map(\.id) == ["wrong-type"], "\(result.report)")
    #expect(
      result.errors.first?.message
        == "'max-article-bytes' must be a whole number from 1024 to 10485760")
  }
}
