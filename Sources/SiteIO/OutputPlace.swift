#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where the site goes: the folder that holds the output, and the output's name in it.
struct OutputPlace {
  let parent: String
  /// The output folder's own name.
  let name: BytePath
  /// Whether something had this name when the place was looked up.
  let exists: Bool

  /// The folder that a build fills before it takes the output's place.
  var next: BytePath { BytePath(".\(name).next") }
  /// What a publish that goes file by file leaves until it is done.
  var journal: BytePath { BytePath(".\(name).journal") }
  /// The file whose lock a build holds.
  var lock: BytePath { BytePath(".\(name).lock") }
  var path: String { parent == "/" ? "/\(name)" : "\(parent)/\(name)" }

  /// Finds the place for `output`. A link to a folder stands for that folder, so that the link
  /// stays and the folders that are swapped lie on one file system. Throws `DiskFailure`, and
  /// `SiteIOError.notASite` for `/`.
  init(_ output: String) throws {
    guard !output.isEmpty, !output.utf8.contains(0) else {
      throw DiskFailure(path: output, code: ENOENT)
    }
    do {
      let (parent, name) = RealPath.split(try RealPath.of(output))
      guard !name.isEmpty else { throw SiteIOError.notASite(output) }
      (self.parent, self.name, exists) = (parent, BytePath(name), true)
    } catch let failure as DiskFailure where failure.code == ENOENT {
      let (parent, name) = RealPath.split(output)
      (self.parent, self.name, exists) = (parent, BytePath(name), false)
      // A link that leads nowhere, or a way through a folder that is not there.
      if isTaken || name == "." || name == ".." { throw failure }
    }
  }

  /// Opens the parent; makes it and the folders above it where they are missing. Throws
  /// `DiskFailure`.
  func openParent(calls: DiskCalls) throws -> Folder {
    do {
      return try Folder(parent, calls: calls)
    } catch let failure as DiskFailure where failure.code == ENOENT {
      try RealPath.makeFolders(parent)
      return try Folder(parent, calls: calls)
    }
  }

  private var isTaken: Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
