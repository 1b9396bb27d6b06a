import Diagnostics
import Testing

@testable import HelpCenter

/// Contact data in a text that no source stands behind.
struct ContactDataCheckTests {
  static let contact = """
    time-zone: Asia/Seoul
    channels:
      - {id: phone, kind: phone, name: Phone, dial: 1588-0000, source: s, verified: 2026-11, confidence: official}
      - {id: mail, kind: email, name: Mail, address: help@upbit.test, source: s, verified: 2026-11, confidence: official}
      - {id: x, kind: social, name: X, handle: "@Official_Upbit", url: "https://x.com/Official_Upbit", source: s, verified: 2026-11, confidence: official}
    """

  static var site: FixtureSite {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/contact.yaml"] = contact
    site.content["Content/upbit/exchange.yaml"] =
      "name: {ko: 업비트, zh: Upbit, en: Upbit}\nsite: upbit.com"
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent")
    }
    return site
  }

  @Test(arguments: [
    "전화: ⟦1588-0001로 거세요.", "전화 ⟦15880001", "拨打 ⟦400-123-4567。",
    "Call ⟦+82 2".replacing(" 2", with: "215880001"),
    "휴대폰 ⟦010-1234-5678", "Write to ⟦help@upbit.test.evil-host.com.", "邮箱：⟦a.b+c@evil-host.com",
    "On X: ⟦@Official_Upblt", "See ⟦https://upbit.com.evil-host.com/login.",
    "[here](⟦https://upbit-support.com)", "<⟦http://evil-host.com/>", "`⟦@fake_support`",
  ]) func reportsAValueThatTheRegistryDoesNotKnow(line: String) async throws {
    var site = Self.site
    let marked = MarkedText(FixtureSite.article("a", body: line))
    site.content["Content/upbit/security/new.ko.md"] = marked.text
    let result = await site.build()
    let found = try #require(
      result.errors.first { $0.id == "unknown-contact" }, "\(result.report)")
    #expect(
      found.location
        == SourceLocation(
          path: "Content/upbit/security/new.ko.md", line: marked.line, column: marked.column))
  }

  @Test(arguments: [
    "1588-0000, 15880000", "help@upbit.test", "@Official_Upbit and https://x.com/Official_Upbit",
    "https://support.upbit.com/hc/ko.", "2026-11-21, 09:00-18:00, 1,000,000 KRW, 0.05%",
    "TxID 0x9fc76417374aa880d4449a1f7f31ec597f00b1f6f3dd2d66f4c9c6c445836d8b", "#1234-5678",
    "a@b", "order 20261121-0001", "https://evil.example/, x@evil.test", "1.5882-3", "2026-2027",
    "5-10-15",
  ]) func leavesKnownValuesAndOtherNumbersAlone(line: String) async {
    var site = Self.site
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("a", body: line)
    let result = await site.build()
    #expect(!result.diagnostics.contains { $0.id == "unknown-contact" }, "\(result.report)")
  }

  /// What readers see of a PDF before its pages, and what a theme says by itself.
  @Test(arguments: [
    ("Content/upbit/security/form.pdf", "%PDF-1.4 1 0 obj<</Title (Call 1566-7234)>>", "1566-7234"),
    (
      "Content/upbit/security/form.pdf", "%PDF-1.4 <</S/URI/URI(https://evil-host.com/a)>>",
      "evil-host"
    ),
    (
      "Content/upbit/security/form.pdf",
      "%PDF-1.4 <</Author<FEFF00310035003600360037003200330034>>>", "15667234"
    ),
    ("Templates/partials/mark.mustache", "<p title=\"t.me/evil_help\">{{label}}</p>", "t.me"),
    ("Templates/partials/mark.mustache", "{{! 1566-7234 }}<p>Call 1566-7235</p>", "1566-7235"),
  ]) func readsPDFAndTemplates(path: String, text: String, value: String) async throws {
    var site = Self.site
    if path.hasSuffix(".pdf") {
      site.media[path] = Array(text.utf8)
    } else {
      site.templates[path] = text
    }
    let found = await site.build().diagnostics.filter { $0.id == "unknown-contact" }
    #expect(found.map(\.location?.path) == [path], "\(found)")
    #expect(found.first?.message.contains(value) == true)
  }

  @Test func trustedSitesMayBeLinked() async {
    var site = Self.site
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article(
      "a", body: "[탐색기](https://etherscan.io/tx/1)")
    #expect(await site.build().errors.contains { $0.id == "unknown-contact" })
    site.content["Content/trusted-sites.yaml"] =
      "- {host: etherscan.io, reason: {ko: 탐색기, zh: 浏览器, en: Explorer}}"
    let result = await site.build()
    #expect(result.errors.isEmpty, "\(result.report)")
  }

  @Test(arguments: [
    "+82 1588-0000", "１５８８－００００", "일오팔팔 공공공공", "텔레그램 @Official_Upbit", "x.com/Official_Upbit",
    "UPBIT.COM", "www.upbit.com", "upbit[.]com", "Help@Upbit.Test",
  ]) func knownValuesAreKnownInEveryForm(line: String) async {
    var site = Self.site
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("a", body: line)
    let result = await site.build()
    #expect(!result.diagnostics.contains { $0.id == "unknown-contact" }, "\(result.report)")
  }

  @Test(arguments: [
    "https://x.com/Official_Upblt", "x.com/fake", "uрbit.com", "up\u{200B}bit.com",
    "@offici\u{430}l_upbit",
    "help@uрbit.com", "1588-0000-1588-0001 또는 1588-0001", "upbit.com@evil-host.com",
    "fake@upbit.com",
  ]) func whatOnlyLooksKnownIsNot(line: String) async {
    var site = Self.site
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("a", body: line)
    #expect(await site.build().errors.contains { $0.id == "unknown-contact" })
  }

  /// Readers are warned of a look-alike by its name, and led to it by no link.
  @Test func aKnownFakeMayBeNamedAndNotLinked() async {
    var site = Self.site
    site.content["Content/known-fakes.yaml"] = """
      - {kind: host, value: upbit-help.com, imitates: upbit, source: a, verified: 2026, confidence: official}
      - {kind: dial, value: 1588-0009, imitates: upbit, source: a, verified: 2026, confidence: official}
      - {kind: profile, value: t.me/upbit_fake, imitates: upbit, source: a, verified: 2026, confidence: official}
      """
    let article = { (body: String) in FixtureSite.article("a", body: body) }
    site.content["Content/upbit/security/new.ko.md"] = article(
      "가짜: `upbit-help[.]com`, upbit-help.com, 1588-0009, t.me/upbit_fake")
    let result = await site.build()
    #expect(!result.diagnostics.contains { $0.id == "unknown-contact" }, "\(result.report)")
    site.content["Content/upbit/security/new.ko.md"] = article("[a](https://upbit-help.com)")
    #expect(await site.build().errors.contains { $0.id == "unknown-contact" })
  }

  /// A path, a text, and where in it the finding stands.
  static let places: [(path: String, text: String)] = [
    (
      "Content/upbit/security/new.ko.md",
      "---\ntitle: 전화 ⟦1588-0001\ndescription: b\nupdated: 2026-01-01\n---\n\na\n"
    ),
    (
      "Content/upbit/security/new.ko.md",
      "---\ntitle: ⟦\"1588\\x2d0001\"\ndescription: b\nupdated: 2026-01-01\n---\n\na\n"
    ),
    (
      "Content/upbit/security/new.ko.md",
      "---\ntitle: a\ndescription: b\nkeywords: [upbit, ⟦upbit-help.com]\nupdated: 2026-01-01\n---\n\na\n"
    ),
    (
      "Content/upbit/security/new.ko.md",
      FixtureSite.article("a", body: "| a | b |\n|---|---|\n| c | ⟦1588-0001 |")
    ),
    ("Content/upbit/security/new.ko.md", FixtureSite.article("a", body: "```\n전화 ⟦1588-0001\n```")),
    (
      "Content/upbit/security/new.ko.md",
      FixtureSite.article("a", body: "[⟦upbit-help.com](urgent.ko.md)")
    ),
    ("Content/snippets/staff.ko.md", "⟦카톡에서 @upbit_fake 를 추가하세요\n"),
    ("Content/glossary.yaml", "otp:\n  name: OTP\n  text: 문의 ⟦1588-0001\n"),
    ("Content/categories.yaml", "- id: security\n  name: 보안 ⟦1588-0001\n"),
    (
      "Content/upbit/exchange.yaml",
      "name: 업비트\nsite: upbit.com\n# 1588-0002\ndescription: |\n  여기\n  ⟦1588-0001\n"
    ),
    (
      "Content/upbit/contact.yaml",
      contact + "\nabsent:\n  - {kind: email, name: a, note: \"⟦fake@upbit-help.com\"}\n"
    ),
    (
      "Content/upbit/security/way.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M1588 5682 1 2\"/><text>전화 ⟦1588-<tspan>0001</tspan></text></svg>"
    ),
    (
      "Content/upbit/security/way.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-label=\"⟦upbit-help.com\"/>"
    ),
    ("Content/upbit/security/film.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n전화 ⟦1588-0001\n"),
    ("Content/upbit/security/call-1588-0001.pdf", "⟦%PDF"),
    ("Templates/languages/ko.yaml", "⟦"),
  ]

  @Test(arguments: places) func looksAtEveryTextThatReadersSee(path: String, text: String)
    async throws
  {
    var site = Self.site
    let marked: MarkedText
    if path == "Templates/languages/ko.yaml" {
      let words = try #require(Repository.theme.first { $0.path == path })
      let text = String(decoding: words.bytes, as: UTF8.self)
      marked = MarkedText("word-of-a-test: ⟦1588-0001\n" + text)
      site.templates[path] = marked.text
    } else {
      marked = MarkedText(text)
      site.content[path] = marked.text
    }
    let result = await site.build()
    let found = result.errors.filter { $0.id == "unknown-contact" }
    #expect(
      found.map(\.location) == [
        SourceLocation(path: path, line: marked.line, column: marked.column)
      ],
      "\(result.report)")
  }

  @Test func aDisguiseIsShownWithWhatItStandsFor() async throws {
    var site = Self.site
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("a", body: "일오팔팔 공공공일")
    let found = try #require(await site.build().errors.first { $0.id == "unknown-contact" })
    #expect(found.message == "the phone number '일오팔팔 공공공일' (15880001) is in no contact.yaml")
  }
}

