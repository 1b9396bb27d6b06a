/// Hours of one day, without a day of the week.
public struct DaySpan: Sendable, Hashable {
  /// Minutes after midnight, 0 to 1439.
  public var start: Int
  /// Minutes after the same midnight, past 1440 when the span runs over the next one.
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  public static let wholeDay = DaySpan(start: 0, end: 1440)

  /// Reads `09:00-12:00` or `22:00-02:00`; an end before the start is on the next day, and 24:00 is
  /// midnight at the end of the day.
  public init(_ text: some StringProtocol) throws(HoursSyntaxError) {
    let times = text.split(separator: "-", omittingEmptySubsequences: false)
    guard times.count == 2 else { throw .notTimes }
    let start = try Self.minutes(times[0])
    var end = try Self.minutes(times[1])
    guard start < 1440 else { throw .notATime(String(times[0])) }
    guard start != end else { throw .emptySpan }
    if end < start { end += 1440 }
    self.init(start: start, end: end)
  }

  private static func minutes(_ text: some StringProtocol) throws(HoursSyntaxError) -> Int {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...24).contains(hour), (0...59).contains(minute), hour * 60 + minute <= 1440,
      !text.contains("+")
    else { throw .notATime(String(text)) }
    return hour * 60 + minute
  }
}

/// What happens on one date instead of the weekly hours.
public struct HoursException: Sendable, Hashable {
  /// Earliest first; empty on a closed day.
  public var spans: [DaySpan]
  public var note: LocalizedText?

  public init(spans: [DaySpan], note: LocalizedText? = nil) {
    self.spans = spans
    self.note = note
  }
}

extension Weekday {
  public init(of date: CalendarDate) {
    // 1970-01-01 was a Thursday.
    let index = ((date.daysSince1970 + 3) % 7 + 7) % 7
    self = Weekday.allCases[index]
  }
}
