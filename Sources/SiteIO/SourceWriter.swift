import HelpCenter

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes new files for an author in a source folder, and never changes what somebody wrote but by
/// `replace`.
public struct SourceWriter: Sendable {
  private let source: String

  /// - Parameter source: the folder that holds, or is to hold, `Content`; made when it is missing.
  public init(source: String) { self.source = source }

  /// Writes all of the files, and the folders above them, or none when one of them is there.
  ///
  /// - Throws: `SiteIOError.exists`, `SiteIOError.disk`.
  public func create(_ files: [SourceFile]) throws {
    do {
      try RealPath.makeFolders(source)
      let folder = try Folder(source)
      for file in files where try isThere(BytePath(file.path), in: folder) {
        throw SiteIOError.exists(folder.fullPath(BytePath(file.path)))
      }
      for file in files {
        let path = BytePath(file.path)
        if let above = path.parent { try RealPath.makeFolders(folder.fullPath(above)) }
        try folder.write(file.bytes, to: path, isSynced: true)
      }
    } catch let failure as DiskFailure {
      throw failure.siteError
    }
  }

  /// Puts new bytes in the place of a file's old ones, in one step.
  ///
  /// - Throws: `SiteIOError.disk`.
  public func replace(_ file: SourceFile) throws {
    do {
      let folder = try Folder(source)
      let path = BytePath(file.path)
      // A name that neither a build nor a watcher looks at.
      let part = BytePath(file.path + ".tmp")
      let above = try path.parent.map { try Folder($0, in: folder) } ?? folder
      try folder.removeTree(part)
      try folder.write(file.bytes, to: part, rights: FolderRights(of: above), isSynced: true)
      try folder.move(part, to: path, in: folder)
    } catch let failure as DiskFailure {
      throw failure.siteError
    }
  }

  private func isThere(_ path: BytePath, in folder: Folder) throws -> Bool {
    do {
      _ = try folder.status(path)
      return true
    } catch let failure as DiskFailure where failure.code == ENOENT {
      return false
    }
  }
}
