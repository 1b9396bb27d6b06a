import Contacts

extension Output {
  /// `sitemap.xml` with the newest change and the alternates of every page (sitemaps.org protocol 0.9; Google Search
  /// Central, "Localized versions of your pages"). Left out without a base URL; fallback pages,
  /// search and redirects stay out.
  static let sitemap = Output(name: "sitemap") { input in
    guard let base = input.site.configuration.baseURL else { return [] }
    return [
      OutputJob(path: "sitemap.xml", origin: "sitemap") {
        Array(Sitemap(site: input.site, base: base).xml().utf8)
      }
    ]
  }

  /// `robots.txt` (RFC 9309).
  static let robots = Output(name: "robots") { input in
    [
      OutputJob(path: "robots.txt", origin: "robots") {
        let sitemap = input.site.configuration.baseURL.map {
          "\nSitemap: \($0.absolute(file: "sitemap.xml"))\n"
        }
        return Array(("User-agent: *\nAllow: /\n" + (sitemap ?? "")).utf8)
      }
    ]
  }
}

/// The pages that search engines should know.
private struct Sitemap {
  let site: Site
  let base: BaseURL

  private struct Page {
    var route: (Language) -> Route
    var languages: [Language]
    /// A date, which may be partial; `nil` where nothing tells.
    var changed: (Language) -> String?
  }

  func xml() -> String {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
      xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """
    for page in pages {
      let alternates = alternates(of: page)
      for language in page.languages {
        out += "<url><loc>\(escapeHTML(base.absolute(page.route(language))))</loc>"
        if let date = page.changed(language) { out += "<lastmod>\(date)</lastmod>" }
        out += alternates + "</url>\n"
      }
    }
    return out + "</urlset>\n"
  }

  private func alternates(of page: Page) -> String {
    guard page.languages.count > 1 else { return "" }
    return page.languages.map { language in
      "<xhtml:link rel=\"alternate\" hreflang=\"\(escapeHTML(language.tag))\" "
        + "href=\"\(escapeHTML(base.absolute(page.route(language))))\"/>"
    }.joined()
  }

  private var pages: [Page] {
    let all = site.languages
    let everything = site.newestChange?.description
    let facts = site.newestCheck(of: site.exchanges.map(\.id), withDesks: true)
    func plain(_ changed: String?, _ route: @escaping (Language) -> Route) -> Page {
      Page(route: route, languages: all, changed: { _ in changed })
    }
    var pages = [plain(everything) { .home($0) }]
    if site.hasContactPage { pages.append(plain(facts) { .contact(nil, $0) }) }
    if site.pages.casePack { pages.append(plain(nil) { .prepare(nil, $0) }) }
    if site.pages.verify { pages.append(plain(facts) { .verify($0) }) }
    pages.append(notices(nil))
    for exchange in site.exchanges {
      pages.append(
        Page(
          route: { .exchange(exchange.id, $0) }, languages: all,
          changed: { newest(texts(of: exchange, in: $0)) }))
      if exchange.contacts != nil {
        pages.append(plain(site.newestCheck(of: [exchange.id])) { .contact(exchange.id, $0) })
        if site.pages.casePack { pages.append(plain(nil) { .prepare(exchange.id, $0) }) }
      }
      pages.append(notices(exchange.id))
      pages += site.categories.compactMap { category(of: exchange, $0) }
    }
    return pages + site.ids.map(document)
  }

  private func notices(_ exchange: String?) -> Page {
    Page(
      route: { .notices(exchange, $0) }, languages: site.languages,
      changed: { newest(site.notices(of: exchange, in: $0)) })
  }

  private func category(of exchange: Exchange, _ category: Category) -> Page? {
    let languages = site.languages.filter { language in
      site.categories(of: exchange.id, in: language).contains { $0.id == category.id }
    }
    guard !languages.isEmpty else { return nil }
    return Page(
      route: { .category(category.id, of: exchange.id, $0) }, languages: languages,
      changed: { newest(site.articles(of: exchange.id, category: category.id, in: $0)) })
  }

  private func document(_ id: DocumentID) -> Page {
    Page(
      route: { .document(id, $0) }, languages: site.translations(of: id),
      changed: { site.documents[id]?[$0.path]?.frontMatter.updated.description })
  }

  private func texts(of exchange: Exchange, in language: Language) -> [Document] {
    site.notices(of: exchange.id, in: language)
      + site.categories.flatMap { site.articles(of: exchange.id, category: $0.id, in: language) }
  }

  private func newest(_ documents: [Document]) -> String? {
    documents.map(\.frontMatter.updated).max()?.description
  }
}

extension Site {
  /// The newest date on which a channel or a domain of these exchanges was checked; may be partial, as
  /// `lastmod` may (W3C, "Date and Time Formats").
  fileprivate func newestCheck(of ids: [String], withDesks: Bool = false) -> String? {
    let own = exchanges.filter { ids.contains($0.id) }
    let channels =
      own.flatMap { $0.contacts?.channels ?? [] }
      + (withDesks ? emergency.flatMap(\.contacts.channels) : [])
    let dates = (channels.map(\.verification) + own.flatMap(\.domains).map(\.verification))
      .filter { !$0.isOwn }.map(\.date)
    return dates.max { ($0.firstDay, $0.lastDay) < ($1.firstDay, $1.lastDay) }?.description
  }
}
