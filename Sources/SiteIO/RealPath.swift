#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Questions about paths from the root of the file system, links resolved.
enum RealPath {
  /// The path without links, `.` and `..`. Throws `DiskFailure`, with ENOENT when nothing is there.
  static func of(_ path: String) throws -> String {
    guard let resolved = realpath(path, nil) else {
      throw DiskFailure(path: path, code: errno)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder a path lies in and the last component; slashes at the end do not count. The name of
  /// `/` is empty.
  static func split(_ path: String) -> (parent: String, name: String) {
    var bytes = Array(path.utf8)
    let slash = UInt8(ascii: "/")
    while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
    guard let last = bytes.lastIndex(of: slash) else {
      return (".", String(decoding: bytes, as: UTF8.self))
    }
    let parent = last == 0 ? "/" : String(decoding: bytes[..<last], as: UTF8.self)
    return (parent, String(decoding: bytes[(last + 1)...], as: UTF8.self))
  }

  /// The folder at the path, or the lowest one above it that exists, and all folders above that.
  static func foldersAbove(_ path: String) -> [FolderIdentity] {
    guard var real = try? of(path) else {
      let parent = split(path).parent
      return parent == path ? [] : foldersAbove(parent)
    }
    var folders = [FolderIdentity(real)]
    while real != "/" {
      real = split(real).parent
      folders.append(FolderIdentity(real))
    }
    return folders.compactMap { $0 }
  }

  /// Makes the folder and those above it that are missing. Throws `DiskFailure`.
  static func makeFolders(_ path: String) throws {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    let code = errno
    let parent = split(path).parent
    guard code == ENOENT, parent != path else { throw DiskFailure(path: path, code: code) }
    try makeFolders(parent)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw DiskFailure(path: path, code: errno)
    }
  }
}

/// One folder, whatever path leads to it: links, mounts and letter case give it many.
struct FolderIdentity: Hashable {
  private let device: Int64
  private let inode: UInt64

  /// Nil when nothing is there; links are followed.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let found = FileStatus(status)
    (device, inode) = (found.device, found.inode)
  }
}
