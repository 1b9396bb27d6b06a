import Contacts
import Diagnostics

extension Check {
  /// No text holds a phone number, mail address, handle or link to a foreign host that neither the
  /// registry nor `trusted-sites.yaml` knows.
  static let contactData = Check(name: "contact data") { input in
    let known = KnownContacts(input.parsed)
    return input.parsed.texts.flatMap { file -> [Diagnostic] in
      let unknown = ContactValueScanner.values(in: file.bytes).filter { !known.knows($0) }
      guard !unknown.isEmpty else { return [] }
      let lines = LineTable(file.bytes)
      return unknown.map { value in
        Diagnostic(
          .error, .unknownContact, at: lines.location(path: file.path, byte: value.offset),
          message(for: value), hint: hint(for: value, known))
      }
    }
  }

  private static func message(for value: ContactValueScanner.Value) -> String {
    switch value.kind {
    case .phone: "the phone number '\(value.text)' is in no contact.yaml"
    case .mail: "the mail address '\(value.text)' is in no contact.yaml"
    case .handle: "the handle '\(value.text)' is in no contact.yaml"
    case .url: "the host '\(KnownContacts.host(of: value.text))' is unknown to this site"
    }
  }

  private static func hint(for value: ContactValueScanner.Value, _ known: KnownContacts) -> String {
    switch value.kind {
    case .phone, .mail, .handle:
      return "put it in the registry with its source and name it with 'channel:', or remove it"
    case .url:
      return didYouMean(
        KnownContacts.host(of: value.text), among: known.allHosts,
        otherwise: "add it to a registry or, with the reason, to Content/trusted-sites.yaml")!
    }
  }
}
