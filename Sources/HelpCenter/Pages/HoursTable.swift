import Contacts

/// The answer hours as a table: the week, public holidays, and days with other hours.
struct HoursTable {
  let words: Words
  /// Minutes to a second clock, where the reader's is another.
  let shift: Int?
  /// Path of the page's language.
  let language: String

  /// Empty for day and night without exceptions: one line says it.
  func rows(_ hours: ServiceHours) -> [HoursRow] {
    guard let answer = hours.answer, !answer.always || !hours.exceptions.isEmpty else { return [] }
    return week(answer) + [holidays(hours, answer)].compactMap { $0 } + exceptions(hours)
  }

  private func week(_ answer: WeeklyHours) -> [HoursRow] {
    if answer.always { return [HoursRow(days: words[.everyDay], time: words[.hoursAlways])] }
    return HoursWords(words).groups(answer).map { group in
      row(HoursWords(words).days(group.days), group.spans)
    }
  }

  private func holidays(_ hours: ServiceHours, _ answer: WeeklyHours) -> HoursRow? {
    if answer.always, hours.onHolidays != .closed { return nil }
    let days = words[.publicHolidays]
    switch hours.onHolidays {
    case .closed: return HoursRow(days: days, time: words[.hoursClosed])
    case .unknown: return HoursRow(days: days, time: words[.hoursUnknown])
    case .open:
      return HoursRow(
        days: days, time: HoursWords(words).line(answer),
        timeLocal: shift.map { HoursWords(words, shift: $0).line(answer) })
    }
  }

  /// All of them, past ones too: the page must not depend on the day of the build.
  private func exceptions(_ hours: ServiceHours) -> [HoursRow] {
    hours.exceptions.sorted { $0.key < $1.key }.map { date, exception in
      var row = row(date.description, exception.spans)
      row.note = exception.note?[language]
      return row
    }
  }

  private func row(_ days: String, _ spans: [DaySpan]) -> HoursRow {
    guard !spans.isEmpty else { return HoursRow(days: days, time: words[.hoursClosed]) }
    return HoursRow(
      days: days, time: HoursWords(words).times(spans),
      timeLocal: shift.map { HoursWords(words, shift: $0).times(spans) })
  }
}

/// The clock that readers of a language live by, beside a channel's own.
struct SecondClock {
  /// IANA names: the channel's zone, and the readers'.
  let first, second: String
  /// Minutes from the one to the other.
  let shift: Int

  /// Korean hours for readers of Chinese; both zones have kept one offset since 1992, so that a table
  /// without dates can be right.
  init?(of timeZone: String, for language: Language) {
    guard timeZone == "Asia/Seoul", language.tag == "zh" || language.tag.hasPrefix("zh-") else {
      return nil
    }
    first = timeZone
    second = "Asia/Shanghai"
    shift = 8 * 60 - 9 * 60
  }
}
