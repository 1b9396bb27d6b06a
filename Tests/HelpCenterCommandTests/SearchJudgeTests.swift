import Contacts
import Diagnostics
import Foundation
import HelpCenter
import SiteIO
import Testing

@testable import HelpCenterCommand

/// What editors expect of searches is judged by Node, and by nothing else; nothing in its place stops a build.
struct SearchJudgeTests {
  private static let expectations = """
    expectations:
      - {query: lost phnoe, article: upbit/security/lost}
      - {query: tax return, article: upbit/security/lost}

    """
  private static let unmet =
    "Content/search/en.yaml:3:13: warning: a search for 'tax return' does not find 'upbit/security/lost'"

  private static func source(_ text: String = expectations) throws -> TemporarySource {
    let source = try TemporarySource()
    try source.write(text, to: "Content/search/en.yaml")
    return source
  }

  private static func check(
    _ source: TemporarySource, _ options: [String] = [], path: String? = nil
  ) async throws -> CommandRun {
    try await CommandRun(
      ["check"] + options + BuildCommandTests.day,
      environment: path.map { ["PATH": $0] } ?? [:], folder: source.root)
  }

  @Test func nodeJudgesWithTheModulesOfTheTheme() async throws {
    let run = try await Self.check(try Self.source())
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stderr.contains(Self.unmet), "\(run.stderr)")
    #expect(!run.stderr.contains("phnoe"), "\(run.stderr)")
  }

  @Test func underStrictAnUnmetExpectationWithholdsTheSite() async throws {
    let source = try Self.source()
    let run = try await CommandRun(["--strict"] + BuildCommandTests.day, folder: source.root)
    #expect(run.status == 1)
    #expect(run.stderr.contains(Self.unmet.replacing("warning", with: "error")), "\(run.stderr)")
    #expect(
      !FileManager.default.fileExists(atPath: source.root.appendingPathComponent("Public").path))
  }

  @Test func withoutNodeOneNoticeSaysThatNothingWasJudged() async throws {
    let run = try await Self.check(try Self.source(), path: "")
    #expect(run.status == 0, "\(run.stderr)")
    let lines = run.stderr.split(separator: "\n").filter { $0.contains("Node") }
    #expect(
      lines.map(String.init) == [
        "notice: there is no Node on PATH, so 2 expectations of Content/search/ were not judged",
        "    hint: install Node 18 or newer, or put it on PATH",
      ], "\(run.stderr)")
    #expect(!run.stderr.contains("tax return"))
  }

  @Test func withoutNodeAStrictBuildOfASiteThatExpectsSomethingFails() async throws {
    let run = try await Self.check(try Self.source(), ["--strict"], path: "")
    #expect(run.status == 1)
    #expect(run.stderr.contains("error: there is no Node on PATH"), "\(run.stderr)")
    let other = try await Self.check(
      try Self.source("synonyms: [[a, b]]\n"), ["--strict"], path: "")
    #expect(!other.stderr.contains("Node"), "\(other.stderr)")
  }

  /// A program of this name that is not Node, as a shell script.
  private static func findings(
    _ script: String, limit: Duration = .seconds(60)
  ) async throws -> [Diagnostic] {
    let source = try source()
    try source.write("#!/bin/sh\n\(script)\n", to: "bin/node")
    let bin = source.root.appendingPathComponent("bin")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bin.appendingPathComponent("node").path)
    let files = try SourceLoader.load(source: source.root.path, jobs: 1).files
    let plan = await SiteBuild.plan(
      files, options: BuildOptions(time: .local(CalendarMoment("2026-11-21")!)))
    return await SearchJudge(path: "/nowhere:" + bin.path, limit: limit)
      .findings(plan.searchTrial, strict: false)
  }

  @Test func aNodeThatHangsIsEnded() async throws {
    let found = try await Self.findings("sleep 600 & wait", limit: .milliseconds(50))
    #expect(found.map(\.id) == ["unjudged-expectations"])
    #expect(found.first?.message.contains("did not answer the queries of 'en'") == true)
  }

  @Test(arguments: [
    ("exit 3", "Node ended with exit code 3"),
    ("kill -9 $$", "Node ended with signal 9"),
    (
      "echo 'SyntaxError: Unexpected token' >&2; exit 1",
      "exit code 1 (SyntaxError: Unexpected token)"
    ),
    ("exit 0", "did not answer as Node does"),
    ("echo '[[7]]' > \"$(dirname \"$1\")/en.answers.json\"", "did not answer as Node does"),
  ]) func aNodeThatFailsIsOneNotice(script: String, message: String) async throws {
    let found = try await Self.findings(script)
    #expect(found.map(\.id) == ["unjudged-expectations"])
    #expect(found.first?.severity == .notice)
    #expect(found.first?.message.contains(message) == true, "\(found)")
  }
}
