import Testing

@testable import Contacts

/// A channel that is out of service is never offered, and what stands in for it is.
struct SuspensionTests {
  private static func channel(
    _ id: String, _ confidence: Confidence = .official, suspension: Suspension? = nil,
    audience: Channel.Audience = .customers
  ) -> Channel {
    Channel(
      id: id, kind: .phone, name: LocalizedText(id), dial: "1588-0000",
      verification: Verification(
        source: LocalizedText("a"), date: PartialDate("2026-11-20")!, confidence: confidence),
      audience: audience, suspension: suspension)
  }

  private static func suspension(_ instead: String?) -> Suspension {
    Suspension(
      since: PartialDate("2026-11-20")!, instead: instead, source: LocalizedText("a notice"))
  }

  @Test(arguments: [
    ("2026-11-20", nil, "2026-11-19", false), ("2026-11-20", nil, "2026-11-20", true),
    ("2026-11", nil, "2026-10-31", false), ("2026-11", nil, "2026-11-01", true),
    ("2026-11-20", "2027-02-01", "2027-01-31", true),
    ("2026-11-20", "2027-02-01", "2027-02-01", false), ("2024", nil, "2036-01-01", true),
  ])
  func holdsFromItsFirstDayToTheDayBeforeItsEnd(
    since: String, until: String?, day: String, holds: Bool
  ) throws {
    let suspension = Suspension(
      since: try #require(PartialDate(since)), until: until.flatMap { CalendarDate($0) },
      source: LocalizedText("a"))
    #expect(suspension.holds(on: try #require(CalendarDate(day))) == holds)
  }

  @Test func isNeitherUsableNorCallable() {
    let channel = Self.channel("phone", suspension: Self.suspension("other"))
    #expect(channel.status == .suspended)
    #expect(!channel.isUsable && !channel.isCallable)
  }

  @Test func developersPhonesAreUsableAndNotCalledByReadersInTrouble() {
    let channel = Self.channel("phone", audience: .developers)
    #expect(channel.isUsable && !channel.isCallable)
  }

  @Test(arguments: [
    // What stands in stands in its place, once.
    (["a", "out", "c"], ["a", "b", "c"]), (["out", "b"], ["b"]), (["b", "out"], ["b"]),
    // Nothing to use instead: the place is left out.
    (["dead", "c"], ["c"]), (["dead"], []),
  ])
  func aProblemPassesOverIt(listed: [String], offered: [String]) {
    let channels = [
      Self.channel("a"), Self.channel("b"), Self.channel("c"),
      Self.channel("out", suspension: Self.suspension("b")),
      Self.channel("dead", suspension: Self.suspension(nil)),
    ]
    let directory = ContactDirectory(
      timeZone: "UTC", holidays: nil, channels: channels, absent: [], problems: [.other: listed])
    #expect(directory.channels(for: .other).map(\.id) == offered)
  }
}
