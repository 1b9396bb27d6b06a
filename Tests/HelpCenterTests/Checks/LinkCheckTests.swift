import Contacts
import Testing

@testable import HelpCenter

/// Links to pages that will be gone: said while somebody is looking, not by a build at night.
struct LinkCheckTests {
  private func findings(link: String?, target: String?) async -> [String] {
    var site = FixtureSite.withArticle
    func dated(_ date: String?) -> String { date.map { "expires: " + $0 } ?? "" }
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/notices/2026-11-20-fee.\(language).md"] = FixtureSite.article(
        "Fee", dated(target))
    }
    site.content["Content/upbit/security/otp-lost.en.md"] = FixtureSite.article(
      "Lost", dated(link), body: "[fee](../notices/2026-11-20-fee.md)")
    return await site.build().diagnostics.filter { $0.id == "expiring-link" }
      .map { "\($0.severity) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
  }

  @Test func warnsOfATargetThatExpiresFirst() async {
    #expect(await findings(link: nil, target: "2027-01-31") == ["warning 8:1"])
    #expect(await findings(link: "2027-02-01", target: "2027-01-31") == ["warning 8:1"])
  }

  @Test func saysNothingWhereTheLinkGoesFirst() async {
    #expect(await findings(link: "2027-01-31", target: "2027-01-31") == [])
    #expect(await findings(link: nil, target: nil) == [])
  }
}
