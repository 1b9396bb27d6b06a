import Foundation
import Testing

@testable import SiteIO

struct SourceWatcherTests {
  let disk: TemporaryFolder

  init() throws {
    disk = try TemporaryFolder()
    try disk.write("one", to: "Content/a.md")
    try disk.makeFolder("Templates")
  }

  private func changes() -> AsyncStream<[String]> {
    SourceWatcher(source: disk.path).changes()
  }

  /// What is told until every one of these paths was. On a busy machine two writes may come to rest
  /// apart, and one write twice: when this is told is nobody's promise.
  private func paths(
    in changes: inout AsyncStream<[String]>.AsyncIterator, until wanted: Set<String>
  ) async -> Set<String> {
    var told: Set<String> = []
    while !told.isSuperset(of: wanted), let next = await changes.next() { told.formUnion(next) }
    return told
  }

  @Test(.timeLimit(.minutes(10)))
  func seesAddedChangedAndRemovedFiles() async throws {
    var changes = changes().makeAsyncIterator()

    try disk.write("new", to: "Templates/assets/site.css")
    try disk.write("new", to: "Content/b.md")
    let added: Set = ["Content/b.md", "Templates/assets/site.css"]
    #expect(await paths(in: &changes, until: added) == added)

    try disk.write("longer", to: "Content/a.md")
    let changed = await paths(in: &changes, until: ["Content/a.md"])
    // An added file may be told again, if its write was seen half done.
    #expect(changed.subtracting(added) == ["Content/a.md"])

    try disk.remove("Content/b.md")
    let removed = await paths(in: &changes, until: ["Content/b.md"])
    #expect(removed.subtracting(added).subtracting(["Content/a.md"]) == [])
  }

  @Test func seesContentWhereThereIsNoThemeFolder() throws {
    try disk.remove("Templates")
    let before = snapshot()
    try disk.write("new", to: "Content/b.md")
    #expect(snapshot().changes(since: before) == ["Content/b.md"])
    try disk.write("new", to: "Templates/a.mustache")
    #expect(
      snapshot().changes(since: before) == ["Content/b.md", "Templates/a.mustache"])
  }

  private func snapshot() -> SourceSnapshot { SourceSnapshot(source: disk.path) }

  @Test func waitsUntilAFileIsWritten() throws {
    var change = SettledChange(snapshot())
    let start = ContinuousClock.now
    try disk.write("ha", to: "Content/a.md")
    #expect(change.changes(at: start, snapshot()) == nil)
    try disk.write("half", to: "Content/a.md")
    #expect(change.changes(at: start + .milliseconds(200), snapshot()) == nil)
    #expect(change.isPending)
    #expect(change.changes(at: start + .milliseconds(300), snapshot()) == ["Content/a.md"])
    #expect(change.changes(at: start + .milliseconds(500), snapshot()) == nil)
    #expect(!change.isPending)
  }

  @Test func tellsOfAFileThatNeverComesToRest() throws {
    var change = SettledChange(snapshot())
    let start = ContinuousClock.now
    for count in 0..<2 {
      try disk.write(String(repeating: "x", count: 10 + count), to: "Content/a.md")
      #expect(change.changes(at: start + .milliseconds(200) * count, snapshot()) == nil)
    }
    try disk.write("last", to: "Content/a.md")
    #expect(change.changes(at: start + .milliseconds(400), snapshot()) == ["Content/a.md"])
  }

  @Test func saysNothingOfAChangeThatWasTakenBack() throws {
    var change = SettledChange(snapshot())
    try disk.write("new", to: "Content/b.md")
    #expect(change.changes(at: .now, snapshot()) == nil)
    try disk.remove("Content/b.md")
    #expect(change.changes(at: .now, snapshot()) == nil)
    #expect(!change.isPending)
  }

  @Test(.timeLimit(.minutes(10)))
  func saysNothingOfWhatTheLoaderSkips() async throws {
    var changes = changes().makeAsyncIterator()
    try disk.write("swap", to: "Content/.a.md.swp")
    try disk.write("backup", to: "Content/a.md~")
    try disk.write("elsewhere", to: "Public/index.html")
    try await Task.sleep(for: .milliseconds(300))
    try disk.write("real", to: "Content/z.md")
    #expect(await changes.next() == ["Content/z.md"])
  }

  @Test(.timeLimit(.minutes(10)))
  func survivesAFolderThatGoesAndComesBack() async throws {
    var changes = changes().makeAsyncIterator()
    try disk.remove("Content")
    #expect(await changes.next() == ["Content/a.md"])
    try disk.write("back", to: "Content/a.md")
    #expect(await changes.next() == ["Content/a.md"])
  }

  @Test(.timeLimit(.minutes(10)))
  func endsWhenTheTaskIsCancelled() async throws {
    let stream = changes()
    let reader = Task {
      for await _ in stream {}
    }
    try await Task.sleep(for: .milliseconds(100))
    reader.cancel()
    await reader.value
  }
}
