import Foundation
import Testing

struct BuildCommandTests {
  static let day = ["--date", "2026-11-21"]

  @Test func buildsByDefaultAndSaysWhatItDid() async throws {
    let source = try TemporarySource()
    let first = try await CommandRun(Self.day, folder: source.root)
    #expect(first.status == 0, "\(first.stderr)")
    #expect(first.stdout.contains("pages: ko "))
    #expect(first.stdout.contains(" 0 unchanged, 0 removed"))
    let again = try await CommandRun(Self.day, folder: source.root)
    #expect(again.stdout.contains("Public: 0 written"), "\(again.stdout)")
  }

  @Test func anotherDayRewritesNothing() async throws {
    let source = try TemporarySource()
    _ = try await CommandRun(Self.day, folder: source.root)
    let next = try await CommandRun(["--date", "2026-11-22"], folder: source.root)
    #expect(next.stdout.contains("Public: 0 written"), "\(next.stdout)")
  }

  /// `build` stays all or nothing; `--partial` names what it does without.
  @Test func aPartialBuildPublishesTheRestAndEndsWithThree() async throws {
    let source = try TemporarySource()
    try source.write("no front matter\n", to: "Content/upbit/security/bad.en.md")
    let whole = try await CommandRun(Self.day, folder: source.root)
    #expect(whole.status == 1 && whole.stderr.contains("nothing was published"))
    let partial = try await CommandRun(["build", "--partial"] + Self.day, folder: source.root)
    #expect(partial.status == 3, "\(partial.stderr)")
    #expect(partial.stderr.contains("left out, because of errors: 1 file"))
    #expect(partial.stderr.contains("  Content/upbit/security/bad.en.md"))
    let files = try source.files(below: "Public").keys
    #expect(files.contains("en/upbit/security/lost/index.html"))
    #expect(!files.contains { $0.contains("security/bad") })
    let check = try await CommandRun(["check", "--keep-going"] + Self.day, folder: source.root)
    #expect(check.status == 3 && check.stdout.contains("files could be published"))
    try source.write("titel: a\n", to: "Content/upbit/exchange.yaml")
    let none = try await CommandRun(["build", "--partial"] + Self.day, folder: source.root)
    #expect(none.status == 1 && none.stderr.contains("nothing was published"))
  }

  @Test func aDeletedArticleIsGoneAfterTheNextBuild() async throws {
    let source = try TemporarySource()
    _ = try await CommandRun(Self.day, folder: source.root)
    for language in ["ko", "zh", "en"] {
      try FileManager.default.removeItem(
        at: source.root.appendingPathComponent(
          "Content/upbit/notices/2026-11-01-fees.\(language).md"))
    }
    let run = try await CommandRun(Self.day, folder: source.root)
    #expect(run.status == 0, "\(run.stderr)")
    // Three pages, and the parts of the search index that held them.
    #expect(!run.stdout.contains(" 0 removed"), "\(run.stdout)")
    #expect(try !source.files(below: "Public").keys.contains { $0.contains("2026-11-01-fees") })
  }

  @Test func buildsTheSameBytesWhateverTheFolderZoneAndLocale() async throws {
    let one = try TemporarySource(named: "one")
    let other = try TemporarySource(named: "다른 폴더")
    // Today: a build for an earlier day refuses what is dated since.
    let epoch = String(Int(Date().timeIntervalSince1970))
    let first = try await CommandRun(
      ["--jobs", "1"],
      environment: ["SOURCE_DATE_EPOCH": epoch, "TZ": "Asia/Seoul", "LC_ALL": "C"],
      folder: one.root)
    let second = try await CommandRun(
      ["--jobs", "5", "--source", other.root.path],
      environment: [
        "SOURCE_DATE_EPOCH": epoch, "TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8",
        "LANG": "ko_KR.UTF-8",
      ])
    #expect(first.status == 0 && second.status == 0, "\(first.stderr)\(second.stderr)")
    #expect(try one.files(below: "Public") == other.files(below: "Public"))
  }

