import Contacts
import Testing

struct CalendarDateTests {
  /// Every day of 1900 to 2100 in turn, with its distance from 1970-01-01: the obvious way.
  static let everyDay: [(year: Int, month: Int, day: Int, since1970: Int)] = {
    var all: [(Int, Int, Int, Int)] = []
    var since1970 = -(70 * 365 + 17)  // Leap days 1904 to 1968.
    for year in 1900...2100 {
      let leapDay = year.isMultiple(of: 4) && year != 1900 && year != 2100 ? 1 : 0
      let lengths = [31, 28 + leapDay, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in zip(1..., lengths) {
        for day in 1...length {
          all.append((year, month, day, since1970))
          since1970 += 1
        }
      }
    }
    return all
  }()

  @Test func countsDaysLikeALoopOver1900To2100() {
    let wrong = Self.everyDay.filter { year, month, day, since1970 in
      let date = CalendarDate(year: year, month: month, day: day)
      return date == nil || date?.daysSince1970 != since1970
        || CalendarDate(daysSince1970: since1970) != date
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
    #expect(Self.everyDay.count == 73_414)
  }

  @Test func ordersDaysAndStepsFromOneToTheNext() {
    let dates = Self.everyDay.compactMap {
      CalendarDate(year: $0.year, month: $0.month, day: $0.day)
    }
    let wrong = zip(dates, dates.dropFirst()).filter { today, tomorrow in
      today >= tomorrow || today.adding(days: 1) != tomorrow || tomorrow.adding(days: -1) != today
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func refusesExactlyTheDaysThatDoNotExist() {
    for year in [1899, 1900, 2000, 2023, 2024, 2100] {
      let leap = [2000, 2024].contains(year)
      for month in -1...14 {
        let length = [4, 6, 9, 11].contains(month) ? 30 : month == 2 ? (leap ? 29 : 28) : 31
        for day in -1...33 {
          let exists = (1...12).contains(month) && (1...length).contains(day)
          let date = CalendarDate(year: year, month: month, day: day)
          #expect((date != nil) == exists, "\(year)-\(month)-\(day)")
        }
      }
    }
  }

  @Test(arguments: [
    (1600, true), (1700, false), (1800, false), (1900, false), (1996, true), (2000, true),
    (2023, false), (2024, true), (2026, false), (2100, false), (2400, true), (4, true),
    (100, false),
  ])
  func knowsLeapYears(year: Int, leap: Bool) throws {
    let january = try #require(CalendarDate(year: year, month: 1, day: 1))
    let next = try #require(CalendarDate(year: year + 1, month: 1, day: 1))
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == leap)
    #expect(next.daysSince1970 - january.daysSince1970 == (leap ? 366 : 365))
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func agreesWithKnownDistances(text: String, since1970: Int) {
    #expect(CalendarDate(text)?.daysSince1970 == since1970)
    #expect(CalendarDate(daysSince1970: since1970)?.description == text)
  }

  @Test func endsAtTheYears1And9999() {
    #expect(CalendarDate(daysSince1970: -719_163) == nil)
    #expect(CalendarDate(daysSince1970: 2_932_897) == nil)
    #expect(CalendarDate("9999-12-31")?.adding(days: 1) == nil)
    #expect(CalendarDate("0001-01-01")?.adding(days: -1) == nil)
    #expect(CalendarDate("0001-01-01")?.adding(days: 3_652_058) == CalendarDate("9999-12-31"))
    #expect(CalendarDate(year: 0, month: 12, day: 31) == nil)
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: .min, month: .max, day: .min) == nil)
  }

  @Test(arguments: [
    ("2026-02-28", 1, "2026-03-01"), ("2024-02-28", 1, "2024-02-29"),
    ("2024-03-01", -1, "2024-02-29"), ("2025-12-31", 1, "2026-01-01"),
    ("2026-11-21", 0, "2026-11-21"), ("2024-02-29", 365, "2025-02-28"),
    ("2026-11-21", -365, "2025-11-21"), ("2026-11-21", 146_097, "2426-11-21"),
  ])
  func addsDays(from: String, days: Int, to: String) {
    #expect(CalendarDate(from)?.adding(days: days) == CalendarDate(to))
  }

  @Test(arguments: [
    "", "2026", "2026-11", "2026-11-", "2026-11-21-", "2026-11-21-01", "-2026-11-21", "2026-11-31",
    "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "0000-01-01", "26-11-21", "2026-1-2",
    "02026-01-02", "2026-001-02", "2026/11/21", "2026.11.21", "20261121", "2026-11-21T00:00",
    " 2026-11-21", "2026-11-21\n", "2026-11-21\r\n", "\u{FEFF}2026-11-21", "2026-11-21\u{301}",
    "2026-11-2\u{301}", "２０２６-11-21", "2026年11月21日", "2026년 11월 21일", "٢٠٢٦-11-21", "+026-11-21",
    "2026-+1-21", "2026-11-é", "2026–11–21", "2026-11-21\0", "abcd-ef-gh",
  ])
  func refusesWhatIsNotADay(text: String) {
    #expect(CalendarDate(text) == nil)
  }
}
