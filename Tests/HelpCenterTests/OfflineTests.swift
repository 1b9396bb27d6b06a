import Foundation
import Testing

@testable import HelpCenter

/// The manifest, and what the service worker is told to keep.
struct OfflineTests {
  private struct Kept: Decodable {
    var build: String
    var pages: [String: [String]]
    var files: [String]
  }

  private func kept(_ result: BuildResult) throws -> Kept {
    let script = try #require(result.text("sw.js"), "\(result.report)")
    let line = try #require(script.split(separator: "\n").first)
    let json = line.dropFirst("const KEPT = ".count).dropLast()
    return try JSONDecoder().decode(Kept.self, from: Data(json.utf8))
  }

  private var withContacts: FixtureSite {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/contact.yaml"] = "time-zone: UTC\nchannels: []\n"
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent")
    }
    return site
  }

  @Test func theUrgentContactAndVerifyPagesOfEachLanguageAreKept() async throws {
    let kept = try kept(await withContacts.build())
    #expect(
      kept.pages["zh"] == ["zh/contact/", "zh/verify/", "zh/upbit/contact/", "zh/upbit/urgent/"])
    #expect(Set(kept.pages.keys) == ["ko", "zh", "en"])
  }

  @Test func whatIsKeptIsThereAndNothingThatItLoadsIsMissing() async throws {
    let result = await RealContentTests.result.value
    let kept = try kept(result)
    let paths = Set(try #require(result.files).map(\.path))
    let files = Set(kept.files)
    #expect(files.isSubset(of: paths) && files.contains("contacts.json"))
    #expect(kept.pages.values.allSatisfy { $0.count == 11 })
    for page in kept.pages.values.joined() {
      let html = try #require(result.text(page + "index.html"), "\(page)")
      #expect(html.contains("<template data-kept>") && html.contains("{date}"), "\(page)")
      for file in html.matches(of: #/(?:href|src)="(?:\.\./)+(assets/[^"#?]+)/#) {
        #expect(files.contains(String(file.output.1)), "\(file.output.1) of \(page)")
      }
    }
    let scripts = files.filter { $0.hasSuffix(".js") || $0.hasSuffix(".css") }
    for path in scripts {
      let text = try #require(result.text(path))
      for name in text.matches(of: #/\.([0-9a-z]{8})\.(?:js|css|svg)["')]/#) {
        #expect(files.contains { $0.contains(".\(name.output.1).") }, "\(name.output.0) of \(path)")
      }
    }
  }

  @Test func onlyKeptPagesCarryTheMark() async throws {
    let result = await withContacts.build()
    for page in ["ko/", "ko/upbit/", "ko/upbit/security/otp-lost/", "ko/prepare/", "ko/search/"] {
      #expect(result.text(page + "index.html")?.contains("data-kept") == false, "\(page)")
    }
  }

  @Test func theBuildIsNamedByWhatIsKept() async throws {
    let site = withContacts
    let first = try kept(await site.build()).build
    var other = site
    other.content["Content/upbit/security/new.ko.md"] = FixtureSite.article("New")
    other.options.date = other.options.date.adding(days: 3)!
    #expect(try kept(await other.build()).build == first)
    other.content["Content/upbit/urgent.ko.md"] = FixtureSite.article("Urgent", body: "Changed.")
    #expect(try kept(await other.build()).build != first)
  }

  @Test func aThemeWithoutAServiceWorkerHasNone() async throws {
    let files = FixtureSite.withArticle.sources.filter { $0.path != "Templates/assets/sw.js" }
    let result = await SiteBuild.run(files, options: FixtureSite.smallest.options)
    #expect(result.files != nil && result.text("sw.js") == nil, "\(result.report)")
  }

  @Test func theManifestNamesTheSiteAndIconsThatAreThere() async throws {
    let result = await RealContentTests.result.value
    let text = try #require(result.text("manifest.webmanifest"))
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(manifest["short_name"] as? String == "거래소 도움말")
    #expect((manifest["name"] as? String)?.contains("Exchange Help") == true)
    #expect(manifest["start_url"] as? String == "./" && manifest["scope"] as? String == "./")
    let icons = try #require(manifest["icons"] as? [[String: String]])
    #expect(icons.map { $0["sizes"] } == ["any", "512x512"])
    let paths = Set(try #require(result.files).map(\.path))
    for icon in icons { #expect(paths.contains(icon["src"] ?? ""), "\(icon)") }
  }
}
