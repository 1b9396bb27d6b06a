/// Whether somebody answers at an instant, and when that changes.
public struct ServiceStatus: Sendable, Hashable {
  public enum State: String, Sendable, Hashable, CaseIterable {
    case open
    /// Open, and the open stretch ends within 30 minutes.
    case closing
    case closed
  }

  public var state: State
  /// The end of the open stretch, in seconds since 1970; `nil` when closed, or when it does not end
  /// within 400 days.
  public var until: Int?
  /// The next opening, in seconds since 1970; `nil` when open, or when there is none within 400
  /// days.
  public var opensAt: Int?
  /// The status rests on a public holiday: the local day, or the day on which a running span began,
  /// is one, and no exception says what happens on it. Where the hours on holidays are unknown the
  /// weekly hours stand in, and a page that shows the status must say that they are to be checked.
  public var isHoliday: Bool

  public init(state: State, until: Int? = nil, opensAt: Int? = nil, isHoliday: Bool = false) {
    self.state = state
    self.until = until
    self.opensAt = opensAt
    self.isHoliday = isHoliday
  }
}

/// The hours of one channel on real days: the weekly hours, holidays and exceptions in one zone.
///
/// `Templates/assets/contacts/hours.js` follows the same rules; `Tests/Vectors/hours.json` holds
/// both to them:
///
/// - A span belongs to the local day on which it begins. On a holiday with `closed`, and on a day
///   with an exception, the day's spans are replaced; one that began the day before runs on.
/// - An exception wins over a holiday.
/// - Spans that touch or overlap are one open stretch, over midnight too.
/// - A stretch holds its first instant and not its last.
/// - Clock changes are as `ZoneClock` reads them.
public struct ServiceSchedule: Sendable {
  public var hours: WeeklyHours
  public var onHolidays: ServiceHours.OnHolidays
  public var holidays: Set<CalendarDate>
  /// The spans of single days; an empty list is a closed day.
  public var exceptions: [CalendarDate: [DaySpan]]
  private let clock: ZoneClock

  /// How far ahead a change is looked for.
  static let horizonDays = 400
  /// How long before its end a stretch counts as closing.
  static let closingSeconds = 30 * 60

  /// `nil` when the system does not know the zone.
  public init?(
    hours: WeeklyHours, timeZone: String, onHolidays: ServiceHours.OnHolidays = .unknown,
    holidays: Set<CalendarDate> = [], exceptions: [CalendarDate: [DaySpan]] = [:]
  ) {
    guard let clock = ZoneClock(timeZone) else { return nil }
    self.hours = hours
    self.clock = clock
    self.onHolidays = onHolidays
    self.holidays = holidays
    self.exceptions = exceptions
  }

  /// The status at an instant, in seconds since 1970.
  public func status(at instant: Int) -> ServiceStatus {
    let today = localDay(of: instant)
    // A span ends at the latest on the day after its own, so that yesterday's may be running.
    let spans = (-1...Self.horizonDays + 1).flatMap { intervals(on: today + $0) }
    let running = spans.filter { $0.start <= instant && instant < $0.end }
    let isHoliday = isUnsettledHoliday(today) || running.contains { isUnsettledHoliday($0.day) }
    let limit = instant + Self.horizonDays * ZoneClock.secondsPerDay
    let stretches = Self.merged(spans)
    guard let current = stretches.first(where: { $0.start <= instant && instant < $0.end }) else {
      let next = stretches.first { $0.start > instant }?.start
      return ServiceStatus(
        state: .closed, opensAt: next.flatMap { $0 <= limit ? $0 : nil }, isHoliday: isHoliday)
    }
    return ServiceStatus(
      state: current.end - instant <= Self.closingSeconds ? .closing : .open,
      until: current.end <= limit ? current.end : nil, isHoliday: isHoliday)
  }
}

// MARK: Days

extension ServiceSchedule {
  /// The spans that begin on a day, holidays and exceptions considered.
  func spans(on date: CalendarDate) -> [DaySpan] {
    if let exception = exceptions[date] { return exception }
    if onHolidays == .closed, holidays.contains(date) { return [] }
    if hours.always { return [.wholeDay] }
    return hours.spans(on: Weekday(of: date)).map { DaySpan(start: $0.start, end: $0.end) }
  }

  private func isUnsettledHoliday(_ day: Int) -> Bool {
    guard let date = CalendarDate(daysSince1970: day) else { return false }
    return holidays.contains(date) && exceptions[date] == nil
  }

  /// The local day of an instant, in days since 1970.
  func localDay(of instant: Int) -> Int { clock.localDay(of: instant) }
}

// MARK: Instants

extension ServiceSchedule {
  /// An open time between two instants.
  private struct Interval {
    var start: Int
    var end: Int
    /// The local day on which it began.
    var day: Int
  }

  private func intervals(on day: Int) -> [Interval] {
    guard let date = CalendarDate(daysSince1970: day) else { return [] }
    return spans(on: date).compactMap { span in
      let start = clock.instant(day: day, minutes: span.start)
      let end = clock.instant(day: day, minutes: span.end)
      // A clock change can swallow a whole span.
      return start < end ? Interval(start: start, end: end, day: day) : nil
    }
  }

  private static func merged(_ intervals: [Interval]) -> [Interval] {
    var stretches: [Interval] = []
    // Sorted as a whole: a clock change at midnight can move a late start behind the next day's
    // first.
    for interval in intervals.sorted(by: { $0.start < $1.start }) {
      if let last = stretches.last, interval.start <= last.end {
        stretches[stretches.count - 1].end = max(last.end, interval.end)
      } else {
        stretches.append(interval)
      }
    }
    return stretches
  }
}
