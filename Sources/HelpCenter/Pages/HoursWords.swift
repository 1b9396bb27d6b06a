import Contacts

/// Puts a week's hours into words.
struct HoursWords {
  private let words: Words
  /// Minutes from the channel's clock to the one to print.
  private let shift: Int

  init(_ words: Words, shift: Int = 0) {
    self.words = words
    self.shift = shift
  }

  /// `월–금 09:00–18:00`
  func line(_ hours: WeeklyHours) -> String {
    if hours.always { return words[.hoursAlways] }
    return groups(hours).filter { !$0.spans.isEmpty }
      .map { days($0.days) + " " + times($0.spans) }
      .joined(separator: words[.listSeparator])
  }

  /// The week as runs of days with the same hours, closed days included.
  func groups(_ hours: WeeklyHours) -> [(days: [Weekday], spans: [DaySpan])] {
    var groups: [(days: [Weekday], spans: [DaySpan])] = []
    for day in Weekday.allCases {
      let spans = hours.spans(on: day).map { DaySpan(start: $0.start, end: $0.end) }
      if groups.last?.spans == spans {
        groups[groups.count - 1].days.append(day)
      } else {
        groups.append(([day], spans))
      }
    }
    return groups
  }

  func days(_ days: [Weekday]) -> String {
    switch days {
    case Weekday.allCases: return words[.everyDay]
    case [.mon, .tue, .wed, .thu, .fri]: return words[.weekdays]
    case [.sat, .sun]: return words[.weekend]
    default: break
    }
    guard let first = days.first, let last = days.last, first != last else {
      return days.first.map(name) ?? ""
    }
    return words[.dayRange, ["from": name(first), "to": name(last)]]
  }

  private func name(_ day: Weekday) -> String {
    let all: [Word] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
    return words[all[day.rawValue - 1]]
  }

  func times(_ spans: [DaySpan]) -> String {
    spans.map { "\(clock($0.start))–\(clock($0.end))" }.joined(separator: words[.listSeparator])
  }

  private func clock(_ minutes: Int) -> String {
    let shifted = minutes + shift
    if shifted < 0 { return words[.dayBefore, ["time": clockTime(shifted + 1440)]] }
    // 24:00 is midnight at the end of the day; later ends belong to the next day.
    return clockTime(shifted > 1440 ? shifted - 1440 : shifted)
  }
}
