import Foundation

/// One run of the built `helpcenter`, as a user starts it.
struct CommandRun {
  var status: Int32
  var stdout: String
  var stderr: String

  /// The executable beside the test bundle.
  static let executable: URL = {
    #if os(macOS)
      let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
      return bundles[0].deletingLastPathComponent().appendingPathComponent("helpcenter")
    #else
      return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("helpcenter")
    #endif
  }()

  /// Runs it on a thread of its own: waiting for a process would hold one of the few threads that
  /// all tests share.
  init(
    _ arguments: [String], environment: [String: String] = [:], folder: URL? = nil,
    program: URL = executable
  ) async throws {
    self = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            try CommandRun(
              waitingFor: program, arguments, environment: environment, folder: folder)
          })
      }
    }
  }

  private init(
    waitingFor program: URL, _ arguments: [String], environment: [String: String], folder: URL?
  ) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    // Files, because a pipe that nobody reads would stop a talkative run.
    let files = try (0..<2).map { _ -> URL in
      let url = FileManager.default.temporaryDirectory
        .appendingPathComponent("helpcenter-" + UUID().uuidString)
      try Data().write(to: url)
      return url
    }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    stdout = try String(contentsOf: files[0], encoding: .utf8)
    stderr = try String(contentsOf: files[1], encoding: .utf8)
    for file in files { try FileManager.default.removeItem(at: file) }
  }
}

/// A source folder of its own, removed when the test ends.
final class TemporarySource {
  let root: URL

  /// What a small site is made of: a build of all of the content takes seconds without optimisation.
  private static let content = [
    "site.yaml": """
    title: Help
    base-url: https://help.test/
    languages: [{path: ko, tag: ko}, {path: zh, tag: zh-Hans}, {path: en, tag: en}]
    profile: exchange
    exchanges: [upbit]

    """,
    "categories.yaml": "- {id: security, name: Security}\n",
    "upbit/exchange.yaml": "name: Upbit\n",
  ]

  private static func article(_ title: String) -> String {
    "---\ntitle: \(title)\ndescription: About it.\nupdated: 2026-11-01\n---\n\nText.\n"
  }

  /// A small site: an article and a notice in three languages, and the repository's theme.
  convenience init() throws {
    try self.init(named: "source", copying: ["Templates"])
    for (path, text) in Self.content { try write(text, to: "Content/" + path) }
    for (language, title) in [("ko", "OTP 분실"), ("zh", "丢失验证器"), ("en", "Lost phone")] {
      let text = Self.article(title)
      try write(text, to: "Content/upbit/security/lost.\(language).md")
      try write(text, to: "Content/upbit/notices/2026-11-01-fees.\(language).md")
    }
  }

  /// A copy of folders of the repository.
  init(named name: String, copying folders: [String] = ["Content", "Templates"]) throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("helpcenter-" + UUID().uuidString).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for folder in folders {
      try FileManager.default.copyItem(
        at: repository.appendingPathComponent(folder), to: root.appendingPathComponent(folder))
    }
  }

  deinit { try? FileManager.default.removeItem(at: root.deletingLastPathComponent()) }

  func write(_ text: String, to path: String) throws {
    let url = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Every file below a folder of the source, by path.
  func files(below folder: String) throws -> [String: Data] {
    let base = root.appendingPathComponent(folder)
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: base.path) {
      let url = base.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      found[path] = try Data(contentsOf: url)
    }
    return found
  }
}
