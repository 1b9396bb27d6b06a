import Dispatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The polling behind `SourceWatcher`: one stream, from one poll to the next.
actor ChangePoll {
  private let source: String
  private let interval: Duration
  private var change: SettledChange
  /// Processor time of the last poll.
  private var cost: Duration = .zero

  init(source: String, interval: Duration) {
    self.source = source
    self.interval = interval
    change = SettledChange(SourceSnapshot(source: source))
  }

  /// Waits for the next change; nil when the task is cancelled.
  func next() async -> [String]? {
    while await pause() {
      let snapshot = await poll()
      if let changes = change.changes(at: .now, snapshot) { return changes }
    }
    return nil
  }

  /// Sleeps between two polls; false when the task is cancelled. A pending change is looked at
  /// again after the plain interval, whatever a poll costs.
  private func pause() async -> Bool {
    let length = change.isPending ? interval : max(interval, cost * 9)
    return (try? await Task.sleep(for: length)) != nil
  }

  /// Looks at the folders from a Dispatch thread, because a slow disk must not hold up one of the
  /// few threads that run tasks.
  private func poll() async -> SourceSnapshot {
    let (snapshot, cost) = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [source] in
        let start = Self.processorTime()
        let snapshot = SourceSnapshot(source: source)
        continuation.resume(returning: (snapshot, Self.processorTime() - start))
      }
    }
    self.cost = cost
    return snapshot
  }

  /// The processor time of this thread. Not the time on the clock: a busy machine or a slow mount
  /// would stretch the interval although polling costs nothing.
  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
  }
}
