import Contacts
import Diagnostics
import Yams

/// Reads `contact.yaml` and `emergency/<country>.yaml`.
enum ContactParser {
  static func parseDirectory(
    _ file: SourceFile, languages: [String], clock: SiteClock, mayBeOwn: Bool = false
  ) -> (value: ContactDirectory?, diagnostics: [Diagnostic]) {
    parseYAML(file) { reader in
      defer { reader.finish() }
      return directory(reader, languages, clock, mayBeOwn)
    }
  }

  static func parseEmergency(
    _ file: SourceFile, country: String, languages: [String], clock: SiteClock
  ) -> (value: EmergencyDesks?, diagnostics: [Diagnostic]) {
    parseYAML(file) { reader in
      defer { reader.finish() }
      let name = reader.localized("name", in: languages, required: "the country in each language")
      guard let contacts = directory(reader, languages, clock, false), let name else { return nil }
      return EmergencyDesks(id: country, name: name, contacts: contacts)
    }
  }

  private static func directory(
    _ reader: MappingReader, _ languages: [String], _ clock: SiteClock, _ mayBeOwn: Bool
  ) -> ContactDirectory? {
    let zone = reader.requiredString("time-zone", hint: "an IANA name, for example Asia/Seoul")
      .flatMap { HelpCenter.zone($0, reader) }
    let holidays = reader.string("holidays")?.value
    let channels = reader.mappings("channels") { channel($0, languages, clock, mayBeOwn) }
    var seen = Set<String>()
    for channel in channels where !seen.insert(channel.id).inserted {
      reader.report(
        .duplicateChannel, at: channel.location, "the id '\(channel.id)' is used twice",
        hint: "give one of the two another id")
    }
    checkStandIns(channels, reader)
    let absent = reader.mappings("absent") { Self.absent($0, languages) }
    let problems = reader.mapping("problems") { Self.problems($0, channels) } ?? [:]
    guard let zone else { return nil }
    return ContactDirectory(
      timeZone: zone.name, holidays: holidays, channels: channels, absent: absent,
      problems: problems)
  }

  private static func absent(_ item: MappingReader, _ languages: [String]) -> AbsentChannel? {
    let kind = item.choice("kind", ChannelKind.self)
    let name = item.localized("name", in: languages, required: "what readers look for")
    let note = item.localized("note", in: languages, required: "what to do instead")
    if item.keyLocation("kind") == nil { item.missing("kind", hint: "for example email") }
    guard let kind, let name, let note else { return nil }
    return AbsentChannel(kind: kind, name: name, note: note)
  }

  /// For each problem the ids of channels for customers, the most useful first. One that is suspended
  /// may stay in its place: `ContactDirectory.channels(for:)` passes over it.
  private static func problems(
    _ reader: MappingReader, _ channels: [Channel]
  ) -> [ReaderProblem: [String]] {
    let usable = channels.filter { $0.status != .retired && $0.audience == .customers }.map(\.id)
    let known = channels.filter { $0.status != .retired }.map(\.id)
    var problems: [ReaderProblem: [String]] = [:]
    for problem in ReaderProblem.allCases {
      let ids = reader.strings(problem.rawValue)
      if ids.isEmpty {
        reader.missing(problem.rawValue, hint: "list the ids of channels, the most useful first")
      }
      for id in ids where !known.contains(id.value) {
        reader.report(
          .unknownChannel, at: id.location, "'\(id.value)' is no channel of this file in use",
          hint: didYouMean(
            id.value, among: usable, otherwise: "one of: \(usable.joined(separator: ", "))"))
      }
      for id in ids {
        guard let channel = channels.first(where: { $0.id == id.value }),
          channel.audience != .customers
        else { continue }
        reader.report(
          .wrongAudience, at: id.location,
          "'\(id.value)' is for \(channel.audience.rawValue), not for readers with a problem",
          hint: "remove it here; its card stays on the contact page")
      }
      problems[problem] = ids.map(\.value)
    }
    return problems
  }
}
