import Contacts

extension Output {
  /// The home page of each language.
  static let home = Output(name: "home") { input in
    input.site.languages.map { language in
      OutputJob(page: .home(language), origin: "home page") {
        input.theme.render(.home, input.builder(language).home())
      }
    }
  }
}

extension PageBuilder {
  func home() -> HomePage {
    let route = Route.home(language)
    let notices = site.notices(of: nil, in: language)
    let head = Head(
      title: words[.homeTitle], description: words[.homeDescription],
      route: { .home($0) }, translations: site.languages,
      latestChange: newestChange(of: notices),
      isTimed: notices.prefix(4).contains(where: endsSoon))
    let featured = site.configuration.featured.compactMap { item in
      DocumentID(articlePath: item.value).flatMap { site.edition(of: $0, in: language) }
    }
    return HomePage(
      frame: frame(head), exchanges: site.exchanges.map { exchangeRow($0, from: route) },
      calls: calls(of: nil), featured: featured.map { link(to: $0, from: route) },
      topics: topics(from: route),
      latestNotices: notices.prefix(4).map { noticeLink(to: $0, from: route) })
  }

  /// The categories that have articles, as sections of the search page: they hold the articles of
  /// every exchange.
  private func topics(from route: Route) -> [CategoryBlock] {
    let used = Set(
      site.exchanges.flatMap { site.categories(of: $0.id, in: language).map(\.id) })
    return site.categories.filter { $0.parent == nil && used.contains($0.id) }.map { category in
      CategoryBlock(
        id: category.id, name: category.name[path], description: category.description?[path],
        icon: category.icon, href: route.href(to: .search(language)) + "#" + category.id)
    }
  }

  func newestChange(of documents: some Sequence<Document>) -> CalendarDate? {
    documents.map(\.frontMatter.updated).max()
  }
}

extension DocumentID {
  /// Reads `upbit/security/otp-lost` and `upbit/security/keys/lost`.
  init?(articlePath path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (3...4).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(
      exchange: parts[0],
      kind: .article(category: parts[1..<parts.count - 1].joined(separator: "/")),
      slug: parts[parts.count - 1])
  }
}
