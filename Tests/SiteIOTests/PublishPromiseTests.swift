import Foundation
import Synchronization
import Testing

@testable import SiteIO

/// What a publish promises beyond the bytes: that a power cut loses nothing, that owners and modes
/// stay, and that a folder which others hold stays the folder that they hold.
struct PublishPromiseTests {
  let disk: TemporaryFolder

  init() throws { disk = try TemporaryFolder() }

  @discardableResult
  private func publish(
    _ texts: [String: String], _ options: PublishOptions = PublishOptions(),
    calls: DiskCalls = .system
  ) throws -> PublishSummary {
    try SitePublisher.publish(site(texts), to: disk("site"), options: options, calls: calls)
  }

  /// The calls of a publish, by kind.
  private final class Record: Sendable {
    let calls = Mutex<[SystemCall]>([])

    var gate: DiskCalls {
      DiskCalls { call in
        self.calls.withLock { $0.append(call) }
        return nil
      }
    }

    func first(_ call: SystemCall) -> Int? { calls.withLock { $0.firstIndex(of: call) } }
    func last(_ call: SystemCall) -> Int? { calls.withLock { $0.lastIndex(of: call) } }
  }

  @Test func theNewSiteIsOnTheDiskBeforeItIsShownAndTheOldOneGoesAfterThat() throws {
    try publish(["a.html": "old"])
    let record = Record()
    try publish(["a.html": "new"], calls: record.gate)
    let exchange = try #require(record.first(.exchange))
    let before = try #require(record.first(.sync))
    let after = try #require(record.last(.sync))
    #expect(before < exchange && exchange < after)
    let removed = try #require(record.last(.removeFile))
    #expect(after < removed)
    let written = try #require(record.calls.withLock { $0.lastIndex { $0.isWrite } })
    #expect(written < before)
  }

  @Test func aBuildThatNobodyServesNeedNotWaitForTheDisk() throws {
    try publish(["a.html": "old"])
    let record = Record()
    try publish(["a.html": "new"], PublishOptions(isSynced: false), calls: record.gate)
    #expect(record.first(.sync) == nil)
  }

  @Test func whereTheSystemCannotSyncAFileSystemEachFileIs() throws {
    try publish(["a.html": "old"])
    let count = Mutex(0)
    let calls = DiskCalls { call in
      guard call == .sync else { return nil }
      return count.withLock { number in
        number += 1
        return number == 1 ? ENOSYS : nil
      }
    }
    try publish(["a.html": "new", "b.html": "new"], calls: calls)
    // The refused one, two files, and the folder above the site.
    #expect(count.withLock { $0 } == 4)
  }

  @Test func inPlaceTheFolderStaysTheOneThatOthersHold() throws {
    try publish(["a.html": "old", "gone.html": "old", "same.html": "same"])
    let held = try disk.status("site").inode
    let summary = try publish(
      ["a.html": "new", "same.html": "same"], PublishOptions(isInPlace: true))
    #expect(try disk.status("site").inode == held)
    #expect(summary.guarantee == .perFile)
    #expect(
      try disk.texts(in: "site")
        == ["404.html": "not found", "a.html": "new", "same.html": "same"])
    #expect(try disk.names(in: "") == [".site.lock", "site"])
  }

  @Test func theNextBuildFinishesWhatAKillLeftInPlace() throws {
    try publish(["a.html": "old", "b.html": "old"])
    let calls = DiskCalls { $0 == .move ? EIO : nil }
    #expect(throws: SiteIOError.self) {
      try publish(
        ["a.html": "new", "b.html": "new"], PublishOptions(isInPlace: true), calls: calls)
    }
    #expect(try disk.names(in: "").contains(".site.journal"))
    let summary = try publish(["a.html": "new", "b.html": "new"])
    #expect(summary.finishedAnother)
    #expect(try disk.texts(in: "site")["b.html"] == "new")
    #expect(try disk.names(in: "") == [".site.lock", "site"])
  }

  @Test(arguments: [0o2775, 0o750, 0o755] as [mode_t])
  func theModeOfTheFolderStaysAndNewFilesFollowIt(mode: mode_t) throws {
    try publish(["a/b.html": "old"])
    #expect(chmod(disk("site"), mode) == 0)
    #expect(chmod(disk("site/a"), mode) == 0)
    let summary = try publish(["a/b.html": "new", "a/c/d.html": "new"])
    #expect(summary.keptRights)
    #expect(try self.mode("site") == mode)
    #expect(try self.mode("site/a") == mode)
    #expect(try self.mode("site/a/c") == mode)
    #expect(try self.mode("site/a/c/d.html") == mode & 0o666)
  }

  @Test(.enabled(if: geteuid() == 0, "only root may give files away"))
  func theOwnerAndTheGroupOfTheFolderStay() throws {
    try publish(["a/b.html": "old"])
    #expect(chown(disk("site"), 1234, 4321) == 0)
    try publish(["a/b.html": "new", "c/d.html": "new"])
    #expect(try owner("site") == [1234, 4321])
    #expect(try owner("site/c") == [1234, 4321])
    #expect(try owner("site/c/d.html")[1] == 4321)
  }

  @Test func aGroupThatCannotBeKeptIsSaid() throws {
    try publish(["a.html": "old"])
    #expect(chmod(disk("site"), 0o750) == 0)
    let summary = try publish(
      ["a.html": "new"], calls: DiskCalls { $0 == .owner ? EPERM : nil })
    #expect(!summary.keptRights)
    #expect(try mode("site") == 0o750)
  }

  @Test func anOldSiteThatCannotBeRemovedIsNamed() throws {
    try publish(["a.html": "old"])
    let isShown = Mutex(false)
    let calls = DiskCalls { call in
      if call == .exchange { isShown.withLock { $0 = true } }
      return call == .removeFile && isShown.withLock({ $0 }) ? EACCES : nil
    }
    let summary = try publish(["a.html": "new"], calls: calls)
    #expect(summary.leftBehind?.hasPrefix(disk(".site.next")) == true)
    #expect(try disk.texts(in: "site")["a.html"] == "new")
    #expect(try publish(["a.html": "new"]).leftBehind == nil)
    #expect(try disk.names(in: "") == [".site.lock", "site"])
  }

  /// A signal may interrupt any call; none of them is the end of a build.
  @Test func everyInterruptedCallIsMadeAgain() throws {
    try publish(["a.html": "old"])
    let interrupted = Mutex<Set<SystemCall>>([])
    let calls = DiskCalls { call in
      call != .close && interrupted.withLock { $0.insert(call).inserted } ? EINTR : nil
    }
    try publish(["a.html": "new", "b/c.html": "new"], calls: calls)
    #expect(try disk.texts(in: "site")["b/c.html"] == "new")
    #expect(interrupted.withLock { $0 }.isSuperset(of: [.open, .lock, .exchange, .sync, .list]))
  }

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(disk(path), &status) == 0)
    return status.st_mode & 0o7777
  }

  private func owner(_ path: String) throws -> [UInt32] {
    var status = stat()
    try #require(lstat(disk(path), &status) == 0)
    return [status.st_uid, status.st_gid]
  }
}

extension SystemCall {
  fileprivate var isWrite: Bool { if case .write = self { true } else { false } }
}
