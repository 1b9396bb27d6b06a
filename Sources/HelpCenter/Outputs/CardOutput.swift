extension Output {
  /// The contact cards of the search: a small page for each exchange, which the search page takes its card from.
  static let cards = Output(name: "cards") { input in
    input.site.languages.flatMap { language in
      let builder = input.builder(language)
      return input.site.exchanges.filter { $0.contacts != nil }.map { exchange in
        OutputJob(path: Route.card(exchange.id, language).outputPath, origin: "card") {
          input.theme.render(.card, builder.card(of: exchange))
        }
      }
    }
  }

  /// What the search judges values by: `contacts.json` without all that nobody compares.
  static let searchValues = Output(name: "search values") { input in
    guard input.site.configuration.profile != nil else { return [] }
    return [
      OutputJob(path: "search/values.json", origin: "search values") {
        Array((ContactsJSON(site: input.site, isLean: true).json + "\n").utf8)
      }
    ]
  }
}

extension PageBuilder {
  fileprivate func card(of exchange: Exchange) -> CardPage {
    let route = Route.card(exchange.id, language)
    let head = Head(
      title: words[.contactExchangeTitle, ["exchange": exchange.name[path]]],
      description: words[.contactExchangeDescription, ["exchange": exchange.name[path]]],
      route: { .card(exchange.id, $0) }, exchange: exchange, translations: site.languages,
      noindex: true)
    return CardPage(frame: frame(head), facts: facts(of: exchange, from: route, phones: 2))
  }
}
