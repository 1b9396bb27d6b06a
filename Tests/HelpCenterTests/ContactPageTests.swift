import Contacts
import Foundation
import Testing

@testable import HelpCenter

/// The contact pages: channels by problem, suspended channels, and what machines read.
struct ContactPageTests {
  private static let problems = """
    problems:
      urgent: [phone, ticket]
      account: [ticket]
      money-missing: [ticket, phone]
      trade: [ticket]
      other: [mail]
    """

  private static func contacts(
    head: String = problems, phone: String = "dial: \"1588-0000\"", extra: String = ""
  ) -> String {
    """
    time-zone: Asia/Seoul
    \(head)
    channels:
      - id: ticket
        kind: ticket
        name: Ticket
        url: https://upbit.test/ask
        \(extra.isEmpty ? "status: active" : extra)
        source: a
        verified: 2026-11
        confidence: official
      - id: phone
        kind: phone
        name: "Phone </script>"
        \(phone)
        hours: {answer: ["mon-fri 09:00-18:00", "sat 22:00-02:00"], holidays: closed}
        languages: [ko]
        source: a
        verified: 2026-11
        confidence: official
      - id: mail
        kind: email
        name: Mail
        address: help@upbit.test
        source: a
        verified: 2026-11
        confidence: unverified
    """
  }

