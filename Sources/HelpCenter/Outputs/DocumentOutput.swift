import Contacts
import Markdown

extension Output {
  /// A page for every article, notice and urgent text in every language; where a translation is
  /// missing, the fallback's text with a notice.
  static let documentPages = Output(name: "documents") { input in
    input.site.languages.flatMap { language in
      let builder = input.builder(language)
      return input.site.ids.compactMap { id -> OutputJob? in
        guard let document = input.site.edition(of: id, in: language) else { return nil }
        return OutputJob(page: .document(id, language), origin: document.path) {
          input.theme.render(builder.template(of: id), builder.page(of: document))
        }
      }
    }
  }
}

extension PageBuilder {
  func template(of id: DocumentID) -> PageTemplate {
    switch id.kind {
    case .article: .article
    case .notice: .notice
    case .urgent: .urgent
    }
  }

  func page(of document: Document) -> DocumentPage {
    let id = document.id
    let route = Route.document(id, language)
    let exchange = site.exchange(id.exchange)!
    let frontMatter = document.frontMatter
    let neighbours = neighbours(of: document, from: route)
    let isForeign = document.language != path
    let other = isForeign ? site.configuration.language(document.language) : nil
    let category = category(of: id)
    return DocumentPage(
      frame: frame(head(of: document, exchange: exchange, category: category)),
      facts: facts(of: exchange, from: route, phones: 1),
      textLanguage: other?.tag,
      fallbackNotice: other.map { language in
        words[
          .fallbackNotice,
          ["language": words.serviceLanguage(language.path)]]
      },
      outdated: outdated(document, from: route),
      summary: frontMatter.description, updated: frontMatter.updated.description,
      date: document.noticeDate?.description, expires: frontMatter.expires.map(lastMoment),
      ends: frontMatter.expires.map(site.clock.end),
      factsLine: factsLine(frontMatter.sources),
      unverified: frontMatter.sources.contains { $0.confidence == .unverified },
      contents: contents(of: document.body), body: document.body.html,
      sources: frontMatter.sources.map(source), previous: neighbours.previous,
      next: neighbours.next, related: related(to: document, from: route),
      categoryName: category?.name[path],
      tree: category.flatMap { tree(of: exchange, around: $0, at: id, from: route) },
      readingTime: readingTime(of: document), feedback: feedback(on: id),
      calls: id.kind == .urgent ? calls(of: exchange) : [],
      atHand: category == nil
        ? nil : atHand(of: exchange, for: problem(of: document), from: route))
  }

  /// One line for the head of a text; the sources themselves stand at its end.
  private func factsLine(_ sources: [SourceReference]) -> String? {
    guard !sources.isEmpty else { return nil }
    // "2026" may have been any day of the year, so that a whole date of it is newer.
    let newest = sources.compactMap(\.date).max { $0.firstDay < $1.firstDay }
    guard let newest else { return words[.factsLineUndated, ["count": String(sources.count)]] }
    return words[.factsLine, ["count": String(sources.count), "date": newest.description]]
  }

  private func head(of document: Document, exchange: Exchange, category: Category?) -> Head {
    let id = document.id
    var crumbs = [homeCrumb]
    if !(id.kind == .urgent && exchange.kind == .guide) { crumbs.append(exchangeCrumb(exchange)) }
    if let category { crumbs += categoryCrumbs(category, of: exchange) }
    if id.kind == .notice {
      crumbs.append((words[.noticesTitle], .notices(exchange.id, language)))
    }
    let isGeneral = id.kind == .urgent && exchange.kind == .guide
    return Head(
      title: document.frontMatter.title, description: document.frontMatter.description,
      route: { .document(id, $0) }, exchange: isGeneral ? nil : exchange, crumbs: crumbs,
      translations: site.translations(of: id),
      available: site.languages.filter { site.edition(of: id, in: $0) != nil },
      latestChange: document.frontMatter.updated, document: document,
      isKept: id.kind == .urgent,
      isTimed: id.kind == .notice && endsSoon(document))
  }

  /// A minute says whose clock it is on.
  private func lastMoment(_ moment: CalendarMoment) -> String {
    guard moment.minute != nil else { return moment.description }
    return "\(moment), \(words.zone(site.clock.zone.name))"
  }

  /// Only articles are long enough for it to matter.
  private func readingTime(of document: Document) -> String? {
    guard case .article = document.id.kind else { return nil }
    let tag = site.configuration.language(document.language)?.tag ?? language.tag
    let minutes = ReadingTime.minutes(of: document.body, languageTag: tag)
    return words[.readingTime, ["minutes": String(minutes)]]
  }

  private func category(of id: DocumentID) -> Category? {
    guard case .article(let category) = id.kind else { return nil }
    return site.category(category)
  }

  private func contents(of body: RenderedMarkdown) -> [ContentsEntry] {
    body.headings.filter { $0.level == 2 }.map { ContentsEntry(id: $0.id, title: $0.title) }
  }

  private func source(_ source: SourceReference) -> DocumentPage.Source {
    let label: Word =
      switch source.confidence {
      case .official: .confidenceOfficial
      case .reported: .confidenceReported
      case .unverified: .confidenceUnverified
      }
    return DocumentPage.Source(
      name: source.name, url: source.url, date: source.date?.description,
      confidenceLabel: words[label], isUnverified: source.confidence == .unverified)
  }

  private func neighbours(
    of document: Document, from route: Route
  ) -> (previous: ArticleLink?, next: ArticleLink?) {
    let (previous, next) = site.lists(in: language).neighbours(of: document)
    return (previous.map { link(to: $0, from: route) }, next.map { link(to: $0, from: route) })
  }

  /// Up to three articles: those that the text links to, then those of its category that share the
  /// most tags, in the category's order.
  private func related(to document: Document, from route: Route) -> [ArticleLink] {
    guard case .article = document.id.kind else { return [] }
    var seen: Set<DocumentID> = [document.id]
    let linked = document.links.compactMap { link -> Document? in
      guard case .article = link.target.kind, seen.insert(link.target).inserted else { return nil }
      return site.edition(of: link.target, in: language)
    }
    let siblings = site.lists(in: language)
      .related(to: document, limit: max(0, 3 - linked.count), skipping: seen)
    return (linked + siblings).prefix(3).map { link(to: $0, from: route) }
  }
}
