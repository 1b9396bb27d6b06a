import Foundation
import Synchronization

/// Where the program's words go. A full disk or a reader that has left is no reason to crash: what
/// was asked for is done all the same, and the exit code says that its words were lost.
struct StandardOutput: Sendable {
  static let output = StandardOutput(descriptor: STDOUT_FILENO)
  static let error = StandardOutput(descriptor: STDERR_FILENO)

  private let descriptor: Int32
  private static let isLost = Mutex(false)

  /// Whether anything could not be written since the program began.
  static var hasLost: Bool { isLost.withLock { $0 } }

  /// Makes a write to a reader that has left fail, instead of ending the program.
  static func prepare() { signal(SIGPIPE, SIG_IGN) }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(
          descriptor, bytes.baseAddress! + written, bytes.count - written)
        if count >= 0 {
          written += count
        } else if errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&ready, 1, -1)
        } else if errno != EINTR {
          return Self.isLost.withLock { $0 = true }
        }
      }
    }
  }
}
