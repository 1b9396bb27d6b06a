import Contacts
import Diagnostics
import Testing

@testable import HelpCenter

/// `[text](channel:id)`: a value of the registry, with the day on which it was checked.
struct ChannelFactTests {
  static let contacts = """
    time-zone: Asia/Seoul
    channels:
      - {id: phone-main, kind: phone, name: a, dial: "02-1588 5682", source: b, verified: 2026-11-20, confidence: official}
      - {id: mail, kind: email, name: a, address: help@example.com, source: b, verified: 2026-11, confidence: reported}
      - {id: social, kind: social, name: a, handle: "<1>help", source: b, verified: 2026, confidence: official}
      - {id: site, kind: help-center, name: a, url: "https://help.example.com/?a=1&b=2", source: b, verified: 2026-11-20, confidence: official}
      - {id: home, kind: help-center, name: a, url: "https://example.com/", source: b, verified: 2026-11-20, confidence: official}
      - id: menu
        kind: ticket
        name: a
        url: https://example.com/inquiry
        path: {text: 로그인 → 문의, lang: ko, gloss: {zh: 登录 → 咨询, en: Log in → Inquiry}}
        source: b
        verified: 2026-11-20
        confidence: official
      - id: desk
        kind: visit
        name: a
        place: {text: 서울 예시로 1, lang: ko, gloss: {zh: 首尔 示例路 1, en: "1 Yesi-ro, Seoul"}}
        source: b
        verified: 2026-11-20
        confidence: official
      - {id: doubtful, kind: phone, name: a, dial: "070-1234", source: b, verified: 2024, confidence: unverified}
      - {id: old-line, kind: phone, name: a, dial: "1599-0000", source: b, verified: 2024, confidence: official, status: retired}
    """

  static var site: FixtureSite {
    var site = FixtureSite.dialect()
    site.content["Content/site.yaml"] = site.content["Content/site.yaml"]!
      .replacing("exchanges: [upbit]", with: "exchanges: [upbit, bithumb]")
    site.content["Content/upbit/contact.yaml"] = contacts
    site.content["Content/bithumb/exchange.yaml"] = "name: Bithumb"
    site.content["Content/bithumb/contact.yaml"] = """
      time-zone: Asia/Seoul
      channels:
        - {id: phone-main, kind: phone, name: a, dial: "1661-5566", source: b, verified: 2026-11-20, confidence: official}
      """
    site.content["Content/emergency/kr.yaml"] = """
      name: Korea
      time-zone: Asia/Seoul
      channels:
        - {id: police-112, kind: police, name: a, dial: "112", source: b, verified: 2026-11-20, confidence: official}
      """
    for exchange in ["upbit", "bithumb"] {
      for language in ["ko", "zh", "en"] {
        site.content["Content/\(exchange)/urgent.\(language).md"] = FixtureSite.article("Urgent")
      }
    }
    return site
  }

  private func html(_ text: String, in language: String = "en") async throws -> String {
    var site = Self.site
    site.write(text, in: language)
    return try await body(of: site, in: language)
  }

  /// The words that follow a value, with the date in them.
  static func checked(
    _ date: String, _ key: String = "fact-verified", in language: String = "en"
  ) throws -> String {
    let time = "<time datetime=\"\(date)\">\(date)</time>"
    let text = try word(key, in: language).replacing("{date}", with: time)
    if key == "fact-verified" { return Self.sign(text, date) }
    // Full-width brackets bring their own space.
    return (text.hasPrefix("（") ? "" : " ") + "<small>\(text)</small></span>"
  }

  /// A sure value has a sign that opens its date, without a script.
  private static func sign(_ text: String, _ date: String) -> String {
    let label = text.replacing("<time datetime=\"\(date)\">", with: "").replacing(
      "</time>", with: "")
    return
      "<button type=\"button\" class=\"sign\" popovertarget=\"_fact-0\" aria-label=\"\(label)\">"
      + "<svg class=\"i\" aria-hidden=\"true\"><use href=\"../../../../assets/icons.svg#seal\"/></svg>"
      + "</button><small class=\"def\" popover id=\"_fact-0\">\(text)</small></span>"
  }

  struct Fact: Sendable, CustomTestStringConvertible {
    var id: String
    var link: String
    var value: String
    var date = "2026-11-20"
    var mark = "official"
    /// The last day on which it is sure.
    var sure = "2027-11-20"

