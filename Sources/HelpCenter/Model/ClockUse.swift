import Synchronization

/// Between which instants a build would have asked its clock the same and got the same answers: what
/// it made holds for as long.
///
/// Every comparison with the clock narrows it. A build asks in an order of its own and some things only
/// after others were answered; within the span the answers are the same, and so are the questions.
package final class ClockUse: Sendable {
  private let state: Mutex<Range<Int>>

  /// - Parameter span: the day of the build, which `SiteClock.today` gives without being asked.
  init(_ span: Range<Int>) { state = Mutex(span) }

  /// Instants in seconds since 1970.
  package var span: Range<Int> { state.withLock { $0 } }

  func note(_ instant: Int, now: Int) {
    state.withLock { span in
      span =
        instant <= now
        ? max(span.lowerBound, instant)..<span.upperBound
        : span.lowerBound..<min(span.upperBound, instant)
    }
  }
}
