import Contacts
import Diagnostics
import Testing

@testable import HelpCenter

/// Days and minutes of the site's time zone, and facts that lie ahead.
struct DateTests {
  // MARK: The zone

  static let newYear = 1_798_729_200  // 2027-01-01 00:00 in Seoul.

  private static func site(zone: String?, _ keys: String, _ time: BuildTime) -> FixtureSite {
    var site = FixtureSite.withArticle
    if let zone { site.content["Content/site.yaml"]! += "\ntime-zone: \(zone)" }
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/notices/2026-11-20-stop.\(language).md"] = FixtureSite.article(
        "Stop", keys)
    }
    site.options.time = time
    return site
  }

  @Test(arguments: [
    ("Asia/Seoul", "publish: 2027-01-01", 0, true),
    ("Asia/Seoul", "publish: 2027-01-01", -1, false),
    (nil, "publish: 2027-01-01", 0, false), (nil, "publish: 2027-01-01", 9 * 3600, true),
    ("UTC", "publish: 2027-01-01", 9 * 3600 - 1, false),
    ("Asia/Shanghai", "publish: 2027-01-01", 3600, true),
    ("Asia/Shanghai", "publish: 2027-01-01", 3599, false),
    ("Asia/Seoul", "expires: 2026-12-31", -1, true),
    ("Asia/Seoul", "expires: 2026-12-31", 0, false),
    (nil, "expires: 2026-12-31", 0, true),
    ("Asia/Seoul", "publish: 2027-01-01 14:30", 52_200, true),
    ("Asia/Seoul", "publish: 2027-01-01 14:30", 52_199, false),
    ("Asia/Seoul", "expires: 2027-01-01 14:30", 52_199, true),
    ("Asia/Seoul", "expires: 2027-01-01 14:30", 52_200, false),
    ("America/New_York", "expires: 2026-12-31 10:00", -1, true),
    ("America/New_York", "expires: 2026-12-31 10:00", 0, false),
  ])
  func publicationGoesByTheClockOfTheZone(
    _ zone: String?, _ keys: String, _ seconds: Int, isThere: Bool
  ) async {
    let result = await Self.site(zone: zone, keys, .instant(Self.newYear + seconds)).build()
    #expect(result.files != nil, "\(result.report)")
    #expect((result.text("ko/upbit/notices/2026-11-20-stop/index.html") != nil) == isThere)
    #expect(result.text("ko/index.html")?.contains("Stop") == isThere)
  }

  @Test(arguments: [
    (BuildTime.instant(newYear - 1), false), (.instant(newYear), true),
    (.local(CalendarMoment("2026-12-31 23:59")!), false),
    (.local(CalendarMoment("2027-01-01")!), true),
  ])
  func aReviewIsDueOnTheDayAfterInTheZone(_ time: BuildTime, isDue: Bool) async {
    let result = await Self.site(zone: "Asia/Seoul", "review-by: 2026-12-31", time).build()
    #expect(result.diagnostics.contains { $0.id == "review-due" } == isDue, "\(result.report)")
  }

  @Test(arguments: [
    ("Asia/Soul", "Asia/Seoul"), ("seoul", "Asia/Seoul"), ("asia/seoul", "Asia/Seoul"),
    ("KST", "Asia/Seoul"), ("+09:00", "Asia/Seoul"), ("Asia/Beijing", "Asia/Shanghai"),
    ("GMT+9", ""),
  ])
  func aZoneThatDoesNotExistIsAnError(_ zone: String, _ hint: String) async throws {
    var site = FixtureSite.withArticle
    site.content["Content/site.yaml"]! += "\ntime-zone: \(zone)"
    site.content["Content/upbit/contact.yaml"] = "time-zone: \(zone)\nchannels: []"
    let found = await site.build().errors.filter { $0.id == "bad-value" }
    #expect(found.map(\.location?.path) == ["Content/site.yaml", "Content/upbit/contact.yaml"])
    #expect(found.map(\.location?.line) == [8, 1] && found.map(\.location?.column) == [12, 12])
    for finding in found {
      #expect(finding.hint?.contains(hint) == true || hint.isEmpty, "\(finding)")
    }
  }

  @Test(arguments: [
    (nil, "Asia/Seoul", 1), (nil, "UTC", 0), ("UTC", "Asia/Seoul", 0), ("Asia/Seoul", "UTC", 0),
  ])
  func withoutAZoneContactsElsewhereAreANotice(
    _ zone: String?, _ contacts: String, _ count: Int
  ) async {
    var site = Self.site(zone: zone, "tags: []", .local(CalendarMoment("2026-11-21")!))
    site.content["Content/upbit/contact.yaml"] = "time-zone: \(contacts)\nchannels: []"
    let found = await site.build().diagnostics.filter { $0.id == "no-time-zone" }
    #expect(found.count == count)
    #expect(
      found.allSatisfy { $0.severity == .notice && $0.hint!.contains("time-zone: Asia/Seoul") })
  }

  // MARK: Minutes on pages

  @Test func anEndGoesWithTheNoticeEverywhere() async throws {
    let site = Self.site(
      zone: "Asia/Seoul", "expires: 2026-12-01 14:30", .local(CalendarMoment("2026-11-25")!))
    let result = await site.build()
    let until = "<li data-of=\"upbit\" data-until=\"2026-12-01T14:30+09:00\">"
    for path in ["en/", "en/notices/"] {
      let html = try #require(result.text(path + "index.html"), "\(result.report)")
      #expect(html.contains(until) && html.contains("assets/site/timed."), "\(path)")
    }
    for path in ["en/upbit/", "en/upbit/notices/"] {
      let html = try #require(result.text(path + "index.html"))
      #expect(html.contains("<li data-until=\"2026-12-01T14:30+09:00\">"), "\(path)")
      #expect(html.contains("assets/site/timed."), "\(path)")
    }
    let page = try #require(result.text("en/upbit/notices/2026-11-20-stop/index.html"))
      .withoutTypesetting
    #expect(page.contains(">2026-12-01 14:30, Korea time (KST, UTC+9)</time>"))
    #expect(page.contains("data-from=\"2026-12-01T14:30+09:00\" hidden>This notice has run out."))
    #expect(try #require(result.text("en/search/index.html")).contains("timed") == false)
  }

  @Test func anEndThatIsFarNeedsNoScript() async throws {
    let site = Self.site(
      zone: "Asia/Seoul", "expires: 2026-12-01 14:30", .local(CalendarMoment("2026-11-24 14:29")!))
    let result = await site.build()
    for file in try #require(result.files) where file.path.hasSuffix(".html") {
      let html = String(decoding: file.bytes, as: UTF8.self)
      #expect(!html.contains("data-until") && !html.contains("site/timed"), "\(file.path)")
    }
  }

  // MARK: Facts that lie ahead

  private static func fact(_ date: String) -> String {
    "source: a\n    verified: \(date)\n    confidence: official"
  }

  @Test(arguments: [
    ("2026-11-21", nil), ("2026-11", nil), ("2026", nil), ("2026-11-20", nil),
    ("2026-11-22", "future-date"), ("2026-12", "future-date"), ("2027", "future-date"),
    ("2062-11-21", "future-date"),
  ])
  func nobodyHasVerifiedAnythingOnADayToCome(_ date: String, _ id: String?) async {
    let channel = "channels:\n  - id: a\n    kind: phone\n    name: a\n    dial: \"1\"\n    "
    for (path, text) in [
      ("upbit/contact.yaml", "time-zone: UTC\n\(channel)\(Self.fact(date))"),
      (
        "upbit/contact.yaml",
        "time-zone: UTC\n\(channel)\(Self.fact("2026"))\n    hours:\n      answer: always\n      "
          + Self.fact(date).replacing("\n  ", with: "\n    ")
      ),
      ("emergency/kr.yaml", "name: a\ntime-zone: UTC\n\(channel)\(Self.fact(date))"),
      (
        "upbit/exchange.yaml",
        "name: a\ndomains:\n  - host: a.example\n    role: a\n    \(Self.fact(date))"
      ),
      ("upbit/exchange.yaml", "name: a\nserves:\n    text: a\n    \(Self.fact(date))"),
      (
        "known-fakes.yaml",
        "- kind: host\n  value: a.example\n  imitates: upbit\n  "
          + Self.fact(date).replacing("    ", with: "  ")
      ),
      (
        "holidays/kr.yaml",
        "name: a\nsource: a\nverified: \(date)\ndays: [{date: 2027-12-25, name: a}]"
      ),
      (
        "upbit/security/more.ko.md",
        FixtureSite.article("More", "sources:\n  - {name: a, date: \(date)}")
      ),
    ] {
      var site = FixtureSite.withArticle
      site.content["Content/" + path] = text
      let found = await site.build().errors.filter { $0.id == "future-date" }
      #expect(found.first?.id == id && found.count <= 1, "\(path)")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if let line = found.first?.location?.line { #expect(lines[line - 1].contains(date)) }
    }
  }

  @Test(arguments: [
    ("updated: 2026-11-21", true), ("updated: 2026-11-22", false), ("updated: 2062-11-21", false),
    ("updated: 2026-12-01\npublish: 2026-12-01", true),
    ("updated: 2026-12-01\npublish: 2026-12-01 14:30", true),
    ("updated: 2026-11-25\npublish: 2026-12-01", true),
    ("updated: 2026-12-02\npublish: 2026-12-01", false),
    ("updated: 2026-12-01\ndraft: true", false),
    ("updated: 2026-11-22\npublish: 2026-11-01", false),
  ])
  func aTextIsDatedAtTheLatestTheDayItIsPublished(_ keys: String, isRight: Bool) async {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/security/more.ko.md"] =
      "---\ntitle: a\ndescription: b\n\(keys)\n---\n\nText.\n"
    let found = await site.build().errors
    #expect(found.map(\.id) == (isRight ? [] : ["future-date"]))
    #expect(found.allSatisfy { $0.location?.line == 4 && $0.location?.column == 10 })
  }

  @Test func whoIsADayAheadLearnsOfTheZone() async throws {
    var site = FixtureSite.withArticle
    let article = FixtureSite.article("a").replacing("2026-11-20", with: "2027-01-01")
    site.content["Content/upbit/security/more.ko.md"] = article
    site.options.time = .instant(Self.newYear)
    let finding = try #require(await site.build().errors.first)
    #expect(finding.message.hasSuffix("which is 2026-12-31 in UTC"))
    #expect(finding.hint?.contains("set 'time-zone'") == true)
    site.content["Content/site.yaml"]! += "\ntime-zone: Asia/Seoul"
    #expect(await site.build().errors.isEmpty)
  }

  @Test(arguments: ["publish", "expires", "banner-from", "banner-until"])
  func aTimeThatIsNoneIsReportedAtItsPlace(_ key: String) async throws {
    for value in ["2026-12-01 25:00", "2026-12-01 9:30", "2026-12-01 오후 2시", "tomorrow"] {
      let keys = "banner: true\nexpires: 2027-01-01\n\(key): \(value)"
      let site = Self.site(
        zone: nil, key == "expires" ? "\(key): \(value)" : keys,
        .local(CalendarMoment("2026-11-21")!))
      let finding = try #require(await site.build().errors.first)
      #expect(finding.id == "bad-date", "\(value)")
      #expect(finding.location?.line == (key == "expires" ? 5 : 7))
      #expect(finding.hint?.contains("2026-12-01 14:30") == true)
    }
  }
}
