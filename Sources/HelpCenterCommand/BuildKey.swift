import Diagnostics
import Dispatch
import Foundation
import HelpCenter
import SiteIO

/// Everything that the site, its findings and its figures depend on, but the clock: equal keys, equal
/// builds.
///
/// 1. The program: every file that its process consists of, with the theme and the system's libraries.
/// 2. What judges the search: Node as PATH finds it, and what tells Node how to behave.
/// 3. The options. How many threads work decides nothing.
/// 4. Every source file by its path and its bytes, and what the loader found.
struct BuildKey {
  let options: BuildOptions
  let isPartial: Bool
  let publishing: PublishOptions

  /// Changes with what a key or a record holds.
  private static let version = "helpcenter build 1"

  /// The key as one hash.
  func text(_ loaded: LoadedSources) -> String {
    var hash = SHA256()
    for line in [Self.version] + Self.program + Self.judge + settings { hash.add(line) }
    hash.add(number: loaded.files.count)
    for (file, digest) in zip(loaded.files, digests(of: loaded.files)) {
      hash.add(file.path)
      hash.add(digest)
    }
    for path in loaded.standIns.sorted() { hash.add(path) }
    hash.add(number: loaded.diagnostics.count)
    for finding in loaded.diagnostics { hash.add(DiagnosticFormatter.json.format(finding)) }
    return hash.text()
  }

  private var settings: [String] {
    let base = options.baseURL.map { $0.origin + $0.path } ?? "none"
    return [
      "base \(base)", "drafts \(options.includeDrafts)", "strict \(options.strict)",
      "partial \(isPartial)", "in place \(publishing.isInPlace)", "synced \(publishing.isSynced)",
      "left out \(options.leftOut.sorted())",
    ]
  }

  /// In the order of the files, made on all cores.
  private func digests(of files: [SourceFile]) -> [String] {
    let jobs = max(1, min(options.jobs, files.count))
    return [String](unsafeUninitializedCapacity: files.count) { buffer, count in
      // Safe to share: every thread fills places of its own, and all are filled before the end.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: jobs) { job in
        for index in stride(from: job, to: files.count, by: jobs) {
          places.initializeElement(at: index, to: SHA256.text(of: files[index].bytes))
        }
      }
      count = files.count
    }
  }

  /// The file at each path, or that there is none.
  private static func identities(_ paths: [String]) -> [String] {
    paths.flatMap { [$0, FileIdentity.text(of: $0) ?? "none"] }
  }

  /// The program and the libraries that it runs on, and where days begin and end.
  private static var program: [String] {
    identities(ProgramFiles.paths + ["/usr/share/zoneinfo", "/usr/share/zoneinfo/tzdata.zi"])
      + [ProcessInfo.processInfo.operatingSystemVersionString]
  }

  private static var judge: [String] {
    let environment = ProcessInfo.processInfo.environment
    let settings = environment.filter { $0.key.hasPrefix("NODE_") || $0.key == "TZDIR" }
      .map { "\($0.key)=\($0.value)" }.sorted()
    return settings + (SearchJudge().node.map { identities([$0.path]) } ?? ["no node"])
  }
}