    var span: String {
      "<span class=\"known\" data-mark=\"\(mark)\" data-sure=\"\(sure)\">"
    }

    var testDescription: String { id }
  }

  static let facts = [
    Fact(
      id: "phone-main", link: "<a href=\"tel:0215885682\">",
      value: "<b class=\"no\">02-1588 5682</b>"),
    Fact(
      id: "mail", link: "<a href=\"mailto:help@example.com\">",
      value: "<code>help@example.com</code>",
      date: "2026-11", mark: "reported", sure: "2027-11-30"),
    Fact(
      id: "social", link: "", value: "<code>&lt;1&gt;help</code>", date: "2026", sure: "2027-12-31"
    ),
    Fact(
      id: "site", link: "<a href=\"https://help.example.com/?a=1&amp;b=2\" rel=\"external\">",
      value: "<code>help.example.com/?a=1&amp;b=2</code>"),
    Fact(
      id: "home", link: "<a href=\"https://example.com/\" rel=\"external\">",
      value: "<code>example.com</code>"),
    Fact(
      id: "menu", link: "<a href=\"https://example.com/inquiry\" rel=\"external\">",
      value: "<span lang=\"ko\">로그인 → 문의</span> (Log in → Inquiry)"),
    Fact(id: "desk", link: "", value: "<span lang=\"ko\">서울 예시로 1</span> (1 Yesi-ro, Seoul)"),
  ]