/// What a site makes of contacts that nothing stands behind, and what it may trust.
struct ContactsCheckTests {
  /// A site without contacts, and `contacts-check` where it is given.
  private static func site(_ mode: String?, body: String, trusted: String = "") -> FixtureSite {
    var site = FixtureSite.withArticle
    if let mode { site.content["Content/site.yaml"]! += "\ncontacts-check: \(mode)" }
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("a", body: body)
    if !trusted.isEmpty { site.content["Content/trusted-contacts.yaml"] = trusted }
    return site
  }

  private static func severities(_ site: FixtureSite) async -> [Severity] {
    await site.build().diagnostics.filter { $0.rule == .unknownContact }.map(\.severity)
  }

  @Test func aSiteSaysWhatBecomesOfThem() async {
    let expected: [(String?, [Severity])] = [
      ("strict", [.error]), ("listed", [.warning]), ("off", []), (nil, [.warning]),
    ]
    for (mode, severities) in expected {
      let found = await Self.severities(Self.site(mode, body: "전화 1588-0001"))
      #expect(found == severities, "\(mode ?? "nothing")")
    }
  }

  @Test func whereContactsAreKeptTheyAreErrorsUnlessTheSiteSaysOtherwise() async {
    var site = ContactDataCheckTests.site
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("a", body: "1588-0001")
    #expect(await Self.severities(site) == [.error])
    site.content["Content/site.yaml"]! += "\ncontacts-check: listed"
    #expect(await Self.severities(site) == [.warning])
  }

