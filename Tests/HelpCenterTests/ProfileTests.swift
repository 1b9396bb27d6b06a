import Contacts
import Diagnostics
import Foundation
import Testing

@testable import HelpCenter

/// A site that is its owner's: what exchanges need is a profile, and a company is its own source.
struct ProfileTests {
  private static let coffee: [SourceFile] = {
    let folder = Repository.root.appending(path: "Tests/HelpCenterTests/Coffee").path
    let paths = FileManager.default.subpaths(atPath: folder) ?? []
    let content = paths.sorted().compactMap { path -> SourceFile? in
      guard path.hasSuffix(".yaml") || path.hasSuffix(".md") else { return nil }
      let bytes = FileManager.default.contents(atPath: folder + "/" + path)
      return bytes.map { SourceFile(path: path, bytes: Array($0)) }
    }
    return content + Repository.theme
  }()

  private static func buildCoffee() async -> BuildResult {
    await SiteBuild.run(coffee, options: BuildOptions(date: CalendarDate("2026-11-21")!, jobs: 2))
  }

  @Test func aMakerOfCoffeeMachinesIsNotToldOfExchanges() async throws {
    let result = await Self.buildCoffee()
    let files = try #require(result.files, "\(result.report)")
    #expect(result.diagnostics.isEmpty, "\(result.report)")
    #expect(files.count > 100)
    let words =
      #/(?i:crypto|coin|wallet|txid|exchange|withdraw)|거래소|코인|지갑|출금|交易所|币|钱包|提现/#
    for file in files where !file.path.hasSuffix(".png") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let found = text.matches(of: words).map { String($0.output) }
      #expect(found.isEmpty, "\(file.path): \(Set(found))")
      #expect(!file.path.contains(words), "\(file.path)")
    }
  }

  @Test func nothingOfTheProfileIsBuiltWithoutIt() async throws {
    let paths = try #require(await Self.buildCoffee().files).map(\.path)
    for part in ["urgent", "verify", "prepare", "secrets", "seed-phrase", "recognise", "outline"] {
      #expect(!paths.contains { $0.contains(part) }, "\(part)")
    }
    #expect(!paths.contains("contacts.json") && !paths.contains("search/values.json"))
  }

  /// A product's pages show the company's channels, and none of them a source, a date or a mark.
  @Test func aCompanyIsTheSourceOfItsOwnContacts() async throws {
    let result = await Self.buildCoffee()
    for page in ["moka", "moka/care/descale", "grind", "company/contact"] {
      let html = try #require(result.text("en/\(page)/index.html"), "\(page)")
      #expect(html.contains("tel:000000000"), "\(page)")
      #expect(!html.contains("<p class=\"seal") && !html.contains("Official source"), "\(page)")
    }
    let product = try #require(result.text("ko/moka/index.html"))
    #expect(product.contains("mailto:help@mokaworks.example"))
    #expect(product.contains("../company/contact/"))
  }

  @Test func whereADirectoryIsKeptEveryContactStillNeedsItsSource() async {
    var site = ContactDataCheckTests.site
    site.content["Content/upbit/contact.yaml"] =
      "time-zone: UTC\nchannels: [{id: a, kind: phone, name: A, dial: 1588-0000}]"
    for kind in ["", "kind: directory\n", "kind: company\n"] {
      var copy = site
      copy.content["Content/site.yaml"]! = kind + copy.content["Content/site.yaml"]!
      // The profile's contacts.json promises a source for all.
      let errors = await copy.build().errors.filter { $0.rule == .missingKey }
      #expect(errors.count == 3, "\(kind)")
      copy.content["Content/site.yaml"]!.replace("profile: exchange\n", with: "")
      let own = await copy.build().errors.filter { $0.rule == .missingKey }
      #expect(own.count == (kind.contains("company") ? 0 : 3), "\(kind)")
    }
  }

  @Test func aNumberAloneDemandsNoUrgentPagesWithoutTheProfile() async {
    var site = ContactDataCheckTests.site
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(language).md"] = nil
    }
    #expect(await site.build().errors.map(\.rule) == Array(repeating: .missingUrgentPage, count: 3))
    site.content["Content/site.yaml"]!.replace("profile: exchange\n", with: "")
    let result = await site.build()
    #expect(result.files != nil, "\(result.report)")
  }

  static let switches: [(key: String, page: String)] = [
    ("urgent", "en/upbit/urgent/index.html"), ("verify", "en/verify/index.html"),
    ("case-pack", "en/prepare/index.html"),
  ]

  @Test(arguments: switches) func eachPageHasASwitchOfItsOwn(key: String, page: String) async {
    var site = ContactDataCheckTests.site
    #expect(await site.build().text(page) != nil)
    site.content["Content/site.yaml"]! += "\n\(key): false"
    let result = await site.build()
    #expect(result.files != nil && result.text(page) == nil, "\(result.report)")
    let name = page.split(separator: "/").dropLast().last!
    let links = result.files?.filter { $0.path.hasPrefix("en/") && $0.path.hasSuffix(".html") }
      .filter { String(decoding: $0.bytes, as: UTF8.self).contains("\(name)/\"") }
    #expect(links?.map(\.path) == [], "nothing leads to a page that is not there")
  }

  @Test func urgentPagesCanBeHadWithoutTheProfile() async throws {
    var site = ContactDataCheckTests.site
    site.content["Content/site.yaml"]!.replace("profile: exchange\n", with: "urgent: true\n")
    let page = try #require(await site.build().text("en/upbit/urgent/index.html"))
    #expect(page.contains("tel:15880000"))
  }

  @Test func pagesOfTheProfileAreRefusedWithoutIt() async {
    for key in ["verify", "case-pack"] {
      var site = FixtureSite.withArticle
      site.content["Content/site.yaml"]!.replace("profile: exchange", with: "\(key): true")
      let result = await site.build()
      #expect(result.errors.map(\.rule) == [.badValue], "\(result.report)")
    }
  }

  @Test func aFileOfASectionAndItsListHaveNeutralNames() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/site.yaml"]!.replace("exchanges:", with: "sections:")
    site.content["Content/upbit/section.yaml"] = site.content["Content/upbit/exchange.yaml"]
    site.content["Content/upbit/exchange.yaml"] = nil
    site.content["Content/upbit/security/link.en.md"] = FixtureSite.article(
      "Link", body: "[home](../section.yaml)")
    let result = await site.build()
    let page = try #require(result.text("en/upbit/security/link/index.html"), "\(result.report)")
    #expect(page.contains("href=\"../../\">home</a>"))
    site.content["Content/upbit/exchange.yaml"] = site.content["Content/upbit/section.yaml"]
    #expect(await site.build().errors.map(\.rule) == [.duplicateSlug])
    site.content["Content/site.yaml"]! += "\nexchanges: [upbit]"
    #expect(await site.build().errors.contains { $0.rule == .badValue })
  }

  @Test func aSectionCannotShowContactsThatAreNotThere() async {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/exchange.yaml"]! += "\ncontacts-of: upbti"
    #expect(await site.build().errors.map(\.rule) == [.unknownExchange])
  }
}
