import CDisk
import HelpCenter
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Replaces the published site by a new one, whole or not at all.
///
/// The new site is built in `.<name>.next` beside the output, each file as soon as it is made, and
/// swapped with it in one step: a kill at any moment leaves the whole old site or the whole new one,
/// and the next publish clears what is left. Without any difference nothing is touched. No file is
/// ever edited in place. Until `finish` is called the old site stays.
public final class SitePublisher: Sendable {
  private let place: OutputPlace
  private let parent: Folder
  private let present: PresentSite?
  private let options: PublishOptions
  /// Held until the publisher is gone.
  private let lock: PublishLock
  private let draft = Mutex(Draft())

  /// What is known of the new site so far.
  private struct Draft {
    var plan = PublishPlan()
    /// What written files are like, where the site's state is asked for.
    var statuses: [BytePath: FileStatus] = [:]
    /// Made for the first file that differs.
    var next: NextFolder?
  }

  /// - Parameters:
  ///   - output: the folder; it and those above it need not exist. A link to a folder stays, and
  ///     its target is replaced.
  ///   - source: the folder that holds `Content` and `Templates`, which the output must not touch.
  /// - Throws: `SiteIOError`, when the folder may not be replaced or another build is at it.
  public convenience init(
    to output: String, source: String? = nil, options: PublishOptions = PublishOptions()
  ) throws {
    try self.init(to: output, source: source, options: options, calls: .system)
  }

  package init(
    to output: String, source: String?, options: PublishOptions, calls: DiskCalls
  ) throws {
    do {
      place = try OutputPlace(output)
      if let source { try place.refuseOverlap(withSource: source) }
      try place.refuseForeignFolder(calls: calls)
      parent = try place.openParent(calls: calls)
      lock = try PublishLock(place.lock, in: parent)
      // Left by a build that was killed.
      try parent.removeTree(place.next)
      present = try PresentSite(place.name, in: parent)
      self.options = options
    } catch let failure as DiskFailure {
      throw failure.siteError
    }
  }

  /// A full disk must not stay full of half a site.
  deinit {
    if draft.withLock({ $0.next != nil }) { try? parent.removeTree(place.next) }
  }

  /// Compares a file of the new site with the published one, and writes it where they differ. May be
  /// called on several threads at once.
  ///
  /// - Throws: `SiteIOError`, also when the path is not safe, is taken, or is a folder of another
  ///   file.
  public func take(_ file: OutputFile) throws {
    do {
      let path = try draft.withLock { try $0.plan.add(file.path) }
      if let present, try present.holds(file.bytes, at: path) { return }
      let next = try draft.withLock { draft in
        draft.plan.note(written: path, file.bytes.count)
        return try made(&draft)
      }
      try next.write(file.bytes, to: path)
      guard options.isRecorded, let status = try? next.folder.status(path) else { return }
      draft.withLock { $0.statuses[path] = status }
    } catch let failure as DiskFailure {
      throw failure.siteError
    }
  }

  /// Makes the output hold exactly the files that were taken, and its `.gitkeep` where it has one.
  /// Among them must be `404.html`, by which the next publish recognises the folder. Called once.
  ///
  /// - Throws: `SiteIOError`. The old site is then still there and whole, except where files are
  ///   published one by one (`PublishSummary.Guarantee.perFile`).
  public func finish() throws -> PublishSummary {
    do {
      return try draft.withLock { draft in
        draft.plan.compare(with: present)
        var summary = draft.plan.summary
        summary.finishedAnother = try parent.holds(place.journal)
        let changes = present == nil || !draft.plan.isEmpty
        if changes { try replace(&draft, &summary) }
        try parent.removeTree(place.journal)
        if options.isRecorded { summary.state = state(draft, afterChanges: changes) }
        return summary
      }
    } catch let failure as DiskFailure {
      throw failure.siteError
    }
  }

  /// Whether the published site is the one whose state an earlier summary told, and no publish was
  /// interrupted since. Asked before any file is taken.
  ///
  /// - Throws: `SiteIOError`.
  public func isStill(_ state: String) throws -> Bool {
    do {
      guard let present, try !parent.holds(place.journal) else { return false }
      return PublishedState.text(of: present) == state
    } catch let failure as DiskFailure {
      throw failure.siteError
    }
  }

  /// Where an output lies, links resolved; nil when nothing is there.
  public static func realPath(of output: String) -> String? { try? RealPath.of(output) }

