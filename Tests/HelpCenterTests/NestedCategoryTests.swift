import Contacts
import Diagnostics
import Testing

@testable import HelpCenter

/// Categories below others: `security` holds articles of its own, `keys` and `codes`; `fees` holds
/// only what is below it.
struct NestedCategoryTests {
  private static var site: FixtureSite {
    var site = FixtureSite.smallest
    site.content["Content/categories.yaml"] = """
      - id: security
        name: {ko: 보안, zh: 安全, en: Security}
        icon: lock
        problem: account
        categories:
          - id: keys
            name: {ko: 키, zh: 密钥, en: Keys}
          - id: codes
            name: {ko: 코드, zh: 验证码, en: Codes}
            icon: phone
      - id: fees
        name: {ko: 수수료, zh: 费用, en: Fees}
        categories:
          - {id: trade, name: {ko: 거래, zh: 交易, en: Trading}}
      """
    for path in [
      "security/otp-lost", "security/keys/first", "security/keys/second", "security/codes/only",
      "fees/trade/maker",
    ] {
      add(path, to: &site)
    }
    return site
  }

  private static func add(_ path: String, _ extra: String = "", to site: inout FixtureSite) {
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/\(path).\(language).md"] = FixtureSite.article(path, extra)
    }
  }

  private func page(_ path: String, of site: FixtureSite = Self.site) async throws -> String {
    let result = await site.build()
    return try #require(result.text(path), "\(result.report)")
  }

  /// The hrefs of a page between two texts.
  private func links(_ html: String, from start: String, to end: String) -> [String] {
    let part = html.split(separator: start, maxSplits: 1).last?.split(separator: end).first ?? ""
    return part.split(separator: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  // MARK: Pages

  @Test func aPageStandsInTheFoldersOfItsCategories() async throws {
    let html = try await page("en/upbit/security/keys/first/index.html")
    #expect(
      links(html, from: "class=\"crumbs\"", to: "</nav>") == [
        "../../../../", "../../../", "../../", "../",
      ])
    #expect(
      html.contains(
        "\"position\":4,\"name\":\"Keys\",\"item\":\"https://help.test/en/upbit/security/keys/\""))
  }

  @Test func aCategoryListsItsArticlesThenThoseBelow() async throws {
    let html = try await page("en/upbit/security/index.html")
    let main = links(html, from: "<div class=\"split\">", to: "<aside")
    #expect(
      main.filter { !$0.contains("assets/") } == [
        "otp-lost/", "keys/", "keys/first/", "keys/second/", "keys/", "codes/", "codes/only/",
        "codes/",
      ])
    #expect(html.contains("icons.") && html.contains("#lock\"/></svg>\n<a href=\"keys/\">"))
    #expect(html.contains("#phone\"/></svg>\n<a href=\"codes/\">"))
  }

  @Test func aCategoryWithoutArticlesOfItsOwnHasAPage() async throws {
    let html = try await page("ko/upbit/fees/index.html")
    #expect(html.contains("href=\"trade/maker/\"") && !html.contains("class=\"rel list\""))
    let home = try await page("ko/upbit/index.html")
    #expect(home.contains("<a class=\"go\" href=\"fees/trade/\">거래"))
    #expect(home.contains("전체 4개"))
  }

  @Test func previousAndNextLeadThroughTheWholeCategory() async throws {
    let result = await Self.site.build()
    func way(_ path: String) throws -> [String] {
      links(
        try #require(result.text("en/upbit/\(path)/index.html")), from: "class=\"pager\"",
        to: "</nav>")
    }
    #expect(try way("security/otp-lost") == ["../keys/first/"])
    #expect(try way("security/keys/first") == ["../../otp-lost/", "../second/"])
    #expect(try way("security/keys/second") == ["../first/", "../../codes/only/"])
    #expect(try way("security/codes/only") == ["../../keys/second/"])
    let alone = try #require(result.text("en/upbit/fees/trade/maker/index.html"))
    #expect(!alone.contains("class=\"pager\""))
  }

  @Test func relatedArticlesAreOfTheCategoryThenOfThoseAround() async throws {
    let html = try await page("en/upbit/security/keys/second/index.html")
    #expect(
      links(html, from: "id=\"_related\"", to: "</section>").prefix(3) == [
        "../first/", "../../otp-lost/", "../../codes/only/",
      ])
  }

  // MARK: The tree

  @Test func theTreeIsOpenWhereThePageStands() async throws {
    let html = try await page("en/upbit/security/keys/second/index.html")
    #expect(
      links(html, from: "class=\"tree\"", to: "</nav>") == [
        "../../../", "../../", "../../otp-lost/", "../", "../first/", "./", "../../codes/",
        "../../../fees/",
      ])
    #expect(html.contains("<a class=\"leaf\" href=\"./\" aria-current=\"page\">"))
    #expect(html.contains("assets/site/tree."))
    let category = try await page("zh/upbit/security/index.html")
    #expect(category.contains("<a href=\"./\" aria-current=\"page\">安全</a>"))
  }

  @Test func aSiteWithoutSuchCategoriesHasNoTree() async throws {
    let result = await FixtureSite.withArticle.build()
    let html = try #require(result.text("en/upbit/security/otp-lost/index.html"))
    #expect(!html.contains("tree"))
    #expect(try #require(result.files).allSatisfy { !$0.path.contains("site/tree.") })
  }

  @Test func ofManyArticlesTheTreeShowsTheNearest() async throws {
    var site = Self.site
    for number in 100..<200 { Self.add("security/codes/n\(number)", to: &site) }
    let html = try await page("en/upbit/security/codes/n150/index.html", of: site)
    let tree = links(html, from: "class=\"tree\"", to: "</nav>")
    #expect(tree.count == 47)
    #expect(tree.contains("../n130/") && tree.contains("../n169/") && !tree.contains("../n129/"))
    #expect(html.contains("<a class=\"leaf\" href=\"../\">All 101</a>"))
    let last = try await page("en/upbit/security/codes/only/index.html", of: site)
    #expect(last.contains("href=\"../n199/\"") && last.contains("href=\"../n161/\""))
  }

  // MARK: Everything else that knows a category

  @Test func listsAndFilesForProgramsHoldThem() async throws {
    let result = await Self.site.build()
    let sitemap = try #require(result.text("sitemap.xml"), "\(result.report)")
    #expect(sitemap.contains("<loc>https://help.test/ko/upbit/fees/</loc>"))
    #expect(sitemap.contains("<loc>https://help.test/ko/upbit/fees/trade/maker/</loc>"))
    let models = try #require(result.text("en/llms.txt"))
    #expect(models.contains("https://help.test/en/upbit/security/keys/first/"))
    let all = try #require(result.text("en/search/index.html"))
    #expect(all.contains("id=\"security/keys\"><h2>Security › Keys</h2>"))
    #expect(all.contains("id=\"fees\"><h2>Fees</h2>"))
    let index = try #require(result.text("search/en/index.json"))
    #expect(index.contains("[\"upbit\",\"security/keys\",2]"))
    #expect(index.contains("[\"security/keys\",\"Security › Keys\"]"))
  }

  @Test func featuredArticlesAndLinksReachThem() async throws {
    var site = Self.site
    site.content["Content/upbit/exchange.yaml"]! += "\nfeatured: [security/keys/first]"
    site.content["Content/upbit/security/otp-lost.en.md"] = FixtureSite.article(
      "A", "category: security", body: "[a](keys/first.en.md) [b](../fees/trade/maker.en.md)")
    site.content["Content/upbit/security/keys/first.en.md"] = FixtureSite.article(
      "A", "category: security/keys\naliases: [/en/old/]", body: "[a](../otp-lost.en.md)")
    let result = await site.build()
    let html = try #require(
      result.text("en/upbit/security/otp-lost/index.html"), "\(result.report)")
    #expect(
      html.contains("href=\"../keys/first/\"") && html.contains("href=\"../../fees/trade/maker/\""))
    #expect(
      try #require(result.text("en/upbit/index.html")).contains("href=\"security/keys/first/\""))
    #expect(
      try #require(result.text("en/old/index.html")).contains("../upbit/security/keys/first/"))
  }

  @Test func aCategoryWithoutAnIconOrProblemHasThatOfTheOneAbove() {
    let file = SourceFile(
      path: "Content/categories.yaml",
      bytes: Array(Self.site.content["Content/categories.yaml"]!.utf8))
    let found = ExchangeParser.parseCategories(file, languages: ["ko", "zh", "en"])
    #expect(found.diagnostics.isEmpty)
    let categories = found.value ?? []
    #expect(
      categories.map(\.id) == ["security", "security/keys", "security/codes", "fees", "fees/trade"])
    #expect(categories.map(\.icon) == ["lock", "lock", "phone", "bulb", "bulb"])
    #expect(categories[1].problem == .account && categories[4].problem == nil)
  }

  // MARK: Findings

  @Test(arguments: [
    ("security/kesy/a", "unknown-category", "did you mean 'security/keys'?"),
    (
      "security/qwertyuiop-asdfgh/a", "unknown-category",
      "move the file, or list the category in 'categories' of the one above it"
    ),
    ("security/keys/old/a", "unknown-file", "move the file to upbit/security/keys/"),
    ("security/keys/old/older/a", "unknown-file", "move the file to upbit/security/keys/"),
    ("notices/2026/2026-01-01-a", "unknown-file", nil),
    ("security/keys/contact", "reserved-slug", "choose another name for the file"),
    ("security/keys", "duplicate-route", "rename one, or remove the alias"),
  ])
  func aFileInTheWrongPlaceIsReported(_ path: String, _ rule: String, _ hint: String?) async throws
  {
    var site = Self.site
    Self.add(path, to: &site)
    let errors = await site.build().errors
    #expect(errors.count == 3)
    for finding in errors {
      #expect(finding.id == rule)
      if let hint { #expect(finding.hint == hint) }
    }
  }

  @Test func aCategoryBelowAnotherThatNoSectionFillsIsNoticed() async throws {
    var site = Self.site
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/security/codes/only.\(language).md"] = nil
    }
    let result = await site.build()
    let found = result.diagnostics.filter { $0.id == "empty-category" }
    #expect(found.map(\.severity) == [.notice])
    #expect(found.first?.message.contains("'security/codes'") == true)
    #expect(result.text("en/upbit/security/codes/index.html") == nil)
  }
}
