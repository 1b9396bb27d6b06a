import Foundation
import HelpCenter
import SiteIO
import Testing

@testable import HelpCenterCommand
@testable import PreviewServer

/// What `serve` shows while some texts have errors.
struct ServePlanTests {
  private let source: TemporarySource

  init() throws { source = try TemporarySource() }

  private func site() async throws -> PreviewSite {
    let build = SourceBuild(
      source: source.root.path, options: BuildOptions(time: .instant(1_795_000_000), jobs: 1),
      isPartial: true)
    return ServeCommand.site(of: try await build.plan(), version: "1")
  }

  private func text(_ path: String, of site: PreviewSite) throws -> String {
    String(decoding: try #require(site.file(at: path), "\(path)").bytes, as: UTF8.self)
  }

  private static func article(_ title: String, _ body: String) -> String {
    "---\ntitle: \(title)\ndescription: About it.\nupdated: 2026-11-01\n---\n\n\(body)\n"
  }

  @Test func aPageWithAnErrorSaysSoAndAllOthersAreShown() async throws {
    try source.write(
      Self.article("Broken", "[a](nowhere.md)"), to: "Content/upbit/security/broken.en.md")
    try source.write(
      Self.article("Also broken", "{unknown-marker}"), to: "Content/upbit/security/other.ko.md")
    try source.write(
      Self.article("Good", "See [the other](broken.md)."), to: "Content/upbit/security/good.en.md")
    let site = try await site()
    let broken = try text("en/upbit/security/broken/index.html", of: site)
    #expect(broken.contains("nowhere.md") && broken.contains("Content/upbit/security/broken.en.md"))
    #expect(!broken.contains("other.ko.md"), "only its own errors")
    #expect(try text("ko/upbit/security/other/index.html", of: site).contains("unknown-marker"))
    let good = try text("en/upbit/security/good/index.html", of: site)
    #expect(good.contains("See the other."))
    for language in ["ko", "zh", "en"] {
      #expect(try text("\(language)/upbit/security/lost/index.html", of: site).contains("<article"))
      #expect(try !text("\(language)/index.html", of: site).contains("Broken"))
    }
  }

  @Test func aMendedPageIsShownAgain() async throws {
    let path = "Content/upbit/security/lost.en.md"
    try source.write(Self.article("Lost phone", "[a](nowhere.md)"), to: path)
    let page = "en/upbit/security/lost/index.html"
    #expect(try text(page, of: try await site()).contains("nowhere.md"))
    try source.write(Self.article("Lost phone", "Found it."), to: path)
    #expect(try text(page, of: try await site()).contains("Found it."))
  }

  @Test func withoutASiteEveryAddressShowsTheErrors() async throws {
    try source.write("title: [", to: "Content/site.yaml")
    guard case .errorPage(let page) = try await site().content else {
      Issue.record("a site is shown")
      return
    }
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("Content/site.yaml"))
  }
}
