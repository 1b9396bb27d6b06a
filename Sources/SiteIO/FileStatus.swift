#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a name in a folder stands for.
enum EntryKind: Hashable, Sendable {
  case file, folder, link
  /// A socket, a pipe or a device.
  case special

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .special
    }
  }

  /// The kind that `readdir` gives; nil when the file system does not say.
  init?(recordType: UInt8) {
    switch Int(recordType) {
    case Int(DT_UNKNOWN): return nil
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    default: self = .special
    }
  }
}

/// The part of `stat` that tells one state of a file from another.
struct FileStatus: Hashable, Sendable {
  let kind: EntryKind
  /// Bytes.
  let size: Int
  let inode: UInt64
  let device: Int64
  /// Last change of the bytes: seconds since 1970, and nanoseconds within that second.
  let modifiedSeconds: Int
  let modifiedNanoseconds: Int
  /// Last change of the bytes, the rights or the names, which nobody can set back: nanoseconds since
  /// 1970.
  let changed: Int

  init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    kind = EntryKind(mode: status.st_mode)
    size = Int(status.st_size)
    inode = UInt64(status.st_ino)
    device = Int64(truncatingIfNeeded: status.st_dev)
    modifiedSeconds = Int(modified.tv_sec)
    modifiedNanoseconds = Int(modified.tv_nsec)
    // A broken disk may give any number.
    self.changed = Int(changed.tv_sec) &* 1_000_000_000 &+ Int(changed.tv_nsec)
  }
}