  private static func site(_ contacts: String = contacts()) -> FixtureSite {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/exchange.yaml"] =
      "name: {ko: 업비트, zh: Upbit, en: Upbit}\nsite: upbit.test"
    site.content["Content/upbit/contact.yaml"] = contacts
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent")
    }
    return site
  }

  private static func page(_ site: FixtureSite = site()) async throws -> String {
    let result = await site.build()
    return try #require(result.text("en/upbit/contact/index.html"), "\(result.report)")
  }

  @Test func listsTheMostUsefulChannelFirstForEachProblem() async throws {
    let html = try await Self.page()
    for (problem, ways) in [
      ("urgent", ["phone", "ticket"]), ("money-missing", ["ticket", "phone"]), ("other", ["mail"]),
    ] {
      let section = try #require(
        html.firstMatch(of: try Regex("(?s)id=\"_for-\(problem)\".*?</details>")), "\(problem)")
      let found = html[section.range].matches(of: /data-way="([a-z]+)"/).map { String($0.output.1) }
      #expect(found == ways)
    }
    let all = try #require(await Self.site().build().text("en/contact/index.html"))
    #expect(all.contains("href=\"../upbit/contact/#_for-urgent\""), "\(all)")
  }

  @Test func theChooserIsLeftOutWhereNothingIsSorted() async throws {
    let html = try await Self.page(Self.site(Self.contacts(head: "")))
    #expect(!html.contains("data-chooser") && !html.contains("class=\"compare\""), "\(html)")
  }

  @Test func theComparisonMarksChannelsAndHours() async throws {
    let own = Self.contacts().replacingOccurrences(
      of: "holidays: closed}",
      with: "holidays: closed, source: c, verified: 2019-03, confidence: reported}")
    for (contacts, marks) in [(Self.contacts(), ["official"]), (own, ["official", "old"])] {
      let html = try await Self.page(Self.site(contacts))
      let row = try #require(
        html.firstMatch(of: /<tr><th scope="row"><a href="#phone">.*?<\/tr>/.dotMatchesNewlines()))
      let found = row.output.matches(of: /data-mark="([a-z]+)"/).map { String($0.output.1) }
      #expect(found == marks, "\(row.output)")
    }
  }

  private static let suspended =
    "suspended: {since: 2026-11-21, until: 2027-02-01, instead: phone, reason: Moved, source: b}"

  @Test(arguments: [
    ("2026-11-20", true), ("2026-11-21", false), ("2027-01-31", false), ("2027-02-01", true),
  ])
  func aSuspendedChannelIsNoLinkUntilItsDay(_ date: String, _ isLink: Bool) async throws {
    var site = Self.site(Self.contacts(extra: Self.suspended))
    site.options.date = CalendarDate(date)!
    let html = try await Self.page(site).withoutTypesetting
    #expect(html.contains("href=\"https://upbit.test/ask\"") == isLink)
    let line = "Out of service since 2026-11-21. Said to work again from 2027-02-01. Moved"
    #expect(html.contains(line) != isLink, "\(html)")
    #expect(html.contains("Use instead: <a href=\"#phone\">") != isLink, "\(html)")
    // Problem lists pass over it: what stands in stands in its place.
    #expect(html.contains("data-way=\"ticket\"") == isLink)
    #expect(html.contains("data-way=\"phone\""))
    let json = try #require(await site.build().text("contacts.json"))
    #expect(json.contains("\"instead\":\"phone\"") != isLink)
    #expect(json.contains("\"status\":\"suspended\"") != isLink)
  }

  /// One key takes the only phone of an exchange out of every page that has it.
  @Test func aDeadNumberIsNowhereToBeTappedOrCalled() async throws {
    let site = Self.site(
      Self.contacts(
        phone: "dial: \"1588-0000\"\n    suspended: {since: 2026-11, instead: ticket, source: b}"))
    let alive = try #require(await Self.site().build().files)
    let dead = try #require(await site.build().files)
    func pages(_ files: [OutputFile], with text: String) -> Set<String> {
      Set(
        files.filter {
          $0.path.hasSuffix(".html") && String(decoding: $0.bytes, as: UTF8.self).contains(text)
        }.map(\.path))
    }
    let before = pages(alive, with: "tel:15880000")
    for path in ["index.html", "urgent/index.html", "search/index.html", "upbit/urgent/index.html"]
    {
      #expect(before.contains("en/\(path)") || path == "urgent/index.html", "\(path)")
    }
    #expect(pages(dead, with: "tel:15880000") == [])
    // It is still told by its number on its card and in the verify page's table alone.
    for path in pages(dead, with: "1588-0000") {
      #expect(
        path.hasSuffix("/upbit/contact/index.html") || path.hasSuffix("/verify/index.html"),
        "\(path)")
    }
    // Where it stood, readers learn that it is out of service, and not that there never was one.
    let home = try #require(dead.first { $0.path == "en/index.html" })
    let text = String(decoding: home.bytes, as: UTF8.self).withoutTypesetting
    #expect(text.contains("Out of service since 2026-11. Use instead: Ticket"), "\(text)")
    #expect(!text.contains("No checked phone number"), "\(text)")
  }

  @Test func channelsForDevelopersStandBelowTheOthersAndAreNeverCalled() async throws {
    let site = Self.site(
      Self.contacts(head: "", phone: "dial: \"1588-0000\"\n    audience: developers"))
    let html = try await Self.page(site)
    #expect(html.contains("For developers only"), "\(html)")
    let cards = html.matches(of: /<section class="chan[^"]*" id="([a-z]+)"/).map {
      String($0.output.1)
    }
    #expect(cards == ["ticket", "mail", "phone"])
    let result = await site.build()
    for page in ["en/index.html", "en/search/index.html", "en/upbit/urgent/index.html"] {
      #expect(try #require(result.text(page)).contains("tel:15880000") == false, "\(page)")
    }
  }

  @Test func anUnverifiedOrStaleValueLeadsToTheOfficialSite() async throws {
    let again = "href=\"https://upbit.test\" rel=\"external\""
    var site = Self.site()
    #expect(try await Self.page(site).components(separatedBy: again).count == 2)
    site.options.date = CalendarDate("2028-11-21")!
    #expect(try await Self.page(site).components(separatedBy: again).count == 4)
  }

  @Test func machinesReadOnlyWhatMayBeUsed() async throws {
    let html = try await Self.page()
    let blocks = html.matches(of: /(?s)<script type="application\/ld\+json">(.*?)<\/script>/)
    let data = try #require(
      blocks.compactMap {
        try? JSONSerialization.jsonObject(with: Data($0.output.1.utf8)) as? [String: Any]
      }.first { $0["contactPoint"] != nil })
    #expect(data["@type"] as? String == "Organization")
    let points = try #require(data["contactPoint"] as? [[String: Any]])
    #expect(points.map { $0["name"] as? String } == ["Ticket", "Phone </script>"])
    #expect(points[1]["telephone"] as? String == "1588-0000")
    #expect(points[1]["availableLanguage"] as? [String] == ["ko"])
    let hours = try #require(points[1]["hoursAvailable"] as? [[String: Any]])
    #expect(hours.map { $0["opens"] as? String } == ["09:00", "22:00"])
    #expect(hours.map { $0["closes"] as? String } == ["18:00", "02:00"])
    #expect((hours[0]["dayOfWeek"] as? [String])?.count == 5)
  }

  static let mistakes: [(id: String, marked: String)] = [
    (
      "unknown-channel", contacts(head: problems.replacing("other: [mail]", with: "other: [⟦mial]"))
    ),
    ("missing-key", contacts(head: "problems:\n  ⟦urgent: [phone]")),
    ("unknown-key", contacts(head: problems + "\n  ⟦fees: [mail]")),
    ("bad-phone", contacts(phone: "dial: \"1588-0000\"\n    international: ⟦\"82215880000\"")),
    ("bad-phone", contacts(phone: "address: a@b.test\n    international: ⟦\"+82215880000\"")),
    ("bad-value", contacts(phone: "dial: \"1\"\n    menu: [{keys: ⟦\"a\", name: b}]")),
    ("bad-hours", contacts(extra: "hours: {answer: [mon-fri 09:00-18:00, ⟦fri 17:00-20:00]}")),
    ("bad-hours", contacts(extra: "hours: {answer: [sun 22:00-02:00, ⟦mon 01:00-03:00]}")),
    ("bad-hours", contacts(extra: "hours: {⟦answer: []}")),
    ("bad-value", contacts(extra: "reply-within: ⟦3-1")),
    ("bad-value", contacts(extra: "reply-within: ⟦soon")),
    ("unknown-value", contacts(extra: "status: ⟦suspended")),
    ("unknown-key", contacts(extra: "⟦suspended-until: 2027-02-01")),
    ("missing-key", contacts(extra: "suspended: ⟦{instead: phone, source: b}")),
    ("missing-key", contacts(extra: "suspended: ⟦{since: 2026-11-20, instead: phone}")),
    ("missing-key", contacts(extra: "suspended: ⟦{since: 2026-11-20, source: b}")),
    ("bad-date", contacts(extra: "suspended: {since: ⟦soon, instead: phone, source: b}")),
    (
      "bad-date",
      contacts(
        extra: "suspended: {since: 2026-11-20, until: ⟦2026-11-20, instead: phone, source: b}")
    ),
    (
      "unknown-channel",
      contacts(extra: "suspended: {since: 2026-11-20, instead: ⟦phon, source: b}")
    ),
    (
      "unknown-channel",
      contacts(extra: "suspended: {since: 2026-11-20, instead: ⟦ticket, source: b}")
    ),
    (
      "unknown-channel",
      contacts(
        phone: "dial: \"1\"\n    audience: developers",
        extra: "suspended: {since: 2026-11-20, instead: ⟦phone, source: b}")
    ),
    (
      "bad-value",
      contacts(
        extra: "status: retired\n    ⟦suspended: {since: 2026-11-20, instead: phone, source: b}")
    ),
    ("unknown-value", contacts(extra: "audience: ⟦developer")),
    (
      "wrong-audience",
      contacts(
        head: problems.replacing("urgent: [phone", with: "urgent: [⟦phone"),
        phone: "dial: \"1\"\n    audience: developers")
    ),
    (
      "wrong-audience",
      contacts(head: problems.replacing("other: [mail", with: "other: [⟦mail"))
        .replacing("kind: email", with: "kind: api-support")
    ),
    (
      "missing-key",
      contacts().replacing(
        "    source: a\n    verified: 2026-11\n    confidence: unverified",
        with: "    verified: 2026-11\n    confidence: unverified"
      ).replacing("- id: mail", with: "- ⟦id: mail")
    ),
  ]

  @Test(arguments: mistakes)
  func reportsMistakesAtTheirPlace(_ id: String, _ text: String) async throws {
    let marked = MarkedText(text)
    let found = await Self.site(marked.text).build().errors.first {
      $0.id == id && $0.location?.path == "Content/upbit/contact.yaml"
    }
    let place = try #require(found?.location, "\(id) was not reported")
    #expect(place.line == marked.line && place.column == marked.column, "\(place)")
  }
}
