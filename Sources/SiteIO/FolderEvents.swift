import CDisk

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The system's own word that something happened in the source folders: inotify on Linux.
///
/// Only a hint to look. Network mounts and folders that a machine shares with its containers stay
/// silent, and a system that has no such call or no room for more gives none.
final class FolderEvents: Sendable {
  private let descriptor: Int32
  private let source: String

  /// What happened since the last look.
  struct News: Sendable {
    var isAny = false
    /// A folder came or went: its events have to be asked for.
    var hasFolders = false
    /// Somebody is still writing a file.
    var isUnfinished = false
  }

  /// Nil where the system tells of nothing.
  init?(source: String) {
    descriptor = cdisk_events_open()
    self.source = source
    guard descriptor >= 0 else { return nil }
    guard watchFolders() else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Asks for the events of every folder that is there; false where the system refuses.
  func watchFolders() -> Bool {
    guard let root = try? SourceFolders.open(source),
      let walk = try? SourceFolders.walk(
        root, readsStatus: false, mayBeMissing: SiteNames.sourceFolders)
    else { return false }
    let paths = [source] + (SiteNames.sourceFolders + walk.folders).map { root.fullPath($0) }
    for path in paths where cdisk_events_add(descriptor, path) != 0 {
      // No room for more watches: a folder that is not watched would be silent.
      if errno != ENOENT && errno != ENOTDIR { return false }
    }
    return true
  }

  /// Waits for events; nothing when none came. Holds its thread for as long.
  func wait(milliseconds: Int) -> News {
    let found = cdisk_events_wait(descriptor, Int32(clamping: milliseconds))
    guard found > 0 else { return News() }
    func has(_ kind: Int) -> Bool { Int(found) & kind != 0 }
    return News(
      isAny: true, hasFolders: has(Int(cdisk_event_folders)),
      isUnfinished: has(Int(cdisk_event_unfinished)))
  }
}
