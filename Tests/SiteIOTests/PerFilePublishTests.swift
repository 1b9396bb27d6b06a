import Foundation
import HelpCenter
import Testing

@testable import SiteIO

/// Publishing where the file system cannot exchange two folders.
struct PerFilePublishTests {
  let disk: TemporaryFolder

  init() throws { disk = try TemporaryFolder() }

  private func publish(_ texts: [String: String], _ code: Int32 = EINVAL) throws -> PublishSummary {
    try SitePublisher.publish(site(texts), to: disk("site"), calls: .withoutExchange(code))
  }

  @Test(arguments: [EINVAL, ENOSYS, ENOTSUP, EBUSY])
  func publishesFileByFileAndSaysSo(code: Int32) throws {
    _ = try publish(["same.html": "same", "a.html": "old", "gone/b.html": "old"])
    let (folder, same) = (try disk.status("site"), try disk.status("site/same.html"))
    let summary = try publish(["same.html": "same", "a.html": "new", "c/d.html": "new"], code)
    #expect(
      summary
        == PublishSummary(
          written: 2, unchanged: 2, removed: 1, bytesWritten: 6, guarantee: .perFile))
    #expect(
      try disk.texts(in: "site") == [
        "404.html": "not found", "same.html": "same", "a.html": "new", "c/d.html": "new",
      ])
    #expect(try disk.names(in: "site") == ["404.html", "a.html", "c", "same.html"])
    #expect(try disk.status("site").inode == folder.inode)
    #expect(try disk.status("site/same.html").hasBytes(of: same))
    #expect(try disk.names(in: "") == [".site.lock", "site"])
  }

  @Test func publishesAFirstSiteWhole() throws {
    #expect(try publish(["a.html": "1"]).guarantee == .wholeSite)
  }

  @Test func keepsThePlaceholderOfGit() throws {
    try disk.write("", to: "site/.gitkeep")
    #expect(try publish(["a.html": "1"]).guarantee == .perFile)
    #expect(try disk.names(in: "site") == [".gitkeep", "404.html", "a.html"])
  }

  @Test func replacesAFileByAFolderAndTheReverse() throws {
    _ = try publish(["a": "file", "b/c/index.html": "page", "b/d": "file"])
    let texts = ["a/x/index.html": "page", "b": "file"]
    let summary = try publish(texts)
    #expect(
      summary
        == PublishSummary(
          written: 2, unchanged: 1, removed: 3, bytesWritten: 8, guarantee: .perFile))
    #expect(try disk.texts(in: "site") == texts.merging(["404.html": "not found"]) { $1 })
  }

  @Test func completesWhatAKilledBuildBegan() throws {
    _ = try publish(["a.html": "old", "b.html": "old", "gone.html": "old"])
    try disk.write("new", to: "site/a.html")
    try disk.write("new", to: ".site.next/b.html")
    let summary = try publish(["a.html": "new", "b.html": "new"])
    #expect(summary.written == 1)
    #expect(
      try disk.texts(in: "site") == ["404.html": "not found", "a.html": "new", "b.html": "new"])
  }

  @Test func movesAssetsThenPagesThenWhatListsThem() {
    let files = [
      "404.html", "assets/site.css", "index.html", "ko/index.html", "ko/upbit/fees/index.html",
      "search/ko/index.json", "search/ko/3f.json", "sitemap.xml", "sw.js",
    ].map { BytePath($0) }
    func order(isFirst: Bool) -> [String] {
      PublishOrder.sorted(files, isFirst: isFirst).map { "\($0)" }
    }
    #expect(
      order(isFirst: false) == [
        "search/ko/3f.json", "assets/site.css", "ko/upbit/fees/index.html", "404.html",
        "search/ko/index.json", "ko/index.html", "index.html", "sitemap.xml", "sw.js",
      ])
    #expect(order(isFirst: true).first == "404.html")
  }
}