  @Test(arguments: facts)
  func theValueComesFromTheRegistryWithItsDate(_ fact: Fact) async throws {
    let html = try await html("Use [the *channel*](channel:\(fact.id)).")
    let close = fact.link.isEmpty ? "" : "</a>"
    #expect(
      html == "<p>Use \(fact.span)\(fact.link)the <em>channel</em> \(fact.value)\(close)"
        + (try Self.checked(fact.date)) + ".</p>\n")
  }

  @Test(arguments: facts) func theTextMayBeEmpty(_ fact: Fact) async throws {
    let html = try await html("[](channel:\(fact.id))")
    #expect(html.hasPrefix("<p>\(fact.span)\(fact.link)\(fact.value)"), "\(html)")
  }

  @Test(arguments: [
    ("ko", "<span lang=\"ko\">로그인 → 문의</span></a>", "<span lang=\"ko\">서울 예시로 1</span><button"),
    ("zh", "<span lang=\"ko\">로그인 → 문의</span>（登录 → 咨询）</a>", "서울 예시로 1</span>（首尔 示例路 1）"),
    ("en", "<span lang=\"ko\">로그인 → 문의</span> (Log in → Inquiry)</a>", "(1 Yesi-ro, Seoul)"),
  ])
  func readersOfOtherLanguagesGetWhatAPathOrPlaceMeans(
    _ language: String, _ path: String, _ place: String
  ) async throws {
    let html = try await html("[](channel:menu) [](channel:desk)", in: language)
    #expect(html.contains(path), "\(html)")
    #expect(html.contains(place), "\(html)")
    #expect(html.contains(try Self.checked("2026-11-20", in: language)), "\(html)")
  }

  @Test func anUnverifiedValueIsNeverALink() async throws {
    let html = try await html("[Call](channel:doubtful)")
    #expect(
      html
        == "<p><span class=\"known maybe\" data-mark=\"unverified\">Call <b class=\"no\">070-1234</b>"
        + (try Self.checked("2024", "fact-unverified")) + "</p>\n")
  }

  /// A worried reader is better off with a dated number than with none.
  @Test func aStaleValueIsAmberAndStaysALink() async throws {
    var site = Self.site
    site.options.date = CalendarDate("2028-01-01")!
    site.write("[Call](channel:phone-main)", in: "en")
    let html = try await body(of: site)
    #expect(
      html == "<p><span class=\"known maybe\" data-mark=\"old\"><a href=\"tel:0215885682\">Call "
        + "<b class=\"no\">02-1588 5682</b></a>"
        + (try Self.checked("2026-11-20", "fact-stale")) + "</p>\n")
  }

  /// A text stays as it is when a number dies: readers learn it, and what to use instead.
  @Test(arguments: ["en", "ko", "zh"])
  func aSuspendedValueIsNoLinkAndNamesWhatToUseInstead(_ language: String) async throws {
    var site = Self.site
    site.content["Content/upbit/contact.yaml"]! += """

        - id: dead
          kind: phone
          name: b
          dial: "1577-0000"
          suspended: {since: 2026-11, instead: phone-main, source: c}
          source: b
          verified: 2026-11-20
          confidence: official
      """
    site.write("[Call](channel:dead) [](channel:dead)", in: language)
    let html = try await body(of: site, in: language)
    let dead =
      "<b class=\"no\">1577-0000</b>\(try Self.checked("2026-11", "fact-suspended", in: language))"
    #expect(
      html.contains("<span class=\"known none\" data-mark=\"suspended\">Call \(dead)"), "\(html)")
    #expect(html.contains("<span class=\"known none\" data-mark=\"suspended\">\(dead)"), "\(html)")
    #expect(!html.contains("tel:15770000"))
    let instead = try word("suspended-instead", in: language) + Self.facts[0].span
    #expect(html.contains(instead + "<a href=\"tel:0215885682\">a <b"), "\(html)")
  }

  @Test func anotherExchangeIsNamedBeforeTheChannel() async throws {
    let html = try await html("[](channel:bithumb/phone-main) [](channel:upbit/phone-main)")
    #expect(html.contains("<a href=\"tel:16615566\"><b class=\"no\">1661-5566</b></a>"), "\(html)")
    #expect(html.contains("<a href=\"tel:0215885682\">"), "\(html)")
  }

  @Test func aPublicDeskIsNamedByItsCountry() async throws {
    let html = try await html("[the police](channel:emergency/kr/police-112)")
    #expect(html.contains("<a href=\"tel:112\">the police <b class=\"no\">112</b></a>"), "\(html)")
  }

  @Test func aFactMayStandInATableAHeadingAndACallout() async throws {
    let html = try await html(
      "## [](channel:mail)\n\n| a | b |\n|---|---|\n| 1 | [](channel:mail) |\n\n> [!TIP] [](channel:mail)"
    )
    #expect(html.split(separator: "<a href=\"mailto:help@example.com\">").count == 4, "\(html)")
    #expect(!html.contains("class=\"anchor\""), "a link within a link: \(html)")
  }

  static let mistakes = [
    DialectMistake(
      "unknown-channel", "말 ⟦[call](channel:phone-man)",
      message: "'phone-man' is not a channel of the registry",
      hint: "did you mean 'channel:phone-main'?"),
    DialectMistake(
      "unknown-channel", "⟦[call](channel:bithumb/telephone-number)",
      hint: "channels are listed in contact.yaml and emergency/*.yaml by their id"),
    DialectMistake(
      "unknown-channel", "⟦[call](channel:bithum/phone-main)",
      hint: "did you mean 'channel:bithumb/phone-main'?"),
    DialectMistake(
      "unknown-channel", "⟦[call](channel:emergency/kr/police)",
      hint: "did you mean 'channel:emergency/kr/police-112'?"),
    DialectMistake("unknown-channel", "⟦[call](channel:emergency/police-112)"),
    DialectMistake("unknown-channel", "⟦[call](channel:)"),
    DialectMistake("unknown-channel", "⟦[call](channel:a/b/c/d)"),
    DialectMistake(
      "unknown-channel", "- 하나\n- ⟦[call](channel:old-line)", message: "'old-line' is retired",
      hint: "channels are listed in contact.yaml and emergency/*.yaml by their id"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported(in: Self.site)
  }
}

/// Links to the card of a channel on a contact page.
struct ChannelCardLinkTests {
  @Test func aLinkMayNameAChannelOfAContactPage() async throws {
    var site = ChannelFactTests.site
    site.write(
      "[all](../contact.yaml) [one](../contact.yaml#mail) [b](../../bithumb/contact.yaml)", in: "en"
    )
    let html = try await body(of: site)
    #expect(
      html == "<p><a href=\"../../contact/\">all</a> <a href=\"../../contact/#mail\">one</a> "
        + "<a href=\"../../../bithumb/contact/\">b</a></p>\n")
  }

  @Test func aChannelThatIsNotThereIsReported() async throws {
    try await DialectMistake(
      "broken-link", "말 ⟦[one](../contact.yaml#mial)",
      message: "Content/upbit/contact.yaml has no channel 'mial'", hint: "did you mean 'mail'?"
    ).expectReported(in: ChannelFactTests.site)
  }
}
