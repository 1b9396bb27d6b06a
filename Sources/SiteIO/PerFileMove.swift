#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Turns the present site into the new one file by file: for file systems that cannot exchange two
/// folders, and for folders that others hold, such as a container's mount, which an exchange would
/// leave with the old site. A kill leaves a mixture, of whole files only, which the next publish
/// completes.
struct PerFileMove {
  let plan: PublishPlan
  let next: Folder
  let present: PresentSite
  let isSynced: Bool

  /// Moves what is new in the order of `PublishOrder`, then deletes what is gone. Throws
  /// `DiskFailure`.
  func run() throws {
    let isFirst = present.files[SiteNames.notFoundPage] == nil
    let presentFolders = Set(present.folders)
    var made = presentFolders
    for file in PublishOrder.sorted(plan.written, isFirst: isFirst) {
      try makeFolders(for: file, known: &made)
      // The old site has a folder where the new one has a file; nothing in it is in the new one.
      if presentFolders.contains(file) { try present.folder.removeTree(file) }
      try place(file)
    }
    try removeTheRest()
  }

  private func makeFolders(for path: BytePath, known: inout Set<BytePath>) throws {
    guard let folder = path.parent, known.insert(folder).inserted else { return }
    try makeFolders(for: folder, known: &known)
    // The old site has a file where the new one has a folder.
    if present.files[folder] != nil { try present.folder.removeFile(folder) }
    try present.folder.makeFolder(folder)
  }

  private func place(_ file: BytePath) throws {
    do {
      try next.move(file, to: file, in: present.folder)
    } catch let failure as DiskFailure where failure.code == EXDEV {
      // The output is a mount of its own, such as a container's volume: the file has to be written
      // inside it before it can take its name.
      let part = BytePath(".part")
      let above = try file.parent.map { try Folder($0, in: present.folder) } ?? present.folder
      try present.folder.removeTree(part)
      try present.folder.write(
        try next.read(file) ?? [], to: part, rights: FolderRights(of: above), isSynced: isSynced)
      try present.folder.move(part, to: file, in: present.folder)
    }
  }

  /// What a move has replaced already, a file by a folder or the reverse, is left alone.
  private func removeTheRest() throws {
    let folders = Set(plan.folders)
    for path in plan.removed where !folders.contains(path) {
      try ignoring([ENOENT, ENOTDIR]) { try present.folder.removeFile(path) }
    }
    for path in present.folders.reversed() where !folders.contains(path) {
      try ignoring([ENOENT, ENOTDIR, ENOTEMPTY, EEXIST]) {
        try present.folder.removeEmptyFolder(path)
      }
    }
  }

  private func ignoring(_ codes: Set<Int32>, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as DiskFailure where codes.contains(failure.code) {
      return
    }
  }
}
