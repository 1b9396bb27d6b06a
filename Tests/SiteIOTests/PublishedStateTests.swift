import Foundation
import HelpCenter
import Testing

@testable import SiteIO

struct PublishedStateTests {
  let disk: TemporaryFolder
  private let texts = ["a.html": "old", "ko/b.html": "b", "ko/c.html": "c"]

  init() throws { disk = try TemporaryFolder() }

  private func publish(
    _ texts: [String: String], isInPlace: Bool = false, calls: DiskCalls = .system
  ) throws -> String? {
    try SitePublisher.publish(
      site(texts), to: disk("site"),
      options: PublishOptions(isInPlace: isInPlace, isRecorded: true), calls: calls
    ).state
  }

  private func isStill(_ state: String) throws -> Bool {
    try SitePublisher(to: disk("site")).isStill(state)
  }

  @Test func knowsASiteThatNobodyTouched() throws {
    let first = try #require(try publish(texts))
    #expect(try isStill(first))
    #expect(try publish(texts) == first)
    var changed = texts
    changed["a.html"] = "new"
    let second = try #require(try publish(changed))
    #expect(try isStill(second))
    #expect(second != first)
    let inPlace = try #require(try publish(texts, isInPlace: true))
    #expect(try isStill(inPlace))
  }

  @Test func isNotAskedForUnlessWanted() throws {
    #expect(try SitePublisher.publish(site(texts), to: disk("site")).state == nil)
  }

  @Test func knowsASiteThatWasPublishedFileByFile() throws {
    _ = try publish(texts)
    var changed = texts
    changed["ko/c.html"] = "d"
    let state = try #require(try publish(changed, calls: .withoutExchange()))
    #expect(try isStill(state))
  }

  /// What somebody may do to a published site between two builds.
  enum Meddling: String, CaseIterable {
    case edit, editOfTheSameLength, editWithTheOldTime, replacement, deletion, addition, hiddenFile
    case otherRights, link, folderInstead, copyOfTheSite, siteOfAnotherDay, interruptedPublish
    case noSite
  }

  @Test(arguments: Meddling.allCases) func seesThatTheSiteWasChanged(_ kind: Meddling) throws {
    let state = try #require(try publish(texts))
    try meddle(kind)
    #expect(try !isStill(state), "\(kind)")
  }

  private func meddle(_ kind: Meddling) throws {
    let file = disk("site/a.html")
    switch kind {
    case .edit: try disk.write("longer", to: "site/a.html")
    case .editOfTheSameLength: try edit(file, "odd")
    case .editWithTheOldTime:
      let time = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]!
      try edit(file, "odd")
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
    case .replacement:
      try disk.write("old", to: "other")
      #expect(rename(disk("other"), file) == 0)
    case .deletion: try disk.remove("site/ko/b.html")
    case .addition: try disk.write("x", to: "site/ko/x.html")
    case .hiddenFile: try disk.write("x", to: "site/.x")
    case .otherRights: #expect(chmod(file, 0o600) == 0)
    case .link:
      try disk.remove("site/a.html")
      try disk.makeLink("site/a.html", to: "ko/b.html")
    case .folderInstead:
      try disk.remove("site/a.html")
      try disk.makeFolder("site/a.html")
    case .copyOfTheSite:
      try FileManager.default.copyItem(atPath: disk("site"), toPath: disk("copy"))
      try disk.remove("site")
      #expect(rename(disk("copy"), disk("site")) == 0)
    case .siteOfAnotherDay: _ = try publish(["a.html": "new"])
    case .interruptedPublish: try disk.write("x", to: ".site.journal")
    case .noSite: try disk.remove("site")
    }
  }

  /// Without a new file, as a careless editor does.
  private func edit(_ path: String, _ text: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  @Test func thePlaceholderIsNotTheSites() throws {
    let state = try #require(try publish(texts))
    try disk.write("", to: "site/.gitkeep")
    #expect(try isStill(state))
  }

  /// An edit after a file was compared or written, before the publish ends.
  @Test(arguments: [true, false]) func aSiteThatChangesDuringThePublishHasNoState(
    isWritten: Bool
  ) throws {
    _ = try publish(texts)
    let publisher = try SitePublisher(
      to: disk("site"), options: PublishOptions(isRecorded: true))
    var changed = texts
    if isWritten { changed["ko/c.html"] = "d" }
    for file in site(changed) { try publisher.take(file) }
    try edit(disk("site/a.html"), "odd")
    #expect(try publisher.finish().state == nil)
  }

  @Test func aFileThatChangedTheMomentBeforeHasNoState() throws {
    _ = try publish(texts)
    // Of a time to come, so that the verdict depends on no clock: what is not old is too new.
    let now = systemTime()
    let site = try #require(try PresentSite(BytePath("site"), in: Folder(disk.path)))
    let step = Duration.seconds(
      (now - site.files.values.map(\.changed).min()!) / 1_000_000_000 + 60)
    #expect(
      PublishedState.text(of: site, count: 4, step: step, known: { site.files[$0] }) == nil)
  }
}
