import Contacts
import Diagnostics

extension Check {
  /// A calendar that runs out soon would call holidays working days.
  static let calendarEnds = Check { input in
    input.parsed.holidays.sorted { $0.key < $1.key }.compactMap { name, calendar in
      // One without days has been reported where it is read.
      guard let last = calendar.days.keys.max() else { return nil }
      // December may hold no holiday after Christmas: the year counts as covered to its end.
      let end = CalendarDate(year: last.year, month: 12, day: 31) ?? last
      guard end.daysSince1970 - input.site.date.daysSince1970 < 90 else { return nil }
      return Diagnostic(
        .warning, .calendarEnds, at: SourceLocation(path: "Content/holidays/\(name).yaml"),
        "the calendar ends with \(last.year), in less than 90 days",
        hint: "add the holidays of \(last.year + 1)")
    }
  }
}
