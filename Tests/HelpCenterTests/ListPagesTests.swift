import Foundation
import Testing

@testable import HelpCenter

/// Lists that grow with the site: their pages, the search page, `llms.txt`, the sitemap.
struct ListPagesTests {
  /// 250 articles and 101 notices in Korean, 101 of the articles in English too; the others fall back.
  static let large = Task { await site(articles: 250).build() }

  static func site(articles: Int) -> FixtureSite {
    var site = FixtureSite.smallest
    site.content["Content/site.yaml"] = """
      title: {ko: 도움말, en: Help}
      languages:
        - {path: ko, tag: ko}
        - {path: en, tag: en}
      profile: exchange
      exchanges: [upbit]
      base-url: https://help.test/
      """
    site.content["Content/categories.yaml"] = "- {id: security, name: {ko: 보안, en: Security}}\n"
    site.content["Content/upbit/exchange.yaml"] = "name: {ko: 업비트, en: Upbit}\n"
    for number in 1...articles {
      let slug = "a\(10_000 + number)"
      let day = String(format: "2025-%02d-%02d", 1 + number % 12, 1 + number % 28)
      func text(_ title: String) -> String {
        FixtureSite.article(title).replacing("2026-11-20", with: day)
      }
      site.content["Content/upbit/security/\(slug).ko.md"] = text("글 \(number)")
      if number <= 101 {
        site.content["Content/upbit/security/\(slug).en.md"] = text("Text \(number)")
      }
      if number <= 101 {
        let name = String(format: "2025-%02d-%02d-n%d", 1 + number / 28, 1 + number % 28, number)
        site.content["Content/upbit/notices/\(name).ko.md"] = FixtureSite.article("공지 \(number)")
      }
    }
    return site
  }

