import Testing

@testable import Contacts

struct ServiceHoursTests {
  typealias Span = WeeklyHours.Span

  struct Reading: Sendable, CustomTestStringConvertible {
    var text: String
    var days: Set<Weekday>
    var start: Int
    var end: Int
    var testDescription: String { text }

    init(_ text: String, _ days: Set<Weekday>, _ start: Int, _ end: Int) {
      self.text = text
      self.days = days
      self.start = start
      self.end = end
    }
  }

  static let weekdays: Set<Weekday> = [.mon, .tue, .wed, .thu, .fri]
  static let readings: [Reading] = [
    Reading("mon 09:00-18:00", [.mon], 540, 1080),
    Reading("mon-fri 09:00-18:00", weekdays, 540, 1080),
    Reading("mon,wed 09:30-12:05", [.mon, .wed], 570, 725),
    Reading("mon-wed,fri,sun 00:00-00:01", [.mon, .tue, .wed, .fri, .sun], 0, 1),
    Reading("mon,mon,mon-tue 10:00-11:00", [.mon, .tue], 600, 660),
    Reading("mon-sun 00:00-24:00", Set(Weekday.allCases), 0, 1440),
    Reading("mon-mon 09:00-18:00", [.mon], 540, 1080),
    Reading("  mon   09:00-18:00 ", [.mon], 540, 1080),
    // Over the end of the week.
    Reading("sat-mon 09:00-18:00", [.sat, .sun, .mon], 540, 1080),
    Reading("sun-mon 09:00-18:00", [.sun, .mon], 540, 1080),
    Reading("tue-mon 09:00-18:00", Set(Weekday.allCases), 540, 1080),
    // Over midnight.
    Reading("fri 22:00-02:00", [.fri], 1320, 1560),
    Reading("sun 23:59-23:58", [.sun], 1439, 2878),
    Reading("mon 00:01-00:00", [.mon], 1, 1440),
    Reading("mon 22:00-24:00", [.mon], 1320, 1440),
    Reading("mon 22:00-00:00", [.mon], 1320, 1440),
  ]

  @Test(arguments: readings)
  func readsDaysAndTimes(reading: Reading) throws {
    let span = try Span(reading.text)
    #expect(span == Span(days: reading.days, start: reading.start, end: reading.end))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var error: HoursSyntaxError
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ error: HoursSyntaxError) {
      self.text = text
      self.error = error
    }
  }

  static let mistakes: [Mistake] =
    [
      "", " ", "mon", "09:00-18:00", "mon 09:00 - 18:00", "mon 09:00-18:00 x", "mon\t09:00-18:00",
      "mon\u{A0}09:00-18:00", "mon 09:00", "mon 09:00–18:00", "mon 09:00~18:00",
      "mon 09:00-18:00-20:00", "mon -01:00-02:00", "mon-fri-sat 09:00-18:00", "平日 全天 二十四小时",
    ].map { Mistake($0, .notDaysAndTimes) }
    + [
      ("Mon 09:00-18:00", "Mon"), ("monday 09:00-18:00", "monday"), ("월 09:00-18:00", "월"),
      ("周一-周五 09:00-18:00", "周一"), ("mon,,tue 09:00-18:00", ""), (", 09:00-18:00", ""),
      ("mon- 09:00-18:00", ""), ("-mon 09:00-18:00", ""), ("mon–fri 09:00-18:00", "mon–fri"),
      ("mon-x 09:00-18:00", "x"), ("\u{FEFF}mon 09:00-18:00", "\u{FEFF}mon"),
      ("mon\u{301} 09:00-18:00", "mon\u{301}"), ("\r\nmon 09:00-18:00", "\r\nmon"),
      ("mon-fri-x 09:00-18:00", "x"),
    ].map { Mistake($0.0, .unknownDay($0.1)) }
    + [
      ("mon 9:00-18:00", "9:00"), ("mon 09:00-18:0", "18:0"), ("mon 09:60-18:00", "09:60"),
      ("mon 09:00-25:00", "25:00"), ("mon 09:00-24:01", "24:01"), ("mon 24:00-02:00", "24:00"),
      ("mon 24:00-24:00", "24:00"), ("mon 0900-1800", "0900"), ("mon 09.00-18.00", "09.00"),
      ("mon 09:00:00-18:00", "09:00:00"), ("mon 09:00-", ""), ("mon -18:00", ""),
      ("mon +9:00-18:00", "+9:00"), ("mon 09:+1-18:00", "09:+1"), ("mon ab:cd-18:00", "ab:cd"),
      ("mon é:00-18:00", "é:00"), ("mon ٩:00-18:00", "٩:00"), ("mon ０９:00-18:00", "０９:00"),
      ("mon 09:00-18:00\r\n", "18:00\r\n"), ("mon 09:00-18:00\u{301}", "18:00\u{301}"),
      ("mon 오전09:00-18:00", "오전09:00"), (#"mon 09:00-18:00""#, #"18:00""#),
    ].map { Mistake($0.0, .notATime($0.1)) }
    + ["mon 09:00-09:00", "mon-sun 00:00-00:00"].map { Mistake($0, .emptySpan) }

  @Test(arguments: mistakes)
  func saysWhatIsWrong(mistake: Mistake) {
    #expect(throws: mistake.error) { try Span(mistake.text) }
  }

  @Test(arguments: [
    (HoursSyntaxError.notDaysAndTimes, "mon-fri 09:00-18:00"), (.unknownDay("월"), "'월'"),
    (.notATime("9:00"), "'9:00'"), (.emptySpan, "same time"),
  ])
  func explainsEachErrorInASentenceWithoutAFullStop(error: HoursSyntaxError, names: String) {
    #expect(error.message.contains(names))
    #expect(!error.message.hasSuffix("."))
  }

  @Test func readsEveryPairOfTimes() throws {
    func clock(_ minutes: Int) -> String {
      String("0\(minutes / 60)".suffix(2)) + ":" + String("0\(minutes % 60)".suffix(2))
    }
    let times = Array(stride(from: 0, through: 1440, by: 45))
    for start in times where start < 1440 {
      for end in times where end != start {
        let span = try Span("mon \(clock(start))-\(clock(end))")
        #expect(span.start == start)
        #expect(span.end == (end < start ? end + 1440 : end))
      }
    }
  }

  @Test func listsTheSpansThatBeginOnADayEarliestFirst() throws {
    let hours = WeeklyHours(
      spans: try ["mon-fri 13:00-18:00", "mon,sun 09:00-12:00", "sun 22:00-02:00"].map {
        try Span($0)
      })
    #expect(hours.spans(on: .mon).map(\.start) == [540, 780])
    #expect(hours.spans(on: .fri).map(\.start) == [780])
    #expect(hours.spans(on: .sat).isEmpty)
    #expect(hours.spans(on: .sun).map(\.end) == [720, 1560])
    #expect(WeeklyHours.aroundTheClock.always)
    #expect(WeeklyHours.aroundTheClock.spans(on: .mon).isEmpty)
  }

  @Test func namesTheDaysFromMonday() {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    #expect(Weekday.allCases.map(\.name) == names)
    #expect(Weekday.allCases.sorted() == Weekday.allCases)
    #expect(names.map { Weekday(name: $0) } == Weekday.allCases)
    #expect(Weekday(name: "") == nil)
  }
}
