import Contacts

extension Output {
  /// The contact pages: all exchanges with the public desks, and one for each exchange.
  static let contactPages = Output(name: "contacts") { input in
    input.site.languages.flatMap { language in
      let builder = input.builder(language)
      let all = OutputJob(page: .contact(nil, language), origin: "contact page") {
        input.theme.render(.contactAll, builder.contactAll())
      }
      return (input.site.hasContactPage ? [all] : [])
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
      route: { .contact(nil, $0) }, crumbs: [homeCrumb], translations: site.languages,
      isKept: true)
    return ContactAllPage(
      frame: frame(head), chips: chips(current: nil, from: route),
      problems: ReaderProblem.allCases.compactMap { allWays($0, from: route) },
      exchanges: site.exchanges.filter { $0.contacts != nil }.map { exchangeRow($0, from: route) },
      countries: site.emergency.map(country))
  }

  private func country(_ country: EmergencyDesks) -> ContactAllPage.Country {
    let present = presenter(country.contacts, anchorPrefix: country.id + "-").context
    let first = desksToCall(in: country)
    return ContactAllPage.Country(
      id: country.id, name: country.name[path], channels: first.map(present),
      moreChannels: country.contacts.channels.filter { !first.contains($0) }.map(present))
  }

  /// The exchanges with a contact page of their own.
  private func chips(current: Exchange?, from route: Route) -> [ExchangeChip] {
    site.exchanges.filter { $0.contacts != nil }.map { exchange in
      ExchangeChip(
        id: exchange.id, name: exchange.name[path],
        href: route.href(to: .contact(exchange.id, language)), current: exchange.id == current?.id)
    }
  }

  func contactPage(of exchange: Exchange, _ directory: ContactDirectory) -> ContactPage {
    let route = Route.contact(exchange.id, language)
    let presenter = presenter(directory, officialSite: exchange.site)
    let name = exchange.name[path]
    let head = Head(
      title: words[.contactExchangeTitle, ["exchange": name]],
      description: words[.contactExchangeDescription, ["exchange": name]],
      route: { .contact(exchange.id, $0) }, exchange: exchange,
      crumbs: [homeCrumb, exchangeCrumb(exchange)], translations: site.languages,
      isKept: true)
    let latest = directory.channels.filter(\.isUsable).map(\.verification).filter { !$0.isOwn }
      .max { $0.date.firstDay < $1.date.firstDay }
    let (channels, more) = cards(directory)
    return ContactPage(
      frame: frame(head), facts: facts(of: exchange, from: route, phones: 2),
      chips: chips(current: exchange, from: route),
      languagesLine: presenter.languagesLine,
      timeZoneLine: directory.channels.contains { $0.hours?.answer?.always == false }
        ? presenter.timeZoneLine : nil,
      problems: ReaderProblem.allCases.compactMap { problem in
        let ways = directory.channels(for: problem)
        guard !ways.isEmpty else { return nil }
        return ContactPage.Problem(
          id: problem.rawValue, name: words[problem.word], lead: words[problem.leadWord],
          ways: ways.map(presenter.context))
      },
      compared: compared(directory).map(presenter.context),
      channels: channels.map(presenter.context), moreChannels: more.map(presenter.context),
      structuredData: OrganisationData(exchange, directory, site: site, language: path)?.json,
      absent: directory.absent.map(presenter.absent),
      domains: exchange.domains.map(presenter.domain),
      latest: latest.map { presenter.seal($0) })
  }

  /// The channels that some problem names, in the order of the page.
  private func compared(_ directory: ContactDirectory) -> [Channel] {
    cards(directory).first.filter { !directory.problems.isEmpty && $0.status == .active }
  }

  /// Those that some problem names, and those that few readers need; all are among the first where no
  /// problem names any. Those for customers stand before others.
  private func cards(_ directory: ContactDirectory) -> (first: [Channel], more: [Channel]) {
    let named = Set(directory.problems.values.flatMap { $0 })
    let all =
      directory.channels.filter { $0.audience == .customers }
      + directory.channels.filter { $0.audience != .customers }
    guard !named.isEmpty else { return (all, []) }
    return (all.filter { named.contains($0.id) }, all.filter { !named.contains($0.id) })
  }

  /// Each exchange's two best ways for a problem; `nil` where no exchange sorts its channels.
  private func allWays(
    _ problem: ReaderProblem, from route: Route
  ) -> ContactAllPage.Problem? {
    let rows = site.exchanges.compactMap { exchange -> ContactAllPage.Problem.Way? in
      guard let directory = exchange.contacts else { return nil }
      let ways = directory.channels(for: problem).prefix(2)
      guard !ways.isEmpty else { return nil }
      return ContactAllPage.Problem.Way(
        exchange: exchangeRow(exchange, from: route),
        href: route.href(to: .contact(exchange.id, language)) + "#_for-" + problem.rawValue,
        ways: ways.map(presenter(directory, officialSite: exchange.site).context))
    }
    guard !rows.isEmpty else { return nil }
    return ContactAllPage.Problem(
      id: problem.rawValue, name: words[problem.word], lead: words[problem.leadWord],
      exchanges: rows)
  }
}

extension ReaderProblem {
  fileprivate var word: Word {
    switch self {
    case .urgent: .problemUrgent
    case .account: .problemAccount
    case .moneyMissing: .problemMoneyMissing
    case .trade: .problemTrade
    case .other: .problemOther
    }
  }

  fileprivate var leadWord: Word {
    switch self {
    case .urgent: .problemUrgentLead
    case .account: .problemAccountLead
    case .moneyMissing: .problemMoneyMissingLead
    case .trade: .problemTradeLead
    case .other: .problemOtherLead
    }
  }
}