  @Test func everyArticleStandsOnOnePageOfItsCategory() async throws {
    let result = await Self.large.value
    let pages = try ["", "page-2/", "page-3/"].map {
      try #require(result.text("ko/upbit/security/\($0)index.html"), "\(result.report)")
    }
    #expect(result.text("ko/upbit/security/page-4/index.html") == nil)
    let counts = pages.map { $0.matches(of: #/<a href="(\.\./)?a1\d{4}\//#).count }
    #expect(counts == [100, 100, 50])
    #expect(pages[1].contains("<a href=\"../a10101/\""))
  }

  @Test func aPageHasAnAddressATitleAndNeighboursOfItsOwn() async throws {
    let result = await Self.large.value
    let page = try #require(result.text("ko/upbit/security/page-2/index.html"))
    let address = "https://help.test/ko/upbit/security/page-2/"
    #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"))
    #expect(page.contains("<title>보안 (2쪽)"))
    #expect(page.contains("<h1>보안 (2쪽)</h1>"))
    #expect(page.contains("<li><a href=\"../\">보안</a></li>"))
    #expect(page.contains("href=\"../\" rel=\"prev\">"))
    #expect(page.contains("href=\"../page-3/\" rel=\"next\">"))
    #expect(page.contains("<a class=\"btn\" href=\"./\" aria-current=\"page\">2</a>"))
    let first = try #require(result.text("ko/upbit/security/index.html"))
    #expect(first.contains("href=\"page-2/\" rel=\"next\">") && !first.contains("rel=\"prev\""))
    #expect(first.contains("<h1>보안</h1>"))
    let english = try #require(result.text("en/upbit/security/page-2/index.html"))
    #expect(english.contains("<title>Security (page 2)"))
  }

  /// English has two pages and Korean three: nobody is led to one that is not there.
  @Test func aLanguageWithAShorterListLeadsToItsLastPage() async throws {
    let result = await Self.large.value
    let files = Set(try #require(result.files).map(\.path))
    #expect(!files.contains("en/upbit/security/page-3/index.html"))
    let last = try #require(result.text("ko/upbit/security/page-3/index.html"))
    #expect(last.contains("href=\"../../../../en/upbit/security/page-2/\" lang=\"en\""))
    #expect(!last.contains("hreflang=\"x-default\""))
    let second = try #require(result.text("ko/upbit/security/page-2/index.html"))
    #expect(second.contains("hreflang=\"en\" href=\"https://help.test/en/upbit/security/page-2/\""))
  }

  @Test func noticesHavePagesToo() async throws {
    let result = await Self.large.value
    for folder in ["ko/notices", "ko/upbit/notices"] {
      let first = try #require(result.text("\(folder)/index.html"))
      let second = try #require(result.text("\(folder)/page-2/index.html"))
      #expect(first.matches(of: #/<time datetime="2025[^>]*>[^<]*</time><div>/#).count == 100)
      #expect(second.matches(of: #/<time datetime="2025[^>]*>[^<]*</time><div>/#).count == 1)
      #expect(second.contains("(2쪽)</h1>"))
    }
    #expect(result.text("en/notices/page-2/index.html") == nil)
  }

  @Test func theSitemapNamesThePagesInTheLanguagesThatHaveThem() async throws {
    let text = try #require(await Self.large.value.text("sitemap.xml"))
    #expect(text.contains("<loc>https://help.test/ko/upbit/security/page-3/</loc>"))
    #expect(text.contains("<loc>https://help.test/en/upbit/security/page-2/</loc>"))
    #expect(!text.contains("en/upbit/security/page-3/"))
    #expect(text.contains("<loc>https://help.test/ko/notices/page-2/</loc>"))
  }

  @Test func everyPageOfALongListIsAFewLinksAway() {
    #expect(ListPages.offered(from: 1, of: 2) == [1, 2])
    #expect(ListPages.offered(from: 7, of: 9) == [1, 5, 6, 7, 8, 9])
    #expect(
      ListPages.offered(from: 300, of: 600)
        == [1, 200, 290, 298, 299, 300, 301, 302, 310, 400, 600])
    for count in [1, 2, 99, 600] {
      var reached: Set = [1]
      var rounds = 0
      while reached.count < count {
        reached.formUnion(reached.flatMap { ListPages.offered(from: $0, of: count) })
        rounds += 1
      }
      #expect(rounds <= 12, "\(count)")
    }
  }

  @Test(arguments: [
    "Content/upbit/security/page-2.ko.md", "Content/upbit/security/page-14.en.md",
  ])
  func noArticleTakesAPagesAddress(path: String) async {
    var site = FixtureSite.withArticle
    site.content[path] = FixtureSite.article("A")
    let result = await site.build()
    #expect(result.errors.map(\.rule) == [.reservedSlug])
    #expect(result.errors.first?.location?.path == path)
  }

  @Test func namesThatOnlyLookLikePagesAreFree() {
    for name in ["page", "page-", "page-two", "page-2-of-3", "homepage-2"] {
      #expect(!Route.isReserved(name), "\(name)")
    }
    #expect(Route.isReserved("page-2") && Route.isReserved("contact"))
  }

  /// Above the limit the list without a script holds the first of each category and leads on; models
  /// get a file for each section, and for each page of its lists.
  @Test func longListsOfAllLeadToTheirParts() async throws {
    let result = await Self.site(articles: 1005).build()
    let search = try #require(result.text("ko/search/index.html"), "\(result.report)")
    #expect(search.matches(of: #/<a href="\.\./upbit/security/a1\d{4}\//#).count == 5)
    #expect(search.contains("<li><a href=\"../upbit/security/\">전체 1005개</a></li>"))
    let models = try #require(result.text("ko/llms.txt"))
    #expect(models.contains("](https://help.test/ko/upbit/llms.txt)"))
    #expect(!models.contains("/a1"))
    let section = try #require(result.text("ko/upbit/llms.txt"))
    #expect(section.contains("[보안 (11쪽)](https://help.test/ko/upbit/security/page-11/llms.txt)"))
    #expect(section.contains("](https://help.test/ko/upbit/notices/llms.txt)"))
    let last = try #require(result.text("ko/upbit/security/page-11/llms.txt"))
    #expect(last.matches(of: #/\n- \[/#).count == 5)
    let listed = try #require(result.files).filter { $0.path.hasSuffix("llms.txt") }
      .flatMap {
        String(decoding: $0.bytes, as: UTF8.self).matches(of: #/ko\/upbit\/security\/a\d+/#)
      }
    #expect(Set(listed.map(\.output)).count == 1005 && listed.count == 1005)
  }

  @Test func shortListsOfAllHoldEverything() async throws {
    let result = await Self.large.value
    let search = try #require(result.text("ko/search/index.html"))
    #expect(search.matches(of: #/<a href="\.\./upbit/security/a1\d{4}\//#).count == 250)
    #expect(result.text("ko/upbit/llms.txt") == nil)
    #expect(try #require(result.text("ko/llms.txt")).matches(of: #/\n- \[글/#).count == 250)
  }
}

/// What one sitemap may hold, with limits low enough for a test.
struct SitemapPartsTests {
  private func sitemap() async throws -> Sitemap {
    let options = FixtureSite.smallest.options
    let parsed = await ContentParser.parse(
      ListPagesTests.site(articles: 250).sources, options: options)
    return Sitemap(
      site: SiteAssembly.assemble(parsed, options: options), base: BaseURL("https://help.test/")!)
  }

  private func addresses(_ xml: String) -> [Substring] {
    xml.matches(of: #/<loc>([^<]+)</loc>/#).map(\.output.1)
  }

  @Test func aSmallSiteHasOne() async throws {
    #expect(try await sitemap().parts().count == 1)
  }

  @Test func partsTogetherNameEveryAddressOnce() async throws {
    var sitemap = try await sitemap()
    let all = addresses(sitemap.xml(sitemap.parts()[0]))
    sitemap.mostAddresses = 40
    let byCount = sitemap.parts().map { addresses(sitemap.xml($0)) }
    #expect(byCount.count > 10 && byCount.allSatisfy { $0.count <= 40 })
    #expect(byCount.flatMap(\.self) == all)
    sitemap.mostAddresses = 50_000
    sitemap.mostBytes = 20_000
    let bySize = sitemap.parts().map { sitemap.xml($0) }
    #expect(bySize.count > 2 && bySize.allSatisfy { $0.utf8.count <= 20_000 })
    // The bound is near what is written, or there would be more files than need be.
    #expect(bySize.dropLast().allSatisfy { $0.utf8.count > 10_000 })
    #expect(bySize.flatMap(addresses) == all)
  }

  @Test func theIndexNamesThePartsBesideIt() async throws {
    let index = try await sitemap().index(of: 2)
    #expect(index.contains("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"))
    #expect(
      addresses(index) == ["https://help.test/sitemap-1.xml", "https://help.test/sitemap-2.xml"])
  }
}
