/// Counts working days, for "an answer within 1 to 3 working days".
public enum WorkingTime {
  /// The local dates between which an answer is due; the upper bound is the one to wait for.
  ///
  /// A working day is a local day on which hours begin. A holiday whose hours are unknown does not
  /// count: a date that is too late disappoints nobody. The day of the request is day nought
  /// whatever the hour, and nought working days end on the first working day from then on.
  ///
  /// `nil` when the days do not come together within 400 days, or when the range begins below 0.
  public static func adding(
    workingDays days: ClosedRange<Int>, to instant: Int, _ schedule: ServiceSchedule
  ) -> ClosedRange<CalendarDate>? {
    guard let first = adding(workingDays: days.lowerBound, to: instant, schedule),
      let last = adding(workingDays: days.upperBound, to: instant, schedule)
    else { return nil }
    return first...last
  }

  static func adding(
    workingDays days: Int, to instant: Int, _ schedule: ServiceSchedule
  ) -> CalendarDate? {
    guard days >= 0 else { return nil }
    let today = schedule.localDay(of: instant)
    var left = days
    for ahead in (days == 0 ? 0 : 1)...ServiceSchedule.horizonDays {
      guard let date = CalendarDate(daysSince1970: today + ahead) else { return nil }
      guard schedule.isWorkingDay(date) else { continue }
      left -= 1
      if left <= 0 { return date }
    }
    return nil
  }
}

extension ServiceSchedule {
  func isWorkingDay(_ date: CalendarDate) -> Bool {
    if exceptions[date] == nil, onHolidays == .unknown, holidays.contains(date) { return false }
    return !spans(on: date).isEmpty
  }
}
