import CDisk
import HelpCenter

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Replaces the published site by a new one, whole or not at all.
public enum SitePublisher {
  /// Makes the folder `output` hold exactly `files`, and its `.gitkeep` where it has one.
  ///
  /// The new site is built in `.<name>.next` beside the output and swapped with it in one step: a
  /// kill at any moment leaves the whole old site or the whole new one, and the next publish clears
  /// what is left. Without any difference nothing is touched. No file is ever edited in place.
  ///
  /// - Parameters:
  ///   - files: the whole site. It must hold `404.html`, by which the next publish recognises the
  ///     folder.
  ///   - output: the folder; it and those above it need not exist. A link to a folder stays, and
  ///     its target is replaced.
  ///   - source: the folder that holds `Content` and `Templates`, which the output must not touch.
  /// - Throws: `SiteIOError`. The old site is then still there and whole, except where files are
  ///   published one by one (`PublishSummary.Guarantee.perFile`).
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
    do {
      let files = try SiteFile.check(files)
      let place = try OutputPlace(output)
      if let source { try place.refuseOverlap(withSource: source) }
      try place.refuseForeignFolder(calls: calls)
      let parent = try place.openParent(calls: calls)
      let lock = try PublishLock(place.lock, in: parent)
      return try withExtendedLifetime(lock) {
        try replace(place, in: parent, by: files, options)
      }
    } catch let failure as DiskFailure {
      throw failure.siteError
    }
  }

  private static func replace(
    _ place: OutputPlace, in parent: Folder, by files: [SiteFile], _ options: PublishOptions
  ) throws -> PublishSummary {
    // Left by a build that was killed.
    try parent.removeTree(place.next)
    let present = try PresentSite(place.name, in: parent)
    let plan = try PublishPlan(files, present: present)
    var summary = plan.summary
    summary.finishedAnother = try parent.holds(place.journal)
    if present == nil || !plan.isEmpty {
      try replace(present, at: place, in: parent, by: plan, options, &summary)
    }
    try parent.removeTree(place.journal)
    return summary
  }

  private static func replace(
    _ present: PresentSite?, at place: OutputPlace, in parent: Folder, by plan: PublishPlan,
    _ options: PublishOptions, _ summary: inout PublishSummary
  ) throws {
    let next = try NextFolder(
      place.next, in: parent, plan: plan, present: present,
      isWhole: present == nil || !options.isInPlace)
    summary.keptRights = next.keepsRights
    do {
      if options.isSynced { try next.sync(plan.written) }
      guard let present else {
        try parent.move(place.next, to: place.name, in: parent)
        if options.isSynced { try parent.syncNames() }
        return
      }
      if try options.isInPlace || !exchange(place, in: parent) {
        try moveFileByFile(plan, from: next, to: present, at: place, in: parent, options)
        summary.guarantee = .perFile
      }
    } catch {
      try? parent.removeTree(place.next)
      throw error
    }
    // The old site goes only when a power cut can no longer bring it back.
    if summary.guarantee == .wholeSite, options.isSynced { try parent.syncNames() }
    do {
      try parent.removeTree(place.next)
    } catch let failure as DiskFailure {
      summary.leftBehind = failure.path
    }
  }

  private static func moveFileByFile(
    _ plan: PublishPlan, from next: NextFolder, to present: PresentSite, at place: OutputPlace,
    in parent: Folder, _ options: PublishOptions
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
      for file in plan.written { try present.folder.syncFile(file.path) }
    }
  }

  /// Swaps the old and the new site; false when the file system cannot. Throws `DiskFailure`.
  private static func exchange(_ place: OutputPlace, in parent: Folder) throws -> Bool {
    do {
      try parent.call(.exchange, place.next) { descriptor, next in
        place.name.withCPath { cdisk_exchange(descriptor, next, $0) }
      }
      return true
    } catch let failure as DiskFailure where cannotExchange.contains(failure.code) {
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