  @Test(arguments: [
    "`@fake_support`", "`1588-0001`", "`mail.evil-host.com`", "`me@evil-host.com`",
    "```\n@evil/package\n```", "~~~\nssh me@evil-host.com\n~~~", "```\ncall 1588-0001\n```",
  ]) func codeIsCodeWhereContactsAreOnlyListed(body: String) async {
    #expect(await Self.severities(Self.site("listed", body: body)).isEmpty)
  }

  /// Addresses to type are written as code, and a number is dialled wherever it stands.
  @Test(arguments: [
    ("`@fake_support`", 1), ("`evil-host.com`", 1), ("```\ncall 1588-0001\n```", 1),
    ("```\nssh me@evil-host.com\n```", 0), ("```\n@fake_support\n```", 0),
    ("```\ncurl https://evil-host.com\n```", 0),
  ]) func strictLooksAtSpansAndAtNumbersInBlocks(body: String, count: Int) async {
    #expect(await Self.severities(Self.site("strict", body: body)).count == count)
  }

  @Test func technicalTextsHoldNone() async throws {
    let file = Repository.root.appending(path: "Tests/Vectors/technical-texts.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 100)
    for mode in ["strict", "listed"] {
      let body = lines.joined(separator: "\n\n")
      let result = await Self.site(mode, body: body).build()
      let found = result.diagnostics.filter { $0.location?.path.hasSuffix("new.ko.md") == true }
      let others = found.filter { $0.rule != .missingTranslation }
      #expect(others.isEmpty, "\(mode): \(result.report)")
    }
  }

  static let trusted: [(body: String, list: String)] = [
    ("help@acme-support.com", "mail: help@acme-support.com"),
    ("help@acme-support.com", "mail: \"@acme-support.com\""),
    ("a.b@eu.acme-support.com", "mail: [\"@acme-support.com\"]"),
    ("Help@Acme-Support.com", "mail: any"),
    ("https://docs.acme-support.com/x", "hosts: acme-support.com"),
    ("https://docs.acme-support.com/x", "hosts: any"),
    ("@Acme_Dev 에 물어보세요.", "handles: \"@acme_dev\""),
    ("@Acme_Dev 에 물어보세요.", "handles: any"),
  ]

  @Test(arguments: trusted) func aSiteMayTrustContactsOfNoRegistry(body: String, list: String) async
  {
    #expect(await Self.severities(Self.site("strict", body: body)) == [.error])
    #expect(await Self.severities(Self.site("strict", body: body, trusted: list)).isEmpty)
  }

  @Test(arguments: [
    ("help@acme-support.com.evil-host.com", "mail: \"@acme-support.com\""),
    ("help@acmе-support.com", "mail: any"), ("1588-0001", "mail: any\nhosts: any\nhandles: any"),
    ("https://evil-host.com", "mail: \"@evil-host.com\""),
  ]) func trustGoesNoFurtherThanItIsGiven(body: String, list: String) async {
    #expect(await Self.severities(Self.site("strict", body: body, trusted: list)) == [.error])
  }

  @Test(arguments: [
    ("mail: ⟦acme-support.com", Diagnostic.Rule.badAddress), ("hosts: ⟦https://a.com", .badHost),
    ("handles: ⟦acme", .badValue), ("⟦mails: any", .unknownKey),
    ("contacts: any\n⟦phones: any", .unknownKey),
  ]) func saysWhatIsWrongInTheList(text: String, rule: Diagnostic.Rule) async {
    let marked = MarkedText(text)
    let result = await Self.site("off", body: "a", trusted: marked.text).build()
    let place = SourceLocation(
      path: "Content/trusted-contacts.yaml", line: marked.line, column: marked.column)
    #expect(
      result.errors.contains { $0.rule == rule && $0.location == place }, "\(result.report)")
  }
}

