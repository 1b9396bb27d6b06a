import Diagnostics

/// Reads `Content/trusted-contacts.yaml`: contacts that texts may name although no registry has them.
enum TrustedContactsParser {
  static func parse(_ file: SourceFile) -> (value: TrustedContacts?, diagnostics: [Diagnostic]) {
    parseYAML(file) { reader in
      let mail = kind(reader.strings("mail")) { item in
        let parts = item.value.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, isHost(String(parts[1])) { return true }
        reader.report(
          .badAddress, at: item.location,
          "'\(item.value)' is neither a mail address nor a host's mail",
          hint: "write name@example.org, or \"@example.org\" for all addresses there")
        return false
      }
      let hosts = kind(reader.strings("hosts")) { item in
        if isHost(item.value) { return true }
        reader.report(
          .badHost, at: item.location, "'\(item.value)' is not a domain",
          hint: "write it without https:// and without a path")
        return false
      }
      let handles = kind(reader.strings("handles")) { item in
        if item.value.hasPrefix("@"), item.value.utf8.count > 1 { return true }
        reader.report(
          .badValue, at: item.location, "'\(item.value)' is not a handle",
          hint: "write it with its @, in quotes: \"@\(item.value)\"")
        return false
      }
      reader.finish()
      return TrustedContacts(mail: mail, hosts: hosts, handles: handles)
    }
  }

  /// The word `any` alone stands for every value.
  private static func kind(
    _ items: [Located<String>], isValid: (Located<String>) -> Bool
  ) -> TrustedContacts.Kind {
    if items.map(\.value) == ["any"] { return TrustedContacts.Kind(isAny: true) }
    return TrustedContacts.Kind(values: Set(items.filter(isValid).map { $0.value.lowercased() }))
  }
}
