import Contacts

/// What `assets/contacts/hours.js` needs to tell whether a channel answers now.
///
/// Holds the whole calendar, not the days that lie ahead: a build on another day makes the same
/// page.
struct HoursData {
  let json: String

  /// `nil` without answer hours.
  init?(
    _ hours: ServiceHours, mark: Mark, sureUntil: CalendarDate?, timeZone: String,
    holidays: HolidayCalendar?
  ) {
    guard let answer = hours.answer else { return nil }
    let spans = answer.spans.map { span in
      let days = span.days.sorted().map { String($0.rawValue) }.joined(separator: ",")
      return "{\"days\":[\(days)],\(Self.times(span.start, span.end))}"
    }
    // Where a holiday changes nothing, its date is of no use; of old hours nothing is said at all.
    let days =
      hours.onHolidays == .open || !mark.isSure ? [] : holidays.map { $0.days.keys.sorted() } ?? []
    let exceptions = hours.exceptions.sorted { $0.key < $1.key }.map { date, exception in
      let spans = exception.spans.map { "{\(Self.times($0.start, $0.end))}" }
      return "\"\(date)\":[\(spans.joined(separator: ","))]"
    }
    // Hours that are old already were never sure.
    let sure = mark.isSure ? sureUntil?.description : ""
    // Numbers, dates and the name of a zone, which the parser has checked: nothing to escape.
    json =
      "{" + (sure.map { "\"sure\":\"\($0)\"," } ?? "")
      + "\"timeZone\":\"\(timeZone)\",\"always\":\(answer.always),"
      + "\"spans\":[\(spans.joined(separator: ","))],"
      + "\"onHolidays\":\"\(hours.onHolidays.rawValue)\","
      + "\"holidays\":[\(days.map { "\"\($0)\"" }.joined(separator: ","))],"
      + "\"exceptions\":{\(exceptions.joined(separator: ","))}}"
  }

  private static func times(_ start: Int, _ end: Int) -> String {
    "\"start\":\(start),\"end\":\(end)"
  }
}
