import Diagnostics

/// Why a channel is out of service, since when, and what to use instead. A number that is dead has no
/// `until`.
public struct Suspension: Sendable, Hashable {
  /// The first day on which it did not work.
  public var since: PartialDate
  /// The day from which it is said to work again.
  public var until: CalendarDate?
  /// Id of a channel of the same directory.
  public var instead: String?
  public var reason: LocalizedText?
  public var source: LocalizedText
  /// Where `instead` is written, or should be.
  public var location: SourceLocation?

  public init(
    since: PartialDate, until: CalendarDate? = nil, instead: String? = nil,
    reason: LocalizedText? = nil, source: LocalizedText, location: SourceLocation? = nil
  ) {
    self.since = since
    self.until = until
    self.instead = instead
    self.reason = reason
    self.source = source
    self.location = location
  }

  /// Whether it is in force on a day.
  public func holds(on day: CalendarDate) -> Bool {
    since.firstDay <= day && until.map { day < $0 } ?? true
  }
}
