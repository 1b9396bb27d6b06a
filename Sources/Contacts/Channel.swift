// Official channels as data: a way to reach an organisation, where it was seen, and how sure it is.
//
// 1. `Channel` is one way: a phone, a ticket form, a menu path in an app.
// 2. `ServiceHours` says when it takes requests and when somebody answers. What that means at an instant
//    only the reader's browser can tell: `Templates/assets/contacts/hours.js`.
// 3. `Verification` says where the value was seen and when; `MarkRule` makes of it, on a day, the mark
//    that the value carries everywhere.
// 4. `Suspension` takes a channel out of service, and says what to use instead.
// 5. `ContactDirectory` holds the channels of one exchange or one country's public desks.

import Diagnostics

/// The kind of a channel; decides its icon, its place in a list and the form of its value.
public enum ChannelKind: String, Sendable, Hashable, CaseIterable {
  case phone
  case fraudLine = "fraud-line"
  case liveChat = "live-chat"
  case messenger, ticket, email
  case inApp = "in-app"
  case visit
  case helpCenter = "help-center"
  case notices, social
  case apiSupport = "api-support"
  case verificationPage = "verification-page"
  // Public desks, in emergency/*.yaml.
  case police
  case fraudDesk = "fraud-desk"
  case regulator, privacy, prosecutor, list
  case legalAid = "legal-aid"
}

/// One way to reach an organisation.
public struct Channel: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable { case active, suspended, retired }

  /// Whom the channel is for. Only what is for customers is offered to readers who are lost.
  public enum Audience: String, Sendable, Hashable, CaseIterable {
    case customers
    /// People who write programs: an interface's support, a group of developers, a code store.
    case developers
    /// Companies: listings, partnerships, the press.
    case companies
  }

  public var id: String
  public var kind: ChannelKind
  public var name: LocalizedText
  /// A phone number as dialled in its country.
  public var dial: String?
  /// The same number in E.164 form (`+82…`), only where a source gives it: short and service numbers
  /// have none.
  public var international: String?
  /// What to press after the greeting, in that order.
  public var menu: [MenuKey]
  /// An https address.
  public var url: String?
  /// An e-mail address.
  public var address: String?
  /// A handle on a social network or messenger, with its `@`.
  public var handle: String?
  /// The way through an app's menus.
  public var path: TextInLanguage?
  /// A street address.
  public var place: TextInLanguage?
  public var hours: ServiceHours?
  /// Languages of service, as language paths; empty when unknown.
  public var languages: [String]
  public var cost: LocalizedText?
  public var reply: LocalizedText?
  /// Working days within which an answer is announced; both from 0 to 90.
  public var replyWithin: ClosedRange<Int>?
  public var scope: LocalizedText?
  public var goodFor: [LocalizedText]
  public var notFor: [LocalizedText]
  public var advantages: [LocalizedText]
  public var drawbacks: [LocalizedText]
  public var prepare: [LocalizedText]
  public var cautions: [LocalizedText]
  public var verification: Verification
  public var audience: Audience
  /// `suspended` when, and only when, there is a suspension.
  public var status: Status
  public var suspension: Suspension?
  /// Where it is written, for findings about it.
  public var location: SourceLocation?

  public init(
    id: String, kind: ChannelKind, name: LocalizedText, dial: String? = nil,
    international: String? = nil, menu: [MenuKey] = [], url: String? = nil,
    address: String? = nil, handle: String? = nil, path: TextInLanguage? = nil,
    place: TextInLanguage? = nil, hours: ServiceHours? = nil, languages: [String] = [],
    cost: LocalizedText? = nil, reply: LocalizedText? = nil,
    replyWithin: ClosedRange<Int>? = nil, scope: LocalizedText? = nil,
    goodFor: [LocalizedText] = [], notFor: [LocalizedText] = [], advantages: [LocalizedText] = [],
    drawbacks: [LocalizedText] = [], prepare: [LocalizedText] = [],
    cautions: [LocalizedText] = [], verification: Verification, audience: Audience = .customers,
    status: Status = .active, suspension: Suspension? = nil, location: SourceLocation? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.dial = dial
    self.international = international
    self.menu = menu
    self.url = url
    self.address = address
    self.handle = handle
    self.path = path
    self.place = place
    self.hours = hours
    self.languages = languages
    self.cost = cost
    self.reply = reply
    self.replyWithin = replyWithin
    self.scope = scope
    self.goodFor = goodFor
    self.notFor = notFor
    self.advantages = advantages
    self.drawbacks = drawbacks
    self.prepare = prepare
    self.cautions = cautions
    self.verification = verification
    self.audience = audience
    self.status = suspension == nil ? status : .suspended
    self.suspension = suspension
    self.location = location
  }

  /// The `tel:` address of the number: RFC 3966 section 5.1.5 wants a local number without visual
  /// separators where a dialler may not strip them.
  public var telephoneURL: String? {
    dial.map { "tel:" + String($0.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "+" }) }
  }
}

