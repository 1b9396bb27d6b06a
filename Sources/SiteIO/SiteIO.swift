// SiteIO is the only module that touches the disk. What it does, in order:
//
// 1. Load: `SourceLoader` walks `Content` and `Templates`, reads every regular file, and turns
//    what cannot be read into diagnostics (`FolderWalk`, `SourceReading`).
// 2. Refuse: `SitePublisher` checks the output paths (`SiteFile`) and the output folder
//    (`OutputPlace`) before it touches anything, then takes the lock (`PublishLock`).
// 3. Compare: `PresentSite` lists the published files, `PublishPlan` says which bytes differ. No
//    difference: stop here.
// 4. Build: `NextFolder` makes the whole new site beside the old one; what is the same is a hard
//    link, what differs is written, owners and modes are those of the old one (`FolderRights`). Then
//    all of it is synced to the disk.
// 5. Swap the two folders in one step, or, where the file system cannot or was not asked to, move
//    file by file (`PerFileMove`); sync the names; then delete the old tree. Where it is asked for,
//    `PublishedState` tells how the next build knows the site again.
// 6. Create: `SourceWriter` makes new source files for an author, never over one that is there.
// 7. Watch: `SourceWatcher` polls the two source folders and names the paths that changed.
// 8. Note: `SourceNotes` keeps in `.helpcenter/` what builds leave for later ones.
//
// Inside, a path is a `BytePath` (what the disk holds, UTF-8 or not), a folder is an open `Folder`,
// and a failed system call is a `DiskFailure`; only `SiteIOError` leaves the module.

/// The names on disk that mean something to this module.
enum SiteNames {
  /// The folders below the source folder that hold the inputs.
  static let sourceFolders = [BytePath("Content"), theme]
  static let theme = BytePath("Templates")

  /// The page that every build writes, and by which a published site is recognised.
  static let notFoundPage = BytePath("404.html")

  /// The empty file that keeps the output folder in git; it belongs to the project, not the site.
  static let placeholder = BytePath(".gitkeep")

  /// What makes a folder a git checkout; a swap of the folder would delete it.
  static let repository = BytePath(".git")
}
