import Foundation

/// The days and minutes of a time zone. Instants are in seconds since 1970.
///
/// A local time that a clock change leaves out moves forward by the length of the gap; one that
/// occurs twice is the first.
public struct ZoneClock: Sendable, Hashable {
  /// IANA name: `Asia/Seoul`, or `UTC`.
  public let name: String
  private let zone: TimeZone

  static let secondsPerDay = 86_400

  /// `nil` when the system does not know the zone, or the name is none that browsers know too:
  /// `Area/Place` of the IANA time zone database, or `UTC`.
  public init?(_ name: String) {
    guard name == "UTC" || name.contains("/"), let zone = TimeZone(identifier: name) else {
      return nil
    }
    self.name = name
    self.zone = zone
  }

  public static let utc = ZoneClock("UTC")!

  /// The name that was probably meant: another case, or the place without its area.
  public static func name(like text: String) -> String? {
    let wanted = text.lowercased().filter { $0 != " " && $0 != "(" && $0 != ")" }
    if let zone = otherNames.first(where: { $0.names.contains(wanted) })?.zone { return zone }
    return TimeZone.knownTimeZoneIdentifiers.first {
      let name = $0.lowercased()
      return name == wanted || name.hasSuffix("/" + wanted)
    }
  }

  /// What people write for zones of this part of the world, whose names are those of cities.
  private static let otherNames: [(zone: String, names: Set<String>)] = [
    ("Asia/Seoul", ["kst", "+09:00", "utc+9", "gmt+9", "korea", "서울", "한국", "대한민국", "首尔", "韩国"]),
    (
      "Asia/Shanghai",
      [
        "asia/beijing", "beijing", "cst", "+08:00", "utc+8", "gmt+8", "china", "北京", "上海", "中国",
        "베이징", "북경", "중국",
      ]
    ),
    ("Asia/Hong_Kong", ["hkt", "hongkong", "asia/hongkong", "香港", "홍콩"]),
    ("Asia/Taipei", ["taiwan", "台北", "台湾"]),
    ("Asia/Tokyo", ["jst", "japan", "도쿄", "东京"]),
    ("Asia/Singapore", ["sgt", "新加坡", "싱가포르"]),
    ("UTC", ["z", "gmt+0", "utc+0", "+00:00"]),
  ]

  /// Names that the system lists; there are more.
  public static var names: [String] { TimeZone.knownTimeZoneIdentifiers }

  public func day(at instant: Int) -> CalendarDate? {
    CalendarDate(daysSince1970: localDay(of: instant))
  }

  /// The first instant of a day or minute.
  public func beginning(of moment: CalendarMoment) -> Int {
    instant(day: moment.date.daysSince1970, minutes: moment.minute ?? 0)
  }

  /// The first instant that no longer belongs to a day. A minute ends what it ends as it begins.
  public func end(of moment: CalendarMoment) -> Int {
    guard moment.minute == nil else { return beginning(of: moment) }
    return instant(day: moment.date.daysSince1970 + 1, minutes: 0)
  }

  /// ISO 8601 to the minute, with its offset: `2026-12-01T14:30+09:00`.
  public func timestamp(_ instant: Int) -> String {
    let offset = offset(at: instant)
    let local = instant + offset
    let day = floorDivide(local, Self.secondsPerDay)
    let minutes = (local - day * Self.secondsPerDay) / 60
    let date = CalendarDate(daysSince1970: day)?.description ?? "1970-01-01"
    let ahead = abs(offset) / 60
    return date + "T" + clockTime(minutes) + (offset < 0 ? "-" : "+") + clockTime(ahead)
  }
}

// MARK: Arithmetic

extension ZoneClock {
  /// The local day of an instant, in days since 1970.
  func localDay(of instant: Int) -> Int {
    floorDivide(instant + offset(at: instant), Self.secondsPerDay)
  }

  /// The instant of a local time, given in minutes after the midnight that begins a day.
  func instant(day: Int, minutes: Int) -> Int {
    let local = day * Self.secondsPerDay + minutes * 60
    // The offsets a day before and after lie on the two sides of a clock change nearby.
    let before = offset(at: local - Self.secondsPerDay)
    let after = offset(at: local + Self.secondsPerDay)
    let early = local - before
    if offset(at: early) == before { return early }
    let late = local - after
    return offset(at: late) == after ? late : early
  }

  private func offset(at instant: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
  }
}

private func floorDivide(_ a: Int, _ b: Int) -> Int {
  a >= 0 ? a / b : -((-a + b - 1) / b)
}