struct StaleContactCheckTests {
  @Test func saysWhatIsStaleOrUnverifiedAndFailsOnRequest() async throws {
    var site = ContactDataCheckTests.site
    site.content["Content/upbit/contact.yaml"] = """
      time-zone: Asia/Seoul
      channels:
        - {id: old, kind: phone, name: Phone, dial: 1588-0000, source: s, verified: 2025-11-20, confidence: official}
        - {id: edge, kind: phone, name: Phone, dial: 1588-0002, source: s, verified: 2025-11-21, confidence: official}
        - {id: rumour, kind: phone, name: Phone, dial: 1588-0003, source: s, verified: 2026-11, confidence: unverified}
      """
    let result = await site.build()
    let found = result.diagnostics.filter { $0.severity == .notice && $0.id.hasSuffix("contact") }
    #expect(found.map(\.id) == ["stale-contact", "unverified-contact"], "\(result.report)")
    #expect(found.map { $0.location?.line } == [3, 5])
    #expect(result.files != nil)
    #expect(result.diagnostics.failingOnStaleContacts().count { $0.severity == .error } == 2)
    let page = try #require(result.text("ko/upbit/contact/index.html"))
    #expect(page.contains("href=\"tel:15880000\""), "a stale number stays usable")
    #expect(!page.contains("href=\"tel:15880003\""), "an unverified one is no link")
  }
}

