import Diagnostics
import Foundation
import SiteIO
import Testing

@testable import HelpCenter

/// `Content/root/`: what is published at the site's root as it is.
struct RootFilesTests {
  private static func site(_ files: [String: String]) -> FixtureSite {
    var site = FixtureSite.withArticle
    for (path, text) in files { site.media["Content/root/" + path] = Array(text.utf8) }
    return site
  }

  @Test func areTheSameByteForByte() async throws {
    let files = [
      "CNAME": "help.example.org\n", ".well-known/security.txt": "Contact: mailto:a@example.org\n",
      "google1234567890abcdef.html": "google-site-verification: x", ".nojekyll": "",
      "verify/own.txt": "a", "README.md": "# Mine", "data/a b.yaml": "a: [",
      "robots-extra.txt": "x",
      "en/upbit/extra.json": "{}", "파일.txt": "x",
    ]
    let result = await Self.site(files).build()
    for (path, text) in files { #expect(result.text(path) == text, "\(path) \(result.report)") }
    let headers = try #require(result.text("_headers"))
    for rule in [
      "/CNAME", "/.well-known/*", "/google1234567890abcdef.html", "/verify/*", "/data/*",
    ] {
      #expect(headers.contains("\n\(rule)\n  Cache-Control: no-cache"), "\(rule)")
    }
    #expect(!headers.contains("\n/en/*\n  Cache-Control: no-cache\n/en/*"))
  }

  @Test(arguments: [
    "index.html", "404.html", "robots.txt", "sitemap.xml", "sw.js", "_headers", "_redirects",
    "en/index.html", "EN/Index.html", "contacts.json", "favicon.svg", "manifest.webmanifest",
    "search/ko/index.json", "en/upbit/security/otp-lost/index.html", "en", "en/upbit/index.html/x",
    "search/en", "llms.txt",
  ])
  func aPlaceThatTheBuildNeedsIsAnError(_ path: String) async throws {
    let plan = await SiteBuild.plan(
      Self.site([path: "x"]).sources, options: FixtureSite.smallest.options)
    let errors = plan.diagnostics.filter { $0.severity == .error }
    #expect(!errors.isEmpty && errors.allSatisfy { $0.id == "duplicate-route" }, "\(errors)")
    #expect(
      errors.contains {
        "\($0.location?.path ?? "") \($0.message)".contains("Content/root/" + path)
      },
      "\(errors)")
    #expect(plan.jobs == nil)
  }

  @Test func whatBrowsersKeepForGoodNeedsAFingerprint() async {
    let result = await Self.site(["assets/logo.png": "x"]).build()
    #expect(result.errors.map(\.id) == ["reserved-slug"])
    #expect(result.errors.first?.location?.path == "Content/root/assets/logo.png")
  }

  @Test func hiddenNamesAreLoadedWhereTheyAreSomebodys() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for path in [
      "Content/root/.well-known/security.txt", "Content/root/.nojekyll", "Content/root/.DS_Store",
      "Content/root/.well-known/.hidden", "Content/.well-known/x", "Content/upbit/.nojekyll",
      "Content/root/CNAME~", "Templates/root/.nojekyll",
    ] {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: url)
    }
    let loaded = try SourceLoader.load(source: folder.path, jobs: 1)
    #expect(
      loaded.files.map(\.path)
        == ["Content/root/.nojekyll", "Content/root/.well-known/security.txt"])
  }
}
