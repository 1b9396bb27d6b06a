import Contacts
import Diagnostics

/// Reads `Content/trusted-sites.yaml`: hosts that articles may link to, each with the reason.
enum TrustedSitesParser {
  static func parse(
    _ file: SourceFile, languages: [String]
  ) -> (value: TrustedSites?, diagnostics: [Diagnostic]) {
    let (entries, diagnostics) = parseYAMLList(file, what: "site", example: "- host: …") {
      reader -> TrustedSites.Entry? in
      let host = reader.requiredString("host", hint: "for example etherscan.io")
      if let host, !isHost(host.value) {
        reader.reportHost(host)
      }
      let reason = reader.localized(
        "reason", in: languages, required: "why readers may be sent there")
      guard let host, let reason else { return nil }
      return TrustedSites.Entry(host: host.value, reason: reason)
    }
    return (entries.map { TrustedSites(entries: $0) }, diagnostics)
  }
}
