// What a whole build costs, beside what it cannot be below and beside Hugo.
//
// 1. The corpus is written to a folder, on a RAM disk where there is one: the articles of
//    `make_corpus.py`, to the byte, in three languages.
// 2. Each round builds the site with one thread and with all, then does the floor, then builds the
//    same articles with Hugo where Hugo is: one after the other, so that a slow moment of the machine
//    hits all. Each run is a process of its own.
// 3. The medians of the rounds, and the medians of the ratios within a round, are printed.

import ArgumentParser
import Foundation
import Synchronization

@main
struct SiteBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds a corpus of articles and prints what it costs.")

  @Option(help: "Articles; each is in three languages.")
  var articles = 1000
  @Option(help: "Exchanges; else a hundredth of the articles, at least 4, at most 40.")
  var exchanges: Int?
  @Option(help: "How often everything is done.")
  var rounds = 3
  @Option(help: "Threads; else one for each core.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "Where the sites are written; else /dev/shm, where it is.")
  var folder: String?
  @Option(help: "The program Hugo; left out where it cannot be run.")
  var hugo = "hugo"
  @Option(help: "Only write the articles to this folder.")
  var corpus: String?
  @Option(help: "Only write the whole site of the articles to this folder.")
  var site: String?
  @Option(parsing: .remaining, help: .hidden)
  var measure: [String] = []

  func run() throws {
    if !measure.isEmpty {
      let arguments = measure
      let result = try Self.waiting { try await Measurement.perform(arguments) }
      print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
      return
    }
    let articles = Corpus(articles: articles, exchanges: exchanges)
    if let corpus { return try BenchmarkSite.write(articles, to: URL(filePath: corpus)) }
    if let folder = site {
      let site = BenchmarkSite(corpus: articles, folder: URL(filePath: folder))
      return try Self.waiting { try await site.write() }
    }
    let isRAM = FileManager.default.isWritableFile(atPath: "/dev/shm")
    let base = URL(filePath: folder ?? (isRAM ? "/dev/shm" : NSTemporaryDirectory()))
    let place = base.appending(
      path: "site-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: place) }
    let site = BenchmarkSite(corpus: articles, folder: place)
    try Self.waiting { try await site.write() }
    print(report(try measured(site)))
  }

  /// The main thread waits here, not in the runtime's loop for asynchronous programs: that one waits
  /// for a signal in a way that ends a run under Valgrind, which counts instructions.
  private static func waiting<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) throws -> Result {
    let outcome = Outcome<Result>()
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let result: Swift.Result<Result, any Error>
      do { result = .success(try await work()) } catch { result = .failure(error) }
      outcome.value.withLock { $0 = result }
      isDone.signal()
    }
    isDone.wait()
    return try outcome.value.withLock { $0! }.get()
  }

  private final class Outcome<Result: Sendable>: Sendable {
    let value = Mutex<Swift.Result<Result, any Error>?>(nil)
  }

  private enum Name: String, CaseIterable {
    case oneThread = "one thread"
    case allThreads = "all threads"
    case floor
    case hugo
  }

  private func measured(_ site: BenchmarkSite) throws -> [Name: [Measurement]] {
    let source = site.source.path
    func place(_ name: String) -> String { site.folder.appending(path: name).path }
    var runs: [(Name, output: String, arguments: [String])] = [
      (.oneThread, place("site"), ["build", source, place("site"), "1"]),
      (.allThreads, place("site"), ["build", source, place("site"), String(jobs)]),
      (.floor, place("copy"), ["floor", source, place("site"), place("copy")]),
    ]
    if (try? Measurement.run(["command", hugo, "version"])) != nil {
      try site.writeForHugo()
      runs.append(
        (
          .hugo, place("hugo-site"),
          [
            "command", hugo, "--quiet", "--source", site.hugoSource.path, "--destination",
            place("hugo-site"),
          ]
        ))
    }
    var results: [Name: [Measurement]] = [:]
    for _ in 0..<rounds {
      for (name, output, arguments) in runs {
        try? FileManager.default.removeItem(atPath: output)
        results[name, default: []].append(try Measurement.run(arguments))
      }
    }
    return results
  }

  private func report(_ results: [Name: [Measurement]]) -> String {
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    func number(_ value: Double, _ digits: Int = 2) -> String {
      String(format: "%9.\(digits)f", value)
    }
    func row(_ name: String, _ cells: String...) -> String {
      String(repeating: " ", count: max(0, 14 - name.count)) + name + cells.joined()
    }
    let pages = Double(articles * Corpus.languages.count)
    var lines = ["\(articles) articles x 3, \(jobs) threads, medians of \(rounds) rounds"]
    lines.append(row("", "   wall s", "    CPU s", "      MiB", "  pages/s"))
    for name in Name.allCases {
      guard let found = results[name] else { continue }
      let wall = median(found.map(\.wall))
      lines.append(
        row(
          name.rawValue, number(wall), number(median(found.map(\.cpu))),
          number(median(found.map(\.memory)), 0), number(pages / wall, 0)))
    }
    lines.append("stages with all threads, wall s")
    for stage in Measurement.stages {
      lines.append(
        row(stage, number(median(results[.allThreads]!.map { $0.stages[stage] ?? 0 }))))
    }
    func ratio(_ what: String, _ a: Name, _ b: Name, _ value: (Measurement) -> Double) {
      guard let first = results[a], let second = results[b] else { return }
      let ratios = zip(first, second).map { value($0) / value($1) }
      lines.append("\(a.rawValue) to \(b.rawValue), \(what): \(number(median(ratios)))")
    }
    ratio("CPU", .oneThread, .floor, \.cpu)
    ratio("wall", .allThreads, .hugo, \.wall)
    ratio("CPU", .allThreads, .hugo, \.cpu)
    ratio("memory", .allThreads, .hugo, \.memory)
    return lines.joined(separator: "\n")
  }
}