/// A key to press after a call is answered.
public struct MenuKey: Sendable, Hashable {
  /// Digits, `*` and `#`.
  public var keys: String
  public var name: LocalizedText

  public init(keys: String, name: LocalizedText) {
    self.keys = keys
    self.name = name
  }
}

/// What readers come for; each contact page sorts its channels by usefulness for it.
public enum ReaderProblem: String, Sendable, Hashable, CaseIterable {
  /// An account broken into, or money leaving.
  case urgent
  /// Login, identity check, second factor.
  case account
  /// A deposit or withdrawal that has not arrived.
  case moneyMissing = "money-missing"
  case trade, other
}

/// Something that readers look for and that no source gives: said, so that no forger fills the gap.
public struct AbsentChannel: Sendable, Hashable {
  public var kind: ChannelKind
  public var name: LocalizedText
  public var note: LocalizedText

  public init(kind: ChannelKind, name: LocalizedText, note: LocalizedText) {
    self.kind = kind
    self.name = name
    self.note = note
  }
}

/// The channels of one exchange or of one country's public desks.
public struct ContactDirectory: Sendable, Hashable {
  /// IANA name of the zone in which the hours are given.
  public var timeZone: String
  /// Name of a calendar in `holidays/`.
  public var holidays: String?
  public var channels: [Channel]
  public var absent: [AbsentChannel]
  /// Ids of channels, the most useful first.
  public var problems: [ReaderProblem: [String]]

  public init(
    timeZone: String, holidays: String?, channels: [Channel], absent: [AbsentChannel],
    problems: [ReaderProblem: [String]] = [:]
  ) {
    self.timeZone = timeZone
    self.holidays = holidays
    self.channels = channels
    self.absent = absent
    self.problems = problems
  }

  public func channel(_ id: String) -> Channel? { channels.first { $0.id == id } }

  /// The channels in use for a problem, the most useful first. What stands in for a suspended one
  /// stands in its place.
  public func channels(for problem: ReaderProblem) -> [Channel] {
    var found: [Channel] = []
    for id in problems[problem] ?? [] {
      let named = channel(id)
      let usual = named?.suspension == nil ? named : named?.suspension?.instead.flatMap(channel)
      guard let usual, usual.status == .active, !found.contains(where: { $0.id == usual.id }) else {
        continue
      }
      found.append(usual)
    }
    return found
  }
}

/// An official host of an exchange.
public struct OfficialDomain: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable { case active, retired }

  public var host: String
  public var role: LocalizedText
  public var verification: Verification
  public var status: Status

  public init(
    host: String, role: LocalizedText, verification: Verification, status: Status
  ) {
    self.host = host
    self.role = role
    self.verification = verification
    self.status = status
  }

  /// Whether everything below the host is the operator's too. A name of two parts is registered
  /// and belongs to one owner; `example.zendesk.com` stands on somebody else's name.
  public var ownsSubdomains: Bool {
    let bare = host.hasPrefix("www.") ? host.dropFirst(4) : host[...]
    return bare.split(separator: ".").count == 2
  }
}

/// Public holidays by date.
public struct HolidayCalendar: Sendable, Hashable {
  public var name: LocalizedText
  public var days: [CalendarDate: LocalizedText]

  public init(name: LocalizedText, days: [CalendarDate: LocalizedText]) {
    self.name = name
    self.days = days
  }
}
