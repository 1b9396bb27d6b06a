import Contacts

/// Builds the contexts of one language's pages from the site.
struct PageBuilder: Sendable {
  let site: Site
  let theme: Theme
  let language: Language

  var words: Words { theme.words[language.path]! }
  var path: String { language.path }

  /// What differs from page to page in the frame around it.
  struct Head {
    var title: String
    var description: String
    /// The page in a language of the site.
    var route: (Language) -> Route
    var exchange: Exchange?
    var crumbs: [(title: String, route: Route)] = []
    /// Languages in which the page is one of its own; the others show a fallback. Search engines
    /// are told of these only.
    var translations: [Language]
    /// Languages in which the page exists at all, with a fallback's text or its own; all unless set.
    var available: [Language]?
    /// Newest change of what the page lists; the site's where it lists no documents. Not the site's
    /// on every page: an edit would then rewrite them all.
    var latestChange: CalendarDate?
    var noindex = false
    /// Set for a text of its own.
    var document: Document?
    var isKept = false
    /// It holds what comes or goes at a minute.
    var isTimed = false
  }

  func frame(_ head: Head) -> PageFrame {
    let route = head.route(language)
    let links = PageLinks(from: route)
    let siteTitle = site.configuration.title[path]
    let isOriginal = head.translations.contains(language)
    let canonicalLanguage =
      isOriginal ? language : fallbackLanguage(among: head.translations) ?? language
    let exchange = head.exchange
    let hasUrgent = exchange.map { site.urgent(of: $0.id, in: language) != nil } ?? false
    let urgentOwner = hasUrgent ? exchange!.id : Exchange.generalGuide
    return PageFrame(
      languageTag: language.tag, languagePath: path,
      locale: (head.document.flatMap { theme.words[$0.language] } ?? words)[.locale],
      root: links.root, siteTitle: siteTitle,
      title: head.title, headTitle: headTitle(head, siteTitle), description: head.description,
      canonical: site.configuration.baseURL?.absolute(head.route(canonicalLanguage)),
      alternates: isOriginal ? alternates(head) : [], noindex: head.noindex,
      feeds: feeds(for: exchange, links),
      picture: picture, pageData: PageData(head, in: self)?.json,
      isArticle: head.document != nil,
      markdown: site.configuration.markdownCopies && head.document?.language == path
        ? "index.md" : nil,
      isKept: head.isKept,
      isExchangeSite: site.configuration.profile == .exchange,
      isCompany: site.configuration.kind == .company,
      home: links.to(.home(language)),
      urgent: urgentRoute(of: urgentOwner).map(links.to),
      search: links.to(.search(language)),
      contact: site.hasContactPage ? links.to(.contact(nil, language)) : nil,
      prepare: site.pages.casePack
        ? links.to(.prepare(exchange?.contacts == nil ? nil : exchange?.id, language)) : nil,
      verify: site.pages.verify ? links.to(.verify(language)) : nil,
      notices: links.to(.notices(nil, language)),
      accessibility: site.configuration.accessibility
        .flatMap { DocumentID(articlePath: $0.value) }
        .flatMap { site.edition(of: $0, in: language) }
        .map { links.to(.document($0.id, language)) },
      languages: site.languages.map { languageLink(head, to: $0, links) },
      choices: site.exchanges.map { PageFrame.Choice(id: $0.id, name: $0.name[path]) },
      banners: banners(on: head), isTimed: head.isTimed,
      exchangeID: exchange?.id, exchangeName: exchange?.name[path],
      crumbs: head.crumbs.map { PageFrame.Crumb(title: $0.title, href: links.to($0.route)) },
      latestChange: (head.latestChange ?? site.newestChange)?.description, words: words)
  }

  /// Where a reader in an emergency is led; `nil` for a site without urgent pages.
  func urgentRoute(of owner: String) -> Route? {
    guard site.pages.urgent else { return nil }
    if let urgent = site.urgent(of: owner, in: language) { return .document(urgent.id, language) }
    return site.hasContactPage ? .contact(nil, language) : nil
  }

