import Contacts

extension Output {
  /// The contact pages: all exchanges with the public desks, and one for each exchange.
  static let contactPages = Output(name: "contacts") { input in
    input.site.languages.flatMap { language in
      let builder = input.builder(language)
      let all = OutputJob(page: .contact(nil, language), origin: "contact page") {
        input.theme.render(.contactAll, builder.contactAll())
      }
      return [all]
        + input.site.exchanges.compactMap { exchange -> OutputJob? in
          guard let directory = exchange.contacts else { return nil }
          return OutputJob(
            page: .contact(exchange.id, language), origin: "Content/\(exchange.id)/contact.yaml"
          ) {
            input.theme.render(.contact, builder.contactPage(of: exchange, directory))
          }
        }
    }
  }
}

extension PageBuilder {
  func contactAll() -> ContactAllPage {
    let route = Route.contact(nil, language)
    let head = Head(
      title: words[.contactTitle], description: words[.contactDescription],
      route: { .contact(nil, $0) }, crumbs: [homeCrumb], translations: site.languages)
    return ContactAllPage(
      frame: frame(head),
      exchanges: site.exchanges.filter { $0.contacts != nil }.map { exchangeRow($0, from: route) },
      countries: site.emergency.map { country in
        ContactAllPage.Country(
          id: country.id, name: country.name[path],
          channels: country.contacts.channels.map(presenter(country.contacts).context))
      })
  }

  func contactPage(of exchange: Exchange, _ directory: ContactDirectory) -> ContactPage {
    let route = Route.contact(exchange.id, language)
    let presenter = presenter(directory)
    let name = exchange.name[path]
    let head = Head(
      title: words[.contactExchangeTitle, ["exchange": name]],
      description: words[.contactExchangeDescription, ["exchange": name]],
      route: { .contact(exchange.id, $0) }, exchange: exchange,
      crumbs: [homeCrumb, exchangeCrumb(exchange)], translations: site.languages)
    let latest = directory.channels.map(\.verification.date).max { $0.lastDay < $1.lastDay }
    return ContactPage(
      frame: frame(head), facts: facts(of: exchange, from: route, phones: 2),
      languagesLine: presenter.languagesLine,
      timeZoneLine: directory.channels.contains { $0.hours?.answer?.always == false }
        ? presenter.timeZoneLine : nil,
      channels: directory.channels.map(presenter.context),
      absent: directory.absent.map(presenter.absent),
      domains: exchange.domains.map(presenter.domain),
      latestVerified: latest?.description)
  }
}
