import Foundation
import HelpCenter
import Testing

@testable import SiteIO

struct SitePublisherTests {
  let disk: TemporaryFolder

  init() throws { disk = try TemporaryFolder() }

  @discardableResult
  private func publish(
    _ texts: [String: String], calls: DiskCalls = .system
  ) throws -> PublishSummary {
    try SitePublisher.publish(site(texts), to: disk("site"), calls: calls)
  }

  @Test func publishesAFirstSiteAndTheFoldersAboveIt() throws {
    let output = disk("deep/er/site")
    let summary = try SitePublisher.publish(site(["ko/a/index.html": "가"]), to: output)
    #expect(summary == PublishSummary(written: 2, unchanged: 0, removed: 0, bytesWritten: 12))
    #expect(
      try disk.texts(in: "deep/er/site") == ["404.html": "not found", "ko/a/index.html": "가"])
    #expect(try disk.names(in: "deep/er") == [".site.lock", "site"])
  }

  @Test func keepsInodeAndTimeOfUnchangedFiles() throws {
    try publish(["same.html": "same", "a/changed.html": "old"])
    let before = try disk.status("site/same.html")
    let summary = try publish(["same.html": "same", "a/changed.html": "new"])
    #expect(summary == PublishSummary(written: 1, unchanged: 2, removed: 0, bytesWritten: 3))
    #expect(try disk.status("site/same.html").hasBytes(of: before))
    #expect(try disk.texts(in: "site")["a/changed.html"] == "new")
    #expect(try disk.names(in: "") == [".site.lock", "site"])
  }

  @Test func neverEditsAPublishedFileInPlace() throws {
    try publish(["a.html": "old"])
    try disk.makeFolder("elsewhere")
    #expect(link(disk("site/a.html"), disk("elsewhere/a.html")) == 0)
    try publish(["a.html": "new"])
    #expect(try disk.texts(in: "elsewhere") == ["a.html": "old"])
  }

  @Test func takesFilesOnSeveralThreadsAtOnce() async throws {
    try publish(["a/0.html": "0", "a/1.html": "old", "gone.html": "x"])
    let publisher = try SitePublisher(to: disk("site"))
    try await withThrowingTaskGroup { group in
      for number in 0..<40 {
        group.addTask {
          try publisher.take(
            OutputFile(path: "a/\(number).html", bytes: Array("\(number)".utf8)))
        }
      }
      try await group.waitForAll()
    }
    try publisher.take(OutputFile(path: "404.html", bytes: Array("not found".utf8)))
    #expect(try disk.texts(in: "site")["a/1.html"] == "old")
    let summary = try publisher.finish()
    #expect(summary.written == 39)
    #expect(summary.unchanged == 2)
    #expect(summary.removed == 1)
    #expect(try disk.texts(in: "site").count == 41)
    #expect(try disk.texts(in: "site")["a/39.html"] == "39")
  }

  @Test func aPublisherThatIsGivenUpLeavesTheOldSite() throws {
    try publish(["a.html": "old"])
    do {
      let publisher = try SitePublisher(to: disk("site"))
      try publisher.take(OutputFile(path: "a.html", bytes: Array("new".utf8)))
      #expect(try disk.names(in: "") == [".site.lock", ".site.next", "site"])
    }
    #expect(try disk.names(in: "") == [".site.lock", "site"])
    #expect(try disk.texts(in: "site")["a.html"] == "old")
    #expect(try publish(["a.html": "new"]).written == 1)
  }

  @Test func seesAChangeThatKeepsTheSize() throws {
    let long = String(repeating: "x", count: 200_000)
    try publish(["long.html": long + "1"])
    #expect(try publish(["long.html": long + "2"]).written == 1)
    #expect(try disk.texts(in: "site")["long.html"] == long + "2")
  }

  @Test func countsRemovedFilesAndDropsTheirFolders() throws {
    try publish(["a/b/one.html": "1", "a/b/two.html": "2"])
    let summary = try publish([:])
    #expect(summary == PublishSummary(written: 0, unchanged: 1, removed: 2, bytesWritten: 0))
    #expect(try disk.names(in: "site") == ["404.html"])
  }

  @Test func keepsThePlaceholderOfGit() throws {
    try disk.write("", to: "site/.gitkeep")
    let before = try disk.status("site/.gitkeep")
    #expect(try publish(["a.html": "1"]).removed == 0)
    #expect(try publish(["a.html": "2"]).removed == 0)
    #expect(try disk.status("site/.gitkeep").hasBytes(of: before))
    #expect(try disk.names(in: "site") == [".gitkeep", "404.html", "a.html"])
  }

  @Test func touchesNothingWithoutADifference() throws {
    try disk.write("", to: "site/.gitkeep")
    try publish(["a/b.html": "same"])
    let before = try ["site", "site/a", "site/a/b.html"].map { try disk.status($0) }
    let calls = DiskCalls.atExchange { Issue.record("exchanged without a difference") }
    let summary = try publish(["a/b.html": "same"], calls: calls)
    #expect(summary == PublishSummary(written: 0, unchanged: 2, removed: 0, bytesWritten: 0))
    #expect(try ["site", "site/a", "site/a/b.html"].map { try disk.status($0) } == before)
  }

  @Test func clearsWhatAKilledBuildLeft() throws {
    try publish(["a.html": "1"])
    try disk.write("half", to: ".site.next/a/b/c.html")
    try publish(["a.html": "1"])
    #expect(try disk.names(in: "") == [".site.lock", "site"])
    try disk.write("half", to: ".site.next/a.html")
    try publish(["a.html": "2"])
    #expect(try disk.texts(in: "site") == ["404.html": "not found", "a.html": "2"])
  }

  @Test func keepsTheOldSiteWhenTheDiskIsFull() throws {
    try publish(["a.html": "old", "b.html": "old"])
    let before = try disk.status("site")
    let failure = SiteIOError.disk(disk(".site.next/b.html"), "No space left on device")
    #expect(throws: failure) {
      try publish(["a.html": "new", "b.html": "too long"], calls: .full(beyond: 5))
    }
    #expect(try disk.status("site") == before)
    #expect(try disk.texts(in: "site")["a.html"] == "old")
    #expect(try disk.names(in: "") == [".site.lock", "site"])
  }

  @Test func keepsTheOldSiteWhenTheExchangeFails() throws {
    try publish(["a.html": "old"])
    #expect(throws: SiteIOError.self) {
      try publish(["a.html": "new"], calls: .withoutExchange(EIO))
    }
    #expect(try disk.texts(in: "site")["a.html"] == "old")
    #expect(try disk.names(in: "") == [".site.lock", "site"])
  }

  @Test func leavesTheOldSiteWholeUntilTheExchange() throws {
    try publish(["a.html": "old", "gone.html": "old"])
    let old = try disk.texts(in: "site")
    let path = disk("site")
    let calls = DiskCalls.atExchange {
      let page = try? Folder(path).read(BytePath("a.html"))
      #expect(page == Array("old".utf8))
      #expect((try? Folder(path).entries().count) == old.count)
    }
    try publish(["a.html": "new", "more.html": "new"], calls: calls)
    #expect(try disk.names(in: "site") == ["404.html", "a.html", "more.html"])
  }

  @Test func letsOnlyOneBuildPublishAtATime() throws {
    try publish(["a.html": "1"])
    let (output, lock) = (disk("site"), disk(".site.lock"))
    let calls = DiskCalls.atExchange {
      #expect(throws: SiteIOError.locked(lock)) {
        try SitePublisher.publish(site(["a.html": "3"]), to: output)
      }
    }
    try publish(["a.html": "2"], calls: calls)
    #expect(try disk.texts(in: "site")["a.html"] == "2")
    #expect(try publish(["a.html": "4"]).written == 1)
  }

  @Test func replacesAFileByAFolderAndTheReverse() throws {
    try publish(["a": "file", "b/c/index.html": "page"])
    let summary = try publish(["a/index.html": "page", "b": "file"])
    #expect(summary == PublishSummary(written: 2, unchanged: 1, removed: 2, bytesWritten: 8))
    #expect(
      try disk.texts(in: "site") == ["404.html": "not found", "a/index.html": "page", "b": "file"])
  }

  @Test func publishesBesideTheTargetOfALink() throws {
    try disk.makeFolder("www")
    try disk.makeFolder("real/site")
    try disk.makeLink("www/link", to: "../real/site")
    _ = try SitePublisher.publish(site(["a.html": "1"]), to: disk("www/link"))
    _ = try SitePublisher.publish(site(["a.html": "2"]), to: disk("www/link/"))
    #expect(try disk.status("www/link").kind == .link)
    #expect(try disk.names(in: "www") == ["link"])
    #expect(try disk.names(in: "real") == [".site.lock", "site"])
    #expect(try disk.texts(in: "real/site")["a.html"] == "2")
  }

  @Test func replacesALinkInTheSiteByAFile() throws {
    try publish(["a.html": "1"])
    try disk.remove("site/a.html")
    try disk.write("1", to: "outside.html")
    try disk.makeLink("site/a.html", to: disk("outside.html"))
    #expect(try publish(["a.html": "1"]).written == 1)
    #expect(try disk.status("site/a.html").kind == .file)
  }

  @Test func copiesWithTheTimeWhereThereAreNoHardLinks() throws {
    try publish(["same.html": "same", "a.html": "old"])
    let before = try disk.status("site/same.html")
    let summary = try publish(["same.html": "same", "a.html": "new"], calls: .withoutHardLinks)
    #expect(summary == PublishSummary(written: 1, unchanged: 2, removed: 0, bytesWritten: 3))
    let after = try disk.status("site/same.html")
    #expect(after.modifiedSeconds == before.modifiedSeconds)
    #expect(after.modifiedNanoseconds == before.modifiedNanoseconds)
    #expect(try disk.texts(in: "site")["same.html"] == "same")
  }
}
