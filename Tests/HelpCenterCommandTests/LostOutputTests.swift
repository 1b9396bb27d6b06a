import Foundation
import Testing

/// What the program does when nobody takes its words.
struct LostOutputTests {
  @Test(arguments: [
    ">/dev/full", ">/dev/full 2>&1", ">&-", "2>&-", ">&- 2>&-", "2>/dev/full", "| true",
  ])
  func theSiteIsPublishedAndTheExitCodeSaysThatTheWordsWereLost(redirection: String) async throws {
    let source = try TemporarySource()
    // A warning goes to stderr, the summary to stdout.
    try source.write("text", to: "Content/upbit/security/unused.txt")
    let run = try await CommandRun(
      ["-c", "set -o pipefail 2>/dev/null; \"$PROGRAM\" --date 2026-11-21 \(redirection)"],
      environment: ["PROGRAM": CommandRun.executable.path], folder: source.root,
      program: URL(fileURLWithPath: "/bin/bash"))
    let isLost = redirection != "| true"
    // Whoever reads a pipe may leave before or after the last word.
    #expect(isLost ? run.status == 2 : [0, 2].contains(run.status), "\(run.status)")
    #expect(try source.files(below: "Public")["404.html"] != nil)
  }
}
