#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open folder. Every path given to it is relative to it, so that a folder that is renamed or
/// swapped while it is in use stays the folder that was opened.
final class Folder: Sendable {
  let descriptor: Int32
  /// Where the folder was when it was opened; for messages only.
  let path: String
  let calls: DiskCalls

  /// Opens the folder at `path`, through symbolic links. Throws `DiskFailure`.
  init(_ path: String, calls: DiskCalls = .system) throws {
    self.path = path
    self.calls = calls
    let (file, code) = calls.make(.open) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    descriptor = file
    if file < 0 { throw DiskFailure(path: path, code: code) }
  }

  /// Opens a folder inside `parent`; the last component must not be a link. Throws `DiskFailure`.
  init(_ relative: BytePath, in parent: Folder) throws {
    descriptor = try parent.call(.open, relative) {
      openat($0, $1, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    path = parent.fullPath(relative)
    calls = parent.calls
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func fullPath(_ relative: BytePath) -> String {
    path.hasSuffix("/") ? "\(path)\(relative)" : "\(path)/\(relative)"
  }

  /// Makes a system call with this folder's descriptor and a path in it; a negative answer throws
  /// `DiskFailure`.
  @discardableResult
  func call(
    _ call: SystemCall, _ relative: BytePath, _ body: (Int32, UnsafePointer<CChar>) -> Int32
  ) throws -> Int32 {
    let (answer, code) = relative.withCPath { name in
      calls.make(call) { body(descriptor, name) }
    }
    guard answer >= 0 else { throw DiskFailure(path: fullPath(relative), code: code) }
    return answer
  }

  /// Makes a system call with an open file of this folder; a negative answer throws `DiskFailure`.
  func call(_ call: SystemCall, on file: Int32, at relative: BytePath, _ body: (Int32) -> Int32)
    throws
  {
    let (answer, code) = calls.make(call) { body(file) }
    guard answer >= 0 else { throw DiskFailure(path: fullPath(relative), code: code) }
  }

  /// The status of what the path names, a link itself and not its target. Throws `DiskFailure`.
  func status(_ relative: BytePath) throws -> FileStatus {
    var status = stat()
    try call(.status, relative) { fstatat($0, $1, &status, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(status)
  }

  /// Makes a folder with permissions 0755 less the umask. Throws `DiskFailure`.
  func makeFolder(_ relative: BytePath) throws {
    try call(.makeFolder, relative) { mkdirat($0, $1, 0o755) }
  }

  /// Moves a file or folder in one step, over a file that is there. Throws `DiskFailure`.
  func move(_ relative: BytePath, to target: BytePath, in other: Folder) throws {
    try call(.move, relative) { descriptor, name in
      target.withCPath { renameat(descriptor, name, other.descriptor, $0) }
    }
  }

  func removeFile(_ relative: BytePath) throws {
    try call(.removeFile, relative) { unlinkat($0, $1, 0) }
  }

  /// Removes an empty folder. Throws `DiskFailure`.
  func removeEmptyFolder(_ relative: BytePath) throws {
    try call(.removeFolder, relative) { unlinkat($0, $1, AT_REMOVEDIR) }
  }

  /// Removes whatever the path names, and all below it; what is not there is no failure.
  /// Throws `DiskFailure`.
  func removeTree(_ relative: BytePath) throws {
    do {
      guard try status(relative).kind == .folder else { return try removeFile(relative) }
      let folder = try Folder(relative, in: self)
      for entry in try folder.entries() { try folder.removeTree(entry) }
      try removeEmptyFolder(relative)
    } catch let failure as DiskFailure where failure.code == ENOENT {
      return
    }
  }

  /// The kind in the entry saves a `stat` for every file.
  private func removeTree(_ entry: FolderEntry) throws {
    if entry.kind == .folder { return try removeTree(entry.name) }
    do {
      try removeFile(entry.name)
    } catch let failure as DiskFailure where failure.code == ENOENT {
      return
    }
  }
}
