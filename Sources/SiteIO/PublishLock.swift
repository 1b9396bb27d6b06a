#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The right to publish to one output folder, held until the value is gone.
///
/// The system lets go of the lock when the process ends, however it ends, so that a killed build
/// leaves nothing to clean up. The file stays: removing it would let two builds hold two locks of
/// the same name.
final class PublishLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock without waiting. Throws `SiteIOError.locked`, `DiskFailure`.
  init(_ name: BytePath, in folder: Folder) throws {
    // Closed in child processes, which would otherwise hold the lock for as long as they live.
    let file = try folder.call(.open, name) {
      openat($0, $1, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    }
    let (locked, code) = folder.calls.make(.lock) { flock(file, LOCK_EX | LOCK_NB) }
    guard locked == 0 else {
      close(file)
      let path = folder.fullPath(name)
      throw code == EWOULDBLOCK
        ? SiteIOError.locked(path) : DiskFailure(path: path, code: code).siteError
    }
    descriptor = file
  }

  deinit {
    // A process that is just being started holds a copy of the descriptor until it runs: closing
    // ours alone would leave the lock taken for that moment.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
