/// Tells which source files changed.
///
/// It looks at once when the system tells of an event (`FolderEvents`), and polls: on other systems, and
/// for network mounts and folders shared with a container, where events do not come. Until the first
/// event has told of a change before a poll saw it, polls stay as frequent as without events. A poll
/// calls `stat` once for every file, and the kernel's part is most of the cost. Measured on ext4, release build: 5.5 ms for 1,500 files,
/// 80 ms for 30,000.
public struct SourceWatcher: Sendable {
  private let source: String
  private let interval: Duration

  /// - Parameters:
  ///   - source: the folder that holds `Content` and `Templates`.
  ///   - interval: the pause between two polls. It stretches to nine times what a poll costs, so
  ///     that polling takes at most a tenth of one processor; with 30,000 files a change may then
  ///     be told a second late.
  public init(source: String, interval: Duration = .milliseconds(80)) {
    self.source = source
    self.interval = interval
  }

  /// The changed, added and removed paths, relative to the source folder and in byte order; one
  /// element for each settled change.
  ///
  /// Counts from the moment of this call: call it before the first load, and what changes during
  /// the load is not lost. Changes during the work on one element come with the next. The stream
  /// is for one task and ends when that task is cancelled.
  public func changes() -> AsyncStream<[String]> {
    let poll = ChangePoll(source: source, interval: interval)
    return AsyncStream { await poll.next() }
  }
}
