import Contacts

extension Output {
  /// The home page of each exchange and its categories' pages.
  static let exchangePages = Output(name: "exchanges") { input in
    input.site.languages.flatMap { language in
      let builder = input.builder(language)
      return input.site.exchanges.flatMap { exchange in
        [
          OutputJob(page: .exchange(exchange.id, language), origin: "exchange page") {
            input.theme.render(.exchange, builder.exchangeHome(exchange))
          }
        ]
          + input.site.categories(of: exchange.id, in: language).flatMap { category in
            let route = Route.category(category.id, of: exchange.id, language)
            return (1...builder.pageCount(of: category, exchange, in: language)).map { page in
              OutputJob(page: route.page(page), origin: "category page") {
                input.theme.render(
                  .category, builder.categoryPage(category, of: exchange, page: page))
              }
            }
          }
      }
    }
  }
}

extension PageBuilder {
  func exchangeHome(_ exchange: Exchange) -> ExchangePage {
    let route = Route.exchange(exchange.id, language)
    let name = exchange.name[path]
    let notices = site.notices(of: exchange.id, in: language)
    let categories = site.categories(of: exchange.id, in: language)
    let articles = categories.flatMap {
      site.articles(of: exchange.id, category: $0.id, in: language)
    }
    let head = Head(
      title: exchange.kind == .guide ? name : words[.exchangeTitle, ["exchange": name]],
      description: exchange.summary?[path] ?? words[.exchangeDescription, ["exchange": name]],
      route: { .exchange(exchange.id, $0) }, exchange: exchange, crumbs: [homeCrumb],
      translations: site.languages,
      latestChange: newestChange(of: notices + articles),
      isTimed: notices.prefix(4).contains(where: endsSoon))
    return ExchangePage(
      frame: frame(head), facts: facts(of: exchange, from: route, phones: 2),
      featured: exchange.featured.compactMap { item in
        DocumentID(articlePath: "\(exchange.id)/\(item.value)")
          .flatMap { site.edition(of: $0, in: language) }
      }.map { link(to: $0, from: route) },
      categories: categories.filter { $0.parent == nil }
        .map { category($0, of: exchange.id, from: route) },
      latestNotices: notices.prefix(4).map { noticeLink(to: $0, from: route) },
      noticesHref: route.href(to: .notices(exchange.id, language)),
      atHand: atHand(of: exchange, for: .other, from: route))
  }

  /// - Parameter page: which of the list's pages, counted from 1.
  func categoryPage(_ category: Category, of exchange: Exchange, page: Int) -> CategoryPage {
    let list = Route.category(category.id, of: exchange.id, language)
    let route = list.page(page)
    let all = site.articles(of: exchange.id, category: category.id, in: language)
    let articles = ListPages.entries(of: page, among: all)
    let below = site.articles(below: category, of: exchange.id, in: language)
    let name = category.name[path]
    let available = languages(withCategory: category, of: exchange)
    let whole = Head(
      title: name, description: category.description?[path] ?? name,
      route: { .category(category.id, of: exchange.id, $0) }, exchange: exchange,
      crumbs: [homeCrumb, exchangeCrumb(exchange)]
        + categoryCrumbs(category, of: exchange).dropLast(),
      translations: available, available: available,
      latestChange: newestChange(of: articles + (page == 1 ? below : [])))
    let head = head(whole, page: page) { pageCount(of: category, exchange, in: $0) }
    return CategoryPage(
      frame: frame(head), facts: facts(of: exchange, from: route, phones: 1),
      categoryName: head.title, categoryDescription: category.description?[path],
      listPages: listPages(of: list, page, of: ListPages.count(of: all.count)),
      articles: articles.map { link(to: $0, from: route) },
      categories: site.categories(of: exchange.id, in: language)
        .filter { page == 1 && $0.parent == category.id }
        .map { self.category($0, of: exchange.id, from: route) },
      tree: tree(of: exchange, around: category, at: nil, from: route),
      atHand: atHand(of: exchange, for: category.problem ?? .other, from: route))
  }

  func pageCount(of category: Category, _ exchange: Exchange, in language: Language) -> Int {
    ListPages.count(
      of: site.articles(of: exchange.id, category: category.id, in: language).count)
  }

  /// Languages in which the category has a page: readers without any of its articles have none.
  private func languages(withCategory category: Category, of exchange: Exchange) -> [Language] {
    site.languages.filter { other in
      site.categories(of: exchange.id, in: other).contains { $0.id == category.id }
    }
  }
}
