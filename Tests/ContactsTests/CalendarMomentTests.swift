import Testing

@testable import Contacts

struct CalendarMomentTests {
  @Test(arguments: [
    ("2026-12-01", "2026-12-01", nil), ("2026-12-01 14:30", "2026-12-01", 870),
    ("2026-12-01T00:00", "2026-12-01", 0), ("2026-12-01 23:59", "2026-12-01", 1439),
  ])
  func readsADayOrAMinute(_ text: String, _ day: String, _ minute: Int?) throws {
    let moment = try #require(CalendarMoment(text))
    #expect(moment.date == CalendarDate(day) && moment.minute == minute)
    #expect(moment.description == text.replacing("T", with: " "))
  }

  @Test(arguments: [
    "", "2026-12", "2026-02-30", "2026-02-30 10:00", "2026-12-01 24:00", "2026-12-01 14:60",
    "2026-12-01 9:30", "2026-12-01  9:30", "2026-12-01 14:30:00", "2026-12-01 14:30Z",
    "2026-12-01t14:30",
    "2026-12-01 14：30", "2026-12-01 오후 2시", "2026-12-01 1４:30", "2026/12/01", "2026-12-01 +4:30",
  ])
  func refusesWhatIsNone(_ text: String) { #expect(CalendarMoment(text) == nil) }

  @Test(arguments: [
    ("2026-12-01", "2026-12-01", false), ("2026-12-01", "2026-12-02", true),
    ("2026-12-01", "2026-12-02 00:01", true), ("2026-12-01 10:00", "2026-12-01 10:00", true),
    ("2026-12-01 09:59", "2026-12-01 10:00", true), ("2026-12-01", "2026-12-01 10:00", false),
    ("2026-12-01 10:00", "2026-12-02", true), ("2026-11-30", "2026-12-02", true),
  ])
  func knowsWhatEndsBeforeWhat(_ first: String, _ second: String, isBefore: Bool) throws {
    let (a, b) = (try #require(CalendarMoment(first)), try #require(CalendarMoment(second)))
    #expect(a.ends(before: b) == isBefore)
    #expect(a == b || !b.ends(before: a))
  }

  @Test(arguments: [
    ("Asia/Seoul", "2026-12-01", "2026-12-01T00:00+09:00", "2026-12-02T00:00+09:00"),
    ("Asia/Seoul", "2026-12-01 14:30", "2026-12-01T14:30+09:00", "2026-12-01T14:30+09:00"),
    ("UTC", "2026-12-31", "2026-12-31T00:00+00:00", "2027-01-01T00:00+00:00"),
    ("Asia/Kathmandu", "2026-12-01 00:15", "2026-12-01T00:15+05:45", "2026-12-01T00:15+05:45"),
    // The clock goes from 02:00 to 03:00, and from 02:00 back to 01:00.
    ("America/New_York", "2026-03-08", "2026-03-08T00:00-05:00", "2026-03-09T00:00-04:00"),
    ("America/New_York", "2026-03-08 02:30", "2026-03-08T03:30-04:00", "2026-03-08T03:30-04:00"),
    ("America/New_York", "2026-11-01 01:30", "2026-11-01T01:30-04:00", "2026-11-01T01:30-04:00"),
    ("America/St_Johns", "2026-01-05", "2026-01-05T00:00-03:30", "2026-01-06T00:00-03:30"),
  ])
  func aZoneSaysWhenItBeginsAndEnds(
    _ zone: String, _ text: String, _ beginning: String, _ end: String
  ) throws {
    let clock = try #require(ZoneClock(zone))
    let moment = try #require(CalendarMoment(text))
    #expect(clock.timestamp(clock.beginning(of: moment)) == beginning)
    #expect(clock.timestamp(clock.end(of: moment)) == end)
  }

  @Test(arguments: [
    "Seoul", "KST", "ROK", "GMT+9", "asia/seoul", "Asia/Soul", "Mars/Olympus", "", "/", "Asia/",
    "../Asia/Seoul", "Asia/Seoul ", "+09:00", "utc", "Asia／Seoul",
  ])
  func refusesAZoneThatDoesNotExist(_ name: String) { #expect(ZoneClock(name) == nil) }

  @Test(arguments: [
    ("Asia/Beijing", "Asia/Shanghai"), ("CST", "Asia/Shanghai"), ("+08:00", "Asia/Shanghai"),
    ("北京", "Asia/Shanghai"), ("KST", "Asia/Seoul"), ("UTC+9", "Asia/Seoul"), ("서울", "Asia/Seoul"),
    ("seoul", "Asia/Seoul"), ("HKT", "Asia/Hong_Kong"),
  ])
  func knowsWhichZoneIsMeant(_ written: String, _ zone: String) {
    #expect(ZoneClock.name(like: written) == zone)
  }

  @Test(arguments: [
    "UTC", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Kolkata", "Etc/GMT-9",
    "America/Argentina/Buenos_Aires",
  ])
  func knowsTheZonesThatDo(_ name: String) { #expect(ZoneClock(name)?.name == name) }
}
