import Diagnostics

extension Check {
  /// Dates without a zone of their own are days in UTC. Where contacts live elsewhere, that is
  /// rarely meant: in Korea a day would begin at nine in the morning.
  static let timeZone = Check { input in
    guard input.parsed.isConfigured, input.site.configuration.timeZone == nil else { return [] }
    let zones =
      input.site.exchanges.compactMap(\.contacts?.timeZone)
      + input.site.emergency.map(\.contacts.timeZone)
    guard let zone = zones.first(where: { $0 != "UTC" }) else { return [] }
    return [
      Diagnostic(
        .notice, .noTimeZone, at: SourceLocation(path: "Content/site.yaml"),
        "dates are days in UTC, and there are contacts whose clock is that of \(zone)",
        hint: "add 'time-zone: \(zone)', or 'time-zone: UTC' if that is meant")
    ]
  }
}
