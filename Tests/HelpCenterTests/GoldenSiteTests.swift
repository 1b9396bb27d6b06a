import Contacts
import Foundation
import SiteIO
import Testing

@testable import HelpCenter

/// A whole small site with a theme of its own, byte for byte as it should be.
///
/// With HELPCENTER_UPDATE_GOLDEN=1 in the environment the expected files are written anew; look at
/// the difference before you commit it.
struct GoldenSiteTests {
  static let folder = Repository.root.appendingPathComponent("Tests/HelpCenterTests/Golden")

  @Test func theSiteIsAsExpected() async throws {
    let sources = try SourceLoader.load(
      source: Self.folder.appendingPathComponent("site").path, jobs: 1)
    let result = await SiteBuild.run(
      sources.files, options: BuildOptions(date: CalendarDate("2026-11-21")!, jobs: 2))
    var made = Dictionary(
      uniqueKeysWithValues: try #require(result.files, "\(result.report)").map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
    made["findings.txt"] = result.report + "\n"
    if ProcessInfo.processInfo.environment["HELPCENTER_UPDATE_GOLDEN"] == "1" {
      try update(made)
    }
    let expected = try self.expected()
    // A file that is expected and no longer made is stale, and as wrong as a missing one.
    #expect(Set(made.keys) == Set(expected.keys))
    for (path, text) in expected { #expect(made[path] == text, "\(path)") }
  }

  private var expectedFolder: URL { Self.folder.appendingPathComponent("expected") }

  private func expected() throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: expectedFolder.path) {
      let url = expectedFolder.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try String(contentsOf: url, encoding: .utf8) }
    }
    return files
  }

  private func update(_ files: [String: String]) throws {
    try? FileManager.default.removeItem(at: expectedFolder)
    for (path, text) in files {
      let url = expectedFolder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }
}
