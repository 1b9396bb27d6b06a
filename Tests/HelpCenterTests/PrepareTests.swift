import Contacts
import Foundation
import Testing

@testable import HelpCenter

/// The case pack: where a message goes, and in whose language.
struct PrepareTests {
  /// The page of an exchange with these channels, in English; a template of its own shows the desk.
  private func desk(_ channels: String) async throws -> String {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/contact.yaml"] = "time-zone: Asia/Seoul\nchannels:\n" + channels
    for path in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(path).md"] = FixtureSite.article("Urgent")
    }
    site.templates["Templates/prepare.mustache"] =
      "{{#desks}}{{message-language}} mail={{mail}} {{#channel}}{{id}}{{/channel}}{{/desks}}"
    let result = await site.build()
    let page = result.text("en/upbit/prepare/index.html")
    return try #require(page, "\(result.report)").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func channel(_ id: String, _ kind: String, _ rest: String) -> String {
    """
      - id: \(id)
        kind: \(kind)
        name: {ko: 이름, zh: 名称, en: Name}
        \(rest.split(separator: "\n").joined(separator: "\n    "))
        source: {ko: 자료, zh: 资料, en: Source}
        verified: 2026-11-01

    """
  }

  @Test func aMailForCustomersComesFirst() async throws {
    let desk = try await desk(
      channel("ticket", "ticket", "url: https://upbit.com/ask\nconfidence: official")
        + channel(
          "mail", "email", "address: help@upbit.com\nlanguages: [ko]\nconfidence: official"))
    #expect(desk == "ko mail=mailto:help@upbit.com mail")
  }

  @Test func aMailForOthersIsNone() async throws {
    let scope = "scope: {ko: 상장, zh: 上币, en: Listing}\n"
    let desk = try await desk(
      channel("listing", "email", "address: list@upbit.com\n\(scope)confidence: official")
        + channel("old", "email", "address: old@upbit.com\nconfidence: unverified")
        + channel("form", "ticket", "url: https://upbit.com/ask\nconfidence: unverified")
        + channel(
          "help", "help-center",
          "url: https://help.upbit.com\nlanguages: [zh, en]\nconfidence: official"))
    #expect(desk == "en mail= help")
  }

  @Test func theFirstLanguageOfServiceIsTaken() async throws {
    let desk = try await desk(
      channel(
        "form", "ticket",
        "url: https://upbit.com/ask\nlanguages: [zh, ko]\nconfidence: unverified"))
    #expect(desk == "zh mail= form")
  }

  @Test func exchangesWithoutContactsHaveNoPage() async {
    let result = await FixtureSite.withArticle.build()
    #expect(result.text("en/prepare/index.html") != nil, "\(result.report)")
    #expect(result.text("en/upbit/prepare/index.html") == nil)
    #expect(result.text("sitemap.xml")?.contains("/en/prepare/") == true)
  }

  /// The script knows the fields by these names and writes them in this order.
  @Test func thePageAndItsScriptAgreeOnTheFields() throws {
    let script = try #require(
      Repository.theme.first { $0.path == "Templates/assets/contacts/outline.js" })
    let names = CasePack.fields.map { "\"\($0.id)\"" }.joined(separator: ", ")
    #expect(String(decoding: script.bytes, as: UTF8.self).contains("[\n  \(names),\n]"))
  }
}
