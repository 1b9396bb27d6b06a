import Foundation
import Testing

@testable import SiteIO

struct SourceNotesTests {
  let disk: TemporaryFolder

  init() throws { disk = try TemporaryFolder() }

  @Test func keepsTheLastNoteAndTellsGitToLeaveItAlone() throws {
    let notes = SourceNotes(source: disk.path)
    #expect(notes.read("a.json") == nil)
    #expect(notes.write([1, 2], to: "a.json"))
    #expect(notes.write([3], to: "a.json"))
    #expect(notes.read("a.json") == [3])
    #expect(try disk.names(in: ".helpcenter") == [".gitignore", "a.json"])
    #expect(try disk.texts(in: ".helpcenter")[".gitignore"] == "*\n")
  }

  @Test func clearsWhatAKilledBuildLeft() throws {
    try disk.write("half", to: ".helpcenter/a.json.next")
    #expect(SourceNotes(source: disk.path).write([1], to: "a.json"))
    #expect(try disk.names(in: ".helpcenter") == [".gitignore", "a.json"])
  }

  @Test func followsNoLink() throws {
    try disk.makeFolder("elsewhere")
    try disk.makeLink(".helpcenter", to: "elsewhere")
    let notes = SourceNotes(source: disk.path)
    #expect(!notes.write([1], to: "a.json"))
    #expect(notes.read("a.json") == nil)
    #expect(try disk.names(in: "elsewhere").isEmpty)
  }

  @Test func doesWithoutWhereNothingCanBeWritten() throws {
    #expect(!SourceNotes(source: disk("nowhere")).write([1], to: "a.json"))
    try disk.write("a file", to: ".helpcenter")
    #expect(!SourceNotes(source: disk.path).write([1], to: "a.json"))
  }

  /// Whatever fails, the note is the old one or the new one.
  @Test func everyCallMayFail() throws {
    for number in 0..<40 {
      try disk.remove(".helpcenter")
      let notes = SourceNotes(source: disk.path)
      notes.write([1], to: "a.json")
      let count = Count()
      let calls = DiskCalls { _ in count.next() == number ? ENOSPC : nil }
      let isWritten = SourceNotes(source: disk.path, calls: calls).write([2], to: "a.json")
      #expect(notes.read("a.json") == (isWritten ? [2] : [1]), "call \(number)")
    }
  }

  private final class Count: @unchecked Sendable {
    private var made = 0
    func next() -> Int {
      made += 1
      return made - 1
    }
  }
}