  /// Publishes files that are there already.
  ///
  /// - Throws: as the steps do.
  public static func publish(
    _ files: [OutputFile], to output: String, source: String? = nil,
    options: PublishOptions = PublishOptions()
  ) throws -> PublishSummary {
    try publish(files, to: output, source: source, options: options, calls: .system)
  }

  package static func publish(
    _ files: [OutputFile], to output: String, source: String? = nil,
    options: PublishOptions = PublishOptions(), calls: DiskCalls
  ) throws -> PublishSummary {
    let publisher = try SitePublisher(to: output, source: source, options: options, calls: calls)
    for file in files { try publisher.take(file) }
    return try publisher.finish()
  }

  // MARK: Steps

  /// The state of the site that was just published. What goes wrong here is no failure of the
  /// publish: nil.
  private func state(_ draft: Draft, afterChanges: Bool) -> String? {
    if afterChanges { settle(options.settling) }
    guard let now = try? PresentSite(place.name, in: parent) else { return nil }
    // Compared files that had changed just before could have changed again within the same step.
    let earliest = present.map { $0.listed - Int(options.settling / .nanoseconds(1)) } ?? 0
    return PublishedState.text(
      of: now, count: draft.plan.summary.written + draft.plan.summary.unchanged,
      step: options.settling
    ) { path in
      if let written = draft.statuses[path] { return written }
      guard let compared = present?.files[path], compared.changed < earliest else { return nil }
      return compared
    }
  }

  private func made(_ draft: inout Draft) throws -> NextFolder {
    if let next = draft.next { return next }
    let next = try NextFolder(place.next, in: parent, present: present)
    draft.next = next
    return next
  }

  private func replace(_ draft: inout Draft, _ summary: inout PublishSummary) throws {
    let plan = draft.plan
    let next = try made(&draft)
    for path in plan.folders { try next.makeFolder(path) }
    if let present, !options.isInPlace {
      for path in plan.carried { try next.carry(path, from: present) }
    }
    summary.keptRights = next.keepsRights
    if options.isSynced { try next.sync(plan.written) }
    // From here on others see the files, and their edits must not have the times of these.
    if options.isRecorded { settle(options.settling) }
    guard let present else {
      try parent.move(place.next, to: place.name, in: parent)
      if options.isSynced { try parent.syncNames() }
      draft.next = nil
      return
    }
    if try options.isInPlace || !exchange() {
      try moveFileByFile(plan, from: next, to: present)
      summary.guarantee = .perFile
    }
    draft.next = nil
    // The old site goes only when a power cut can no longer bring it back.
    if summary.guarantee == .wholeSite, options.isSynced { try parent.syncNames() }
    do {
      try parent.removeTree(place.next)
    } catch let failure as DiskFailure {
      summary.leftBehind = failure.path
    }
  }

  private func moveFileByFile(
    _ plan: PublishPlan, from next: NextFolder, to present: PresentSite
  ) throws {
    try parent.removeTree(place.journal)
    try parent.write(
      Array("publishing file by file; the next build finishes this\n".utf8), to: place.journal)
    try PerFileMove(
      plan: plan, next: next.folder, present: present, isSynced: options.isSynced
    ).run()
    guard options.isSynced else { return }
    do {
      try present.folder.sync()
    } catch let failure as DiskFailure where failure.code == ENOSYS {
      for path in plan.written { try present.folder.syncFile(path) }
    }
  }

  /// Swaps the old and the new site; false when the file system cannot. Throws `DiskFailure`.
  private func exchange() throws -> Bool {
    do {
      try parent.call(.exchange, place.next) { descriptor, next in
        place.name.withCPath { cdisk_exchange(descriptor, next, $0) }
      }
      return true
    } catch let failure as DiskFailure where Self.cannotExchange.contains(failure.code) {
      return false
    }
  }

  /// The last two: the output is the root of a mount, such as a container's volume, or lies on a
  /// layered file system.
  private static let cannotExchange: Set<Int32> = [
    EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, EBUSY, EXDEV,
  ]
}

extension Folder {
  /// Whether something has this name. Throws `DiskFailure`.
  func holds(_ name: BytePath) throws -> Bool {
    do {
      _ = try status(name)
      return true
    } catch let failure as DiskFailure where failure.code == ENOENT {
      return false
    }
  }
}
