import Contacts

/// When a build takes place.
public enum BuildTime: Sendable, Hashable {
  /// Seconds since 1970.
  case instant(Int)
  /// By the clock of the site's time zone; a day stands for its first minute.
  case local(CalendarMoment)
}

/// The only clock of a build: what it takes for now, in the site's time zone.
struct SiteClock: Sendable {
  let zone: ZoneClock
  /// Seconds since 1970. What is compared with it goes through `hasCome`.
  private let now: Int
  /// The day that `now` belongs to.
  let today: CalendarDate
  /// Shared by all copies.
  let use: ClockUse

  init(_ time: BuildTime, in zone: ZoneClock) {
    self.zone = zone
    switch time {
    case .local(let moment):
      now = zone.beginning(of: moment)
      today = moment.date
    case .instant(let instant):
      now = instant
      today = zone.day(at: instant) ?? CalendarDate(daysSince1970: 0)!
    }
    let day = CalendarMoment(today)
    let begin = zone.beginning(of: day)
    use = ClockUse(min(begin, now)..<max(zone.end(of: day), now + 1))
  }

  func hasBegun(_ moment: CalendarMoment) -> Bool { hasCome(zone.beginning(of: moment)) }
  func hasEnded(_ moment: CalendarMoment) -> Bool { hasCome(zone.end(of: moment)) }

  /// Whether it ends before the site must have been built again: pages that hold what ends later
  /// need no script for it.
  func endsSoon(_ moment: CalendarMoment) -> Bool {
    hasCome(zone.end(of: moment) - Self.secondsBetweenBuilds)
  }

  private func hasCome(_ instant: Int) -> Bool {
    use.note(instant, now: now)
    return instant <= now
  }

  /// Sites are to be built once a day; a week passes before somebody sees that none was.
  private static let secondsBetweenBuilds = 7 * 86_400

  /// For scripts: the first instant of a day or minute, and the first after it.
  func beginning(of moment: CalendarMoment) -> String {
    zone.timestamp(zone.beginning(of: moment))
  }
  func end(of moment: CalendarMoment) -> String { zone.timestamp(zone.end(of: moment)) }
}
