extension Output {
  /// The search page, which without a script is the list of all articles.
  static let searchPage = Output(name: "search page") { input in
    input.site.languages.map { language in
      OutputJob(page: .search(language), origin: "search page") {
        input.theme.render(.search, input.builder(language).searchPage())
      }
    }
  }
}

extension PageBuilder {
  /// How many articles the search page lists at most: where the site has more, it lists the first of
  /// each category, and leads to the rest.
  private static let longestSearchList = 1000
  private static let firstOfCategory = 5

  func searchPage() -> SearchPage {
    let route = Route.search(language)
    let all = site.lists(in: language).articleCount
    let isWhole = all <= Self.longestSearchList
    let head = Head(
      title: words[.searchTitle], description: words[.searchDescription],
      route: { .search($0) }, crumbs: [homeCrumb], translations: site.languages, noindex: true)
    let used = Set(
      site.exchanges.flatMap { site.categories(of: $0.id, in: language).compactMap(\.parent) })
    let groups = site.categories.compactMap { category -> SearchPage.Group? in
      let exchanges = site.exchanges.compactMap { exchange -> ExchangeBlock? in
        let articles = site.articles(of: exchange.id, category: category.id, in: language)
        guard !articles.isEmpty else { return nil }
        let shown = isWhole ? articles[...] : articles.prefix(Self.firstOfCategory)
        return ExchangeBlock(
          id: exchange.id, name: exchange.name[path],
          articles: shown.map { link(to: $0, from: route) },
          countLine: shown.count == articles.count
            ? nil : words[.allCount, ["count": String(articles.count)]],
          href: route.href(to: .category(category.id, of: exchange.id, language)))
      }
      // Without articles of its own it stands before those below it: others lead to it.
      guard !exchanges.isEmpty || used.contains(category.id) else { return nil }
      return SearchPage.Group(
        id: category.id, name: site.fullName(of: category, in: path), exchanges: exchanges)
    }
    return SearchPage(
      frame: frame(head), categories: groups, calls: calls(of: nil),
      searchIndex: "search/\(path)/index.json")
  }
}