  private func languageLink(
    _ head: Head, to other: Language, _ links: PageLinks
  ) -> PageFrame.LanguageLink {
    let words = theme.words[other.path]
    var link = PageFrame.LanguageLink(
      name: words?[.languageName] ?? other.path, tag: other.tag,
      href: links.to(nearest(head, in: other)), current: other == language)
    // On an urgent page nothing may come before the emergency, nor weigh on a slow line.
    let isUrgent = head.document?.id.kind == .urgent
    if !link.current, !isUrgent, head.translations.contains(other) {
      link.hint = words?[.pageInLanguage]
      link.close = words?[.close]
    }
    return link
  }

  /// The page in another language; where it does not exist there, the exchange's or the language's
  /// home page.
  private func nearest(_ head: Head, in other: Language) -> Route {
    guard let available = head.available, !available.contains(other) else {
      return head.route(other)
    }
    return head.exchange.map { .exchange($0.id, other) } ?? .home(other)
  }

  /// The title as a tab and a search engine show it: page, exchange, site.
  private func headTitle(_ head: Head, _ siteTitle: String) -> String {
    guard head.title != siteTitle else { return siteTitle }
    let exchange = head.exchange?.name[path]
    let named = exchange.map { head.title.contains($0) ? head.title : "\(head.title) - \($0)" }
    return (named ?? head.title) + " · " + siteTitle
  }

  /// `hreflang` of all translations, this one included, and of the default (Google Search Central,
  /// "Localized versions of your pages": each version must list itself as well as all others).
  private func alternates(_ head: Head) -> [PageFrame.Alternate] {
    guard let base = site.configuration.baseURL, head.translations.count > 1 else { return [] }
    let links = head.translations.map {
      PageFrame.Alternate(tag: $0.tag, url: base.absolute(head.route($0)))
    }
    return links
      + [PageFrame.Alternate(tag: "x-default", url: base.absolute(xDefault(head)))]
  }

  /// What a reader of none of the languages should get: the language chooser for the home pages,
  /// English where there is English, else the default language.
  private func xDefault(_ head: Head) -> Route {
    if head.route(language) == .home(language) { return .root }
    let english = head.translations.first { $0.tag == "en" || $0.tag.hasPrefix("en-") }
    return head.route(english ?? head.translations[0])
  }

  /// The language whose text this language's readers see, among those that have one.
  func fallbackLanguage(among translations: [Language]) -> Language? {
    language.fallback.lazy.compactMap { path in translations.first { $0.path == path } }.first
  }

  func links(of route: Route) -> PageLinks { PageLinks(from: route) }

  var homeCrumb: (title: String, route: Route) { (words[.home], .home(language)) }

  func exchangeCrumb(_ exchange: Exchange) -> (title: String, route: Route) {
    (exchange.name[path], .exchange(exchange.id, language))
  }

  /// The way to what stands in a category: the one above it, where there is one, and itself.
  func categoryCrumbs(
    _ category: Category, of exchange: Exchange
  ) -> [(title: String, route: Route)] {
    [category.parent.flatMap(site.category), category].compactMap { $0 }.map {
      ($0.name[path], .category($0.id, of: exchange.id, language))
    }
  }
}

// MARK: For programs

extension PageBuilder {
  private var picture: String? {
    theme.assets[BuiltInAsset.picture.rawValue].flatMap {
      site.configuration.baseURL?.absolute(file: $0)
    }
  }

  /// The feed of all notices, and the exchange's before it.
  private func feeds(for exchange: Exchange?, _ links: PageLinks) -> [PageFrame.Feed] {
    guard site.configuration.baseURL != nil else { return [] }
    let owners: [Exchange?] = exchange.map { [$0, nil] } ?? [nil]
    return owners.map {
      PageFrame.Feed(title: feedTitle(of: $0), href: links.to(.feed($0?.id, language)))
    }
  }

  func feedTitle(of exchange: Exchange?) -> String {
    let notices =
      exchange.map { words[.noticesExchangeTitle, ["exchange": $0.name[path]]] }
      ?? words[.noticesTitle]
    return notices + " · " + site.configuration.title[path]
  }
}

