import Contacts

extension Output {
  /// `sitemap.xml` with the alternates of every page (sitemaps.org protocol 0.9; Google Search
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
    var changed: (Language) -> CalendarDate?
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
    func plain(_ route: @escaping (Language) -> Route) -> Page {
      Page(route: route, languages: all, changed: { _ in nil })
    }
    var pages = [
      plain { .home($0) }, plain { .contact(nil, $0) }, plain { .prepare(nil, $0) },
      plain { .verify($0) },
      plain { .notices(nil, $0) },
    ]
    for exchange in site.exchanges {
      pages.append(plain { .exchange(exchange.id, $0) })
      if exchange.contacts != nil {
        pages += [plain { .contact(exchange.id, $0) }, plain { .prepare(exchange.id, $0) }]
      }
      pages.append(plain { .notices(exchange.id, $0) })
      for category in site.categories {
        let languages = all.filter { language in
          site.categories(of: exchange.id, in: language).contains { $0.id == category.id }
        }
        guard !languages.isEmpty else { continue }
        pages.append(
          Page(
            route: { .category(category.id, of: exchange.id, $0) }, languages: languages,
            changed: { _ in nil }))
      }
    }
    for id in site.documents.keys.sorted() {
      pages.append(
        Page(
          route: { .document(id, $0) }, languages: site.translations(of: id),
          changed: { site.documents[id]?[$0.path]?.frontMatter.updated }))
    }
    return pages
  }
}
