import Testing

@testable import Contacts

struct DaySpanTests {
  @Test(arguments: [
    ("09:00-12:00", 540, 720), ("00:00-24:00", 0, 1440), ("22:00-02:00", 1320, 1560),
    ("22:00-00:00", 1320, 1440), ("23:59-23:58", 1439, 2878),
  ])
  func readsTimes(text: String, start: Int, end: Int) throws {
    #expect(try DaySpan(text) == DaySpan(start: start, end: end))
  }

  @Test(arguments: [
    ("", HoursSyntaxError.notTimes), ("09:00", .notTimes), ("09:00-10:00-11:00", .notTimes),
    ("always", .notTimes), ("mon 09:00-12:00", .notATime("mon 09:00")),
    ("9:00-12:00", .notATime("9:00")), ("24:00-02:00", .notATime("24:00")),
    ("09:00 - 12:00", .notATime("09:00 ")), ("09:00-09:00", .emptySpan),
  ])
  func saysWhatIsWrong(text: String, error: HoursSyntaxError) {
    #expect(throws: error) { try DaySpan(text) }
    #expect(!error.message.isEmpty)
  }

  @Test(arguments: [
    ("1969-12-31", Weekday.wed), ("1970-01-01", .thu), ("2026-11-21", .sat), ("2026-11-22", .sun),
    ("2026-11-23", .mon), ("2028-02-29", .tue), ("0001-01-01", .mon),
  ])
  func knowsTheDayOfTheWeek(date: String, day: Weekday) throws {
    #expect(Weekday(of: try #require(CalendarDate(date))) == day)
  }
}