// MARK: Lists

extension PageBuilder {
  func link(to document: Document, from route: Route) -> ArticleLink {
    let isForeign = document.language != path
    let other = isForeign ? site.configuration.language(document.language) : nil
    return ArticleLink(
      title: document.frontMatter.title,
      href: route.href(to: .document(document.id, language)),
      description: document.frontMatter.description,
      updated: document.frontMatter.updated.description,
      languageTag: other?.tag,
      languageName: other.flatMap { theme.words[$0.path]?[.languageName] },
      exchangeID: document.id.exchange,
      exchangeName: site.exchange(document.id.exchange)?.name[path] ?? "")
  }

  func endsSoon(_ document: Document) -> Bool {
    document.frontMatter.expires.map(site.clock.endsSoon) ?? false
  }

  func noticeLink(to document: Document, from route: Route) -> NoticeLink {
    NoticeLink(
      date: document.noticeDate?.description ?? "",
      ends: endsSoon(document) ? document.frontMatter.expires.map(site.clock.end) : nil,
      link: link(to: document, from: route))
  }

  /// A category with its first articles and the names of those below it.
  func category(_ category: Category, of exchange: String, from route: Route) -> CategoryBlock {
    let articles = site.articles(of: exchange, category: category.id, in: language)
    let below = site.articles(below: category, of: exchange, in: language)
    return CategoryBlock(
      id: category.id, name: category.name[path], description: category.description?[path],
      icon: category.icon,
      href: route.href(to: .category(category.id, of: exchange, language)),
      articles: articles.prefix(3).map { link(to: $0, from: route) },
      children: site.categories(of: exchange, in: language).filter { $0.parent == category.id }
        .map {
          NamedLink(
            name: $0.name[path],
            href: route.href(to: .category($0.id, of: exchange, language)))
        },
      countLine: words[.allCount, ["count": String(articles.count + below.count)]])
  }

  func exchangeRow(_ exchange: Exchange, from route: Route) -> ExchangeRow {
    ExchangeRow(
      id: exchange.id, initial: exchange.initial, name: exchange.name[path],
      href: route.href(to: .exchange(exchange.id, language)),
      contactHref: contactHref(of: exchange, from: route),
      summary: exchange.summary?[path], site: exchange.site,
      channel: phones(of: exchange, limit: 1, urgentFirst: false).first,
      phoneOut: phoneOut(of: exchange), isOwn: site.configuration.kind == .company,
      isGuide: exchange.kind == .guide)
  }

  private func contactHref(of exchange: Exchange, from route: Route) -> String? {
    let owner = site.contactOwner(of: exchange)
    return owner.contacts.map { _ in route.href(to: .contact(owner.id, language)) }
  }

  func presenter(
    _ directory: ContactDirectory, officialSite: String? = nil, anchorPrefix: String = ""
  ) -> ChannelPresenter {
    ChannelPresenter(
      site: site, language: language, words: words, directory: directory,
      officialSite: officialSite, anchorPrefix: anchorPrefix)
  }

  func facts(of exchange: Exchange, from route: Route, phones limit: Int) -> ExchangeFacts {
    let owner = site.contactOwner(of: exchange)
    return ExchangeFacts(
      name: exchange.name[path], initial: exchange.initial, summary: exchange.summary?[path],
      site: exchange.site, contactHref: contactHref(of: exchange, from: route),
      channels: site.configuration.kind == .company
        ? shown(of: owner, limit: max(limit, 2))
        : phones(of: owner, limit: limit, urgentFirst: false),
      phoneOut: phoneOut(of: owner), isOwn: site.configuration.kind == .company,
      serves: exchange.serves.map { serves in
        let directory =
          exchange.contacts
          ?? ContactDirectory(timeZone: "UTC", holidays: nil, channels: [], absent: [])
        return ServesContext(
          text: serves.text[path], seal: presenter(directory).seal(serves.verification))
      })
  }
}
