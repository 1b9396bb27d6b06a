import Contacts
import Foundation
import Testing

@testable import HelpCenter

/// Service hours on the pages: the table, the second clock, and what the script is given.
struct HoursPageTests {
  private struct Channel: Decodable, Equatable {
    struct Span: Decodable, Equatable {
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

  private static let hours = """
    hours:
            answer: ["sat,tue-fri 00:30-12:00", "sun 22:00-02:00"]
            holidays: closed
            exceptions:
              - {date: 2026-12-31, hours: [09:00-12:00], note: {ko: 종무식, zh: 年终, en: Year end}}
              - {date: 2025-01-02, closed: true}
    """

  private static func site(hours: String = hours, extra: String = "") -> FixtureSite {
    var site = FixtureSite.withArticle
    site.content["Content/holidays/kr.yaml"] = """
      name: a
      source: b
      verified: 2026-11-21
      days:
        - {date: 2026-12-25, name: c}
        - {date: 2026-01-01, name: d}
      """
    site.content["Content/upbit/contact.yaml"] = """
      time-zone: Asia/Seoul
      holidays: kr
      channels:
        - id: phone
          kind: phone
          name: Phone
          dial: 1588-0000
          source: b
          verified: 2026-11
          \(extra.isEmpty ? "confidence: official" : extra)
          \(hours)
      """
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent")
    }
    return site
  }

  private static func page(
    _ language: String, of site: FixtureSite = site()
  ) async throws -> String {
    let result = await site.build()
    let path = "\(language)/upbit/contact/index.html"
    let file = try #require(result.files?.first { $0.path == path }, "\(result.report)")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// What stands in the first `data-hours`.
  private static func data(_ page: String) throws -> Channel {
    let value = try #require(page.firstMatch(of: /data-hours="([^"]*)"/)?.output.1)
    let json = value.replacing("&quot;", with: "\"")
    return try JSONDecoder().decode(Channel.self, from: Data(json.utf8))
  }

  @Test func theScriptIsGivenTheHours() async throws {
    let channel = try Self.data(try await Self.page("en"))
    #expect(
      channel
        == Channel(
          timeZone: "Asia/Seoul", always: false,
          spans: [
            .init(days: [2, 3, 4, 5, 6], start: 30, end: 720),
            .init(days: [7], start: 1320, end: 1560),
          ], onHolidays: "closed", holidays: ["2026-01-01", "2026-12-25"],
          exceptions: [
            "2025-01-02": [], "2026-12-31": [.init(days: nil, start: 540, end: 720)],
          ]))
  }

  @Test func theScriptGetsNoHolidaysThatChangeNothing() async throws {
    let hours = "hours: {answer: [always], holidays: open}"
    let channel = try Self.data(try await Self.page("ko", of: Self.site(hours: hours)))
    #expect(channel.always)
    #expect(channel.holidays.isEmpty)
  }

  @Test(arguments: [
    "confidence: unverified", "confidence: official\n    status: retired",
  ])
  func nothingIsSaidAboutNowWhereTheChannelIsNotToBeUsed(_ extra: String) async throws {
    let page = try await Self.page("en", of: Self.site(extra: extra))
    #expect(!page.contains("data-hours"))
  }

  @Test func nothingIsSaidAboutNowOnUnverifiedHours() async throws {
    let hours = """
      hours:
              answer: [always]
              source: d
              verified: 2026-11
              confidence: unverified
      """
    #expect(!(try await Self.page("en", of: Self.site(hours: hours))).contains("data-hours"))
  }

  @Test func withoutAnswerHoursThereIsNoPill() async throws {
    let page = try await Self.page("en", of: Self.site(hours: "hours: {intake: [always]}"))
    #expect(!page.contains("class=\"pill\""))
  }

  @Test func pillsAreHiddenWithoutAScript() async throws {
    for language in ["ko", "zh", "en"] {
      let page = try await Self.page(language)
      #expect(page.contains("<span class=\"pill\" hidden data-hours="))
      #expect(!page.contains("data-open=\"\""))
    }
  }

  @Test func chineseReadersSeeBeijingTime() async throws {
    let page = try await Self.page("zh")
    #expect(page.contains("<span>韩国时间</span><span>北京时间</span>"))
    let no = "<span class=\"no\">"
    #expect(page.contains("\(no)00:30–12:00</span> \(no)前一天 23:30–11:00</span>"))
    #expect(page.contains("\(no)22:00–02:00</span> \(no)21:00–01:00</span>"))
    let korean = try await Self.page("ko")
    #expect(!korean.contains("베이징"))
    #expect(korean.contains("\(no)00:30–12:00</span></dd>"))
  }

  @Test func exceptionsStandInTheTable() async throws {
    let page = try await Self.page("en").withoutTypesetting
    #expect(page.contains("<span>2025-01-02</span> <span class=\"no\">Closed</span></dd>"))
    #expect(
      page.contains(
        "<span>2026-12-31</span> <span class=\"no\">09:00–12:00</span> "
          + "<span class=\"muted\">Year end</span></dd>"))
  }
}
