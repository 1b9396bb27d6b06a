/// A day, or a minute of it, by the clock of a zone that is given elsewhere.
public struct CalendarMoment: Sendable, Hashable, CustomStringConvertible {
  public let date: CalendarDate
  /// Minutes after midnight, 0 to 1439; `nil` for the whole day.
  public let minute: Int?

  /// - Precondition: a minute is one of the day.
  public init(_ date: CalendarDate, minute: Int? = nil) {
    precondition(minute.map { (0..<1440).contains($0) } ?? true)
    self.date = date
    self.minute = minute
  }

  /// Reads `YYYY-MM-DD`, `YYYY-MM-DD HH:MM` or `YYYY-MM-DDTHH:MM`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || bytes.count == 16,
      let date = CalendarDate(String(decoding: bytes.prefix(10), as: UTF8.self))
    else { return nil }
    guard bytes.count == 16 else {
      self.init(date)
      return
    }
    let digits = [11, 12, 14, 15].map { bytes[$0] }
    guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let numbers = digits.map { Int($0 - 0x30) }
    let (hour, minute) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
    guard hour < 24, minute < 60 else { return nil }
    self.init(date, minute: hour * 60 + minute)
  }

  /// Whether nothing of this is left when the other begins, on one and the same clock.
  public func ends(before other: CalendarMoment) -> Bool {
    end <= other.date.daysSince1970 * 1440 + (other.minute ?? 0)
  }

  /// Whether this ends later than the other.
  public func outlasts(_ other: CalendarMoment) -> Bool {
    other.end < end
  }

  /// Minutes by the clock since that of 1970 began.
  private var end: Int { date.daysSince1970 * 1440 + (minute ?? 1440) }

  /// As authors write it: `2026-12-01`, `2026-12-01 14:30`.
  public var description: String {
    minute.map { "\(date) \(clockTime($0))" } ?? "\(date)"
  }
}

/// `09:05` for 545.
public func clockTime(_ minutes: Int) -> String {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return two(minutes / 60) + ":" + two(minutes % 60)
}
