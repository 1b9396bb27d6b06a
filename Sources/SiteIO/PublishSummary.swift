/// What a publish did.
public struct PublishSummary: Sendable, Hashable {
  /// What a reader of the site, or a kill in the middle, could see.
  public enum Guarantee: Sendable, Hashable {
    /// The whole old site or the whole new one.
    case wholeSite
    /// Whole files, but during the publish some old and some new: the file system cannot exchange
    /// two folders in one step. After a kill, the next publish completes the site.
    case perFile
  }

  /// Files that are new or have other bytes than before.
  public var written: Int
  /// Files that kept their bytes, their times and, where the file system has hard links, their
  /// inode.
  public var unchanged: Int
  /// Files that are gone.
  public var removed: Int
  /// Bytes in the written files.
  public var bytesWritten: Int
  public var guarantee: Guarantee
  /// Where the old site still lies because it could not be removed; the next publish tries again.
  public var leftBehind: String?
  /// Whether folders and files have the owner, group and permissions of the site before.
  public var keptRights = true
  /// Whether an earlier publish into this folder, file by file, had been interrupted; this one
  /// finished it.
  public var finishedAnother = false
  /// What `SitePublisher.isStill` knows the site by; nil where it was not asked for, or where somebody
  /// else changed the site meanwhile, or the disk's clock is too coarse to tell.
  public var state: String?

  public init(
    written: Int, unchanged: Int, removed: Int, bytesWritten: Int,
    guarantee: Guarantee = .wholeSite
  ) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
    self.bytesWritten = bytesWritten
    self.guarantee = guarantee
  }
}
