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
    let copy = try call(.open, BytePath(".")) { openat($0, $1, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw DiskFailure(path: path, code: code)
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      var next: UnsafeMutablePointer<dirent>?
      let (_, code) = calls.make(.list) { () -> Int32 in
        errno = 0
        next = readdir(stream)
        return next == nil && errno != 0 ? -1 : 0
      }
      guard code == 0 else { throw DiskFailure(path: path, code: code) }
      guard let record = next else { return entries }
      let start = UnsafeRawPointer(record) + Self.nameOffset
      let name = start.assumingMemoryBound(to: CChar.self)
      if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { continue }
      if let entry = try entry(BytePath(copying: name), recordType: record.pointee.d_type) {
        entries.append(entry)
      }
    }
  }

  /// Some file systems leave the kind out of the record, and it has to be asked for.
  /// Nil for a name that vanished meanwhile. Throws `DiskFailure`.
  private func entry(_ name: BytePath, recordType: UInt8) throws -> FolderEntry? {
    if let kind = EntryKind(recordType: recordType) { return FolderEntry(name: name, kind: kind) }
    do {
      return FolderEntry(name: name, kind: try status(name).kind)
    } catch let failure as DiskFailure where failure.code == ENOENT {
      return nil
    }
  }
}
