#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One name in a folder.
struct FolderEntry {
  let name: BytePath
  let kind: EntryKind
}

extension Folder {
  /// Where the name begins in the record that `readdir` gives.
  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name)!

  /// The names in the folder in the order of the file system, without `.` and `..`.
  ///
  /// A name that vanishes during the call may be missing. Throws `DiskFailure`.
  func entries() throws -> [FolderEntry] {
    // A second descriptor, because `closedir` closes the one it is given.
    let copy = try call(BytePath(".")) { openat($0, $1, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw DiskFailure(path: path, code: code)
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let record = readdir(stream) else {
        let code = errno
        guard code == 0 else { throw DiskFailure(path: path, code: code) }
        return entries
      }
      let start = UnsafeRawPointer(record) + Self.nameOffset
      let name = start.assumingMemoryBound(to: CChar.self)
      if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { continue }
      if let entry = entry(BytePath(copying: name), recordType: record.pointee.d_type) {
        entries.append(entry)
      }
    }
  }

  /// Some file systems leave the kind out of the record, and it has to be asked for.
  private func entry(_ name: BytePath, recordType: UInt8) -> FolderEntry? {
    guard let kind = EntryKind(recordType: recordType) ?? (try? status(name))?.kind else {
      return nil
    }
    return FolderEntry(name: name, kind: kind)
  }
}
