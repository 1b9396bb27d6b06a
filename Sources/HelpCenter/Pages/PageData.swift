/// What search engines may know of a page: schema.org's `BreadcrumbList` for the way to it and, for a
/// text, `Article`, as JSON-LD (Google Search Central, "Breadcrumb" and "Article").
///
/// With a base URL the addresses are absolute, else relative to the page, as JSON-LD 1.1 reads them.
struct PageData {
  let json: String

  /// `nil` for a page that no way leads to and that is no text: the home pages.
  init?(_ head: PageBuilder.Head, in builder: PageBuilder) {
    guard !head.crumbs.isEmpty else { return nil }
    let items = [Self.breadcrumbs(head, builder)] + (Self.article(head, builder).map { [$0] } ?? [])
    json =
      JSONText.record(["@context": .text("https://schema.org"), "@graph": .list(items)])
      .jsonForScript
  }

  private static func breadcrumbs(_ head: PageBuilder.Head, _ builder: PageBuilder) -> JSONText {
    let page = head.route(builder.language)
    let crumbs = head.crumbs + [(title: head.title, route: page)]
    let items = crumbs.enumerated().map { index, crumb in
      JSONText.record([
        "@type": .text("ListItem"), "position": .number(index + 1), "name": .text(crumb.title),
        "item": .text(builder.address(of: crumb.route, from: page)),
      ])
    }
    return .record(["@type": .text("BreadcrumbList"), "itemListElement": .list(items)])
  }

  private static func article(_ head: PageBuilder.Head, _ builder: PageBuilder) -> JSONText? {
    guard let document = head.document else { return nil }
    let page = head.route(builder.language)
    let tag =
      builder.site.configuration.language(document.language)?.tag ?? builder.language.tag
    return .record([
      "@type": .text("Article"), "headline": .text(head.title),
      "description": .text(head.description), "inLanguage": .text(tag),
      "datePublished": (document.noticeDate?.description).map(JSONText.text),
      "dateModified": .text(document.frontMatter.updated.description),
      "about": head.exchange.flatMap { about($0, in: builder.path) },
      "mainEntityOfPage": .text(builder.address(of: page, from: page)),
    ])
  }

  /// The exchange, by its name and the site that it gives as its own.
  private static func about(_ exchange: Exchange, in language: String) -> JSONText? {
    guard exchange.kind != .guide else { return nil }
    return .record([
      "@type": .text("Organization"), "name": .text(exchange.name[language]),
      "url": exchange.site.map { .text("https://\($0)/") },
    ])
  }
}

extension PageBuilder {
  /// Absolute where the site has an address.
  func address(of target: Route, from page: Route) -> String {
    site.configuration.baseURL?.absolute(target) ?? page.href(to: target)
  }
}
