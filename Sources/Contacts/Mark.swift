/// How sure a page may be of a value, and whether a reader may be sent there. The only scale of the
/// site: cards, boards, call rows, articles, the verify page and `contacts.json` all speak of it.
public enum Mark: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Seen on the operator's own page, and not long ago.
  case official
  /// Read or quoted by a dated third party, and not long ago.
  case reported
  /// Either of these, longer ago than a site trusts: in amber, still a link to tap.
  case old
  /// Nobody vouches for it: in amber, never a link.
  case unverified
  /// Out of service: never a link, and said so.
  case suspended
  /// No longer used.
  case retired

  /// Whether the value may be a link to tap.
  public var isUsable: Bool { self <= .old }
  /// Whether the value may be shown without a doubt beside it.
  public var isSure: Bool { self <= .reported }

  /// The surer one first.
  public static func < (a: Mark, b: Mark) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self)! }
}

/// Decides the mark of a value on a day. No page decides one for itself.
///
/// `Templates/assets/contacts/marks.js` follows the same rules in the reader's browser, where the day
/// is another one; `Tests/Vectors/marks.json` holds both to them:
///
/// 1. What is retired or suspended is so, however it was verified. A suspension begins and ends with a
///    build: a page never puts a number back into service by itself.
/// 2. What is unverified stays so at any age.
/// 3. The rest is old when the latest day that its date can mean lies more than `staleAfterDays` days
///    back.
/// 4. Hours that were seen elsewhere than their channel are as sure as the less sure of the two.
///
/// Pages carry the last day of each sure mark (`lastSureDay`), so that a page built a year ago shows an
/// old value as old.
public struct MarkRule: Sendable, Hashable {
  /// The day of the build.
  public var today: CalendarDate
  /// Whole days; `stale-after-days` of `site.yaml`.
  public var staleAfterDays: Int

  public init(today: CalendarDate, staleAfterDays: Int) {
    self.today = today
    self.staleAfterDays = staleAfterDays
  }

  public func mark(_ verification: Verification, status: Channel.Status = .active) -> Mark {
    switch (status, verification.confidence) {
    case (.retired, _): .retired
    case (.suspended, _): .suspended
    case (.active, .unverified): .unverified
    case (.active, .official): isOld(verification) ? .old : .official
    case (.active, .reported): isOld(verification) ? .old : .reported
    }
  }

  public func mark(_ channel: Channel) -> Mark {
    mark(channel.verification, status: channel.status)
  }

  public func mark(_ domain: OfficialDomain) -> Mark {
    mark(domain.verification, status: domain.status == .retired ? .retired : .active)
  }

  /// The mark of a channel's hours; that of the channel where they say nothing of their own.
  public func hours(of channel: Channel) -> Mark {
    let own = channel.hours?.verification.map { mark($0) }
    return max(own ?? .official, mark(channel))
  }

  /// The last day on which a sure value is not old; `nil` when it is not sure, or never will be old.
  public func lastSureDay(_ verification: Verification) -> CalendarDate? {
    mark(verification).isSure && !verification.isOwn
      ? verification.date.lastDay.adding(days: staleAfterDays)
      : nil
  }

  /// The same for a channel's hours.
  public func lastSureDayOfHours(of channel: Channel) -> CalendarDate? {
    let dates = [channel.verification, channel.hours?.verification].compactMap { $0 }
    return hours(of: channel).isSure ? dates.compactMap(lastSureDay).min() : nil
  }

  private func isOld(_ verification: Verification) -> Bool {
    !verification.isOwn
      && today.daysSince1970 - verification.date.lastDay.daysSince1970 > staleAfterDays
  }
}

extension Channel {
  /// Whether the value may be a link to tap; no day changes that.
  public var isUsable: Bool { status == .active && verification.confidence != .unverified }

  /// Whether the channel is a phone that readers in trouble are told to call.
  public var isCallable: Bool { dial != nil && isUsable && audience == .customers }
}
