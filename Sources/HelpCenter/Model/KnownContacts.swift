import Contacts

/// Every contact that a text may name, because data with a source knows it.
///
/// - Numbers count by their digits, with or without the country code of their registry.
/// - A host counts with its sub-domains; on a network where everybody has a page, the page counts.
/// - A value whose letters only look like those of a known one is not known.
/// - A known look-alike may be named, so that readers can be warned, but never linked.
struct KnownContacts: Sendable {
  private var phones: Set<String> = []
  private var mails: Set<String> = []
  private var handles: Set<String> = []
  private var hosts: Set<String> = []
  /// Addresses of pages on networks, without `www.`: `x.com/official_upbit`.
  private var profiles: Set<String> = []
  private var trusted: TrustedContacts
  private var fakes = Fakes()

  private struct Fakes {
    var values: Set<String> = []
    var hosts: Set<String> = []
  }

  init(_ parsed: ParsedContent) {
    trusted = parsed.trustedContacts
    hosts.formUnion(trusted.hosts.values)
    for exchange in parsed.exchanges.values {
      hosts.formUnion(exchange.domains.map { Self.bare($0.host) })
      if let site = exchange.site { hosts.insert(Self.bare(site)) }
    }
    for directory in parsed.contacts.values + parsed.emergency.map(\.contacts) {
      for channel in directory.channels { add(channel, timeZone: directory.timeZone) }
    }
    hosts.formUnion(parsed.trustedSites.entries.map(\.host))
    if let base = parsed.configuration.baseURL { hosts.insert(Self.host(of: base.origin)) }
    if case .mail(let address) = parsed.configuration.feedback {
      mails.insert(address.lowercased())
    }
    for fake in parsed.knownFakes { add(fake) }
  }

  private static let countryCodes = [
    "Asia/Seoul": "82", "Asia/Shanghai": "86", "Asia/Hong_Kong": "852", "Asia/Tokyo": "81",
    "Asia/Singapore": "65",
  ]

  private mutating func add(_ channel: Channel, timeZone: String) {
    if let dial = channel.dial {
      let digits = Self.digits(dial)
      phones.insert(dial.hasPrefix("+") ? "+" + digits : digits)
      if let code = Self.countryCodes[timeZone], !dial.hasPrefix("+") {
        phones.insert("+" + code + digits)
        if digits.hasPrefix("0") { phones.insert("+" + code + digits.dropFirst()) }
      }
    }
    if let international = channel.international { phones.insert("+" + Self.digits(international)) }
    if let address = channel.address { mails.insert(address.lowercased()) }
    if let handle = channel.handle { handles.insert(handle.lowercased()) }
    guard let url = channel.url else { return }
    let host = Self.bare(Self.host(of: url))
    if Self.isShared(host) {
      profiles.insert(Self.bare(Self.withoutScheme(url)))
    } else {
      hosts.insert(host)
    }
  }

  private mutating func add(_ fake: KnownFake) {
    let value = fake.value.lowercased()
    switch fake.kind {
    case .host: fakes.hosts.insert(value)
    case .mailDomain:
      fakes.hosts.insert(value)
      fakes.values.insert("@" + value)
    case .address: fakes.values.insert(value)
    case .profile: fakes.values.insert(value)
    case .dial: fakes.values.insert(Self.digits(value))
    }
  }

  var allHosts: [String] { hosts.sorted() }

  func knows(_ value: ContactRecogniser.Value) -> Bool {
    switch value.kind {
    case .phone: return phones.contains(value.plain) || fakes.values.contains(value.plain)
    case .mail:
      let host = value.plain.split(separator: "@").last ?? ""
      return !value.isOdd
        && (isTrusted(mail: value.plain) || mails.contains(value.plain)
          || fakes.values.contains(value.plain)
          || fakes.values.contains("@" + host))
    case .handle:
      // "@example.org" of the list itself stands for mail.
      return !value.isOdd
        && (trusted.handles.isAny || trusted.handles.values.contains(value.plain)
          || handles.contains(value.plain) || trusted.mail.values.contains(value.plain))
    case .id:
      let name = value.plain.split(separator: ":", maxSplits: 1).last ?? ""
      return !value.isOdd
        && (handles.contains("@" + name)
          || handles.contains(String(name)) || phones.contains(String(name)))
    case .host: return !value.isOdd && knows(address: value.plain, isLive: value.isLive)
    }
  }

  private func isTrusted(mail address: String) -> Bool {
    if trusted.mail.isAny || trusted.mail.values.contains(address) { return true }
    let host = address.split(separator: "@").last.map(String.init) ?? ""
    return Self.isAmong(trusted.mail.values, host, prefix: "@")
  }

  private func knows(address: String, isLive: Bool) -> Bool {
    let host = String(address.prefix { $0 != "/" })
    if knows(host: host) { return true }
    let bare = Self.bare(address)
    func isBelow(_ page: String) -> Bool { bare == page || bare.hasPrefix(page + "/") }
    if profiles.contains(where: { isBelow($0) || $0.hasPrefix(bare + "/") && !bare.contains("/") })
    {
      return true
    }
    guard !isLive else { return false }
    return Self.isAmong(fakes.hosts, host) || fakes.values.contains(where: isBelow)
      // The bare host of coinfi.com, of which one address is known as false.
      || fakes.values.contains { $0.hasSuffix("@" + host) }
  }

  func knows(host: String) -> Bool { trusted.hosts.isAny || Self.isAmong(hosts, host) }

  /// Whether a host, or one above it, is among others.
  private static func isAmong(
    _ hosts: Set<String>, _ host: String, prefix: String = ""
  ) -> Bool {
    var name = host[...]
    while true {
      if hosts.contains(prefix + name) { return true }
      guard let dot = name.firstIndex(of: ".") else { return false }
      name = name[name.index(after: dot)...]
    }
  }

  private static func isShared(_ host: String) -> Bool {
    ContactRecogniser.sharedHosts.contains(host)
  }

  /// Without `www.`, and without the slash at the end.
  private static func bare(_ address: String) -> String {
    var text = address.hasPrefix("www.") ? address.dropFirst(4) : address[...]
    while text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }

  private static func withoutScheme(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url.lowercased() }
    return url[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }.lowercased()
  }

  private static func digits(_ text: String) -> String {
    String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
  }

  static func host(of url: String) -> String {
    let authority = withoutScheme(url).prefix { $0 != "/" }
    let host = authority.split(separator: "@").last ?? ""
    return String(host.prefix { $0 != ":" })
  }
}
