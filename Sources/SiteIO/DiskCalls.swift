#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A kind of system call that this module makes.
package enum SystemCall: Hashable, Sendable {
  case open, close, list, status, read, sync
  /// Bytes to write.
  case write(Int)
  case makeFolder, move, exchange, link, removeFile, removeFolder
  case lock, owner, mode, times
}

/// The one gate to the disk: every system call of this module goes through it.
///
/// A call that a signal interrupted is made again. Tests, and the program that lets every call of a
/// build fail in turn, hold the gate shut: a full disk or a file system without an exchange cannot
/// be brought about everywhere.
package struct DiskCalls: Sendable {
  /// Asked before each call: the `errno` with which it fails, without having been made; nil makes it.
  package var failure: @Sendable (SystemCall) -> Int32?

  package init(failure: @escaping @Sendable (SystemCall) -> Int32?) { self.failure = failure }

  package static let system = DiskCalls { _ in nil }

  /// Makes a call that answers with a negative number when it fails: the answer, and `errno` or 0.
  func make<Answer: SignedInteger>(
    _ call: SystemCall, _ body: () -> Answer
  ) -> (answer: Answer, code: Int32) {
    while true {
      var code = failure(call)
      var answer: Answer = -1
      if code == nil {
        answer = body()
        code = answer < 0 ? errno : 0
      }
      // An interrupted close has closed (POSIX leaves it open, Linux and macOS do not).
      if code == EINTR, call != .close { continue }
      return (answer, code ?? 0)
    }
  }
}
