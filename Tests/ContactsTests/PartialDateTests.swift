import Contacts
import Testing

struct PartialDateTests {
  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"), ("2026-02", "2026-02-01", "2026-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2000-02", "2000-02-01", "2000-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"), ("2026-04", "2026-04-01", "2026-04-30"),
    ("2026-12", "2026-12-01", "2026-12-31"), ("2026-02-13", "2026-02-13", "2026-02-13"),
    ("2024-02-29", "2024-02-29", "2024-02-29"), ("0001", "0001-01-01", "0001-12-31"),
    ("9999-12", "9999-12-01", "9999-12-31"),
  ])
  func spansTheDaysThatItCanMean(text: String, first: String, last: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.firstDay == CalendarDate(first))
    #expect(date.lastDay == CalendarDate(last))
    #expect(date.description == text)
  }

  @Test func keepsHowExactItsSourceIs() {
    #expect(PartialDate("2026")?.month == nil)
    #expect(PartialDate("2026-02")?.month == 2)
    #expect(PartialDate("2026-02")?.day == nil)
    #expect(PartialDate("2026-02-13")?.day == 13)
    #expect(PartialDate("2026") != PartialDate("2026-01"))
  }

  @Test func readsPartOfALongerText() {
    #expect(PartialDate("checked 2026-02".suffix(7))?.description == "2026-02")
  }

  @Test(arguments: [
    "", "-", "--", "2", "202", "20266", "2026-", "2026-1", "2026-13", "2026-00", "2026-02-30",
    "2026-02-29", "2026-02-", "2026--13", "0000", "2026-02-13-01", "-026", "+026", "2026 ", " 2026",
    "２０２６", "2026年", "2026년", "\u{FEFF}2026", "2026\r\n", "2026-02\r\n", "2026\u{301}", "unknown",
  ])
  func refusesWhatIsNotADate(text: String) {
    #expect(PartialDate(text) == nil)
  }
}
