/// A day of the week, Monday first (ISO 8601).
public enum Weekday: Int, Sendable, Hashable, CaseIterable, Comparable {
  case mon = 1
  case tue, wed, thu, fri, sat, sun

  public init?(name: some StringProtocol) {
    guard let match = Weekday.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// `mon` … `sun`, as written in the content.
  public var name: String { String(describing: self) }

  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

/// The hours of a week, as spans of minutes on named days.
public struct WeeklyHours: Sendable, Hashable {
  /// One span; `end` is after `start`, and past 1440 when the span runs over midnight.
  public struct Span: Sendable, Hashable {
    public var days: Set<Weekday>
    /// Minutes after midnight, 0 to 1439.
    public var start: Int
    /// Minutes after midnight of the day on which the span begins, 1 to 2879.
    public var end: Int

    public init(days: Set<Weekday>, start: Int, end: Int) {
      self.days = days
      self.start = start
      self.end = end
    }
  }

  /// Day and night, every day; `spans` is empty then.
  public var always: Bool
  public var spans: [Span]

  public init(always: Bool = false, spans: [Span] = []) {
    self.always = always
    self.spans = spans
  }

  public static let aroundTheClock = WeeklyHours(always: true)

  /// The spans that begin on a day, earliest first.
  public func spans(on day: Weekday) -> [Span] {
    spans.filter { $0.days.contains(day) }.sorted { $0.start < $1.start }
  }
}

/// Why a text is not a span of hours.
public enum HoursSyntaxError: Error, Sendable, Hashable {
  case notDaysAndTimes
  /// Times without days are wanted.
  case notTimes
  case unknownDay(String)
  case notATime(String)
  case emptySpan

  /// What is wrong, as a sentence without a full stop.
  public var message: String {
    switch self {
    case .notDaysAndTimes: "hours need days and times, as in 'mon-fri 09:00-18:00'"
    case .notTimes: "hours of one day need two times, as in '09:00-12:00'"
    case .unknownDay(let name): "'\(name)' is not a day"
    case .notATime(let text): "'\(text)' is not a time of day, as in 09:00 or 24:00"
    case .emptySpan: "the hours begin and end at the same time"
    }
  }
}

extension WeeklyHours.Span {
  /// Reads `mon-fri 09:00-18:00` or `mon,wed 22:00-02:00`; an end before the start is on the
  /// next day, and 24:00 is midnight at the end of the day.
  public init(_ text: String) throws(HoursSyntaxError) {
    let words = text.split(separator: " ")
    guard words.count == 2 else { throw .notDaysAndTimes }
    var days = Set<Weekday>()
    for part in words[0].split(separator: ",", omittingEmptySubsequences: false) {
      days.formUnion(try Self.days(part))
    }
    let times: DaySpan
    do {
      times = try DaySpan(words[1])
    } catch .notTimes {
      throw .notDaysAndTimes
    }
    self.init(days: days, start: times.start, end: times.end)
  }

  private static func days(_ text: Substring) throws(HoursSyntaxError) -> Set<Weekday> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    var found: [Weekday] = []
    for end in ends {
      guard let day = Weekday(name: end) else { throw .unknownDay(String(end)) }
      found.append(day)
    }
    guard ends.count <= 2, let first = found.first, let last = found.last else {
      throw .notDaysAndTimes
    }
    // `sat-mon` goes over the end of the week.
    let length = (last.rawValue - first.rawValue + 7) % 7
    return Set((0...length).compactMap { Weekday(rawValue: (first.rawValue - 1 + $0) % 7 + 1) })
  }
}

extension WeeklyHours.Span {
  /// Whether some minute of the week belongs to both; touching spans do not overlap.
  public func overlaps(_ other: WeeklyHours.Span) -> Bool {
    let week = 7 * 1440
    return days.contains { day in
      other.days.contains { otherDay in
        // From this span's start to the other's, once round the week.
        let ahead =
          ((otherDay.rawValue - day.rawValue) * 1440 + other.start - start + 2 * week) % week
        return ahead < end - start || week - ahead < other.end - other.start
      }
    }
  }
}

/// When a channel takes requests and when somebody answers: two different things.
public struct ServiceHours: Sendable, Hashable {
  public enum OnHolidays: String, Sendable, Hashable, CaseIterable {
    case closed, open, unknown
  }

  public var answer: WeeklyHours?
  public var intake: WeeklyHours?
  public var onHolidays: OnHolidays
  /// Single days on which the answer hours are others.
  public var exceptions: [CalendarDate: HoursException]
  public var note: LocalizedText?
  /// Set when the hours were seen elsewhere or at another time than the value.
  public var verification: Verification?

  public init(
    answer: WeeklyHours?, intake: WeeklyHours?, onHolidays: OnHolidays,
    exceptions: [CalendarDate: HoursException] = [:], note: LocalizedText?,
    verification: Verification?
  ) {
    self.answer = answer
    self.intake = intake
    self.onHolidays = onHolidays
    self.exceptions = exceptions
    self.note = note
    self.verification = verification
  }
}

extension WeeklyHours.Span: CustomStringConvertible {
  /// As the content writes it: `mon-fri 09:00-18:00`.
  public var description: String {
    var runs: [(first: Weekday, last: Weekday)] = []
    for day in days.sorted() {
      if let run = runs.last, run.last.rawValue + 1 == day.rawValue {
        runs[runs.count - 1].last = day
      } else {
        runs.append((day, day))
      }
    }
    let names = runs.map {
      $0.first == $0.last ? $0.first.name : "\($0.first.name)-\($0.last.name)"
    }
    return names.joined(separator: ",") + " \(Self.clock(start))-\(Self.clock(end))"
  }

  private static func clock(_ minutes: Int) -> String {
    // An end past midnight is written as the next day's time.
    clockTime(minutes > 1440 ? minutes - 1440 : minutes)
  }
}