  @Test func errorsLeaveThePublishedSiteUntouched() async throws {
    let source = try TemporarySource()
    _ = try await CommandRun(Self.day, folder: source.root)
    let before = try source.files(below: "Public")
    try source.write("# no front matter\n", to: "Content/upbit/security/new.ko.md")
    let run = try await CommandRun(Self.day, folder: source.root)
    #expect(run.status == 1)
    #expect(
      run.stderr.contains(
        "Content/upbit/security/new.ko.md:1:1: error: the file does not begin with front matter"))
    #expect(run.stderr.contains("    hint: "))
    #expect(try source.files(below: "Public") == before)
  }

  @Test func findingsAreJSONLinesOnRequest() async throws {
    let source = try TemporarySource()
    try source.write("# \"한글\"\n", to: "Content/upbit/security/new.ko.md")
    let run = try await CommandRun(
      ["check", "--diagnostics", "json"] + Self.day, folder: source.root)
    #expect(run.status == 1)
    let lines = run.stdout.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(
        Set(object.keys) == ["severity", "id", "path", "line", "column", "message", "hint"])
    }
  }

  @Test func checkWritesNothing() async throws {
    let source = try TemporarySource()
    let run = try await CommandRun(["check"] + Self.day, folder: source.root)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(
      !FileManager.default.fileExists(atPath: source.root.appendingPathComponent("Public").path))
  }

  @Test(arguments: [
    ["--no-such-option"], ["--date", "yesterday"],
    ["--date", "2026-12-01 24:00"], ["--jobs", "0"], ["--base-url", "help.example"],
    ["--diagnostics", "xml"], ["serve", "--port", "70000"],
  ]) func wrongUsageIs64(arguments: [String]) async throws {
    #expect(try await CommandRun(arguments).status == 64)
  }

  @Test func aMissingSourceFolderIs2() async throws {
    let run = try await CommandRun(["--source", "/no/such/folder"])
    #expect(run.status == 2)
    #expect(run.stderr.hasPrefix("helpcenter: "))
  }

  @Test func sourceDateEpochIsTheClock() async throws {
    let source = try TemporarySource()
    let epoch = ["SOURCE_DATE_EPOCH": "1795219200"]
    let run = try await CommandRun([], environment: epoch, folder: source.root)
    #expect(run.status == 0, "\(run.stderr)")
    let bad = try await CommandRun(
      [], environment: ["SOURCE_DATE_EPOCH": "soon"], folder: source.root)
    #expect(bad.status == 64)
  }

  @Test(arguments: [
    (["--date", "2026-12-01"], "", false), (["--date", "2026-12-01 14:29"], "", false),
    (["--date", "2026-12-01T14:30"], "", true), ([], "1796102999", false), ([], "1796103000", true),
  ])
  func theMinuteIsThatOfTheSitesZone(
    _ options: [String], _ epoch: String, isThere: Bool
  ) async throws {
    let source = try TemporarySource()
    let site = try String(
      contentsOf: source.root.appendingPathComponent("Content/site.yaml"), encoding: .utf8)
    try source.write(site + "time-zone: Asia/Seoul\n", to: "Content/site.yaml")
    for language in ["ko", "zh", "en"] {
      let text = "---\ntitle: Stop\ndescription: a\nupdated: 2026-11-30\n"
      try source.write(
        text + "publish: 2026-12-01 14:30\n---\n\nText.\n",
        to: "Content/upbit/notices/2026-12-01-stop.\(language).md")
    }
    let run = try await CommandRun(
      options, environment: ["SOURCE_DATE_EPOCH": epoch, "TZ": "America/New_York"],
      folder: source.root)
    #expect(run.status == 0, "\(run.stderr)")
    let page = "en/upbit/notices/2026-12-01-stop/index.html"
    #expect(try (source.files(below: "Public")[page] != nil) == isThere)
  }
}
