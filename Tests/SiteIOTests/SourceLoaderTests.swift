import Diagnostics
import Foundation
import HelpCenter
import Testing

@testable import SiteIO

struct SourceLoaderTests {
  let disk: TemporaryFolder

  init() throws {
    disk = try TemporaryFolder()
    try disk.makeFolder("Content")
    try disk.makeFolder("Templates")
  }

  private func load(jobs: Int = 2) throws -> LoadedSources {
    try SourceLoader.load(source: disk.path, jobs: jobs)
  }

  @Test(arguments: [0, 1, 2, 7])
  func readsBothFoldersInByteOrder(jobs: Int) throws {
    let texts = [
      "Content/a/b.md": "one", "Content/a-b.md": "two", "Content/site.yaml": "",
      "Content/Z.md": "3", "Content/é.md": "four", "Templates/assets/site.css": "five",
    ]
    for (path, text) in texts { try disk.write(text, to: path) }
    try disk.write("elsewhere", to: "README.md")
    let sources = try load(jobs: jobs)
    #expect(
      sources.files.map(\.path) == [
        "Content/Z.md", "Content/a-b.md", "Content/a/b.md", "Content/site.yaml", "Content/é.md",
        "Templates/assets/site.css",
      ])
    for file in sources.files {
      #expect(String(decoding: file.bytes, as: UTF8.self) == texts[file.path])
    }
    #expect(sources.diagnostics.isEmpty)
  }

  @Test func readsEveryByteOfALongFile() throws {
    let text = String(repeating: "한 줄\r\n\0", count: 50_000)
    try disk.write(text, to: "Content/long.md")
    #expect(try load().files.map(\.bytes) == [Array(text.utf8)])
  }

  @Test func readsTwoFilesWhoseNamesDifferOnlyInNormalisation() throws {
    try disk.write("composed", to: "Content/caf\u{E9}.md")
    try disk.write("decomposed", to: "Content/cafe\u{301}.md")
    let onDisk = try Folder(disk("Content")).entries().count
    let paths = try load().files.map { Array($0.path.utf8) }
    #expect(paths.count == onDisk)
    #expect(paths.contains(Array("Content/cafe\u{301}.md".utf8)) || onDisk == 1)
  }

  @Test func skipsWhatEditorsAndSystemsLeaveBehind() throws {
    for name in [".DS_Store", ".#a.md", "a.md~", "a.md.swp", "a.md.tmp", "Thumbs.db", ".git/x.md"] {
      try disk.write("skipped", to: "Content/\(name)")
    }
    try disk.makeLink("Content/.lock", to: "nowhere")
    try disk.write("read", to: "Content/swp")
    let sources = try load()
    #expect(sources.files.map(\.path) == ["Content/swp"])
    #expect(sources.diagnostics.isEmpty)
  }

  @Test func warnsOfLinksAndDoesNotFollowThem() throws {
    try disk.write("outside", to: "outside/secret.md")
    try disk.makeLink("Content/b.md", to: disk("outside/secret.md"))
    try disk.makeLink("Content/a", to: disk("outside"))
    let sources = try load()
    #expect(sources.files.isEmpty)
    #expect(sources.diagnostics.map(\.location?.path) == ["Content/a", "Content/b.md"])
    #expect(sources.diagnostics.allSatisfy { $0.severity == .warning && $0.hint != nil })
  }

  @Test func warnsOfAPipeAndDoesNotWaitForIt() throws {
    try disk.makePipe("Content/pipe.md")
    let sources = try load()
    #expect(sources.files.isEmpty)
    #expect(sources.diagnostics.map(\.severity) == [.warning])
  }

  @Test func reportsAFileThatCannotBeRead() {
    var report = SourceReport()
    #expect(report.bytes(of: .failed("Permission denied"), at: BytePath("Content/a.md")) == nil)
    let found = report.diagnostics
    #expect(found.map(\.location) == [SourceLocation(path: "Content/a.md", line: 1, column: 1)])
    #expect(found.map(\.severity) == [.error])
    #expect(found.allSatisfy { $0.message.contains("Permission denied") })
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func reportsFilesAndFoldersWithoutPermission() throws {
    try disk.write("closed", to: "Content/a.md")
    try disk.makeFolder("Content/closed")
    chmod(disk("Content/a.md"), 0)
    chmod(disk("Content/closed"), 0)
    defer { chmod(disk("Content/closed"), 0o755) }
    let found = try load().diagnostics
    #expect(found.map(\.location?.path) == ["Content/a.md", "Content/closed"])
    #expect(found.allSatisfy { $0.severity == .error })
  }

  #if os(Linux)
    @Test func reportsANameThatIsNotUTF8Once() throws {
      try disk.write("fine", to: "Content/fine.md")
      let folder = try Folder(disk("Content"))
      try folder.makeFolder(BytePath([0x63, 0xE9]))
      try folder.write([], to: BytePath([0x63, 0xE9] + "/a.md".utf8))
      try folder.write([], to: BytePath([0x63, 0xE9] + "/b.md".utf8))
      let sources = try load()
      #expect(sources.files.map(\.path) == ["Content/fine.md"])
      #expect(sources.diagnostics.map(\.severity) == [.error])
      #expect(sources.diagnostics.map(\.location?.path) == ["Content/c\\xE9"])
    }
  #endif

  @Test(arguments: ["Content", "Templates"])
  func saysWhichFolderIsMissing(name: String) throws {
    try disk.remove(name)
    #expect(throws: SiteIOError.missingFolder(disk(name))) { try load() }
    try disk.write("a file", to: name)
    #expect(throws: SiteIOError.missingFolder(disk(name))) { try load() }
  }

  @Test func whatTheThemeFolderLacksComesFromTheThemeThatWasGiven() throws {
    let theme = ["home.mustache", "é.mustache", "assets/site.css"].map {
      SourceFile(path: "Templates/\($0)", bytes: Array("given".utf8))
    }
    try disk.write("own", to: "Templates/home.mustache")
    try disk.write("own", to: "Templates/more.mustache")
    let some = try SourceLoader.load(source: disk.path, theme: theme, jobs: 1)
    #expect(
      some.files.map { "\($0.path) \(String(decoding: $0.bytes, as: UTF8.self))" } == [
        "Templates/assets/site.css given", "Templates/home.mustache own",
        "Templates/more.mustache own", "Templates/é.mustache given",
      ])
    #expect(some.standIns == ["Templates/assets/site.css", "Templates/é.mustache"])
    try disk.remove("Templates")
    #expect(
      try Set(SourceLoader.load(source: disk.path, theme: theme, jobs: 1).files) == Set(theme))
    try disk.write("a file", to: "Templates")
    #expect(throws: SiteIOError.missingFolder(disk("Templates"))) {
      try SourceLoader.load(source: disk.path, theme: theme, jobs: 1)
    }
  }

  @Test func saysThatTheSourceFolderIsMissing() {
    #expect(throws: SiteIOError.missingFolder(disk("no"))) {
      try SourceLoader.load(source: disk("no"), jobs: 1)
    }
  }
}
