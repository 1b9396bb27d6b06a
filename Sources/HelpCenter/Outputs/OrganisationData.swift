import Contacts

/// What search engines may know of an exchange: schema.org's `Organization` with a `ContactPoint` for
/// each channel that readers may use, as JSON-LD (https://schema.org/ContactPoint).
///
/// Unverified, stale, suspended and retired values are left out: a machine reads no amber.
struct OrganisationData {
  let json: String

  /// `nil` where the exchange has no site of its own or nothing to say.
  init?(_ exchange: Exchange, _ directory: ContactDirectory, site: Site, language: String) {
    guard let host = exchange.site else { return nil }
    let points = directory.channels.compactMap { channel -> JSONText? in
      guard site.marks.mark(channel).isSure else { return nil }
      return Self.point(channel, site, language)
    }
    guard !points.isEmpty else { return nil }
    json =
      JSONText.record([
        "@context": .text("https://schema.org"), "@type": .text("Organization"),
        "name": .text(exchange.name[language]), "url": .text("https://\(host)/"),
        "contactPoint": .list(points),
      ]).jsonForScript
  }

  /// Social accounts and menu paths are no contact points: nothing there can be dialled or written to.
  private static func point(_ channel: Channel, _ site: Site, _ language: String) -> JSONText? {
    guard channel.kind != .social, channel.kind != .notices,
      channel.dial != nil || channel.address != nil || channel.url != nil
    else { return nil }
    return .record([
      "@type": .text("ContactPoint"),
      "contactType": .text(
        channel.kind == .fraudLine
          ? "emergency" : channel.kind == .apiSupport ? "technical support" : "customer support"),
      "name": .text(channel.name[language]),
      "telephone": (channel.international ?? channel.dial).map(JSONText.text),
      "email": channel.address.map(JSONText.text), "url": channel.url.map(JSONText.text),
      "availableLanguage": .texts(
        channel.languages.map { site.configuration.language($0)?.tag ?? $0 }),
      "hoursAvailable": channel.hours.flatMap { hours in
        guard site.marks.hours(of: channel).isSure else { return nil }
        return hours.answer.flatMap(Self.hours)
      },
    ])
  }

  /// schema.org's `OpeningHoursSpecification`; a span over midnight closes on the next day there too.
  private static func hours(_ hours: WeeklyHours) -> JSONText? {
    if hours.always {
      return .list([specification(Weekday.allCases, opens: "00:00", closes: "23:59")])
    }
    guard !hours.spans.isEmpty else { return nil }
    return .list(
      hours.spans.map { span in
        specification(
          span.days.sorted(), opens: clockTime(span.start), closes: clockTime(span.end % 1440))
      })
  }

  private static let schemaNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static func specification(
    _ days: [Weekday], opens: String, closes: String
  ) -> JSONText {
    .record([
      "@type": .text("OpeningHoursSpecification"),
      "dayOfWeek": .list(days.map { .text(schemaNames[$0.rawValue - 1]) }),
      "opens": .text(opens), "closes": .text(closes),
    ])
  }
}