struct CalendarEndCheckTests {
  @Test(arguments: [("2026", true), ("2027", false)])
  func warnsNinetyDaysBeforeACalendarEnds(year: String, warns: Bool) async {
    var site = ContactDataCheckTests.site
    site.content["Content/holidays/kr.yaml"] =
      "name: Korea\ndays: [{date: \(year)-01-01, name: New Year}]"
    let result = await site.build()
    #expect(result.diagnostics.contains { $0.id == "calendar-ends" } == warns)
  }
}

struct HarmfulAdviceCheckTests {
  @Test(arguments: [
    "문의할 때 ⟦x".replacing("⟦x", with: "비밀번호를 알려 주세요."), "请提供您的验证码。",
    "Please send us your password so that we can help.",
    "Ask on a forum whether the number is real and verify it there.",
    "Ask in a Telegram group whether the number is official.", "번호가 맞는지 커뮤니티에 물어보세요.",
    "可以先在贴吧核实客服电话。",
    "Share your recovery phrase to restore it.", "Send your password to support by e-mail.",
    "문의 글에 비밀번호도 적어 주세요.", "Provide your code in the chat.", "Google the support number first.",
    "포털에서 검색해 고객센터 번호를 확인하세요.",
  ]) func refusesHarmfulAdvice(line: String) async {
    var site = ContactDataCheckTests.site
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("a", body: line)
    #expect(await site.build().errors.contains { $0.id == "harmful-advice" })
  }

  @Test(arguments: [
    "비밀번호를 알려 달라는 사람은 사기입니다.", "누구에게도 인증번호를 보내지 마세요.", "不要把助记词提供给客服。",
    "Staff never ask you to share your password.", "비밀번호 재설정 화면을 보내 주세요라고 하지 않습니다.",
    "TxID를 알려 주세요.",
    "Do not ask in a forum whether a number is official.", "커뮤니티에서 찾은 번호는 믿지 마세요.",
    "Provide your code with the parts it needs.", "Give your password in the second field.",
    "비밀번호 칸에 비밀번호를 적어 주세요.", "Share your code as a gist.",
    "Check the official support page.", "공식 사이트에서 번호를 확인하세요.",
  ]) func letsWarningsStand(line: String) async {
    var site = ContactDataCheckTests.site
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("a", body: line)
    let result = await site.build()
    #expect(!result.diagnostics.contains { $0.id == "harmful-advice" }, "\(result.report)")
  }

  private static let sentence = "Send us your password of the test server."

  private static func found(head: String = "", site line: String = "") async -> [Diagnostic] {
    var site = ContactDataCheckTests.site
    site.content["Content/upbit/security/new.ko.md"] = FixtureSite.article(
      "a", head, body: sentence)
    site.content["Content/site.yaml"]! += "\n" + line
    return await site.build().errors
  }

  @Test func aFindingNamesItsRule() async {
    #expect(
      await Self.found().map(\.message) == [
        "the text asks the reader for a secret (asks-for-secret)"
      ])
  }

  @Test func aTextOrASiteMaySayThatItWasConsidered() async {
    let entry = "considered: [{rule: asks-for-secret, because: a server of the reader's own}]"
    #expect(await Self.found(head: entry).isEmpty)
    #expect(await Self.found(site: entry).isEmpty)
    #expect(
      await Self.found(head: entry.replacing("asks-for-secret", with: "sends-to-strangers")).count
        == 1)
  }

  @Test func aSentenceMayBeConsideredByAPieceOfIt() async {
    let entry = "considered: [{rule: asks-for-secret, text: test server, because: own}]"
    #expect(await Self.found(head: entry).isEmpty)
    #expect(await Self.found(head: entry.replacing("test", with: "mail")).count == 1)
  }

  @Test func whatIsConsideredNeedsAKnownRuleAndAReason() async {
    let rules = await Self.found(head: "considered: [{rule: ask-for-secret, because: own}]")
    #expect(
      rules.contains { $0.rule == .unknownValue && $0.hint?.contains("asks-for-secret") == true })
    let reasons = await Self.found(head: "considered: [{rule: asks-for-secret}]")
    #expect(reasons.contains { $0.rule == .missingKey })
  }
}
