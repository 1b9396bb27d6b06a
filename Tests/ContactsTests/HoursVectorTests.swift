import Foundation
import Testing

@testable import Contacts

/// The rules of service hours, by the vectors that Tests/JavaScript/hours.test.js reads too.
struct HoursVectorTests {
  static let vectors: HoursVectors = {
    do {
      return try HoursVectors.load()
    } catch {
      fatalError("Tests/Vectors/hours.json: \(error)")
    }
  }()

  @Test func thereAreEnough() {
    #expect(Self.vectors.status.count >= 200)
    #expect(Self.vectors.workingTime.count >= 30)
  }

  @Test(arguments: vectors.status) func tellsTheStatus(_ vector: HoursVectors.Status) throws {
    let schedule = try #require(try Self.vectors.schedule(vector.channel))
    let expected = vector.expected
    #expect(
      try schedule.status(at: seconds(vector.instant))
        == ServiceStatus(
          state: #require(ServiceStatus.State(rawValue: expected.state)),
          until: expected.until.map(seconds), opensAt: expected.opensAt.map(seconds),
          isHoliday: expected.isHoliday))
  }

  @Test(arguments: vectors.workingTime)
  func countsWorkingDays(_ vector: HoursVectors.WorkingTime) throws {
    let schedule = try #require(try Self.vectors.schedule(vector.channel))
    let instant = try seconds(vector.instant)
    let expected = vector.expected.flatMap { CalendarDate($0) }
    #expect((expected == nil) == (vector.expected == nil))
    #expect(
      Contacts.WorkingTime.adding(workingDays: vector.days...vector.days, to: instant, schedule)
        == expected.map { $0...$0 })
  }

  @Test func givesTheDatesOfARange() throws {
    let schedule = try #require(try Self.vectors.schedule("seoul-closed"))
    let friday = try seconds("2026-11-27T10:00:00+09:00")
    let due = Contacts.WorkingTime.adding(workingDays: 1...3, to: friday, schedule)
    #expect(due == CalendarDate("2026-11-30")!...CalendarDate("2026-12-02")!)
    #expect(Contacts.WorkingTime.adding(workingDays: -1...3, to: friday, schedule) == nil)
  }

  @Test func refusesAZoneThatNobodyKnows() {
    #expect(ServiceSchedule(hours: .aroundTheClock, timeZone: "Mars/Olympus") == nil)
  }

  @Test func looksBackBefore1970() throws {
    let schedule = try #require(
      ServiceSchedule(hours: try WeeklyHours(spans: [.init("wed 09:00-18:00")]), timeZone: "UTC"))
    // 1969-12-31 was a Wednesday.
    #expect(schedule.status(at: -1).opensAt == 7 * 86_400 - 86_400 + 9 * 3600)
    #expect(schedule.status(at: -12 * 3600).until == -6 * 3600)
  }
}

/// `Tests/Vectors/hours.json`. The channels have the form that `hours.js` takes.
struct HoursVectors: Decodable, Sendable {
  struct Status: Decodable, Sendable, CustomTestStringConvertible {
    struct Expected: Decodable, Sendable {
      var state: String
      var until, opensAt: String?
      var isHoliday: Bool
    }
    var name, channel, instant: String
    var expected: Expected
    var testDescription: String { name }
  }

  struct WorkingTime: Decodable, Sendable, CustomTestStringConvertible {
    var name, channel, instant: String
    var days: Int
    var expected: String?
    var testDescription: String { name }
  }

  private struct Channel: Decodable {
    struct Span: Decodable {
      var days: [Int]?
      var start, end: Int
    }
    var timeZone: String
    var always: Bool
    var spans: [Span]
    var onHolidays: String
    var holidays: [String]
    var exceptions: [String: [Span]]
  }

  private var channels: [String: Channel]
  var status: [Status]
  var workingTime: [WorkingTime]

  static func load() throws -> HoursVectors {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: tests.appending(path: "Vectors/hours.json"))
    return try JSONDecoder().decode(HoursVectors.self, from: data)
  }

  func schedule(_ name: String) throws -> ServiceSchedule? {
    let channel = try #require(channels[name])
    let spans = channel.spans.map { span in
      WeeklyHours.Span(
        days: Set((span.days ?? []).compactMap(Weekday.init(rawValue:))), start: span.start,
        end: span.end)
    }
    var exceptions: [CalendarDate: [DaySpan]] = [:]
    for (date, spans) in channel.exceptions {
      exceptions[try #require(CalendarDate(date))] = spans.map {
        DaySpan(start: $0.start, end: $0.end)
      }
    }
    return ServiceSchedule(
      hours: WeeklyHours(always: channel.always, spans: spans), timeZone: channel.timeZone,
      onHolidays: try #require(ServiceHours.OnHolidays(rawValue: channel.onHolidays)),
      holidays: Set(try channel.holidays.map { try #require(CalendarDate($0)) }),
      exceptions: exceptions)
  }
}

private func seconds(_ text: String) throws -> Int {
  let date = try Date(text, strategy: .iso8601)
  return Int(date.timeIntervalSince1970)
}
