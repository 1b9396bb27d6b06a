/// Decides, poll by poll, when a change is told.
///
/// A change is told when two polls in a row see the same, because a file that an editor is still
/// writing would be built half. A file that never comes to rest, such as a log, is told too.
struct SettledChange: Sendable {
  /// How long after its first sight a change may stay unsettled. With the pause of 200 ms
  /// before that first sight, a change is told about 600 ms after it was made at the latest.
  static let patience = Duration.milliseconds(400)

  /// What the reader of the stream knows of.
  private var told: SourceSnapshot
  /// The last poll.
  private var seen: SourceSnapshot
  private var firstSight: ContinuousClock.Instant?

  init(_ start: SourceSnapshot) {
    told = start
    seen = start
  }

  /// Whether something has changed that is not told yet.
  var isPending: Bool { firstSight != nil }

  /// Takes in what a poll saw; the changed paths when they are to be told now, else nil.
  ///
  /// - Parameter isFinished: whether the system says that no file is being written.
  mutating func changes(
    at time: ContinuousClock.Instant, _ snapshot: SourceSnapshot, isFinished: Bool = false
  ) -> [String]? {
    let isSettled = isFinished || snapshot == seen
    seen = snapshot
    guard snapshot != told else {
      firstSight = nil
      return nil
    }
    let since = firstSight ?? time
    firstSight = since
    guard isSettled || since.duration(to: time) >= Self.patience else { return nil }
    let changes = snapshot.changes(since: told)
    told = snapshot
    firstSight = nil
    // The file system may list the same files in another order.
    return changes.isEmpty ? nil : changes
  }
}
