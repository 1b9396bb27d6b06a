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

  /// Opens the folder at `path`, through symbolic links. Throws `DiskFailure`.
  init(_ path: String) throws {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    self.path = path
    if descriptor < 0 { throw DiskFailure(path: path, code: errno) }
  }

  /// Opens a folder inside `parent`; the last component must not be a link. Throws `DiskFailure`.
  init(_ relative: BytePath, in parent: Folder) throws {
    descriptor = try parent.call(relative) {
      openat($0, $1, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    path = parent.fullPath(relative)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func fullPath(_ relative: BytePath) -> String {
    path.hasSuffix("/") ? "\(path)\(relative)" : "\(path)/\(relative)"
  }

  /// Makes a system call with this folder's descriptor and a path in it; a negative result throws
  /// `DiskFailure`. `errno` is read before anything else can change it.
  @discardableResult
  func call(_ relative: BytePath, _ body: (Int32, UnsafePointer<CChar>) -> Int32) throws -> Int32 {
    var code: Int32 = 0
    let result = relative.withCPath { name in
      let result = body(descriptor, name)
      if result < 0 { code = errno }
      return result
    }
    guard result >= 0 else { throw DiskFailure(path: fullPath(relative), code: code) }
    return result
  }

  /// The status of what the path names, a link itself and not its target. Throws `DiskFailure`.
  func status(_ relative: BytePath) throws -> FileStatus {
    var status = stat()
    try call(relative) { fstatat($0, $1, &status, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(status)
  }

  /// Makes a folder with permissions 0755 less the umask. Throws `DiskFailure`.
  func makeFolder(_ relative: BytePath) throws {
    try call(relative) { mkdirat($0, $1, 0o755) }
  }

  /// Moves a file or folder in one step, over a file that is there. Throws `DiskFailure`.
  func move(_ relative: BytePath, to target: BytePath, in other: Folder) throws {
    try call(relative) { descriptor, name in
      target.withCPath { renameat(descriptor, name, other.descriptor, $0) }
    }
  }

  func removeFile(_ relative: BytePath) throws {
    try call(relative) { unlinkat($0, $1, 0) }
  }

  /// Removes an empty folder. Throws `DiskFailure`.
  func removeEmptyFolder(_ relative: BytePath) throws {
    try call(relative) { unlinkat($0, $1, AT_REMOVEDIR) }
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
