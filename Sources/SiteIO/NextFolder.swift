import CDisk
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The new site while it is built, beside the present one. Files may be written on several threads.
final class NextFolder: Sendable {
  let folder: Folder
  /// What the new folders take over, where there is a site.
  private let present: (folder: Folder, folders: Set<BytePath>, usual: FolderRights)?
  private let state = Mutex(State())

  private struct State {
    var made: Set<BytePath> = []
    /// By folder, the top under an empty path; nil where a folder is as this process makes it.
    var rights: [BytePath: FolderRights] = [:]
    var keepsRights = true
  }

  private static let top = BytePath("")

  /// Makes the folder `name`. On failure nothing of it is left. Throws `DiskFailure`.
  init(_ name: BytePath, in parent: Folder, present: PresentSite?) throws {
    try parent.makeFolder(name)
    do {
      let folder = try Folder(name, in: parent)
      self.folder = folder
      self.present = try present.map {
        ($0.folder, Set($0.folders), try FolderRights(of: folder))
      }
      if let present = self.present {
        let wanted = try FolderRights(of: present.folder)
        try state.withLock {
          try Self.take(wanted, for: Self.top, folder, unless: present.usual, &$0)
        }
      }
    } catch {
      // The first failure is the one to report.
      try? parent.removeTree(name)
      throw error
    }
  }

  /// Whether all of it has the owner, group and permissions that the present site has.
  var keepsRights: Bool { state.withLock { $0.keepsRights } }

  /// Makes a folder, and those above it, where they are not there yet. Throws `DiskFailure`.
  func makeFolder(_ path: BytePath) throws {
    try state.withLock { try make(path, &$0) }
  }

  private func make(_ path: BytePath, _ state: inout State) throws {
    guard !state.made.contains(path) else { return }
    if let above = path.parent { try make(above, &state) }
    try folder.makeFolder(path)
    state.made.insert(path)
    guard let present else { return }
    let wanted =
      present.folders.contains(path)
      ? try FolderRights(of: Folder(path, in: present.folder))
      : state.rights[path.parent ?? Self.top] ?? present.usual
    guard wanted != present.usual else { return }
    try Self.take(wanted, for: path, Folder(path, in: folder), unless: present.usual, &state)
  }

  private static func take(
    _ wanted: FolderRights, for path: BytePath, _ folder: Folder, unless usual: FolderRights,
    _ state: inout State
  ) throws {
    guard wanted != usual else { return }
    state.rights[path] = wanted
    if try !wanted.give(to: folder) { state.keepsRights = false }
  }

  /// Takes a file over by a hard link, or, where there are none (exFAT, some mounts), by a copy
  /// with the same time, so that a tool that compares times sees no change.
  func carry(_ path: BytePath, from present: PresentSite) throws {
    let (linked, _) = path.withCPath { path in
      folder.calls.make(.link) {
        linkat(present.folder.descriptor, path, folder.descriptor, path, 0)
      }
    }
    if linked == 0 { return }
    guard let status = present.files[path], let bytes = try present.folder.read(path) else {
      throw DiskFailure(path: present.folder.fullPath(path), code: EINVAL)
    }
    try write(bytes, to: path)
    let modified = timespec(
      tv_sec: status.modifiedSeconds, tv_nsec: status.modifiedNanoseconds)
    try folder.call(.times, path) { utimensat($0, $1, [modified, modified], AT_SYMLINK_NOFOLLOW) }
  }

  /// Writes a file, and the folders above it. Throws `DiskFailure`.
  func write(_ bytes: [UInt8], to path: BytePath) throws {
    let rights = try state.withLock { state in
      if let above = path.parent { try make(above, &state) }
      return state.rights[path.parent ?? Self.top]
    }
    if try !folder.write(bytes, to: path, rights: rights) {
      state.withLock { $0.keepsRights = false }
    }
  }

  /// Waits until the whole of it is on the disk: a power cut after the exchange must not leave
  /// empty files under names that are published. Throws `DiskFailure`.
  func sync(_ written: [BytePath]) throws {
    do {
      try folder.sync()
    } catch let failure as DiskFailure where failure.code == ENOSYS {
      for path in written { try folder.syncFile(path) }
    }
  }
}

extension Folder {
  /// Makes a new file, with permissions 0644 less the umask unless `rights` are given; never opens
  /// one that is there, because its bytes may belong to the published site. False when the rights
  /// could not be given. Throws `DiskFailure`.
  @discardableResult
  func write(
    _ bytes: [UInt8], to path: BytePath, rights: FolderRights? = nil, isSynced: Bool = false
  ) throws -> Bool {
    let file = try call(.open, path) {
      openat($0, $1, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    }
    var isKept = true
    do {
      try bytes.withUnsafeBytes { try write($0, to: file, at: path) }
      if let rights { isKept = try rights.give(toFile: file, in: self, at: path) }
      if isSynced { try call(.sync, on: file, at: path) { fsync($0) } }
    } catch {
      _ = close(file)
      throw error
    }
    // Network file systems may report a full disk only here.
    let (closed, code) = calls.make(.close) { close(file) }
    if closed != 0, code != EINTR { throw DiskFailure(path: fullPath(path), code: code) }
    return isKept
  }

  private func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at path: BytePath) throws {
    var written = 0
    while written < bytes.count {
      let (count, code) = calls.make(.write(bytes.count - written)) {
        systemWrite(file, bytes.baseAddress! + written, bytes.count - written)
      }
      guard count >= 0 else { throw DiskFailure(path: fullPath(path), code: code) }
      written += count
    }
  }

  /// Writes everything of this folder's file system to its disk. Throws `DiskFailure`, with ENOSYS
  /// where the system cannot.
  func sync() throws {
    try call(.sync, on: descriptor, at: BytePath(".")) { cdisk_sync_file_system($0) }
  }

  /// Writes the names in this folder to the disk. A file system that cannot says so by EINVAL, and
  /// has nothing to lose. Throws `DiskFailure`.
  func syncNames() throws {
    do {
      try call(.sync, on: descriptor, at: BytePath(".")) { fsync($0) }
    } catch let failure as DiskFailure where failure.code == EINVAL {
      return
    }
  }

  func syncFile(_ path: BytePath) throws {
    let file = try call(.open, path) { openat($0, $1, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
    defer { close(file) }
    try call(.sync, on: file, at: path) { fsync($0) }
  }
}

/// The system's `write`, which a method of the same name hides.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}
