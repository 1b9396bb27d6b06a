import Contacts

/// The mark of a value, as a line that says all or as a sign with a word.
struct Seal: TemplateContext {
  var mark: Mark
  /// Where and when the value was seen.
  var text: String
  /// The mark in a word or two.
  var label: String
  /// When it was seen; for a suspended channel, since when it is out of service.
  var date: String
  var source: String
  /// The last day on which it is sure; a script marks it as old from then on.
  var sureUntil: CalendarDate?
  /// Of the site's owner's own value, which needs none.
  var isOwn = false

  /// What pages show of it.
  var shown: Seal? { isOwn ? nil : self }

  static let fields = TemplateFields<Self>()
    .text("sure", { $0.sureUntil?.description })
    .flag("ok", { $0.mark.isSure }).flag("maybe", { $0.mark == .old || $0.mark == .unverified })
    .flag("none", { $0.mark == .suspended || $0.mark == .retired })
    .text("mark", { $0.mark.rawValue }).text("text", { $0.text }).text("label", { $0.label })
    .text("date", { $0.date }).text("source", { $0.source })
}

/// That a channel is out of service, and the channel to use instead.
struct SuspensionContext: TemplateContext {
  /// Since when, until when, why.
  var line: String
  var source: String
  var instead: ChannelLink?

  static let fields = TemplateFields<Self>()
    .text("line", { $0.line }).text("source", { $0.source }).object("instead", { $0.instead })
}

/// A channel by its name, with the number where it is a phone.
struct ChannelLink: TemplateContext {
  var name: String
  /// Its card, on the same page.
  var href: String
  var number, tel: String?
  var seal: Seal

  static let fields = TemplateFields<Self>()
    .text("name", { $0.name }).text("href", { $0.href }).text("number", { $0.number })
    .text("tel", { $0.tel }).object("seal", { $0.seal.shown })
}

/// A text in a language of its own.
struct ForeignText: TemplateContext {
  var text: String
  var languageTag: String
  var gloss: String?

  static let fields = TemplateFields<Self>()
    .text("text", { $0.text }).text("lang", { $0.languageTag }).text("gloss", { $0.gloss })
}

/// A key to press after a call is answered.
struct MenuRow: TemplateContext {
  var keys, name: String

  static let fields = TemplateFields<Self>()
    .text("keys", { $0.keys }).text("name", { $0.name })
}

/// A line of a table of hours.
struct HoursRow: TemplateContext {
  var days: String
  var time: String
  /// The time on the reader's clock, on pages that show a second one.
  var timeLocal: String?
  var note: String?

  static let fields = TemplateFields<Self>()
    .text("days", { $0.days }).text("time", { $0.time }).text("time-local", { $0.timeLocal })
    .text("note", { $0.note })
}

/// One channel, ready to print.
struct ChannelContext: TemplateContext {
  var id: String
  /// The id of its card on a page with several directories.
  var anchor: String
  var kind: String
  var icon: String
  var name: String
  var number: String?
  /// `nil` when the number must not be a link to tap.
  var tel: String?
  /// The number in E.164 form.
  var international: String?
  var menu: [MenuRow]
  var address: String?
  var mailto: String?
  var url: String?
  var urlText: String?
  var handle: String?
  var path: ForeignText?
  var place: ForeignText?
  var hoursLine: String?
  var hoursRows: [HoursRow]
  /// Headings of the times in the table, where it shows a second clock.
  var clock, localClock: String?
  /// For `hours.js`; `nil` where nothing may be said about now.
  var hoursData: String?
  var hoursNote: String?
  var hoursSeal: Seal?
  var intakeLine: String?
  var timeZoneLine: String?
  var languagesLine: String?
  var cost, reply: String?
  /// Working days, `1-3`, for the script that puts them on the calendar.
  var replyDays: String?
  var scope: String?
  var goodFor, notFor, advantages, drawbacks, prepare, cautions: [TextItem]
  var seal: Seal
  var source: String
  /// Where to compare a value that is old or unsure.
  var checkURL: String?
  var suspended: SuspensionContext?
  var audience: Channel.Audience
  var isFraudLine: Bool

  static let fields = TemplateFields<Self>()
    .text("id", { $0.id }).text("anchor", { $0.anchor }).text("kind", { $0.kind })
    .text("icon", { $0.icon })
    .text("name", { $0.name })
    .text("number", { $0.number }).text("tel", { $0.tel })
    .text("international", { $0.international }).list("menu", { $0.menu })
    .text("address", { $0.address }).text("mailto", { $0.mailto })
    .text("url", { $0.url }).text("url-text", { $0.urlText }).text("handle", { $0.handle })
    .object("path", { $0.path }).object("place", { $0.place })
    .text("hours-line", { $0.hoursLine }).list("hours-rows", { $0.hoursRows })
    .text("clock", { $0.clock }).text("local-clock", { $0.localClock })
    .text("hours-json", { $0.hoursData })
    .text("hours-note", { $0.hoursNote }).object("hours-seal", { $0.hoursSeal?.shown })
    .text("intake-line", { $0.intakeLine }).text("time-zone-line", { $0.timeZoneLine })
    .text("languages-line", { $0.languagesLine })
    .text("cost", { $0.cost }).text("reply", { $0.reply }).text("reply-days", { $0.replyDays })
    .text("scope", { $0.scope })
    .flag("has-fit", { !$0.goodFor.isEmpty || !$0.notFor.isEmpty })
    .list("good-for", { $0.goodFor }).list("not-for", { $0.notFor })
    .flag("has-trade-offs", { !$0.advantages.isEmpty || !$0.drawbacks.isEmpty })
    .list("advantages", { $0.advantages }).list("drawbacks", { $0.drawbacks })
    .list("prepare", { $0.prepare }).list("cautions", { $0.cautions })
    .object("seal", { $0.seal.shown }).text("source", { $0.source })
    .text("check-url", { $0.checkURL }).object("suspended", { $0.suspended })
    .flag("usable", { $0.seal.mark.isUsable })
    .flag("urgent", { $0.isFraudLine && $0.suspended == nil })
    .flag("retired", { $0.seal.mark == .retired })
    .flag("maybe", { $0.seal.mark == .old || $0.seal.mark == .unverified })
    .flag("unverified", { $0.seal.mark == .unverified })
    .flag("for-developers", { $0.audience == .developers })
    .flag("for-companies", { $0.audience == .companies })
}

/// What was looked for and not found.
struct AbsentContext: TemplateContext {
  var name: String
  var note: String
  var icon: String

  static let fields = TemplateFields<Self>()
    .text("name", { $0.name }).text("note", { $0.note }).text("icon", { $0.icon })
}

/// An official host.
struct DomainRow: TemplateContext {
  var host: String
  var role: String
  var seal: Seal
  var isRetired: Bool

  static let fields = TemplateFields<Self>()
    .text("host", { $0.host }).text("role", { $0.role }).object("seal", { $0.seal.shown })
    .flag("retired", { $0.isRetired })
}

/// Who can use an exchange.
struct ServesContext: TemplateContext {
  var text: String
  var seal: Seal

  static let fields = TemplateFields<Self>().text("text", { $0.text }).object(
    "seal", { $0.seal.shown })
}
