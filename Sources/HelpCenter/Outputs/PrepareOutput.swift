import Contacts

extension Output {
  /// The case pack: one page for all exchanges, and one for each that has contacts.
  static let preparePages = Output(name: "case pack") { input in
    guard input.site.pages.casePack else { return [] }
    return input.site.languages.flatMap { language in
      let builder = input.builder(language)
      let owners: [Exchange?] = [nil] + input.site.exchanges.filter { $0.contacts != nil }
      return owners.map { exchange in
        OutputJob(page: .prepare(exchange?.id, language), origin: "case pack page") {
          input.theme.render(.prepare, builder.preparePage(of: exchange))
        }
      }
    }
  }
}

extension PageBuilder {
  func preparePage(of exchange: Exchange?) -> PreparePage {
    let desks = (exchange.map { [$0] } ?? site.exchanges).compactMap {
      desk(of: $0, from: .prepare(exchange?.id, language))
    }
    // The language of the outline comes first: that of the one desk, or the page's own.
    let outline = exchange == nil ? path : desks.first?.languagePath ?? path
    var paths = [outline]
    for other in [path] + desks.map(\.languagePath) where !paths.contains(other) {
      paths.append(other)
    }
    return PreparePage(
      frame: frame(prepareHead(exchange)), desks: desks, isGeneral: exchange == nil,
      problems: CasePack.Problem.allCases.map {
        PreparePage.Choice(id: $0.rawValue, name: word("pack-problem-" + $0.rawValue))
      },
      questions: CasePack.fields.map { choice($0, prefix: "pack-field-", hint: "pack-hint-") },
      evidence: CasePack.evidence.map { choice($0, prefix: "pack-evidence-") },
      zones: CasePack.zones.map { PreparePage.Choice(id: $0, name: word($0)) },
      packs: paths.compactMap(pack))
  }

  private func prepareHead(_ exchange: Exchange?) -> Head {
    guard let exchange else {
      return Head(
        title: words[.packTitle], description: words[.packDescription],
        route: { .prepare(nil, $0) }, crumbs: [homeCrumb], translations: site.languages)
    }
    let name = ["exchange": exchange.name[path]] as KeyValuePairs
    return Head(
      title: words[.packExchangeTitle, name], description: words[.packExchangeDescription, name],
      route: { .prepare(exchange.id, $0) }, exchange: exchange,
      crumbs: [homeCrumb, exchangeCrumb(exchange)], translations: site.languages)
  }

  private func word(_ key: String) -> String { words.texts[key] ?? "" }

  private func choice(
    _ item: CasePack.Item, prefix: String, hint: String? = nil
  ) -> PreparePage.Choice {
    PreparePage.Choice(
      id: item.id, name: word(prefix + item.id), hint: hint.map { word($0 + item.id) },
      problems: item.problems, isLong: item.isLong)
  }

  /// The words of a message. Keys lose their `pack-`, which says nothing inside a message.
  private func pack(_ languagePath: String) -> PreparePage.Pack? {
    guard let language = site.configuration.language(languagePath),
      let words = theme.words[languagePath]
    else { return nil }
    func text(_ key: String) -> String { words.texts[key] ?? "" }
    let names = ["problem"] + CasePack.fields.map(\.id) + ["attachments"]
    return PreparePage.Pack(
      languagePath: languagePath, languageTag: language.tag, languageName: words[.languageName],
      labels: CasePack.messageKeys.map { key in
        PreparePage.Choice(id: String(key.trimmingPrefix("pack-")), name: text(key))
      },
      outline: names.map { TextItem(text: text("pack-field-" + $0) + text("pack-colon")) })
  }
}

// MARK: Desks

extension PageBuilder {
  private func desk(of exchange: Exchange, from route: Route) -> PreparePage.Desk? {
    guard let directory = exchange.contacts else { return nil }
    let channel = messageChannel(of: directory)
    let deskLanguage = messageLanguage(of: directory, channel)
    let name = exchange.name[path]
    return PreparePage.Desk(
      id: exchange.id, name: name, href: route.href(to: .prepare(exchange.id, language)),
      contactHref: route.href(to: .contact(exchange.id, language)), languagePath: deskLanguage,
      languageLine: words[
        .packDeskLanguage,
        ["exchange": name, "language": words.serviceLanguage(deskLanguage)]],
      channel: channel.map(presenter(directory).context))
  }

  /// Where a customer's message goes: a mail for customers, else a verified ticket form or help
  /// center, else a form whose place is not verified. A mail with a scope of its own (listing,
  /// tip-offs) is not for customers.
  private func messageChannel(of directory: ContactDirectory) -> Channel? {
    let active = directory.channels.filter { $0.status == .active && $0.audience == .customers }
    let verified = active.filter(\.isUsable)
    return verified.first { $0.kind == .email && $0.scope == nil }
      ?? verified.first { $0.kind == .ticket } ?? verified.first { $0.kind == .helpCenter }
      ?? active.first { $0.kind == .ticket }
  }

  /// The page's language where the desk reads it, else the first that it reads.
  private func messageLanguage(of directory: ContactDirectory, _ channel: Channel?) -> String {
    let own = channel?.languages ?? []
    let served = (own.isEmpty ? directory.channels.flatMap(\.languages) : own)
      .filter { site.configuration.language($0) != nil }
    return served.contains(path) ? path : served.first ?? path
  }
}
