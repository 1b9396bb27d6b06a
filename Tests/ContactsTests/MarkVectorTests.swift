import Foundation
import Testing

@testable import Contacts

/// How sure a value is on a day, by the vectors that Tests/JavaScript/marks.test.js reads too.
struct MarkVectorTests {
  struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    struct Value: Decodable, Sendable {
      struct Hours: Decodable, Sendable { var confidence, verified: String }
      var confidence, verified: String
      var status: String?
      var hours: Hours?
    }
    var name, today, mark: String
    var value: Value
    var staleAfterDays: Int
    var hoursMark: String?

    var testDescription: String { "\(mark): \(name), \(value.confidence) \(value.verified)" }
  }

  static let vectors: [Vector] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Vectors/marks.json")
    do {
      return try JSONDecoder().decode([Vector].self, from: Data(contentsOf: file))
    } catch {
      fatalError("Tests/Vectors/marks.json: \(error)")
    }
  }()

  private static func verification(_ confidence: String, _ date: String) throws -> Verification {
    Verification(
      source: LocalizedText("the operator's page"), date: try #require(PartialDate(date)),
      confidence: try #require(Confidence(rawValue: confidence)))
  }

  private static func channel(_ value: Vector.Value) throws -> Channel {
    var channel = Channel(
      id: "phone", kind: .phone, name: LocalizedText("Phone"), dial: "1588-0000",
      hours: ServiceHours(
        answer: .aroundTheClock, intake: nil, onHolidays: .open, note: nil,
        verification: try value.hours.map { try verification($0.confidence, $0.verified) }),
      verification: try verification(value.confidence, value.verified))
    channel.status = try #require(Channel.Status(rawValue: value.status ?? "active"))
    return channel
  }

  @Test func thereAreVectorsOfEveryMark() {
    #expect(Self.vectors.count >= 60)
    #expect(Set(Self.vectors.map(\.mark)) == Set(Mark.allCases.map(\.rawValue)))
    #expect(Set(Self.vectors.compactMap(\.hoursMark)) == Set(Mark.allCases.map(\.rawValue)))
  }

  @Test(arguments: vectors) func marksAValueOnADay(_ vector: Vector) throws {
    let rule = MarkRule(
      today: try #require(CalendarDate(vector.today)), staleAfterDays: vector.staleAfterDays)
    let channel = try Self.channel(vector.value)
    #expect(rule.mark(channel).rawValue == vector.mark)
    // Whether it may be a link does not wait for a day.
    #expect(rule.mark(channel).isUsable == channel.isUsable)
    if let hours = vector.hoursMark {
      #expect(rule.hours(of: channel).rawValue == hours)
    }
  }

  /// What pages tell the browser is enough to find a value old, and its hours.
  @Test(arguments: vectors) func theLastSureDayIsFollowedByAnOldOne(_ vector: Vector) throws {
    var rule = MarkRule(
      today: try #require(CalendarDate(vector.today)), staleAfterDays: vector.staleAfterDays)
    let channel = try Self.channel(vector.value)
    let (before, ofHours) = (rule.mark(channel.verification), rule.hours(of: channel))
    #expect((rule.lastSureDay(channel.verification) != nil) == before.isSure)
    #expect((rule.lastSureDayOfHours(of: channel) != nil) == ofHours.isSure)
    if let day = rule.lastSureDay(channel.verification) {
      #expect(rule.today <= day)
      rule.today = day
      #expect(rule.mark(channel.verification) == before)
      rule.today = try #require(day.adding(days: 1))
      #expect(rule.mark(channel.verification) == .old)
    }
    if let day = rule.lastSureDayOfHours(of: channel) {
      rule.today = day
      #expect(rule.hours(of: channel).isSure)
      rule.today = try #require(day.adding(days: 1))
      #expect(rule.hours(of: channel) == .old)
    }
  }

  @Test func marksHaveAnOrder() {
    #expect(Mark.allCases.sorted() == Mark.allCases)
    #expect(Mark.allCases.filter(\.isUsable) == [.official, .reported, .old])
    #expect(Mark.allCases.filter(\.isSure) == [.official, .reported])
  }
}
