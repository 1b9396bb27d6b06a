import Contacts

extension Output {
  /// The page that judges what a reader was sent; without a script, the tables to compare with.
  static let verifyPages = Output(name: "verify page") { input in
    guard input.site.pages.verify else { return [] }
    return input.site.languages.map { language in
      OutputJob(page: .verify(language), origin: "verify page") {
        input.theme.render(.verify, input.builder(language).verifyPage())
      }
    }
  }
}

extension PageBuilder {
  func verifyPage() -> VerifyPage {
    let route = Route.verify(language)
    let head = Head(
      title: words[.verifyTitle], description: words[.verifyDescription],
      route: { .verify($0) }, crumbs: [homeCrumb], translations: site.languages, isKept: true)
    let exchanges = site.exchanges.compactMap { exchange -> KnownValues? in
      let rows = knownValues(of: exchange)
      guard !rows.isEmpty else { return nil }
      return KnownValues(
        id: exchange.id, initial: exchange.initial, name: exchange.name[path],
        contactHref: route.href(
          to: exchange.contacts == nil
            ? .exchange(exchange.id, language) : .contact(exchange.id, language)),
        rows: rows)
    }
    let countries = site.emergency.map { country in
      KnownValues(
        id: "emergency/\(country.id)", initial: nil, name: country.name[path],
        contactHref: route.href(to: .contact(nil, language)) + "#\(country.id)",
        rows: sorted(
          country.contacts.channels.compactMap(row) + fakes(of: "emergency/\(country.id)")))
    }
    return VerifyPage(
      frame: frame(head), owners: exchanges + countries.filter { !$0.rows.isEmpty },
      registry: "contacts.json")
  }

  private func knownValues(of exchange: Exchange) -> [KnownValueRow] {
    let hosts = exchange.domains.map(\.host)
    let channels = (exchange.contacts?.channels ?? []).compactMap(row)
      // A channel that is a whole listed host would stand there twice.
      .filter { !hosts.contains($0.row.values[0].text) }
    let domains = exchange.domains.map { domain in
      var item = row(domain)
      if domain.host == exchange.site { item.rank = -1 }
      return item
    }
    return sorted(domains + channels + fakes(of: exchange.id))
  }

  /// What is in use first, then by kind and letter: readers look for what they hold in their hand.
  private typealias Sortable = (rank: Int, row: KnownValueRow)

  private func sorted(_ rows: [Sortable]) -> [KnownValueRow] {
    rows.sorted { a, b in
      (danger(a.row), a.rank, a.row.values[0].text) < (danger(b.row), b.rank, b.row.values[0].text)
    }.map(\.row)
  }

  private func danger(_ row: KnownValueRow) -> Int {
    switch row.state {
    case .listed(.retired): 1
    case .listed: 0
    case .fake: 2
    }
  }

  // MARK: Rows

  private func row(_ domain: OfficialDomain) -> Sortable {
    (
      0,
      row(
        [domain.host], domain.role[path], domain.verification, site.marks.mark(domain))
    )
  }

  /// Channels that are only a way through menus or a street have nothing to compare.
  private func row(_ channel: Channel) -> Sortable? {
    let url = channel.url.map { $0.hasPrefix("https://") ? String($0.dropFirst(8)) : $0 }
    let values = [channel.dial, channel.address, channel.handle, url].compactMap { $0 }
    guard !values.isEmpty else { return nil }
    let rank = channel.dial != nil ? 1 : channel.address != nil ? 2 : channel.handle != nil ? 4 : 3
    return (
      rank,
      row(
        values, channel.name[path], channel.verification, site.marks.mark(channel),
        since: channel.suspension?.since)
    )
  }

  private func row(
    _ values: [String], _ what: String, _ verification: Verification, _ mark: Mark,
    since: PartialDate? = nil
  ) -> KnownValueRow {
    // What looks dead is not to be tapped, whatever a program makes of texts.
    let isOut = mark == .retired || mark == .suspended
    return KnownValueRow(
      values: values.map { TextItem(text: isOut ? defanged($0) : $0) }, what: what,
      state: .listed(mark), stateLabel: words[mark == .official ? .verifyOfficial : mark.label],
      source: verification.source[path], date: (since ?? verification.date).description,
      sureUntil: mark.isSure ? site.marks.lastSureDay(verification) : nil)
  }

  private func fakes(of owner: String) -> [Sortable] {
    site.knownFakes.filter { $0.imitates == owner }.map { fake in
      let isProven = fake.verification.confidence != .unverified
      let value = fake.kind == .mailDomain ? "@" + fake.value : fake.value
      let row = KnownValueRow(
        values: [TextItem(text: defanged(value))],
        what: fake.note?[path]
          ?? words[fake.verification.confidence == .official ? .verifyNamedFake : .verifySeenFake],
        state: .fake, stateLabel: words[isProven ? .verifyFake : .verifyUnproven],
        source: fake.verification.source[path], date: fake.verification.date.description)
      return (0, row)
    }
  }

  /// So that no program makes a link of it.
  private func defanged(_ value: String) -> String { value.replacing(".", with: "[.]") }
}
