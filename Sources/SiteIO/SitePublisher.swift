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
  /// - Throws: `SiteIOError`. The old site is then still there and whole, except where the file
  ///   system allows only `PublishSummary.Guarantee.perFile`.
  public static func publish(
    _ files: [OutputFile], to output: String, source: String? = nil
  ) throws -> PublishSummary {
    try publish(files, to: output, source: source, calls: .system)
  }

  static func publish(
    _ files: [OutputFile], to output: String, source: String? = nil, calls: DiskCalls
  ) throws -> PublishSummary {
    do {
      let files = try SiteFile.check(files)
      let place = try OutputPlace(output)
      if let source { try place.refuseOverlap(withSource: source) }
      try place.refuseForeignFolder()
      let parent = try place.openParent()
      let lock = try PublishLock(place.lock, in: parent)
      return try withExtendedLifetime(lock) {
        try replace(place, in: parent, by: files, calls: calls)
      }
    } catch let failure as DiskFailure {
      throw failure.siteError
    }
  }

  private static func replace(
    _ place: OutputPlace, in parent: Folder, by files: [SiteFile], calls: DiskCalls
  ) throws -> PublishSummary {
    // Left by a build that was killed.
    try parent.removeTree(place.next)
    let present = try PresentSite(place.name, in: parent)
    let plan = try PublishPlan(files, present: present)
    var summary = plan.summary
    if present != nil && plan.isEmpty { return summary }

    let next = try NextFolder(place.next, in: parent, plan: plan, present: present, calls: calls)
    // Now the old tree, or what a failure leaves. The site is published either way, and what cannot
    // be deleted here is tried again, and reported, by the next publish.
    defer { try? parent.removeTree(place.next) }
    guard let present else {
      try parent.move(place.next, to: place.name, in: parent)
      return summary
    }
    if try !exchange(place, in: parent, calls: calls) {
      try PerFileMove(plan: plan, next: next.folder, present: present).run()
      summary.guarantee = .perFile
    }
    return summary
  }

  /// Swaps the old and the new site; false when the file system cannot. Throws `DiskFailure`.
  private static func exchange(
    _ place: OutputPlace, in parent: Folder, calls: DiskCalls
  ) throws -> Bool {
    do {
      try parent.call(place.next) { descriptor, next in
        place.name.withCPath { calls.exchange(descriptor, next, $0) }
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
