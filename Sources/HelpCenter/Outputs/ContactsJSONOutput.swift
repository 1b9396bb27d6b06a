import Contacts

extension Output {
  /// `contacts.json`: all that the registry knows, for programs, and beside it the JSON Schema that says
  /// what they may rely on. The page that judges what a reader pastes reads it too.
  static let contactsJSON = Output(name: "contacts.json") { input in
    guard input.site.configuration.profile != nil else { return [] }
    return [
      OutputJob(path: "contacts.json", origin: "contacts.json") {
        Array((ContactsJSON(site: input.site).json + "\n").utf8)
      },
      OutputJob(path: ContactsSchema.path, origin: "contacts.json") {
        Array((ContactsSchema.json + "\n").utf8)
      },
    ]
  }
}

/// Says nothing about the day of the build: the same content gives the same bytes. So no mark stands in
/// it but what a mark is made of, and who reads it decides on a day of their own (`MarkRule`).
struct ContactsJSON {
  /// The form of the file; a reader that does not know it must not trust what it finds. Within a version
  /// keys are added, never removed or given another meaning: `ContactsSchema`.
  static let version = 1

  let site: Site
  /// Leaves out what no verdict needs: sources, roles, hours, pages, other words.
  var isLean = false

  var json: String {
    JSONText.record([
      "$schema": .text(ContactsSchema.path), "version": .number(Self.version),
      "stale-after-days": .number(site.configuration.staleAfterDays),
      "exchanges": .lines(site.exchanges.filter { $0.kind != .guide }.map(exchange)),
      "emergency": .lines(site.emergency.map(country)),
      "fakes": .lines(site.knownFakes.map(fake)),
    ]).json
  }

  private func exchange(_ exchange: Exchange) -> JSONText {
    .record([
      "id": .text(exchange.id), "kind": .text(exchange.kind.rawValue),
      "name": text(exchange.name), "site": exchange.site.map(JSONText.text),
      "time-zone": full((exchange.contacts?.timeZone).map(JSONText.text)),
      "domains": .lines(exchange.domains.map(domain)),
      "pages": full(
        pages { exchange.contacts == nil ? .exchange(exchange.id, $0) : .contact(exchange.id, $0) }),
      "channels": .lines(
        (exchange.contacts?.channels ?? []).map { item in
          channel(item, of: exchange.id, pages(at: item.id) { .contact(exchange.id, $0) })
        }),
      "absent": full(
        .lines(
          (exchange.contacts?.absent ?? []).map {
            .record(["kind": .text($0.kind.rawValue), "name": text($0.name), "note": text($0.note)])
          })),
    ])
  }

  private func country(_ desks: EmergencyDesks) -> JSONText {
    .record([
      "id": .text(desks.id), "name": text(desks.name),
      "time-zone": full(.text(desks.contacts.timeZone)),
      "pages": full(pages(at: desks.id) { .contact(nil, $0) }),
      "channels": .lines(
        desks.contacts.channels.map { item in
          channel(
            item, of: "emergency/" + desks.id,
            pages(at: desks.id + "-" + item.id) { .contact(nil, $0) })
        }),
    ])
  }

  private func domain(_ domain: OfficialDomain) -> JSONText {
    .record([
      "host": .text(domain.host), "subdomains": .flag(domain.ownsSubdomains),
      "role": full(text(domain.role)), "status": .text(domain.status.rawValue),
      "confidence": .text(domain.verification.confidence.rawValue),
      "verified": .text(domain.verification.date.description),
      "source": full(text(domain.verification.source)),
    ])
  }

  private func channel(_ channel: Channel, of owner: String, _ pages: JSONText) -> JSONText {
    .record([
      "id": .text(channel.id), "key": .text(owner + "/" + channel.id),
      "kind": .text(channel.kind.rawValue), "name": full(text(channel.name)),
      "values": .record([
        "dial": channel.dial.map(JSONText.text),
        "international": channel.international.map(JSONText.text),
        "url": channel.url.map(JSONText.text),
        "address": channel.address.map(JSONText.text),
        "handle": channel.handle.map(JSONText.text), "path": full(channel.path.map(foreign)),
        "place": full(channel.place.map(foreign)),
      ]),
      "languages": full(.texts(channel.languages)), "hours": full(channel.hours.map(hours)),
      "audience": full(.text(channel.audience.rawValue)), "pages": full(pages),
      "status": .text(channel.status.rawValue),
      "suspended-until": (channel.suspension?.until?.description).map(JSONText.text),
      "suspended": channel.suspension.map(suspension),
      "confidence": .text(channel.verification.confidence.rawValue),
      "verified": .text(channel.verification.date.description),
      "source": full(text(channel.verification.source)),
    ])
  }

  private func fake(_ fake: KnownFake) -> JSONText {
    .record([
      "kind": .text(fake.kind.rawValue), "value": .text(fake.value),
      "imitates": .text(fake.imitates), "note": fake.note.map(text),
      "confidence": .text(fake.verification.confidence.rawValue),
      "verified": .text(fake.verification.date.description),
      "source": full(text(fake.verification.source)),
    ])
  }

  // MARK: Parts

  private func full(_ value: JSONText?) -> JSONText? { isLean ? nil : value }

  private func hours(_ hours: ServiceHours) -> JSONText {
    let own = hours.verification
    return .record([
      "answer": hours.answer.flatMap(spans), "intake": hours.intake.flatMap(spans),
      "holidays": .text(hours.onHolidays.rawValue), "note": hours.note.map(text),
      "confidence": (own?.confidence.rawValue).map(JSONText.text),
      "verified": (own?.date.description).map(JSONText.text), "source": (own?.source).map(text),
    ])
  }

  private func suspension(_ suspension: Suspension) -> JSONText {
    .record([
      "since": .text(suspension.since.description),
      "until": (suspension.until?.description).map(JSONText.text),
      "instead": suspension.instead.map(JSONText.text), "reason": suspension.reason.map(text),
      "source": text(suspension.source),
    ])
  }

  /// The page in each language, from the folder of the file.
  private func pages(at anchor: String? = nil, _ route: (Language) -> Route) -> JSONText {
    .object(
      site.languages.map {
        ($0.path, .text(route($0).path + (anchor.map { "#" + $0 } ?? "")))
      })
  }

  private func spans(_ hours: WeeklyHours) -> JSONText? {
    hours.always ? .list([.text("always")]) : .texts(hours.spans.map(\.description))
  }

  private func foreign(_ text: TextInLanguage) -> JSONText {
    .record([
      "text": .text(text.text), "lang": .text(text.language),
      "gloss": text.gloss.map { gloss in
        .object(
          site.languages.map(\.path).filter { $0 != text.language }.map { ($0, .text(gloss[$0])) })
      },
    ])
  }

  private func text(_ text: LocalizedText) -> JSONText {
    .object(site.languages.map { ($0.path, .text(text[$0.path])) })
  }
}
