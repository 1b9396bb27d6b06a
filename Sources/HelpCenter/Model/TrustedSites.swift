import Contacts

/// Hosts outside the registry that articles may link to, each with the reason.
struct TrustedSites: Sendable {
  struct Entry: Sendable, Hashable {
    var host: String
    var reason: LocalizedText
  }

  var entries: [Entry] = []
}

/// Contacts that texts may name although no registry has them: `Content/trusted-contacts.yaml`.
struct TrustedContacts: Sendable {
  /// What may stand of a kind: these values, or all.
  struct Kind: Sendable {
    var values: Set<String> = []
    var isAny = false
  }

  /// `name@host`, and `@host` for all mail of a host and of those below it; lower case.
  var mail = Kind()
  /// A host counts with those below it.
  var hosts = Kind()
  /// With their `@`, lower case.
  var handles = Kind()
}
