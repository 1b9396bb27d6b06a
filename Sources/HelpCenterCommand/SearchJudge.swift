import Diagnostics
import Foundation
import HelpCenter
import Synchronization

/// Runs a site's search in Node, on what editors expect of it.
///
/// Nothing that Node does, or that stands in its place on PATH, stops a build: what ends badly or does not end is killed,
/// and one finding says that nothing was judged.
struct SearchJudge: Sendable {
  /// Folders to look for `node` in, as PATH has them.
  var path = ProcessInfo.processInfo.environment["PATH"] ?? ""
  /// How long the queries of one language may take; 200 of them take a second.
  var limit: Duration = .seconds(60)

  private static let install = "install Node 18 or newer, or put it on PATH"

  /// What the search does not meet, or the one finding that it was not judged.
  func findings(_ trial: SearchTrial?, strict: Bool) async -> [Diagnostic] {
    guard let trial else { return [] }
    guard trial.canBeAsked else {
      return [
        trial.unjudged(
          because: "the theme has no search", hint: "add Templates/\(SearchTrial.engine)",
          strict: strict)
      ]
    }
    guard let node else {
      return [
        trial.unjudged(because: "there is no Node on PATH", hint: Self.install, strict: strict)
      ]
    }
    do {
      let found = try await judge(trial, node)
      return strict ? found.strict() : found
    } catch {
      return [trial.unjudged(because: error.reason, hint: error.hint, strict: strict)]
    }
  }

  /// The program that judges; nil where PATH has none.
  var node: URL? {
    path.split(separator: ":").lazy
      .map { URL(fileURLWithPath: String($0)).appending(path: "node") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Why there are no answers.
  private struct Failure: Error {
    var reason: String
    var hint: String
  }

  private func judge(_ trial: SearchTrial, _ node: URL) async throws(Failure) -> [Diagnostic] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "helpcenter-search-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(trial.sharedFiles, to: folder)
    let results = await withTaskGroup(of: Result<[Diagnostic], Failure>.self) { group in
      for round in trial.rounds {
        group.addTask {
          do throws(Failure) {
            return .success(try await judge(round, of: trial, node, folder))
          } catch {
            return .failure(error)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var found: [Diagnostic] = []
    for result in results { found += try result.get() }
    return found
  }

  private func judge(
    _ round: SearchTrial.Round, of trial: SearchTrial, _ node: URL, _ folder: URL
  ) async throws(Failure) -> [Diagnostic] {
    try write(trial.files(of: round), to: folder)
    let script = folder.appending(path: SearchTrial.script).path
    let log = folder.appending(path: "\(round.language).log")
    switch await NodeRun(node, [script, round.language], log: log, limit: limit).ending() {
    case .late:
      throw Failure(
        reason: "Node did not answer the queries of '\(round.language)' in \(limit)",
        hint: "try again when the computer is less busy; if it stays so, '\(node.path)' hangs")
    case .failed(let status):
      let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      // Node's report begins with lines of source.
      let error = said.split(separator: "\n").first { $0.contains("Error") } ?? ""
      throw Failure(
        reason: "Node ended with \(status)\(error.isEmpty ? "" : " (\(error.prefix(200)))")",
        hint: "see that '\(node.path)' is Node 18 or newer, and that the theme's search runs")
    case .done:
      let answers = folder.appending(path: SearchTrial.answers(round.language))
      guard let bytes = try? Data(contentsOf: answers),
        let found = trial.findings(of: round, answers: Array(bytes))
      else {
        throw Failure(
          reason: "'\(node.path)' did not answer as Node does", hint: Self.install)
      }
      return found
    }
  }

  private func write(_ files: [OutputFile], to folder: URL) throws(Failure) {
    do {
      for file in files {
        let place = folder.appending(path: file.path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
    } catch {
      throw Failure(
        reason: "the index could not be written for Node to \(folder.path)",
        hint: "see that the folder for temporary files has space")
    }
  }
}

/// One run of a program with a time limit. What it says goes to a file: a pipe that nobody reads would stop it.
private struct NodeRun {
  enum Ending {
    case done, late
    /// An exit code, or the number of a signal.
    case failed(String)
  }

  private let process = Process()
  private let limit: Duration
  private let log: URL

  init(_ program: URL, _ arguments: [String], log: URL, limit: Duration) {
    process.executableURL = program
    process.arguments = arguments
    self.limit = limit
    self.log = log
  }

  func ending() async -> Ending {
    let once = Once()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        once.wait(continuation)
        start(once)
      }
    } onCancel: {
      kill()
      once.finish(.late)
    }
  }

  private func start(_ once: Once) {
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    process.standardError = FileHandle(forWritingAtPath: log.path) ?? FileHandle.nullDevice
    process.terminationHandler = { process in
      let status = process.terminationStatus
      let isSignal = process.terminationReason == .uncaughtSignal
      once.finish(
        status == 0 && !isSignal ? .done : .failed("\(isSignal ? "signal" : "exit code") \(status)")
      )
    }
    guard !Task.isCancelled, (try? process.run()) != nil else {
      return once.finish(.failed("no start"))
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit / .seconds(1)) {
      guard !once.isFinished else { return }
      kill()
      once.finish(.late)
    }
  }

  /// Ends the program and what it started, which would otherwise keep it from being seen as ended.
  private func kill() {
    guard process.isRunning else { return }
    let id = process.processIdentifier
    if getpgid(id) == id { Foundation.kill(-id, SIGKILL) }
    Foundation.kill(id, SIGKILL)
  }

  /// Hands over the first ending of several.
  private final class Once: Sendable {
    private struct State {
      var ending: Ending?
      var waiting: CheckedContinuation<Ending, Never>?
    }
    private let state = Mutex(State())

    var isFinished: Bool { state.withLock { $0.ending != nil } }

    func wait(_ continuation: CheckedContinuation<Ending, Never>) {
      let ending = state.withLock { state -> Ending? in
        if state.ending == nil { state.waiting = continuation }
        return state.ending
      }
      if let ending { continuation.resume(returning: ending) }
    }

    func finish(_ ending: Ending) {
      let waiting = state.withLock { state -> CheckedContinuation<Ending, Never>? in
        guard state.ending == nil else { return nil }
        state.ending = ending
        defer { state.waiting = nil }
        return state.waiting
      }
      waiting?.resume(returning: ending)
    }
  }
}
