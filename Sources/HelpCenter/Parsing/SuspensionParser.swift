import Contacts
import Diagnostics

/// Reads `suspended`, which takes a channel out of service, and holds against each other what channels
/// say of one another.
extension ContactParser {
  /// What an author writes under `status`; that a channel is suspended follows from `suspended`.
  enum WrittenStatus: String, CaseIterable { case active, retired }

  static func suspension(
    _ reader: MappingReader, _ languages: [String], _ status: WrittenStatus?
  ) -> Suspension? {
    let suspension = reader.mapping("suspended") { item -> Suspension? in
      let since = item.partialDate("since")?.value
      if item.keyLocation("since") == nil {
        item.missing("since", hint: "the day on which it stopped working, for example 2026-11-20")
      }
      let until = item.date("until")
      if let until, let since, until.value <= since.firstDay {
        item.report(
          .badDate, at: until.location, "it cannot work again before it has stopped",
          hint: "'until' is the day from which it works again; leave it out when nobody knows")
      }
      let instead = item.string("instead")
      let reason = item.localized("reason", in: languages)
      let source = item.localized("source", in: languages, required: "where this was seen")
      guard let since, let source else { return nil }
      return Suspension(
        since: since, until: until?.value, instead: instead?.value, reason: reason, source: source,
        location: instead?.location ?? item.location)
    }
    if suspension != nil, status == .retired {
      reader.report(
        .badValue, at: reader.keyLocation("suspended"),
        "a retired channel is out of service anyway",
        hint:
          "keep 'suspended', which says since when and what to use instead, or 'status: retired'")
    }
    return suspension
  }

  /// What stands in for a suspended channel must be in use, and for the same readers.
  static func checkStandIns(_ channels: [Channel], _ reader: MappingReader) {
    let usable = channels.filter { $0.status == .active }
    for channel in channels {
      guard let suspension = channel.suspension else { continue }
      let others = usable.filter { $0.audience == .customers || $0.audience == channel.audience }
        .map(\.id)
      guard let instead = suspension.instead else {
        guard !others.isEmpty else { continue }
        reader.report(
          .missingKey, at: suspension.location, "'instead' is missing",
          hint: "the id of the channel to use instead: \(others.joined(separator: ", "))")
        continue
      }
      guard !others.contains(instead) else { continue }
      reader.report(
        .unknownChannel, at: suspension.location,
        "'\(instead)' is no channel of this file that can stand in for '\(channel.id)'",
        hint: didYouMean(
          instead, among: others, otherwise: "channels in use: \(others.joined(separator: ", "))"))
    }
  }
}
