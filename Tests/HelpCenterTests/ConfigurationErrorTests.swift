import Diagnostics
import Testing

@testable import HelpCenter

/// Mistakes in the YAML files of a site, each with its place.
struct ConfigurationErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var id: String
    var path: String
    var marked: MarkedText

    init(_ id: String, in path: String, _ marked: String) {
      self.id = id
      self.path = "Content/" + path
      self.marked = MarkedText(marked)
    }

    var testDescription: String { "\(id) in \(path)" }
  }

  static let languages = "languages: [{path: ko, tag: ko}, {path: zh}, {path: en}]\n"

  static let mistakes: [Mistake] = [
    Mistake(
      "unknown-key", in: "site.yaml",
      languages + "title: a\nexchanges: [upbit]\n⟦langauges: []\n"),
    Mistake("missing-key", in: "site.yaml", "⟦" + languages + "exchanges: [upbit]\n"),
    Mistake(
      "unknown-exchange", in: "site.yaml", languages + "title: a\nexchanges: [upbit, ⟦bithum]\n"),
    Mistake(
      "duplicate-exchange", in: "site.yaml",
      languages + "title: a\nexchanges: [upbit, ⟦upbit]\n"),
    Mistake(
      "bad-value", in: "site.yaml",
      languages + "title: a\nexchanges: [upbit]\nbase-url: ⟦help.example.com\n"),
    Mistake(
      "unknown-article", in: "site.yaml",
      languages + "title: a\nexchanges: [upbit]\nfeatured: [⟦upbit/security/otp-lst]\n"),
    Mistake(
      "unknown-language", in: "site.yaml",
      "languages:\n  - {path: ko, fallback: [⟦fr]}\n  - {path: zh}\n  - {path: en}\n"
        + "title: a\nexchanges: [upbit]\n"),
    Mistake(
      "missing-translation", in: "categories.yaml",
      "- id: security\n  name: ⟦{ko: 보안, en: Security}\n"),
    Mistake(
      "duplicate-category", in: "categories.yaml",
      "- id: security\n  name: a\n- ⟦id: security\n  name: b\n"),
    Mistake("reserved-slug", in: "categories.yaml", "- id: ⟦contact\n  name: a\n"),
    Mistake("wrong-type", in: "categories.yaml", "⟦security: a\n"),
    Mistake(
      "bad-value", in: "categories.yaml",
      "- id: security\n  name: a\n  categories:\n    - id: b\n      name: b\n"
        + "      ⟦categories: [{id: c, name: c}]\n"),
    Mistake(
      "duplicate-category", in: "categories.yaml",
      "- id: security\n  name: a\n  categories: [{id: b, name: b}, ⟦{id: b, name: c}]\n"),
    Mistake(
      "reserved-slug", in: "categories.yaml",
      "- id: security\n  name: a\n  categories: [{id: ⟦notices, name: b}]\n"),
    Mistake(
      "empty-value", in: "categories.yaml", "- id: security\n  name: a\n  ⟦categories: []\n"),
    Mistake("bad-host", in: "upbit/exchange.yaml", "name: a\nsite: ⟦https://upbit.com\n"),
    Mistake("unknown-value", in: "upbit/exchange.yaml", "name: a\nkind: ⟦exchnage\n"),
    Mistake(
      "missing-key", in: "upbit/contact.yaml",
      "time-zone: UTC\nchannels:\n  - ⟦{id: a, kind: phone, name: b, dial: \"1\", "
        + "verified: 2026, confidence: official}\n"),
    Mistake(
      "bad-phone", in: "upbit/contact.yaml",
      "time-zone: UTC\nchannels:\n  - {id: a, kind: phone, name: b, dial: ⟦call me, source: c, "
        + "verified: 2026, confidence: official}\n"),
    Mistake(
      "bad-url", in: "upbit/contact.yaml",
      "time-zone: UTC\nchannels:\n  - {id: a, kind: social, name: b, url: ⟦\"javascript:x\", "
        + "source: c, verified: 2026, confidence: official}\n"),
    Mistake(
      "bad-hours", in: "upbit/contact.yaml",
      "time-zone: UTC\nchannels:\n  - id: a\n    kind: phone\n    name: b\n    dial: \"1\"\n"
        + "    source: c\n    verified: 2026\n    confidence: official\n"
        + "    hours: {answer: [⟦mon-fry 09:00-18:00]}\n"),
    Mistake(
      "channel-without-value", in: "upbit/contact.yaml",
      "time-zone: UTC\nchannels:\n  - ⟦{id: a, kind: phone, name: b, source: c, verified: 2026, "
        + "confidence: official}\n"),
    Mistake(
      "unknown-calendar", in: "upbit/contact.yaml",
      "⟦time-zone: UTC\nholidays: kr\nchannels: []\n"),
    Mistake("unknown-file", in: "upbit/contcat.yaml", "⟦a: b\n"),
    Mistake("language-suffix", in: "upbit/security/otp.md", "⟦# a\n"),
    Mistake("language-suffix", in: "upbit/security/otp.kr.md", "⟦# a\n"),
    Mistake("slug", in: "upbit/security/OTP Lost.ko.md", "⟦# a\n"),
    Mistake("reserved-slug", in: "upbit/security/contact.ko.md", "⟦# a\n"),
    Mistake("notice-name", in: "upbit/notices/fee.ko.md", "⟦# a\n"),
    Mistake("unlisted-exchange", in: "bithumb", "⟦"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: Mistake) async throws {
    var site = FixtureSite.withArticle
    if mistake.id == "unlisted-exchange" {
      site.content["Content/bithumb/exchange.yaml"] = "name: a"
    } else {
      site.content[mistake.path] = mistake.marked.text
    }
    let result = await site.build()
    let place = SourceLocation(
      path: mistake.path, line: mistake.marked.line, column: mistake.marked.column)
    let found = result.diagnostics.first { $0.id == mistake.id && $0.location == place }
    #expect(found?.severity == .error, "\(result.report)")
    #expect(result.files == nil)
  }

  @Test func aBrokenSiteFileDoesNotHideOtherMistakes() async {
    var site = FixtureSite.withArticle
    site.content["Content/site.yaml"] = "title: [\n"
    site.content["Content/upbit/security/otp-lost.ko.md"] = "# no front matter\n"
    let ids = Set(await site.build().errors.map(\.id))
    #expect(ids.isSuperset(of: ["yaml-syntax", "front-matter-missing"]))
  }
}
