import Contacts
import Testing

struct VerificationTests {
  @Test(arguments: [
    // Stale only when more than the days have passed.
    ("2026-11-21", "2026-11-21", 0, false), ("2026-11-20", "2026-11-21", 0, true),
    ("2026-08-23", "2026-11-21", 90, false), ("2026-08-22", "2026-11-21", 90, true),
    // Counted from the last day that the date can mean.
    ("2026", "2026-11-21", 0, false), ("2025", "2026-11-21", 325, false),
    ("2025", "2026-11-21", 324, true), ("2026-10", "2026-11-21", 21, false),
    ("2026-10", "2026-11-21", 20, true), ("2024-02", "2024-03-01", 1, false),
    ("2024-02", "2024-03-01", 0, true), ("2023-02", "2023-03-02", 1, true),
    // Across a leap day, and a date to come.
    ("2024-02-28", "2024-03-01", 1, true), ("2027-01-01", "2026-11-21", 0, false),
    ("0001", "9999-12-31", 3_651_694, false), ("0001", "9999-12-31", 3_651_693, true),
  ])
  func isStaleWhenSeenTooLongAgo(seen: String, today: String, days: Int, stale: Bool) throws {
    let verification = Verification(
      source: LocalizedText("the operator's page"), date: try #require(PartialDate(seen)),
      confidence: .official)
    let day = try #require(CalendarDate(today))
    #expect(verification.isStale(on: day, after: days) == stale)
  }
}
