import Contacts
import Diagnostics

extension Check {
  /// No text that readers see holds a phone number, mail address, handle, name in a chat or foreign
  /// host that neither the registry nor the lists of what is trusted know, whatever its disguise.
  static let contactData = Check { input in
    let mode = ContactsCheck(of: input.parsed)
    guard mode != .off else { return [] }
    let known = KnownContacts(input.parsed)
    let files = input.parsed.texts + input.parsed.otherTexts
    return files.flatMap { file in
      // Most files hold nothing that is unknown, and of these no text is made twice.
      let values = input.memory.result(\.contacts, for: file.path, file.bytes) {
        ReaderText.texts(of: file).map { ContactRecogniser.values(in: $0.bytes) }
      }
      let unknown = values.map { $0.filter { !mode.passes($0) && !known.knows($0) } }
      guard unknown.contains(where: { !$0.isEmpty }) else { return [Diagnostic]() }
      return zip(ReaderText.texts(of: file), unknown).flatMap { text, values -> [Diagnostic] in
        guard !values.isEmpty else { return [] }
        let place = text.places()
        return values.map { value in
          Diagnostic(
            mode == .strict ? .error : .warning, .unknownContact, at: place(value),
            message(for: value),
            hint: hint(for: value, known))
        }
      }
    }
  }

  private static func message(for value: ContactRecogniser.Value) -> String {
    let (name, plain) =
      switch value.kind {
      case .phone: ("the phone number", value.plain)
      case .mail: ("the mail address", value.plain)
      case .handle: ("the handle", value.plain)
      case .id: ("the chat name", String(value.plain.drop { $0 != ":" }.dropFirst()))
      case .host: ("the host", host(of: value))
      }
    let place = value.kind == .host ? "is unknown to this site" : "is in no contact.yaml"
    // A finding is one line, and tags within a number are unseen.
    let text = value.text.filter { $0 != "\0" }.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    // A disguise is shown with what it stands for; spaces and hyphens are none.
    return text.lowercased().contains(plain) || isPlainNumber(value)
      ? "\(name) '\(value.kind == .host ? plain : text)' \(place)"
      : "\(name) '\(text)' (\(plain)) \(place)"
  }

  private static func host(of value: ContactRecogniser.Value) -> String {
    String(value.plain.prefix { $0 != "/" })
  }

  private static func isPlainNumber(_ value: ContactRecogniser.Value) -> Bool {
    value.kind == .phone
      && value.text.utf8.filter { (0x30...0x39).contains($0) }.count
        == value.plain.utf8.filter { (0x30...0x39).contains($0) }.count
  }

  private static func hint(for value: ContactRecogniser.Value, _ known: KnownContacts) -> String {
    if value.isOdd {
      return "some of its letters only look like Latin ones, or hide something unseen; type it anew"
    }
    switch value.kind {
    case .phone, .mail, .handle, .id:
      return "put it in the registry with its source and name it with 'channel:', or remove it; "
        + "what is nobody's channel stands in Content/trusted-contacts.yaml"
    case .host:
      return didYouMean(
        host(of: value), among: known.allHosts,
        otherwise: "add it to a registry or, with the reason, to Content/trusted-sites.yaml")!
    }
  }
}

extension ContactsCheck {
  /// What `site.yaml` says, else strict where a registry of contacts is kept.
  init(of parsed: ParsedContent) {
    let hasRegistry = !parsed.contacts.isEmpty || !parsed.emergency.isEmpty
    self = parsed.configuration.contactsCheck ?? (hasRegistry ? .strict : .listed)
  }

  /// Code is code: a program's names reach nobody. Where readers must be told whom to trust, spans are
  /// looked at all the same, because addresses to type are written so, and numbers in blocks too.
  func passes(_ value: ContactRecogniser.Value) -> Bool {
    switch (self, value.code) {
    case (.off, _): true
    case (_, .none), (.strict, .span): false
    case (.listed, _): true
    case (.strict, .block): value.kind != .phone
    }
  }
}
