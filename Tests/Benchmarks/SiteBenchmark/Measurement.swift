import Contacts
import Foundation
import HelpCenter
import Markdown
import SiteIO

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What one run cost. Each run is a process of its own: memory is given back, nothing is warm.
struct Measurement: Codable {
  /// Seconds.
  var wall = 0.0
  /// Seconds of all threads, the system's work included.
  var cpu = 0.0
  /// The most memory at any time, in MiB.
  var memory = 0.0
  var files = 0
  static let stages = ["load", "plan", "render and write", "publish"]

  /// Wall seconds by stage.
  var stages: [String: Double] = [:]

  static func options(jobs: Int) -> BuildOptions {
    BuildOptions(time: .local(CalendarMoment("2026-12-31")!), jobs: jobs)
  }

  /// Starts this program anew for one run and reads what it reports.
  static func run(_ arguments: [String]) throws -> Measurement {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = ["--measure"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return try JSONDecoder().decode(Measurement.self, from: data)
  }

  /// The run itself, in the process that was started for it.
  static func perform(_ arguments: [String]) async throws -> Measurement {
    let clock = ContinuousClock()
    let start = clock.now
    var result = Measurement()
    var last = start
    func note(_ stage: String) {
      result.stages[stage] = seconds(clock.now - last)
      last = clock.now
    }
    switch arguments[0] {
    case "build":
      result.files = try await build(arguments[1], arguments[2], Int(arguments[3])!, note)
    case "floor": result.files = try floor(arguments[1], arguments[2], arguments[3])
    default:
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = Array(arguments.dropFirst())
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }
    result.wall = seconds(clock.now - start)
    let own = arguments[0] != "command"
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(own ? RUSAGE_SELF : RUSAGE_CHILDREN, &usage)
      result.memory = Double(usage.ru_maxrss) / 1_048_576
    #else
      // The C library's names for them are of another type than its function takes.
      getrusage(own ? 0 : -1, &usage)
      result.memory = Double(usage.ru_maxrss) / 1024
    #endif
    for time in [usage.ru_utime, usage.ru_stime] {
      result.cpu += Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
    return result
  }

  private static func build(
    _ source: String, _ output: String, _ jobs: Int, _ note: (String) -> Void
  ) async throws -> Int {
    let options = options(jobs: jobs)
    let loaded = try SourceLoader.load(source: source, jobs: jobs)
    note("load")
    let plan = await SiteBuild.plan(loaded.files, options: options)
    note("plan")
    guard let jobs = plan.jobs else { throw CocoaError(.fileReadCorruptFile) }
    // Not synced: what is measured is the program, not the disk.
    let publisher = try SitePublisher(
      to: output, source: source, options: PublishOptions(isSynced: false))
    try await SiteBuild.render(jobs, options: options) { try publisher.take($0) }
    note("render and write")
    let summary = try publisher.finish()
    note("publish")
    return summary.written
  }

  /// What no generator of this kind can be below: each source is read and rendered by libcmark
  /// alone, each file of the site is copied, on one thread.
  private static func floor(_ source: String, _ site: String, _ copy: String) throws -> Int {
    var bytes = 0
    try eachFile(in: source + "/Content") { file, _ in
      let text = Array(try Data(contentsOf: file))
      if file.pathExtension == "md" { bytes += renderPlainCommonMark(text).utf8.count }
    }
    var files = 0
    try eachFile(in: site) { file, path in
      let target = URL(filePath: copy).appending(path: path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contentsOf: file).write(to: target)
      files += 1
    }
    return bytes > 0 ? files : 0
  }

  private static func eachFile(
    in folder: String, _ use: (_ file: URL, _ path: String) throws -> Void
  ) throws {
    guard let all = FileManager.default.enumerator(atPath: folder) else { return }
    while let path = all.nextObject() as? String {
      guard all.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      try use(URL(filePath: folder).appending(path: path), path)
    }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
