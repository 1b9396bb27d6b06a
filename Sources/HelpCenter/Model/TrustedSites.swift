import Contacts

/// Hosts outside the registry that articles may link to, each with the reason.
struct TrustedSites: Sendable {
  struct Entry: Sendable, Hashable {
    var host: String
    var reason: LocalizedText
  }

  var entries: [Entry] = []
}
