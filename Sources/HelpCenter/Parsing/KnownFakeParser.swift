import Contacts
import Diagnostics

/// Reads `Content/known-fakes.yaml`: a list of look-alikes.
enum KnownFakeParser {
  static func parse(
    _ file: SourceFile, languages: [String], clock: SiteClock
  ) -> (value: [KnownFake]?, diagnostics: [Diagnostic]) {
    var seen = Set<String>()
    return parseYAMLList(file, what: "look-alike", example: "- kind: …") { reader in
      let kind = reader.choice("kind", KnownFake.Kind.self)
      if kind == nil, reader.keyLocation("kind") == nil {
        reader.missing("kind", hint: "host, address, mail-domain, profile or dial")
      }
      let value = Self.value(reader, kind)
      let imitates = reader.requiredString(
        "imitates", hint: "the folder of an exchange, or emergency/<country>")
      let verification = reader.verification(in: languages, clock)
      let note = reader.localized("note", in: languages)
      guard let kind, let value, let imitates, let verification else { return nil }
      guard seen.insert("\(kind.rawValue) \(value.lowercased())").inserted else {
        reader.report(
          .duplicateFake, at: reader.keyLocation("value"), "'\(value)' is listed twice",
          hint: "keep one of them")
        return nil
      }
      return KnownFake(
        kind: kind, value: value, imitates: imitates.value, verification: verification, note: note,
        location: reader.location)
    }
  }

  /// The value in the form of its kind; a scheme or a path would never match what readers paste.
  private static func value(_ reader: MappingReader, _ kind: KnownFake.Kind?) -> String? {
    if reader.node("value") == nil { reader.missing("value", hint: "for example upbit.example") }
    switch kind {
    case .address: return ContactParser.address(reader, key: "value")
    case .dial: return ContactParser.dial(reader, key: "value")
    case .host, .mailDomain:
      guard let text = reader.string("value") else { return nil }
      if isHost(text.value) { return text.value }
      reader.reportHost(text)
    case .profile:
      guard let text = reader.string("value") else { return nil }
      let parts = text.value.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count > 1, isHost(String(parts[0])), !parts.contains(""),
        !text.value.contains(where: \.isWhitespace)
      {
        return text.value
      }
      reader.report(
        .badValue, at: text.location, "'\(text.value)' is not a profile",
        hint: "write host and name, for example t.me/name")
    case nil: break
    }
    return nil
  }
}
