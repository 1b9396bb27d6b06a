#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The site as it is published now.
struct PresentSite {
  let folder: Folder
  /// Everything but folders.
  let files: [BytePath: FileStatus]
  /// Each before what lies in it.
  let folders: [BytePath]
  /// When the listing began: nanoseconds since 1970.
  let listed: Int

  /// Lists the output folder; nil when there is none yet. Throws `DiskFailure`.
  init?(_ name: BytePath, in parent: Folder) throws {
    do {
      folder = try Folder(name, in: parent)
    } catch let failure as DiskFailure where failure.code == ENOENT {
      return nil
    }
    listed = systemTime()
    var walk = FolderWalk(readsStatus: true)
    walk.add(folder, at: nil)
    if let first = walk.failures.first { throw first.failure }
    let known = walk.entries.compactMap { entry in entry.status.map { (entry.path, $0) } }
    files = Dictionary(known) { first, _ in first }
    folders = walk.folders
  }

  /// Whether the file is published with the same bytes. Throws `DiskFailure`.
  func holds(_ bytes: [UInt8], at path: BytePath) throws -> Bool {
    guard let status = files[path], status.kind == .file, status.size == bytes.count else {
      return false
    }
    return try folder.file(path, holds: bytes)
  }
}
