#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Who owns a folder and who may enter it. The new site has the old one's: a web server that reads
/// by its group must not lose the site because of who built it, or with which umask.
struct FolderRights: Hashable {
  let owner: uid_t
  let group: gid_t
  /// The lowest twelve bits of the mode.
  let permissions: mode_t

  /// Those of an open folder. Throws `DiskFailure`.
  init(of folder: Folder) throws {
    var status = stat()
    try folder.call(.status, on: folder.descriptor, at: BytePath(".")) { fstat($0, &status) }
    (owner, group, permissions) = (status.st_uid, status.st_gid, status.st_mode & 0o7777)
  }

  /// What a file in such a folder may be: the folder's permissions without the right to enter it.
  var filePermissions: mode_t { permissions & 0o666 }

  /// Gives them to an open folder: the owner where this process may, else the group alone. The mode
  /// comes last, because a change of owner takes bits out of it. False when the group was lost too.
  /// Throws `DiskFailure`.
  func give(to folder: Folder) throws -> Bool {
    let path = BytePath(".")
    var isKept = true
    do {
      try folder.call(.owner, on: folder.descriptor, at: path) { fchown($0, owner, group) }
    } catch let failure as DiskFailure where failure.code == EPERM {
      isKept = try giveGroup(to: folder.descriptor, in: folder, at: path)
    }
    try folder.call(.mode, on: folder.descriptor, at: path) { fchmod($0, permissions) }
    return isKept
  }

  /// Gives a new file the group, and the permissions for files. False when the group was lost.
  /// Throws `DiskFailure`.
  func give(toFile file: Int32, in folder: Folder, at path: BytePath) throws -> Bool {
    let isKept = try giveGroup(to: file, in: folder, at: path)
    try folder.call(.mode, on: file, at: path) { fchmod($0, filePermissions) }
    return isKept
  }

  private func giveGroup(to file: Int32, in folder: Folder, at path: BytePath) throws -> Bool {
    do {
      try folder.call(.owner, on: file, at: path) { fchown($0, uid_t.max, group) }
      return true
    } catch let failure as DiskFailure where failure.code == EPERM {
      return false
    }
  }
}
