import Contacts

/// Hosts outside the registry that articles may link to, each with the reason.
struct TrustedSites: Sendable {
  struct Entry: Sendable, Hashable {
    var host: String
    var reason: LocalizedText
  }

  var entries: [Entry] = []
}

/// Everything that an article may name, as data with a source knows it.
struct KnownContacts: Sendable {
  private var phones: Set<String> = []
  private var mails: Set<String> = []
  private var handles: Set<String> = []
  private var hosts: Set<String> = []

  init(_ parsed: ParsedContent) {
    for exchange in parsed.exchanges.values {
      hosts.formUnion(exchange.domains.map(\.host) + [exchange.site].compactMap { $0 })
    }
    for directory in parsed.contacts.values + parsed.emergency.map(\.contacts) {
      for channel in directory.channels { add(channel) }
    }
    hosts.formUnion(parsed.trustedSites.entries.map(\.host))
    if let base = parsed.configuration.baseURL { hosts.insert(Self.host(of: base.origin)) }
  }

  private mutating func add(_ channel: Channel) {
    if let dial = channel.dial { phones.insert(Self.digits(dial)) }
    if let address = channel.address { mails.insert(address.lowercased()) }
    if let handle = channel.handle { handles.insert(handle.lowercased()) }
    if let url = channel.url { hosts.insert(Self.host(of: url)) }
  }

  var allHosts: [String] { hosts.sorted() }

  /// A host counts with its sub-domains; a number by its digits.
  func knows(_ value: ContactValueScanner.Value) -> Bool {
    switch value.kind {
    case .phone: phones.contains(Self.digits(value.text))
    case .mail: mails.contains(value.text.lowercased())
    case .handle: handles.contains(value.text.lowercased())
    case .url: knows(host: Self.host(of: value.text))
    }
  }

  func knows(host: String) -> Bool {
    hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  private static func digits(_ text: String) -> String {
    String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
  }

  static func host(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url.lowercased() }
    let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last ?? ""
    return host.prefix { $0 != ":" }.lowercased()
  }
}
