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
  private let events: FolderEvents?
  /// Whether events told of the last change before a poll saw it: then polls become rare.
  private var eventsCome = false

  /// Between two polls where events come: they may be lost.
  private static let rareInterval = Duration.seconds(2)
  /// What is done at once comes within so many milliseconds: a move is two events.
  private static let burst = 1

  init(source: String, interval: Duration) {
    self.source = source
    self.interval = interval
    events = FolderEvents(source: source)
    change = SettledChange(SourceSnapshot(source: source))
  }

  /// Waits for the next change; nil when the task is cancelled.
  func next() async -> [String]? {
    while let news = await pause() {
      let snapshot = await poll()
      let wasPending = change.isPending
      let isFinished = news.isAny && !news.isUnfinished
      let changes = change.changes(at: .now, snapshot, isFinished: isFinished)
      // A change that a poll came upon first: these folders are silent.
      if news.isAny && (changes != nil || change.isPending) { eventsCome = true }
      if !news.isAny, !wasPending, changes != nil || change.isPending { eventsCome = false }
      if let changes { return changes }
    }
    return nil
  }

  /// Waits until events come or a poll is due; nil when the task is cancelled. A pending change is
  /// looked at again after the plain interval, whatever a poll costs.
  private func pause() async -> FolderEvents.News? {
    var length = change.isPending ? interval : max(interval, cost * 9)
    guard let events else {
      return (try? await Task.sleep(for: length)) == nil ? nil : FolderEvents.News()
    }
    if eventsCome, !change.isPending { length = max(length, Self.rareInterval) }
    guard !Task.isCancelled else { return nil }
    let milliseconds = Int(length / .milliseconds(1))
    let news = await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(returning: Self.wait(for: events, milliseconds))
      }
    }
    return Task.isCancelled ? nil : news
  }

  /// The news of a burst of events, as one.
  private static func wait(for events: FolderEvents, _ milliseconds: Int) -> FolderEvents.News {
    var news = events.wait(milliseconds: milliseconds)
    guard news.isAny else { return news }
    let end = ContinuousClock.now + SettledChange.patience
    while ContinuousClock.now < end {
      let more = events.wait(milliseconds: burst)
      guard more.isAny else { break }
      news.hasFolders = news.hasFolders || more.hasFolders
      news.isUnfinished = more.isUnfinished
    }
    // What was in a new folder before it was watched is seen by the poll that follows.
    if news.hasFolders { _ = events.watchFolders() }
    return news
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
