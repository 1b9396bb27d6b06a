import Diagnostics

extension Check {
  /// The holiday calendars that contacts name exist.
  static let holidays = Check { input in
    let known = input.parsed.holidays.keys.sorted()
    let directories =
      input.parsed.contacts.map { ("Content/\($0.key)/contact.yaml", $0.value) }
      + input.parsed.emergency.map { ("Content/emergency/\($0.id).yaml", $0.contacts) }
    return directories.compactMap { path, directory in
      guard let calendar = directory.holidays, !known.contains(calendar) else { return nil }
      return Diagnostic(
        .error, .unknownCalendar, at: SourceLocation(path: path),
        "there is no Content/holidays/\(calendar).yaml",
        hint: didYouMean(calendar, among: known, otherwise: "add the file"))
    }
  }
}
