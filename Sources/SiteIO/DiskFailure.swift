#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A system call that failed: on which path, and with which `errno`.
struct DiskFailure: Error {
  let path: String
  let code: Int32

  /// The system's words for the failure, such as "No space left on device".
  var reason: String { String(cString: strerror(code)) }

  var siteError: SiteIOError { .disk(path, reason) }
}
