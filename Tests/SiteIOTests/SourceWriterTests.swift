import Foundation
import HelpCenter
import Testing

@testable import SiteIO

struct SourceWriterTests {
  let disk: TemporaryFolder

  init() throws { disk = try TemporaryFolder() }

  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  @Test func makesFilesAndTheFoldersAboveThem() throws {
    let writer = SourceWriter(source: disk("new/site"))
    try writer.create([file("Content/a/b.md", "one"), file("Content/site.yaml", "two")])
    #expect(
      try disk.texts(in: "new/site") == ["Content/a/b.md": "one", "Content/site.yaml": "two"])
  }

  @Test func writesNothingWhereOneIsThere() throws {
    try disk.write("mine", to: "Content/b.md")
    let writer = SourceWriter(source: disk.path)
    #expect(throws: SiteIOError.exists(disk("Content/b.md"))) {
      try writer.create([file("Content/a.md", "new"), file("Content/b.md", "new")])
    }
    #expect(try disk.texts(in: ".") == ["Content/b.md": "mine"])
  }

  @Test func aLinkIsThereToo() throws {
    try disk.makeFolder("Content")
    try disk.makeLink("Content/a.md", to: "nowhere")
    #expect(throws: SiteIOError.exists(disk("Content/a.md"))) {
      try SourceWriter(source: disk.path).create([file("Content/a.md", "new")])
    }
  }

  @Test func replacesAFileInOneStep() throws {
    try disk.write("old", to: "Content/site.yaml")
    let before = try disk.status("Content/site.yaml")
    try SourceWriter(source: disk.path).replace(file("Content/site.yaml", "new"))
    #expect(try disk.texts(in: ".") == ["Content/site.yaml": "new"])
    #expect(try disk.status("Content/site.yaml") != before)
  }
}
