/// How a site takes the place of the one before.
public struct PublishOptions: Sendable, Hashable {
  /// Whether the new site is on the disk, and not only in memory, before it is shown: after a power
  /// cut the old or the new site is there whole. Costs a wait for the disk.
  public var isSynced: Bool
  /// Whether files change one by one in the folder that is there, instead of two folders being
  /// exchanged: for a folder that somebody else holds open, such as a mount of a container.
  public var isInPlace: Bool
  /// Whether the summary tells the state of the site, by which a later build knows it again. Waits for
  /// two steps of the disk's clock where files were written.
  public var isRecorded: Bool
  /// How long such a step is taken to be.
  package var settling = PublishedState.settling

  public init(isSynced: Bool = true, isInPlace: Bool = false, isRecorded: Bool = false) {
    self.isSynced = isSynced
    self.isInPlace = isInPlace
    self.isRecorded = isRecorded
  }
}
