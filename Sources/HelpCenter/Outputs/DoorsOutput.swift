extension Output {
  /// The root page, where readers choose their language, and the 404 page.
  static let doors = Output(name: "root") { input in
    let base = input.site.configuration.baseURL?.path ?? "/"
    return [
      OutputJob(page: .root, origin: "root page") {
        input.doors(.root, links: PageLinks(from: .root))
      },
      OutputJob(page: .notFound, origin: "404 page") {
        input.doors(.notFound, links: PageLinks(fromAnywhereBelow: base))
      },
    ]
  }
}

extension RenderInput {
  fileprivate func doors(_ template: PageTemplate, links: PageLinks) -> [UInt8] {
    let languages = site.languages
    let names = languages.map { site.configuration.title[$0.path] }
    let title = Array(Set(names)).count == 1 ? names[0] : names.joined(separator: " · ")
    let builder = builder(languages[0])
    var frame = builder.frame(
      PageBuilder.Head(
        title: title,
        description: languages.map { site.configuration.description[$0.path] }
          .joined(separator: " "),
        route: { _ in .root }, translations: languages, noindex: template == .notFound))
    frame.root = links.root
    frame.headTitle = title
    frame.feeds = []
    frame.canonical =
      template == .root ? site.configuration.baseURL?.absolute(Route.root) : nil
    frame.alternates = template == .root ? doorAlternates() : []
    let page = DoorsPage(frame: frame, doors: languages.map { door($0, links) })
    return theme.render(template, page)
  }

  private func doorAlternates() -> [PageFrame.Alternate] {
    guard let base = site.configuration.baseURL else { return [] }
    return site.languages.map {
      PageFrame.Alternate(tag: $0.tag, url: base.absolute(Route.home($0)))
    } + [PageFrame.Alternate(tag: "x-default", url: base.absolute(Route.root))]
  }

  private func door(_ language: Language, _ links: PageLinks) -> DoorsPage.Door {
    let words = theme.words[language.path]!
    let exchanges = site.exchanges.filter { $0.kind != .guide }.map { $0.name[language.path] }
    return DoorsPage.Door(
      name: words[.languageName], tag: language.tag, path: language.path,
      href: links.to(.home(language)),
      urgentHref: builder(language).urgentRoute(of: Exchange.generalGuide).map(links.to),
      question: words[.question], notFound: words[.notFound],
      exchanges: exchanges.joined(separator: words[.exchangeListSeparator]),
      siteTitle: site.configuration.title[language.path], urgentLabel: words[.urgentLabel],
      search: NamedLink(name: words[.allArticles], href: links.to(.search(language))),
      contact: site.hasContactPage
        ? NamedLink(name: words[.contactTitle], href: links.to(.contact(nil, language))) : nil,
      verify: site.pages.verify
        ? NamedLink(name: words[.verifyTitle], href: links.to(.verify(language))) : nil,
      searchLabel: words[.searchLabel], maybeMeant: words[.maybeMeant])
  }
}
