import Diagnostics
import Testing

@testable import HelpCenter

/// Texts with errors are left out, and the rest is a site.
struct PartialBuildTests {
  private static let faulty = "Content/upbit/security/faulty.en.md"

  private static var site: FixtureSite {
    var site = FixtureSite.withArticle
    site.content[faulty] = FixtureSite.article("Faulty", body: "[a](nowhere.md)")
    site.content["Content/upbit/security/good.en.md"] = FixtureSite.article(
      "Good", body: "See [the other](faulty.md) or [this](otp-lost.md).")
    return site
  }

  private static func plan(_ site: FixtureSite) async -> SitePlan {
    await SiteBuild.planPartly(site.sources, options: site.options)
  }

  private static func text(_ path: String, of plan: SitePlan) -> String? {
    plan.jobs?.first { $0.path == path }?.make().first.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }

  @Test func aWholeBuildStaysAllOrNothing() async {
    #expect(await Self.site.build().files == nil)
  }

  @Test func aTextWithAnErrorIsLeftOutAndNamed() async throws {
    let plan = await Self.plan(Self.site)
    #expect(
      plan.leftOut == [
        LeftOutFile(source: Self.faulty, page: "en/upbit/security/faulty/index.html")
      ])
    #expect(Self.text("en/upbit/security/faulty/index.html", of: plan) == nil)
    #expect(plan.diagnostics.filter { $0.severity == .error }.map(\.rule) == [.brokenLink])
  }

  /// Readers are led to no page that is not there, and read the sentence all the same.
  @Test func aLinkToItIsItsText() async throws {
    let plan = await Self.plan(Self.site)
    let page = try #require(Self.text("en/upbit/security/good/index.html", of: plan))
    #expect(page.contains("See the other or <a href=\"../otp-lost/\">this</a>"))
    let notices = plan.diagnostics.filter { $0.rule == .leftOut }
    #expect(notices.map(\.severity) == [.notice])
    #expect(notices.first?.location?.path == "Content/upbit/security/good.en.md")
  }

  @Test func itMayBeFeaturedMeanwhile() async {
    var site = Self.site
    site.content["Content/site.yaml"]! += "\nfeatured: [upbit/security/faulty]"
    #expect(await Self.plan(site).jobs != nil)
  }

  @Test func whatNeedsWhatIsLeftOutIsLeftOutToo() async {
    var site = Self.site
    site.content["Content/snippets/part.en.md"] = "{unknown-marker}\n"
    site.content["Content/upbit/security/user.en.md"] = FixtureSite.article(
      "User", body: "{include: part}")
    let sources = await Self.plan(site).leftOut.map(\.source)
    #expect(
      sources == [
        "Content/snippets/part.en.md", Self.faulty, "Content/upbit/security/user.en.md",
      ])
  }

  @Test func errorsOfTheSiteAsAWholeLeaveNothing() async {
    let changes: [(String, String)] = [
      ("Content/upbit/exchange.yaml", "nam: Upbit"), ("Content/categories.yaml", "- {id: a}"),
      ("Templates/home.mustache", "{{nothing}}"),
    ]
    for (path, text) in changes {
      var site = Self.site
      if path.hasPrefix("Templates/") {
        site.templates[path] = text
      } else {
        site.content[path] = text
      }
      let plan = await Self.plan(site)
      #expect(plan.jobs == nil && plan.leftOut.isEmpty, "\(path)")
    }
  }

  /// A reader whose money is leaving must not meet a page that is left out.
  @Test func aFaultyUrgentPageStopsAll() async {
    var site = ContactDataCheckTests.site
    site.content["Content/upbit/urgent.en.md"] = FixtureSite.article("U", body: "[a](nowhere.md)")
    #expect(await Self.plan(site).jobs == nil)
  }
}
