import Contacts
import Diagnostics

extension Check {
  /// Says which values are unverified or were verified too long ago, and which are out of service. The
  /// first stay on the pages, in amber; `--fail-on-stale` makes them errors.
  static let staleContacts = Check { input in
    let directories =
      input.parsed.contacts.sorted { $0.key < $1.key }
      .map { ("Content/\($0.key)/contact.yaml", $0.value) }
      + input.parsed.emergency.map { ("Content/emergency/\($0.id).yaml", $0.contacts) }
    return directories.flatMap { path, directory in
      directory.channels.compactMap { channel in
        finding(for: channel, path, input)
      }
    }
  }

  private static func finding(
    for channel: Channel, _ path: String, _ input: CheckInput
  ) -> Diagnostic? {
    let place = channel.location ?? SourceLocation(path: path)
    let date = channel.verification.date
    switch input.site.marks.mark(channel) {
    case .official, .reported, .retired: return nil
    case .suspended:
      return Diagnostic(
        .notice, .suspendedContact, at: place,
        "'\(channel.id)' is out of service since \(channel.suspension?.since.description ?? "")",
        hint: "remove 'suspended' when it works again; retire it when it never will")
    case .unverified:
      return Diagnostic(
        .notice, .unverifiedContact, at: place,
        "'\(channel.id)' is not verified (seen \(date))",
        hint: "find it on the operator's own site and raise its confidence, or retire it")
    case .old:
      return Diagnostic(
        .notice, .staleContact, at: place,
        "'\(channel.id)' was verified \(date), over \(input.site.configuration.staleAfterDays) days ago",
        hint: "check it on the official site and set 'verified'")
    }
  }
}

extension Sequence<Diagnostic> {
  /// Stale and unverified contacts turned into errors (`check --fail-on-stale`), for a team's weekly
  /// job.
  public func failingOnStaleContacts() -> [Diagnostic] {
    map { diagnostic in
      var copy = diagnostic
      if [.staleContact, .unverifiedContact].contains(copy.rule) { copy.severity = .error }
      return copy
    }
  }
}
