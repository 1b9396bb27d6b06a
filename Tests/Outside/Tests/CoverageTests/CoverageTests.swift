import Contacts
import Coverage
import Diagnostics
import Foundation
import HelpCenter
import Markdown
import SiteIO
import Testing

/// What another program does with the library: it loads, plans, renders, publishes, and reads the site,
/// its pages and its findings.
struct CoverageTests {
  static let day = CalendarDate("2026-11-21")!

  /// A company's site in two languages, of which English lacks a text.
  static let sources = [
    "site.yaml": """
    kind: company
    title: {ko: 도움말, en: Help}
    description: {ko: 도움말, en: Help}
    base-url: https://help.test/
    languages:
      - {path: ko, tag: ko, fallback: [en]}
      - {path: en, tag: en, fallback: [ko]}
    sections: [app]
    """,
    "categories.yaml": "- {id: account, name: {ko: 계정, en: Account}}",
    "app/section.yaml": "name: {ko: 앱, en: App}\nkind: product",
    "app/account/login.ko.md": text("로그인", "## 비밀번호\n\n새로 정합니다."),
    "app/account/login.en.md": text("Log in", "## Password\n\nSet a new one."),
    "app/account/leave.ko.md": text("탈퇴", "[로그인](login.md)한 뒤 할 수 있습니다."),
  ]

  static func text(_ title: String, _ body: String) -> String {
    "---\ntitle: \(title)\ndescription: \(title).\nupdated: 2026-11-20\n---\n\n\(body)\n"
  }

  private func inFolder<Result>(
    _ files: [String: String], _ use: (String) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: "Content/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try await use(folder.path)
  }

  @Test func aSiteIsBuiltAndWhatItLacksIsKnown() async throws {
    let coverage = try await inFolder(Self.sources) { try await Coverage(of: $0, on: Self.day) }
    #expect(coverage.missing == ["ko": [], "en": ["app/account/leave"]])
    let files = try #require(coverage.files, "\(coverage.findings)")
    let page = try #require(files.first { $0.path == "ko/app/account/leave/index.html" })
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("href=\"../login/\""))
    #expect(!coverage.findings.contains { $0.contains("error") })
  }

  @Test func aFindingSaysWhereAndWhat() async throws {
    var sources = Self.sources
    sources["app/account/leave.ko.md"] = Self.text("탈퇴", "[로그인](log-in.md)")
    let coverage = try await inFolder(sources) { try await Coverage(of: $0, on: Self.day) }
    #expect(coverage.files == nil)
    #expect(
      coverage.findings.contains { $0.hasPrefix("Content/app/account/leave.ko.md:7:") })
  }

  @Test func theSiteIsPublished() async throws {
    try await inFolder(Self.sources) { folder in
      let coverage = try await Coverage(of: folder, on: Self.day)
      let files = try #require(coverage.files)
      let summary = try SitePublisher.publish(files, to: folder + "/out", source: folder)
      #expect(summary.written == files.count)
      #expect(FileManager.default.fileExists(atPath: folder + "/out/ko/index.html"))
    }
  }

  /// Of sources in memory: no disk is needed.
  @Test func theSiteCanBeRead() async throws {
    let files = Self.sources.map { SourceFile(path: "Content/" + $0.key, text: $0.value) }
    let options = BuildOptions(time: .local(CalendarMoment(Self.day)))
    let plan = await SiteBuild.plan(files, options: options)
    // Without a theme nothing can be made, and that is said; the site can be read all the same.
    #expect(plan.jobs == nil && plan.diagnostics.hasErrors)
    let site = plan.site
    let english = try #require(site.configuration.language("en"))
    let id = DocumentID(exchange: "app", kind: .article(category: "account"), slug: "login")
    let document: Document = try #require(site.edition(of: id, in: english))
    #expect(document.frontMatter.title == "Log in")
    #expect(document.body.headings == [Heading(level: 2, id: "password", title: "Password")])
    #expect(Route.document(id, english).path == "en/app/account/login/")
    #expect(site.articles(of: "app", category: "account", in: english).count == 2)
    #expect(site.categories(of: "app", in: english).map { $0.name["ko"] } == ["계정"])
    #expect(
      site.exchange("app")?.kind == .product && site.newestChange == CalendarDate("2026-11-20"))
  }

  /// The values of the library can be made, too.
  @Test func valuesCanBeMade() {
    let category = HelpCenter.Category(id: "fees", name: LocalizedText("Fees"), icon: "form")
    var matter = FrontMatter(title: "T", description: "D", updated: Self.day)
    matter.banner = Banner(from: nil, until: CalendarMoment(Self.day))
    matter.sources = [SourceReference(name: "S", url: nil, date: nil, confidence: .official)]
    let exchange = Exchange(id: "app", kind: .product, name: LocalizedText("App"), initial: "A")
    let job = OutputJob(path: "a.txt", origin: SourceLocation(path: "a")) { Array("a".utf8) }
    #expect(job.make() == [OutputFile(path: "a.txt", text: "a")])
    #expect(category.name["ko"] == "Fees" && exchange.domains.isEmpty && matter.sources.count == 1)
  }
}
