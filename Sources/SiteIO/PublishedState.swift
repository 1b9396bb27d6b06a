#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// By what the next build tells, without reading a published file, that the site is as the last one
/// left it: path, size, times, inode and device of every file.
///
/// A file's times are as fine as the clock of its file system: up to 10 ms on Linux. Who edits within
/// such a step leaves no trace in them. A state is therefore only taken when a step has passed since
/// the last change that it tells of, and only of files whose bytes are known: those that were written
/// or compared, and have not changed since.
struct PublishedState {
  /// Longer than a step of the clock of any file system that tells fractions of a second.
  static let settling = Duration.milliseconds(20)
  /// The finest step in which a file system may count that is no good for this: a disk whose times
  /// are all multiples of it is too coarse.
  private static let coarseStep = 10_000_000

  /// The hash of it all; nothing of the placeholder, which is the project's.
  static func text(of site: PresentSite) -> String {
    var hash = SHA256()
    for (path, status) in site.published.sorted(by: { $0.key < $1.key }) {
      hash.add(number: path.bytes.count)
      hash.add(Array(path.bytes))
      hash.add(status.identity)
    }
    return hash.text()
  }

  /// The state of the site, if every file of it is `known`; else nil.
  ///
  /// - Parameters:
  ///   - known: the status that a file had when its bytes were known.
  ///   - step: how long a file must have been left alone.
  static func text(
    of site: PresentSite, count: Int, step: Duration, known: (BytePath) -> FileStatus?
  ) -> String? {
    let files = site.published
    let latest = site.listed - Int(step / .nanoseconds(1))
    guard files.count == count,
      files.contains(where: { $0.value.changed % coarseStep != 0 }),
      files.allSatisfy({ path, status in
        status.changed < latest && known(path).map(status.hasBytes) == true
      })
    else { return nil }
    return text(of: site)
  }
}

extension PresentSite {
  /// The files without the placeholder.
  var published: [BytePath: FileStatus] { files.filter { $0.key != SiteNames.placeholder } }
}

extension FileStatus {
  /// Whether nothing says that the bytes are others than they were then. A link or another name for
  /// the file changes `changed` and no bytes.
  func hasBytes(of earlier: FileStatus) -> Bool {
    kind == .file && earlier.kind == .file && size == earlier.size && inode == earlier.inode
      && device == earlier.device && modifiedSeconds == earlier.modifiedSeconds
      && modifiedNanoseconds == earlier.modifiedNanoseconds
  }

  /// All of it as a text.
  var identity: String {
    "\(kind) \(size) \(inode) \(device) \(modifiedSeconds) \(modifiedNanoseconds) \(changed)"
  }
}

/// Nanoseconds since 1970 by the system's clock.
func systemTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
}

/// Waits, so that no change from now on has the time of one before.
func settle(_ step: Duration) {
  let (seconds, attoseconds) = step.components
  var wanted = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
  var rest = timespec()
  while nanosleep(&wanted, &rest) != 0, errno == EINTR { wanted = rest }
}
