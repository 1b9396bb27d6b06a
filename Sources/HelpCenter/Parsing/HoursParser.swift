import Contacts
import Diagnostics
import Yams

/// Reads `hours` of a channel.
extension ContactParser {
  static func hours(
    _ reader: MappingReader, _ languages: [String], _ clock: SiteClock
  ) -> ServiceHours? {
    let answer = weeklyHours("answer", reader)
    let intake = weeklyHours("intake", reader)
    let holidays = reader.choice("holidays", ServiceHours.OnHolidays.self) ?? .unknown
    let exceptions = exceptions(reader, languages)
    let note = reader.localized("note", in: languages)
    let verification = reader.optionalVerification(in: languages, clock)
    if answer == nil, intake == nil, reader.keyLocation("answer") == nil,
      reader.keyLocation("intake") == nil
    {
      reader.missing("answer", hint: "for example [mon-fri 09:00-18:00] or [always]")
    }
    return ServiceHours(
      answer: answer, intake: intake, onHolidays: holidays, exceptions: exceptions, note: note,
      verification: verification)
  }

  private static func weeklyHours(_ key: String, _ reader: MappingReader) -> WeeklyHours? {
    let items = reader.strings(key)
    guard !items.isEmpty else {
      if let place = reader.keyLocation(key) {
        reader.report(
          .badHours, at: place, "'\(key)' has no hours",
          hint: "write [mon-fri 09:00-18:00], or leave '\(key)' out when they are not known")
      }
      return nil
    }
    if items.contains(where: { $0.value == "always" }) {
      if items.count > 1 {
        reader.report(
          .badHours, at: items[0].location, "'always' stands alone", hint: "write '[always]'")
      }
      return .aroundTheClock
    }
    var spans: [WeeklyHours.Span] = []
    for item in items {
      do {
        let span = try WeeklyHours.Span(item.value)
        if spans.contains(where: span.overlaps) {
          reader.report(
            .badHours, at: item.location, "the hours overlap others of the week",
            hint: "give each day its own hours, each time once")
        }
        spans.append(span)
      } catch {
        reader.report(
          .badHours, at: item.location, error.message,
          hint: "for example 'mon-fri 09:00-18:00', 'sat,sun 10:00-14:00' or 'always'")
      }
    }
    return WeeklyHours(spans: spans)
  }
}

// MARK: Exceptions

extension ContactParser {
  private static func exceptions(
    _ reader: MappingReader, _ languages: [String]
  ) -> [CalendarDate: HoursException] {
    var found: [CalendarDate: HoursException] = [:]
    _ = reader.mappings("exceptions") { item -> Bool? in
      guard let (date, exception) = exception(item, languages) else { return nil }
      if found.updateValue(exception, forKey: date.value) != nil {
        item.report(
          .badHours, at: date.location, "\(date.value) has two exceptions",
          hint: "write all hours of a day in one list")
      }
      return true
    }
    if !found.isEmpty, reader.keyLocation("answer") == nil {
      reader.report(
        .badHours, at: reader.keyLocation("exceptions"),
        "exceptions replace the answer hours, and there are none",
        hint: "add 'answer', or say it in 'note'")
    }
    return found
  }

  private static func exception(
    _ item: MappingReader, _ languages: [String]
  ) -> (Located<CalendarDate>, HoursException)? {
    let date = item.date("date")
    if date == nil, item.keyLocation("date") == nil {
      item.missing("date", hint: "the day, for example 2026-12-31")
    }
    let spans = daySpans(item)
    let isClosed = item.bool("closed") ?? false
    let note = item.localized("note", in: languages)
    if isClosed, item.keyLocation("hours") != nil {
      item.report(
        .badHours, at: item.keyLocation("hours"), "a closed day has no hours",
        hint: "keep 'hours' or 'closed: true'")
      return nil
    }
    if !isClosed, spans.isEmpty {
      // Spans that could not be read have been reported.
      if (item.node("hours")?.sequence).map(\.isEmpty) ?? true, item.node("hours")?.scalar == nil {
        item.report(
          .badHours, at: item.location, "the exception does not say what happens",
          hint: "add 'hours: [09:00-12:00]' or 'closed: true'")
      }
      return nil
    }
    return date.map { ($0, HoursException(spans: spans, note: note)) }
  }

  private static func daySpans(_ item: MappingReader) -> [DaySpan] {
    var read: [Located<DaySpan>] = []
    for text in item.strings("hours") {
      do {
        read.append(Located(value: try DaySpan(text.value), location: text.location))
      } catch {
        item.report(
          .badHours, at: text.location, error.message,
          hint: "for example 09:00-12:00, without a day")
      }
    }
    read.sort { $0.value.start < $1.value.start }
    for (earlier, later) in zip(read, read.dropFirst())
    where later.value.start < earlier.value.end {
      item.report(
        .badHours, at: later.location, "the hours overlap others of the day",
        hint: "write them as one span")
    }
    return read.map(\.value)
  }
}
