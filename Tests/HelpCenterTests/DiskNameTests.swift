import Diagnostics
import Foundation
import SiteIO
import Testing

@testable import HelpCenter

/// What a disk would refuse is said by the checks, with the file and line that cause it.
struct DiskNameTests {
  static let letters = String(repeating: "a", count: 260)

  /// A name of so many bytes with its ending.
  static func name(_ bytes: Int, _ ending: String) -> String {
    String(letters.prefix(bytes - ending.utf8.count)) + ending
  }

  static func article(alias: String) -> String {
    FixtureSite.article("Moved", "aliases:\n  - \(alias)")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var what: String
    /// Path under the source folder, and the text or the bytes of a picture.
    var path: String
    var text: String?
    var id: String
    var line = 1

    var testDescription: String { what }
  }

  static let refusals: [Refusal] = [
    Refusal(
      what: "a picture whose name is full before the fingerprint",
      path: "Content/upbit/security/" + name(255, ".png"), id: "name-too-long"),
    Refusal(
      what: "a picture one byte too long", path: "Content/upbit/security/" + name(247, ".png"),
      id: "name-too-long"),
    Refusal(
      what: "a Korean name",
      path: "Content/upbit/" + String(repeating: "가", count: 83) + ".pdf", id: "name-too-long"),
    Refusal(
      what: "captions", path: "Content/guide/" + name(250, ".vtt"), text: "WEBVTT\n",
      id: "name-too-long"),
    Refusal(
      what: "a style sheet of the theme", path: "Templates/assets/" + name(250, ".css"), text: "",
      id: "name-too-long"),
    Refusal(
      what: "a script of the theme", path: "Templates/assets/site/" + name(255, ".js"), text: "",
      id: "name-too-long"),
    Refusal(
      what: "a name in an alias", path: "Content/upbit/security/moved.en.md",
      text: article(alias: "/en/upbit/\(name(256, "b"))/"), id: "name-too-long", line: 6),
    Refusal(
      what: "an alias that is long as a whole", path: "Content/upbit/security/moved.en.md",
      text: article(alias: "/en/" + String(repeating: "old-name/", count: 120)),
      id: "name-too-long", line: 6),
    Refusal(
      what: "an alias below a feed", path: "Content/upbit/security/moved.en.md",
      text: article(alias: "/en/notices/feed.xml/"), id: "duplicate-route", line: 6),
    Refusal(
      what: "an alias below a page's file", path: "Content/upbit/security/moved.en.md",
      text: article(alias: "/en/upbit/index.html/"), id: "duplicate-route", line: 6),
    Refusal(
      what: "an alias below another's file, in other letters",
      path: "Content/upbit/security/moved.en.md",
      text: article(alias: "/en/upbit/INDEX.html/old/"), id: "duplicate-route", line: 6),
    Refusal(
      what: "an alias that is a page", path: "Content/upbit/security/moved.en.md",
      text: article(alias: "/en/upbit/security/otp-lost/"), id: "duplicate-route", line: 6),
    Refusal(
      what: "an alias that is a page, in capitals", path: "Content/upbit/security/moved.en.md",
      text: article(alias: "/en/Upbit/Security/OTP-lost/"), id: "duplicate-route", line: 6),
    Refusal(
      what: "an alias with a zero", path: "Content/upbit/security/moved.en.md",
      text: article(alias: #""/en/upbit/old\0/""#), id: "bad-alias", line: 6),
    Refusal(
      what: "an alias that climbs", path: "Content/upbit/security/moved.en.md",
      text: article(alias: "/en/../../etc/"), id: "bad-alias", line: 6),
    Refusal(
      what: "an alias with two slashes", path: "Content/upbit/security/moved.en.md",
      text: article(alias: "/en//old/"), id: "bad-alias", line: 6),
    Refusal(
      what: "a category's folder", path: "Content/categories.yaml",
      text: "- id: security\n  name: a\n- id: \(name(256, "b"))\n  name: a\n", id: "bad-value",
      line: 3),
  ]

  @Test(arguments: refusals) func isFoundByTheCheck(_ refusal: Refusal) async throws {
    var site = FixtureSite.withArticle
    site.content["Content/guide/exchange.yaml"] = "name: Guide\nkind: guide"
    site.content["Content/site.yaml"]!.replace("[upbit]", with: "[upbit, guide]")
    if let text = refusal.text {
      if refusal.path.hasPrefix("Templates/") {
        site.templates[refusal.path] = text
      } else {
        site.content[refusal.path] = text
      }
    } else {
      site.media[refusal.path] = [0]
    }
    let plan = await SiteBuild.plan(site.sources, options: site.options)
    let found = try #require(plan.diagnostics.first { $0.severity == .error })
    #expect(found.id == refusal.id, "\(found)")
    #expect(found.location?.path == refusal.path && found.location?.line == refusal.line)
    #expect(plan.jobs == nil)
  }

  /// Whatever the disk refuses is an error of the check; whatever the check lets pass, the disk takes.
  @Test(arguments: [
    name(246, ".png"), name(247, ".png"), name(255, ".png"),
    String(repeating: "가", count: 80) + "aa.png", String(repeating: "가", count: 81) + ".png",
    String(repeating: "🙂", count: 60) + ".png", String(repeating: "🙂", count: 62) + ".png",
    "a:b?.png", "a\\b.png", "con.png", "a .png", ".png.png", "a\nb.png", "%2e%2e.png", "~.png",
    "-rf.png", "a'\".png",
  ])
  func theCheckAgreesWithTheDisk(_ name: String) async throws {
    var site = FixtureSite.withArticle
    site.media["Content/upbit/security/" + name] = [0]
    let plan = await SiteBuild.plan(site.sources, options: site.options)
    let file = PublishedFile(
      path: ContentIndex.outputPath(ofAttachment: "upbit/security/" + name, [0]), source: "",
      bytes: [0])
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let publish = {
      try SitePublisher.publish(
        [OutputFile(path: "404.html", bytes: []), OutputFile(path: file.path, bytes: [0])],
        to: folder.path)
    }
    if plan.diagnostics.hasErrors {
      #expect(throws: SiteIOError.self, "\(plan.diagnostics)", performing: publish)
    } else {
      #expect(throws: Never.self, performing: publish)
    }
  }
}
