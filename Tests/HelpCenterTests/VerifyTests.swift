import Contacts
import Foundation
import Testing

@testable import HelpCenter

/// `contacts.json`, the look-alikes and the verify page.
struct VerifyTests {
  /// The judge's tests in `Tests/JavaScript` run against this file: what it says must be what the
  /// site says. Channels that were added to the content since need not be in it.
  @Test func theJudgesRegistryIsTheSites() async throws {
    let files = try #require(await RealContentTests.result.value.files)
    let made = try #require(files.first { $0.path == "contacts.json" })
    let url = Repository.root.appendingPathComponent("Tests/Vectors/verify-registry.json")
    let site = try facts(Data(made.bytes))
    let fixture = try facts(try Data(contentsOf: url))
    #expect(fixture.count > 80)
    for fact in fixture.subtracting(site).sorted() {
      Issue.record("contacts.json does not say: \(fact)")
    }
  }

  /// One line for each value, with everything that the judge goes by.
  private func facts(_ json: Data) throws -> Set<String> {
    let root = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    func list(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
    func text(_ item: [String: Any], _ keys: String...) -> String {
      keys.map { "\(item[$0] ?? "-")" }.joined(separator: " ")
    }
    var lines = Set<String>()
    for owner in list(root["exchanges"]) + list(root["emergency"]) {
      let id = text(owner, "id", "time-zone")
      for (path, name) in owner["name"] as? [String: String] ?? [:] {
        lines.insert("\(id) \(path) \(name)")
      }
      for domain in list(owner["domains"]) {
        lines.insert("\(id) \(text(domain, "host", "subdomains", "status", "confidence"))")
      }
      for channel in list(owner["channels"]) {
        let values = channel["values"] as? [String: Any] ?? [:]
        let value = text(values, "dial", "url", "address", "handle")
        lines.insert("\(id) \(text(channel, "id", "status", "confidence")) \(value)")
      }
    }
    for fake in list(root["fakes"]) {
      lines.insert("fake " + text(fake, "kind", "value", "imitates", "confidence"))
    }
    return lines
  }

  @Test func contactsJSONHoldsEveryChannelAndIsTheSameEachTime() async throws {
    let first = try #require(await RealContentTests.result.value.text("contacts.json"))
    let later = await SiteBuild.plan(
      Repository.sources, options: BuildOptions(date: CalendarDate("2027-03-01")!, jobs: 1))
    let again = try #require(later.jobs?.first { $0.path == "contacts.json" }).make()
    #expect(again.map(\.bytes) == [Array(first.utf8)])
    for value in ["1588-5682", "mon-fri 09:00-18:00", "upbitcs.zendesk.com", "96ll0.cc"] {
      #expect(first.contains(value), "\(value)")
    }
    #expect(!first.contains("2027-03-01"))
  }

  @Test func thePageNeverLinksADangerousValue() async throws {
    let result = await RealContentTests.result.value
    for language in ["ko", "zh", "en"] {
      let page = try #require(result.text("\(language)/verify/index.html"))
      #expect(page.contains("bitmartdocs[.]com") && page.contains("support[.]bmx[.]fund"))
      for value in ["bitmartdocs.com", "support.bmx.fund", "96ll0.cc", "bitmart.cool"] {
        #expect(!page.contains(value), "\(language) \(value)")
      }
      #expect(page.contains("1588-5682") && page.contains("upbit.com"))
    }
    #expect(result.text("sitemap.xml")?.contains("/en/verify/") == true)
  }

  static let fake =
    "value: upbit.example\n  imitates: upbit\n  source: a\n  verified: 2026\n"
    + "  confidence: reported\n"

  @Test(arguments: [
    ("bad-host", "- kind: host\n  value: ⟦https://upbit.example/\n"),
    ("bad-address", "- kind: address\n  value: ⟦upbit.example\n"),
    ("bad-value", "- kind: profile\n  value: ⟦upbit\n"),
    ("bad-phone", "- kind: dial\n  value: ⟦none\n"),
    ("unknown-value", "- kind: ⟦hosts\n  " + fake),
    ("missing-key", "- ⟦" + fake),
    ("missing-key", "- ⟦kind: host\n  value: a.example\n  imitates: upbit\n"),
    ("unknown-key", "- kind: host\n  ⟦vaule: a\n  " + fake),
    ("duplicate-fake", "- kind: host\n  \(fake)- kind: host\n  ⟦\(fake)"),
    ("wrong-type", "⟦kind: host\n"),
    ("unknown-exchange", "⟦- kind: host\n  " + fake.replacing("s: upbit", with: "s: upbti")),
    ("official-fake", "⟦- kind: host\n  " + fake.replacing("upbit.example", with: "upbit.com")),
  ])
  func mistakesInKnownFakesAreReported(id: String, marked: String) async {
    var site = FixtureSite.smallest
    let text = MarkedText(marked)
    site.content["Content/known-fakes.yaml"] = text.text
    site.content["Content/upbit/exchange.yaml"] = """
      name: {ko: 업비트, zh: Upbit, en: Upbit}
      domains:
        - {host: upbit.com, role: a, source: b, verified: 2026, confidence: official}
      """
    let result = await site.build()
    let found = result.errors.first {
      $0.id == id && $0.location?.path == "Content/known-fakes.yaml"
        && (["unknown-exchange", "official-fake", "wrong-type"].contains(id)
          || ($0.location?.line == text.line && $0.location?.column == text.column))
    }
    #expect(found != nil, "\(result.report)")
  }

  @Test func spansAreWrittenAsTheyAreRead() throws {
    for text in ["mon-fri 09:00-18:00", "sat,sun 10:00-14:00", "mon,wed-fri 22:00-02:00"] {
      let span = try WeeklyHours.Span(text)
      #expect(try WeeklyHours.Span(span.description) == span)
    }
    #expect(try WeeklyHours.Span("mon,tue,wed 09:00-24:00").description == "mon-wed 09:00-24:00")
  }
}
