import Search

/// The pages that are made from data and can be found: contacts, the case pack, the page that judges.
extension PageBuilder {
  func pagesToFind() -> [SearchDocument] {
    let owners: [Exchange?] = [nil] + site.exchanges.filter { $0.contacts != nil }
    let contacts = site.hasContactPage ? owners : []
    return contacts.map(contactToFind) + (site.pages.casePack ? owners.map(packToFind) : [])
      + (site.pages.verify ? [verifyToFind()] : [])
  }

  private func contactToFind(_ exchange: Exchange?) -> SearchDocument {
    guard let exchange, let directory = exchange.contacts else {
      let page = contactAll()
      let desks = page.countries.flatMap(\.channels)
      return pageToFind(
        page.frame, .contact(nil, language), nil, ("contact", words[.contactTitle]),
        desks.map(section), card: .contact)
    }
    let page = contactPage(of: exchange, directory)
    let domains = SearchSection(
      id: "_domains", title: words.texts["domains"] ?? "",
      text: page.domains.map { "\($0.host) \($0.role)" }.joined(separator: "\n"))
    return pageToFind(
      page.frame, .contact(exchange.id, language), exchange, ("contact", words[.contactTitle]),
      page.channels.map(section) + [domains], card: .contact)
  }

  private func packToFind(_ exchange: Exchange?) -> SearchDocument {
    let page = preparePage(of: exchange)
    return pageToFind(
      page.frame, .prepare(exchange?.id, language), exchange, ("prepare", words[.packTitle]), [])
  }

  private func verifyToFind() -> SearchDocument {
    pageToFind(
      verifyPage().frame, .verify(language), nil, ("verify", words[.verifyTitle]), [],
      card: .verify)
  }

  private func pageToFind(
    _ frame: PageFrame, _ route: Route, _ exchange: Exchange?,
    _ category: (id: String, name: String),
    _ sections: [SearchSection], card: SearchCard? = nil
  ) -> SearchDocument {
    let owner = exchange ?? site.exchange(Exchange.generalGuide)
    return SearchDocument(
      url: route.path, title: frame.title, exchange: owner?.id ?? "",
      exchangeName: owner?.name[path] ?? "", category: category.id, categoryName: category.name,
      summary: frame.description, keywords: [], sections: sections,
      updated: frame.latestChange ?? "", language: language.tag, card: card,
      cardOwner: exchange?.id ?? "")
  }

  /// What the page says of a channel, as text: its number is what a reader may have been sent.
  private func section(_ channel: ChannelContext) -> SearchSection {
    let values = [
      channel.number, channel.international, channel.address, channel.urlText, channel.handle,
      channel.path?.text, channel.place?.text, channel.hoursLine, channel.intakeLine,
      channel.languagesLine, channel.scope,
    ]
    let lines = values.compactMap(\.self) + channel.goodFor.map(\.text)
    return SearchSection(id: channel.id, title: channel.name, text: lines.joined(separator: "\n"))
  }
}
