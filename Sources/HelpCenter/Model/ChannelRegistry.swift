import Contacts
import Diagnostics

/// The channels that articles may name: `channel:phone-main`, `channel:upbit/phone-main`,
/// `channel:emergency/kr/police`. No article types a number itself.
struct ChannelRegistry: Sendable {
  var exchanges: [String: ContactDirectory]
  var emergency: [EmergencyDesks]
  var languages: [Language]
  var words: [String: Words]
  /// The day of the build, and the days after which a value counts as old.
  var today: CalendarDate
  var staleAfterDays: Int

  struct Problem: Error {
    var message: String
    var hint: String?
  }

  /// The value, its link and the date on which it was verified, around the author's own words.
  func fact(
    _ name: String, from exchange: String, text: String, language: Language
  ) -> Result<(before: String, after: String), Problem> {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let found: Channel?
    let known: [String]
    switch parts.count {
    case 1:
      found = exchanges[exchange]?.channels.first { $0.id == name }
      known = Self.ids(of: exchanges[exchange], prefix: "")
    case 2:
      found = exchanges[parts[0]]?.channels.first { $0.id == parts[1] }
      known = exchanges.keys.sorted().flatMap { Self.ids(of: exchanges[$0], prefix: $0 + "/") }
    case 3 where parts[0] == "emergency":
      let desk = emergency.first { $0.id == parts[1] }
      found = desk?.contacts.channels.first { $0.id == parts[2] }
      known = emergency.flatMap { desk in
        Self.ids(of: desk.contacts, prefix: "emergency/\(desk.id)/")
      }
    default: (found, known) = (nil, [])
    }
    guard let channel = found, channel.status == .active else {
      let state =
        switch found?.status {
        case nil, .active: "is not a channel of the registry"
        case .suspended: "is suspended until \(found?.suspendedUntil?.description ?? "")"
        case .retired: "is retired"
        }
      return .failure(
        Problem(
          message: "'\(name)' \(state)",
          hint: nearestName(to: name, among: known).map { "did you mean 'channel:\($0)'?" }
            ?? "channels are listed in contact.yaml and emergency/*.yaml by their id"))
    }
    return .success(html(channel, hasText: !text.isEmpty, language))
  }

  /// The channels that a text may name.
  private static func ids(of directory: ContactDirectory?, prefix: String) -> [String] {
    (directory?.channels ?? []).filter { $0.status == .active }.map { prefix + $0.id }
  }

  private func html(
    _ channel: Channel, hasText: Bool, _ language: Language
  ) -> (before: String, after: String) {
    let isSure = channel.verification.confidence != .unverified
    let isStale = channel.verification.isStale(on: today, after: staleAfterDays)
    let words = words[language.path]
    let date = channel.verification.date.description
    let word = words?[isSure ? isStale ? .factStale : .factVerified : .factUnverified] ?? "{date}"
    let seal = escapeHTML(word)
      .replacing("{date}", with: "<time datetime=\"\(date)\">\(date)</time>")
    let gap = hasText ? " " : ""
    // Full-width brackets bring their own space.
    let space = seal.hasPrefix("（") ? "" : " "
    var open = ""
    var close = ""
    if isSure, let link = link(of: channel) {
      let external = link.hasPrefix("https:") ? " rel=\"external\"" : ""
      open = "<a href=\"\(escapeHTML(link))\"\(external)>"
      close = "</a>"
    }
    return (
      "<span class=\"known\(isSure && !isStale ? "" : " maybe")\">\(open)",
      "\(gap)\(value(of: channel, language))\(close)\(space)<small>\(seal)</small></span>"
    )
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
