import Contacts
import Diagnostics
import Yams

/// Reads one channel of `contact.yaml` or `emergency/<country>.yaml`.
extension ContactParser {
  static func channel(
    _ reader: MappingReader, _ languages: [String], _ clock: SiteClock, _ mayBeOwn: Bool
  ) -> Channel? {
    let id = reader.requiredString("id", hint: "a short name, for example phone-main")
    if let id, !isName(id.value) {
      reader.report(
        .badValue, at: id.location, "'\(id.value)' cannot be an id",
        hint: "use lower-case letters, digits and hyphens")
    }
    let kind = reader.choice("kind", ChannelKind.self)
    if reader.keyLocation("kind") == nil {
      reader.missing("kind", hint: "for example phone, ticket, email")
    }
    let name = reader.localized("name", in: languages, required: "what the channel is called")
    let values = Values(reader, languages)
    let hours = reader.mapping("hours") { Self.hours($0, languages, clock) }
    let served = Self.served(reader, languages)
    let details = Details(reader, languages)
    let verification = reader.verification(in: languages, clock, mayBeOwn: mayBeOwn)
    let audience = reader.choice("audience", Channel.Audience.self)
    let status = reader.choice("status", WrittenStatus.self)
    let suspension = suspension(reader, languages, status)
    guard let id, let kind, let name, let verification else { return nil }
    return Channel(
      id: id.value, kind: kind, name: name, dial: values.dial,
      international: values.international, menu: values.menu, url: values.url,
      address: values.address, handle: values.handle, path: values.path, place: values.place,
      hours: hours, languages: served, cost: details.cost, reply: details.reply,
      replyWithin: details.replyWithin, scope: details.scope, goodFor: details.goodFor,
      notFor: details.notFor, advantages: details.advantages, drawbacks: details.drawbacks,
      prepare: details.prepare, cautions: details.cautions, verification: verification,
      audience: audience ?? (kind == .apiSupport ? .developers : .customers),
      status: status == .retired ? .retired : .active,
      // One that is over on the day of the build is none any more, one to come none yet.
      suspension: suspension.flatMap { $0.holds(on: clock.today) ? $0 : nil },
      location: reader.location)
  }

  /// What is dialled, typed or opened.
  private struct Values {
    static let keys = ["dial", "url", "address", "handle", "path", "place"]

    var dial, international: String?
    var menu: [MenuKey]
    var url, address, handle: String?
    var path, place: TextInLanguage?

    init(_ reader: MappingReader, _ languages: [String]) {
      dial = ContactParser.dial(reader)
      international = ContactParser.international(reader)
      menu = reader.mappings("menu") { ContactParser.menuKey($0, languages) }
      url = httpsURL("url", reader)
      address = ContactParser.address(reader)
      handle = reader.string("handle")?.value
      path = textInLanguage("path", reader, languages)
      place = textInLanguage("place", reader, languages)
      if !Self.keys.contains(where: { reader.keyLocation($0) != nil }) {
        reader.report(
          .channelWithoutValue, at: reader.location, "the channel has no value to print",
          hint: "give dial, url, address, handle, path or place, or list it under 'absent'")
      }
    }
  }

  /// The texts around a value.
  private struct Details {
    var cost, reply, scope: LocalizedText?
    var replyWithin: ClosedRange<Int>?
    var goodFor, notFor, advantages, drawbacks, prepare, cautions: [LocalizedText]

    init(_ reader: MappingReader, _ languages: [String]) {
      cost = reader.localized("cost", in: languages)
      reply = reader.localized("reply", in: languages)
      replyWithin = ContactParser.workingDays(reader)
      scope = reader.localized("scope", in: languages)
      goodFor = reader.localizedList("good-for", in: languages)
      notFor = reader.localizedList("not-for", in: languages)
      advantages = reader.localizedList("advantages", in: languages)
      drawbacks = reader.localizedList("drawbacks", in: languages)
      prepare = reader.localizedList("prepare", in: languages)
      cautions = reader.localizedList("cautions", in: languages)
    }
  }
}
