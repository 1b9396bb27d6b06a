import Contacts
import Diagnostics

extension Output {
  /// `sitemap.xml` with the newest change and the alternates of every page (sitemaps.org protocol 0.9; Google Search
  /// Central, "Localized versions of your pages"). Left out without a base URL; fallback pages,
  /// search and redirects stay out. More than one file may hold becomes `sitemap-1.xml` and so on beside
  /// it, of which `sitemap.xml` then is the index.
  static let sitemap = Output(name: "sitemap") { input in
    guard let base = input.site.configuration.baseURL else { return [] }
    let sitemap = Sitemap(site: input.site, base: base)
    let parts = sitemap.parts()
    if parts.count == 1 {
      return [
        OutputJob(path: "sitemap.xml", origin: "sitemap") { Array(sitemap.xml(parts[0]).utf8) }
      ]
    }
    let index = OutputJob(path: "sitemap.xml", origin: "sitemap") {
      Array(sitemap.index(of: parts.count).utf8)
    }
    return [index]
      + parts.enumerated().map { number, part in
        OutputJob(path: Sitemap.name(ofPart: number), origin: "sitemap") {
          Array(sitemap.xml(part).utf8)
        }
      }
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
struct Sitemap: Sendable {
  let site: Site
  let base: BaseURL
  /// What one file may hold: so many addresses, so many bytes (sitemaps.org, "Using Sitemap index files").
  var mostAddresses = 50_000
  var mostBytes = 52_428_800

  struct Page: Sendable {
    fileprivate var route: @Sendable (Language) -> Route
    fileprivate var languages: [Language]
    /// A date, which may be partial; `nil` where nothing tells.
    fileprivate var changed: @Sendable (Language) -> String?
  }

  /// Of the parts, counted from 0. They stand beside the index, not in a folder: a sitemap may only
  /// name addresses at and below its own place.
  static func name(ofPart number: Int) -> String { "sitemap-\(number + 1).xml" }

  /// The pages by file, at least one file.
  func parts() -> [ArraySlice<Page>] {
    let pages = pages
    var parts: [ArraySlice<Page>] = []
    var start = 0
    var (addresses, bytes) = (0, Self.opening.utf8.count)
    for (place, page) in pages.enumerated() {
      let size = mostBytes(of: page)
      if place > start,
        addresses + page.languages.count > mostAddresses || bytes + size > mostBytes
      {
        parts.append(pages[start..<place])
        start = place
        (addresses, bytes) = (0, Self.opening.utf8.count)
      }
      addresses += page.languages.count
      bytes += size
    }
    return parts + [pages[start...]]
  }

  /// No less than what `xml` writes for a page, for a fraction of its cost: in another language only
  /// the first folder of an address differs.
  private func mostBytes(of page: Page) -> Int {
    let longest = site.languages.map { $0.path.utf8.count + $0.tag.utf8.count }.max() ?? 0
    let address = escapeHTML(base.absolute(page.route(page.languages[0]))).utf8.count + longest
    let count = page.languages.count
    let alternates = count > 1 ? count * (64 + address) : 0
    return count * (96 + address + alternates)
  }

  func index(of parts: Int) -> String {
    let entries = (0..<parts).map {
      "<sitemap><loc>\(escapeHTML(base.absolute(file: Self.name(ofPart: $0))))</loc></sitemap>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """ + entries.joined() + "</sitemapindex>\n"
  }

  private static let opening = """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
    xmlns:xhtml="http://www.w3.org/1999/xhtml">

    """

  func xml(_ pages: ArraySlice<Page>) -> String {
    var out = Self.opening
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
    func plain(_ changed: String?, _ route: @escaping @Sendable (Language) -> Route) -> Page {
      Page(route: route, languages: all, changed: { _ in changed })
    }
    var pages = [plain(everything) { .home($0) }]
    if site.hasContactPage { pages.append(plain(facts) { .contact(nil, $0) }) }
    if site.pages.casePack { pages.append(plain(nil) { .prepare(nil, $0) }) }
    if site.pages.verify { pages.append(plain(facts) { .verify($0) }) }
    pages += notices(nil)
    for exchange in site.exchanges {
      pages.append(
        Page(
          route: { .exchange(exchange.id, $0) }, languages: all,
          changed: { newest(texts(of: exchange, in: $0)) }))
      if exchange.contacts != nil {
        pages.append(plain(site.newestCheck(of: [exchange.id])) { .contact(exchange.id, $0) })
        if site.pages.casePack { pages.append(plain(nil) { .prepare(exchange.id, $0) }) }
      }
      pages += notices(exchange.id)
      pages += site.categories.flatMap { category(of: exchange, $0) }
    }
    return pages + site.ids.map(document)
  }

  private func notices(_ exchange: String?) -> [Page] {
    list(
      of: site.languages, route: { .notices(exchange, $0) },
      entries: { site.notices(of: exchange, in: $0) })
  }

  private func category(of exchange: Exchange, _ category: Category) -> [Page] {
    let languages = site.languages.filter { language in
      site.categories(of: exchange.id, in: language).contains { $0.id == category.id }
    }
    return list(
      of: languages, route: { .category(category.id, of: exchange.id, $0) },
      entries: { site.articles(of: exchange.id, category: category.id, in: $0) },
      besides: { site.articles(below: category, of: exchange.id, in: $0) })
  }

  /// The pages of a list, each in the languages in which the list is so long.
  ///
  /// - Parameter besides: what the first of them shows too.
  private func list(
    of languages: [Language], route: @escaping @Sendable (Language) -> Route,
    entries: @escaping @Sendable (Language) -> [Document],
    besides: @escaping @Sendable (Language) -> [Document] = { _ in [] }
  ) -> [Page] {
    let counts = languages.map { (language: $0, pages: ListPages.count(of: entries($0).count)) }
    return (1...max(1, counts.map(\.pages).max() ?? 1)).compactMap { page in
      let languages = counts.filter { $0.pages >= page }.map(\.language)
      guard !languages.isEmpty else { return nil }
      return Page(
        route: { route($0).page(page) }, languages: languages,
        changed: {
          newest(
            ListPages.entries(of: page, among: entries($0)) + (page == 1 ? besides($0) : []))
        })
    }
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

  private func newest(_ documents: some Sequence<Document>) -> String? {
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
