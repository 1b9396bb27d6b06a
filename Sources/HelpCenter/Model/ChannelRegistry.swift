import Contacts
import Diagnostics

/// The channels that articles may name: `channel:phone-main`, `channel:upbit/phone-main`,
/// `channel:emergency/kr/police`. No article types a number itself.
struct ChannelRegistry: Sendable {
  var exchanges: [String: ContactDirectory]
  var emergency: [EmergencyDesks]
  var languages: [Language]
  var words: [String: Words]
  var marks: MarkRule

  /// Where a fact stands: what its sign needs.
  struct Place {
    /// Makes the ids of signs unique on their page.
    var ordinal: Int
    /// The way from the page to the theme's symbols.
    var icons: String
  }

  struct Problem: Error {
    var message: String
    var hint: String?
  }

  /// The value, its link and the date on which it was verified, around the author's own words.
  func fact(
    _ name: String, from exchange: String, text: String, language: Language, place: Place
  ) -> Result<(before: String, after: String), Problem> {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let directory: ContactDirectory?
    let known: [String]
    switch parts.count {
    case 1:
      directory = exchanges[exchange]
      known = Self.ids(of: directory, prefix: "")
    case 2:
      directory = exchanges[parts[0]]
      known = exchanges.keys.sorted().flatMap { Self.ids(of: exchanges[$0], prefix: $0 + "/") }
    case 3 where parts[0] == "emergency":
      directory = emergency.first { $0.id == parts[1] }?.contacts
      known = emergency.flatMap { desk in
        Self.ids(of: desk.contacts, prefix: "emergency/\(desk.id)/")
      }
    default: (directory, known) = (nil, [])
    }
    guard let directory, let channel = parts.last.flatMap(directory.channel),
      channel.status != .retired
    else {
      let isKnown = parts.last.flatMap { directory?.channel($0) } != nil
      return .failure(
        Problem(
          message: "'\(name)' \(isKnown ? "is retired" : "is not a channel of the registry")",
          hint: nearestName(to: name, among: known).map { "did you mean 'channel:\($0)'?" }
            ?? "channels are listed in contact.yaml and emergency/*.yaml by their id"))
    }
    let html = html(channel, hasText: !text.isEmpty, language, "_fact-\(place.ordinal)", place)
    guard let suspension = channel.suspension else { return .success(html) }
    return .success((html.before, html.after + standIn(suspension, directory, language, place)))
  }

  /// The channels that a text may name.
  private static func ids(of directory: ContactDirectory?, prefix: String) -> [String] {
    (directory?.channels ?? []).filter { $0.status != .retired }.map { prefix + $0.id }
  }

  private func html(
    _ channel: Channel, hasText: Bool, _ language: Language, _ id: String, _ place: Place
  ) -> (before: String, after: String) {
    let mark = marks.mark(channel)
    let date = (channel.suspension?.since ?? channel.verification.date).description
    let seal = escapeHTML(words[language.path]?[Self.word(for: mark)] ?? "{date}")
      .replacing("{date}", with: "<time datetime=\"\(date)\">\(date)</time>")
    let gap = hasText ? " " : ""
    var open = ""
    var close = ""
    if mark.isUsable, let link = link(of: channel) {
      let external = link.hasPrefix("https:") ? " rel=\"external\"" : ""
      open = "<a href=\"\(escapeHTML(link))\"\(external)>"
      close = "</a>"
    }
    let until =
      marks.lastSureDay(channel.verification).flatMap { day in
        mark.isSure ? " data-sure=\"\(day)\"" : nil
      } ?? ""
    let look = mark.isSure ? "" : mark == .suspended ? " none" : " maybe"
    return (
      "<span class=\"known\(look)\" data-mark=\"\(mark.rawValue)\"\(until)>\(open)",
      gap + value(of: channel, language) + close
        + (channel.verification.isOwn && mark.isSure
          ? "" : mark.isSure ? sign(seal, date, id, place) : remark(seal)) + "</span>"
    )
  }

  /// A doubt stands in the sentence, for all to see.
  private func remark(_ seal: String) -> String {
    // Full-width brackets bring their own space.
    (seal.hasPrefix("（") ? "" : " ") + "<small>\(seal)</small>"
  }

  /// A sure value needs no remark: what it is sure by stands behind a small sign.
  private func sign(_ seal: String, _ date: String, _ id: String, _ place: Place) -> String {
    let label = seal.replacing("<time datetime=\"\(date)\">", with: "").replacing(
      "</time>", with: "")
    return "<button type=\"button\" class=\"sign\" popovertarget=\"\(id)\" aria-label=\"\(label)\">"
      + "<svg class=\"i\" aria-hidden=\"true\"><use href=\"\(escapeHTML(place.icons))#seal\"/></svg>"
      + "</button><small class=\"def\" popover id=\"\(id)\">\(seal)</small>"
  }

  private static func word(for mark: Mark) -> Word {
    switch mark {
    case .official, .reported: .factVerified
    case .old: .factStale
    case .unverified: .factUnverified
    case .suspended, .retired: .factSuspended
    }
  }

  /// What to use instead of a suspended channel, as a fact of its own behind it.
  private func standIn(
    _ suspension: Suspension, _ directory: ContactDirectory, _ language: Language, _ place: Place
  ) -> String {
    guard let other = suspension.instead.flatMap(directory.channel),
      let words = words[language.path]
    else { return "" }
    let fact = html(other, hasText: true, language, "_fact-\(place.ordinal)-2", place)
    return " " + escapeHTML(words[.suspendedInstead]) + fact.before
      + escapeHTML(other.name[language.path]) + fact.after
  }

  private func link(of channel: Channel) -> String? {
    channel.telephoneURL ?? channel.address.map { "mailto:" + $0 } ?? channel.url
  }

  private func bracketed(_ text: String, _ language: Language) -> String {
    language.tag.hasPrefix("zh") ? "（\(text)）" : " (\(text))"
  }

  private func value(of channel: Channel, _ language: Language) -> String {
    if let number = channel.dial { return "<b class=\"no\">\(escapeHTML(number))</b>" }
    if let address = channel.address { return "<code>\(escapeHTML(address))</code>" }
    if let handle = channel.handle { return "<code>\(escapeHTML(handle))</code>" }
    if let text = channel.path ?? channel.place {
      let tag = languages.first { $0.path == text.language }?.tag ?? text.language
      let gloss =
        text.language == language.path
        ? "" : text.gloss.map { bracketed(escapeHTML($0[language.path]), language) } ?? ""
      return "<span lang=\"\(escapeHTML(tag))\">\(escapeHTML(text.text))</span>\(gloss)"
    }
    let url = channel.url ?? ""
    let bare = url.hasPrefix("https://") ? String(url.dropFirst(8)) : url
    return "<code>\(escapeHTML(bare.hasSuffix("/") ? String(bare.dropLast()) : bare))</code>"
  }
}
