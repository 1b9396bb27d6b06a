import Foundation
import HelpCenter
import Testing

@testable import SiteIO

struct PublishRefusalTests {
  let disk: TemporaryFolder

  init() throws { disk = try TemporaryFolder() }

  private func expectOverlap(_ output: String, shown: String? = nil) {
    #expect(throws: SiteIOError.outputContainsSource(disk(shown ?? output))) {
      try SitePublisher.publish(site([:]), to: disk(output), source: disk("home/project"))
    }
  }

  @Test func refusesAFolderOfOtherFiles() throws {
    try disk.write("precious", to: "photos/cat.jpg")
    #expect(throws: SiteIOError.notASite(disk("photos"))) {
      try SitePublisher.publish(site([:]), to: disk("photos"))
    }
    #expect(try disk.names(in: "") == ["photos"])
    #expect(try disk.texts(in: "photos") == ["cat.jpg": "precious"])
  }

  @Test func acceptsAFolderWithNothingButHiddenFiles() throws {
    try disk.write("", to: "site/.DS_Store")
    #expect(try SitePublisher.publish(site([:]), to: disk("site")).written == 1)
  }

  @Test func refusesAGitCheckoutEvenOfASite() throws {
    try disk.write("ref", to: "site/.git/HEAD")
    try disk.write("page", to: "site/404.html")
    #expect(throws: SiteIOError.holdsRepository(disk("site"))) {
      try SitePublisher.publish(site([:]), to: disk("site"))
    }
  }

  @Test func refusesTheSourceFolderAndThoseAboveIt() throws {
    try disk.write("page", to: "home/project/404.html")
    try disk.makeFolder("home/project/Content")
    try disk.makeFolder("home/project/Templates")
    expectOverlap("home/project")
    expectOverlap("home")
    try disk.makeLink("link", to: "home/project")
    expectOverlap("link", shown: "home/project")
  }

  @Test func refusesTheInputFoldersAndThoseInThem() throws {
    try disk.write("template", to: "home/project/Templates/404.html")
    try disk.makeFolder("home/project/Content")
    expectOverlap("home/project/Templates")
    expectOverlap("home/project/Content/public")
    #expect(try disk.names(in: "home/project") == ["Content", "Templates"])
    let summary = try SitePublisher.publish(
      site([:]), to: disk("home/project/Public"), source: disk("home/project"))
    #expect(summary.written == 1)
  }

  @Test(arguments: ["", "/etc/x", "a//b", "a/", "../x", "a/../b", "./a", "a/."])
  func refusesAPathThatLeavesTheSite(path: String) throws {
    let error = #expect(throws: SiteIOError.self) {
      try SitePublisher.publish(site([path: "x"]), to: disk("site"))
    }
    guard case .badOutputPath(path, _) = error else {
      Issue.record("threw \(String(describing: error))")
      return
    }
    #expect(try disk.names(in: "") == [".site.lock"])
  }

  @Test func refusesAPathWithANulByte() throws {
    #expect(throws: SiteIOError.badOutputPath("a\0b", "it contains a NUL byte")) {
      try SitePublisher.publish(site(["a\0b": "x"]), to: disk("site"))
    }
  }

  @Test func refusesTwoFilesInOnePlace() throws {
    let twice = [OutputFile(path: "a", bytes: [1]), OutputFile(path: "a", bytes: [2])]
    #expect(throws: SiteIOError.badOutputPath("a", "two files have it")) {
      try SitePublisher.publish(twice, to: disk("site"))
    }
    #expect(throws: SiteIOError.badOutputPath("a/b", "other files need it to be a folder")) {
      try SitePublisher.publish(site(["a/b": "x", "a/b-c": "x", "a/b/c/d": "x"]), to: disk("site"))
    }
  }

  @Test func refusesAnOutputThatIsNoFolder() throws {
    try disk.write("text", to: "file")
    try disk.makeLink("dangling", to: "nowhere")
    for name in ["file", "dangling", "file/site"] {
      #expect(throws: SiteIOError.self) { try SitePublisher.publish(site([:]), to: disk(name)) }
    }
    #expect(throws: SiteIOError.self) { try SitePublisher.publish(site([:]), to: "") }
    #expect(throws: SiteIOError.notASite("/")) { try SitePublisher.publish(site([:]), to: "/") }
    #expect(try disk.names(in: "") == ["dangling", "file"])
  }

  @Test func saysInEveryErrorWhereAndWhatToDo() {
    let errors: [SiteIOError] = [
      .missingFolder("p/q"), .disk("p/q", "No space left on device"), .locked("p/q"),
      .notASite("p/q"), .holdsRepository("p/q"), .outputContainsSource("p/q"),
      .badOutputPath("p/q", "it is absolute"),
    ]
    for error in errors {
      #expect(error.description.contains("'p/q'"))
      #expect(error.description.hasSuffix("."))
    }
  }
}
