import Foundation
import HelpCenter

@testable import SiteIO

/// A folder for one test, removed with all in it when the test lets go of it.
final class TemporaryFolder {
  /// Free of links, so that paths in errors can be compared.
  let path: String
  private let folder: Folder

  init() throws {
    let name = "SiteIOTests-\(UUID().uuidString)"
    let made = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try RealPath.makeFolders(made)
    path = try RealPath.of(made)
    folder = try Folder(path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ relative: String) -> String { "\(path)/\(relative)" }

  /// Writes a file in place, as a careless editor does, and makes the folders above it.
  func write(_ text: String, to relative: String) throws {
    try RealPath.makeFolders(RealPath.split(self(relative)).parent)
    try Data(text.utf8).write(to: URL(fileURLWithPath: self(relative)))
  }

  func makeFolder(_ relative: String) throws { try RealPath.makeFolders(self(relative)) }

  func makeLink(_ relative: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self(relative), withDestinationPath: target)
  }

  func makePipe(_ relative: String) throws {
    try folder.call(.open, BytePath(relative)) { _, _ in mkfifo(self(relative), 0o644) }
  }

  func remove(_ relative: String) throws { try folder.removeTree(BytePath(relative)) }

  func status(_ relative: String) throws -> FileStatus { try folder.status(BytePath(relative)) }

  /// The names in a folder, sorted, hidden ones too.
  func names(in relative: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self(relative)).sorted()
  }

  /// Every file below a folder, with its text.
  func texts(in relative: String) throws -> [String: String] {
    var walk = FolderWalk(readsStatus: false)
    let start = try Folder(self(relative))
    walk.add(start, at: nil)
    var texts: [String: String] = [:]
    for entry in walk.entries where entry.kind == .file {
      texts["\(entry.path)"] = String(decoding: try start.read(entry.path) ?? [], as: UTF8.self)
    }
    return texts
  }
}

/// A small site: every text at its path, and a `404.html`.
func site(_ texts: [String: String]) -> [OutputFile] {
  texts.merging(["404.html": "not found"]) { given, _ in given }
    .map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
}

extension DiskCalls {
  /// A disk that takes files of up to `limit` bytes and is full for longer ones.
  static func full(beyond limit: Int) -> DiskCalls {
    DiskCalls { call in
      if case .write(let count) = call, count > limit { ENOSPC } else { nil }
    }
  }

  /// A file system that cannot exchange two folders.
  static func withoutExchange(_ code: Int32 = EINVAL) -> DiskCalls {
    DiskCalls { $0 == .exchange ? code : nil }
  }

  static var withoutHardLinks: DiskCalls { DiskCalls { $0 == .link ? EPERM : nil } }

  /// The system's, and something done at the moment of the exchange.
  static func atExchange(_ body: @escaping @Sendable () -> Void) -> DiskCalls {
    DiskCalls { call in
      if call == .exchange { body() }
      return nil
    }
  }
}
