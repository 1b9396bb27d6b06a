#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The two folders that hold the inputs, for the loader and the watcher alike.
enum SourceFolders {
  /// Opens the folder that holds the two. Throws `SiteIOError.missingFolder`, `DiskFailure`.
  static func open(_ source: String, calls: DiskCalls = .system) throws -> Folder {
    do {
      return try Folder(source, calls: calls)
    } catch let failure as DiskFailure where isMissing(failure) {
      throw SiteIOError.missingFolder(source)
    }
  }

  /// Walks both folders; paths begin with the folder's name. One that is not there is an error, but
  /// where `mayBeMissing` names it.
  ///
  /// A link in place of one of the two is followed, as a link anywhere above it is: only links
  /// inside the tree can lead round in a circle or out of the project unseen. Throws
  /// `SiteIOError.missingFolder`, `DiskFailure`.
  static func walk(
    _ root: Folder, readsStatus: Bool, mayBeMissing: [BytePath] = []
  ) throws -> FolderWalk {
    var walk = FolderWalk(readsStatus: readsStatus, skips: SourceNames.isSkipped)
    for name in SiteNames.sourceFolders {
      let path = root.fullPath(name)
      do {
        walk.add(try Folder(path, calls: root.calls), at: name)
      } catch let failure as DiskFailure where failure.code == ENOENT && mayBeMissing.contains(name)
      {
        continue
      } catch let failure as DiskFailure where isMissing(failure) {
        throw SiteIOError.missingFolder(path)
      }
    }
    return walk
  }

  private static func isMissing(_ failure: DiskFailure) -> Bool {
    failure.code == ENOENT || failure.code == ENOTDIR
  }
}

/// Which names in the source folders are nobody's content.
enum SourceNames {
  /// Hidden files, what editors leave while they save, and Windows' picture cache. Of the files for
  /// the site's root (`Content/root/`) two hidden names are somebody's: RFC 8615's folder, and the
  /// file that tells GitHub Pages to publish names that begin with `_`.
  static func isSkipped(_ name: BytePath, in folder: BytePath?) -> Bool {
    if folder == rootFiles, rootNames.contains(name) { return false }
    return name.isHidden || name.hasSuffix("~") || name.hasSuffix(".swp") || name.hasSuffix(".tmp")
      || name == pictureCache
  }

  private static let rootFiles = BytePath("Content/root")
  private static let rootNames: Set = [BytePath(".well-known"), BytePath(".nojekyll")]
  private static let pictureCache = BytePath("Thumbs.db")
}
