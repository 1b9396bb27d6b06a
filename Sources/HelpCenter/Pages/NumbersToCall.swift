import Contacts

/// Which numbers pages tell readers to call: those of `Channel.isCallable`, and none else.
extension PageBuilder {
  /// The phones that an exchange's pages show in a band of facts.
  func phones(of exchange: Exchange, limit: Int, urgentFirst: Bool) -> [ChannelContext] {
    guard let directory = exchange.contacts else { return [] }
    let presenter = presenter(directory)
    let kinds: [ChannelKind] = urgentFirst ? [.fraudLine, .phone] : [.phone, .fraudLine]
    return kinds.flatMap { kind in
      directory.channels.filter { $0.kind == kind && $0.isCallable }
    }.prefix(limit).map(presenter.context)
  }

  /// The channels that the pages of a company's products show: in the order of its file, any kind that
  /// can be dialled, written to or opened.
  func shown(of exchange: Exchange, limit: Int) -> [ChannelContext] {
    guard let directory = exchange.contacts else { return [] }
    let usable = directory.channels.filter {
      $0.isUsable && $0.audience == .customers && ($0.dial ?? $0.address ?? $0.url) != nil
    }
    return usable.prefix(limit).map(presenter(directory).context)
  }

  /// Set where an exchange has a phone, and none of them is in service.
  func phoneOut(of exchange: Exchange) -> PhoneOut? {
    let phones = (exchange.contacts?.channels ?? []).filter {
      [.phone, .fraudLine].contains($0.kind) && $0.dial != nil
    }
    guard let directory = exchange.contacts, !phones.contains(where: \.isCallable),
      let phone = phones.first(where: { $0.suspension != nil }),
      let suspended = presenter(directory).context(phone).suspended
    else { return nil }
    return PhoneOut(
      name: phone.name[path], line: suspended.line, instead: suspended.instead?.name)
  }

  /// The emergency numbers of an exchange, or of all exchanges, and the police after them.
  func calls(of exchange: Exchange?) -> [CallRow] {
    let owners = exchange.map { $0.kind == .guide ? site.exchanges : [$0] } ?? site.exchanges
    let own = owners.compactMap { owner -> CallRow? in
      guard let directory = owner.contacts else { return nil }
      let kinds: [ChannelKind] = [.fraudLine, .phone]
      let channel = kinds.lazy.compactMap { kind in
        directory.channels.first { $0.kind == kind && $0.isCallable }
      }.first
      return channel.flatMap { presenter(directory).call($0, owner: owner.name[path]) }
    }
    let desks = site.emergency.first.map { country in
      desksToCall(in: country).compactMap { presenter(country.contacts).call($0, owner: nil) }
    }
    return own + (desks ?? [])
  }

  /// A country's desks for an emergency.
  func desksToCall(in country: EmergencyDesks) -> [Channel] {
    Array(
      country.contacts.channels.filter { [.police, .fraudDesk].contains($0.kind) }.prefix(2))
  }
}
