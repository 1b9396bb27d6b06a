import Contacts
import Diagnostics
import Testing

@testable import HelpCenter

/// Notices that stand above the pages of their exchange for some days.
struct BannerTests {
  private static let days = "banner: true\nbanner-from: 2026-11-21\nbanner-until: 2026-11-25"

  private func site(_ keys: String = days, on date: String = "2026-11-21") -> FixtureSite {
    var site = FixtureSite.withArticle
    site.content["Content/site.yaml"]!.replace("[upbit]", with: "[upbit, bithumb]")
    site.content["Content/bithumb/exchange.yaml"] = "name: Bithumb"
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/notices/2026-11-20-stop.\(language).md"] = FixtureSite.article(
        "Stop", keys)
    }
    site.options.date = CalendarDate(date)!
    return site
  }

  private func page(_ path: String, of site: FixtureSite) async throws -> String {
    let result = await site.build()
    return try #require(result.text(path), "\(result.report)")
  }

  @Test func standsAboveThePagesOfItsExchangeAndTheHomePages() async throws {
    let result = await site().build()
    for (path, isThere) in [
      ("ko/", true), ("en/", true), ("ko/upbit/", true), ("zh/upbit/security/", true),
      ("ko/bithumb/", false), ("ko/upbit/notices/", false), ("ko/upbit/security/otp-lost/", false),
      ("ko/search/", false), ("ko/contact/", false), ("ko/upbit/notices/2026-11-20-stop/", false),
    ] {
      let html = try #require(result.text(path + "index.html"), "\(result.report)")
      #expect(html.contains("data-banner=") == isThere, "\(path)")
      #expect(html.contains("assets/site/timed") == isThere, "\(path)")
    }
  }

  @Test func tellsTheScriptItsDays() async throws {
    var site = site()
    site.content["Content/site.yaml"]! += "\ntime-zone: Asia/Seoul"
    site.content["Content/upbit/contact.yaml"] = "time-zone: Asia/Seoul\nchannels: []"
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent")
    }
    let html = try await page("ko/upbit/contact/index.html", of: site)
    #expect(html.contains("data-banner=\"upbit/notices/2026-11-20-stop@2026-11-20\""))
    #expect(
      html.contains(
        "data-from=\"2026-11-21T00:00+09:00\" data-until=\"2026-11-26T00:00+09:00\"><svg"))
    #expect(html.contains("<a href=\"../notices/2026-11-20-stop/\">Stop</a> About Stop."))
  }

  @Test(arguments: [
    ("2026-11-20", true, true), ("2026-11-21", true, false), ("2026-11-25", true, false),
    ("2026-11-26", false, false),
  ])
  func theBuildGoesByItsDays(_ date: String, isThere: Bool, isHidden: Bool) async throws {
    let html = try await page("en/upbit/index.html", of: site(on: date))
    #expect(html.contains("data-banner=") == isThere)
    #expect(html.contains("aria-label=\"Current notices\" hidden>") == isHidden)
    #expect(html.contains("T00:00+00:00\" hidden>") == isHidden)
  }

  @Test func itsDaysAreThoseOfTheNotice() async throws {
    let site = site("banner: true\npublish: 2026-11-19\nexpires: 2026-11-30")
    let html = try await page("en/index.html", of: site)
    #expect(
      html.contains("data-from=\"2026-11-19T00:00+00:00\" data-until=\"2026-12-01T00:00+00:00\""))
  }

  @Test func withoutABeginningItIsThereAtOnce() async throws {
    let html = try await page("en/index.html", of: site("banner: true\nexpires: 2026-11-30"))
    #expect(html.contains("@2026-11-20\" data-until=\"2026-12-01T00:00+00:00\""))
  }

  @Test(arguments: [
    ("banner: true", "missing-key", 1), ("banner: false", nil, 0),
    ("banner: true\nbanner-from: 2026-11-25\nbanner-until: 2026-11-24", "bad-date", 7),
    ("banner: true\nexpires: 2026-11-25\nbanner-from: 2026-11-26", "bad-date", 7),
  ])
  func mistakesAreReported(_ keys: String, _ id: String?, _ line: Int) async {
    let finding = await site(keys).build().errors.first
    #expect(finding?.id == id)
    if id == "bad-date" { #expect(finding?.location?.line == line) }
  }

  @Test func onlyANoticeCanBeOne() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/security/otp-lost.ko.md"] = FixtureSite.article(
      "OTP", "banner: true\nexpires: 2026-12-01")
    let finding = try #require(await site.build().errors.first)
    #expect(finding.id == "bad-value" && finding.location?.line == 5)
  }
}
