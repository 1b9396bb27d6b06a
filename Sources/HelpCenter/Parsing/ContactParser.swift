import Contacts
import Diagnostics
import Yams

/// Reads `contact.yaml` and `emergency/<country>.yaml`.
enum ContactParser {
  static func parseDirectory(
    _ file: SourceFile, languages: [String]
  ) -> (value: ContactDirectory?, diagnostics: [Diagnostic]) {
    parseYAML(file) { reader in
      defer { reader.finish() }
      return directory(reader, languages)
    }
  }

  static func parseEmergency(
    _ file: SourceFile, country: String, languages: [String]
  ) -> (value: EmergencyDesks?, diagnostics: [Diagnostic]) {
    parseYAML(file) { reader in
      defer { reader.finish() }
      let name = reader.localized("name", in: languages, required: "the country in each language")
      guard let contacts = directory(reader, languages), let name else { return nil }
      return EmergencyDesks(id: country, name: name, contacts: contacts)
    }
  }

  private static func directory(
    _ reader: MappingReader, _ languages: [String]
  ) -> ContactDirectory? {
    let zone = reader.requiredString("time-zone", hint: "an IANA name, for example Asia/Seoul")
    if let zone, !isZoneName(zone.value) {
      reader.report(
        "bad-value", at: zone.location, "'\(zone.value)' is not the name of a time zone",
        hint: "an IANA name such as Asia/Seoul, or UTC")
    }
    let holidays = reader.string("holidays")?.value
    let places = reader.nodes("channels").map { reader.document.location(of: $0) }
    let channels = reader.mappings("channels") { channel($0, languages) }
    var seen = Set<String>()
    for (channel, place) in zip(channels, places) where !seen.insert(channel.id).inserted {
      reader.report("duplicate-channel", at: place, "the id '\(channel.id)' is used twice")
    }
    let absent = reader.mappings("absent") { item -> AbsentChannel? in
      let kind = item.choice("kind", ChannelKind.self)
      let name = item.localized("name", in: languages, required: "what readers look for")
      let note = item.localized("note", in: languages, required: "what to do instead")
      if item.keyLocation("kind") == nil { item.missing("kind", hint: "for example email") }
      guard let kind, let name, let note else { return nil }
      return AbsentChannel(kind: kind, name: name, note: note)
    }
    guard let zone else { return nil }
    return ContactDirectory(
      timeZone: zone.value, holidays: holidays, channels: channels, absent: absent)
  }

  private static func channel(_ reader: MappingReader, _ languages: [String]) -> Channel? {
    let id = reader.requiredString("id", hint: "a short name, for example phone-main")
    if let id, !isName(id.value) {
      reader.report(
        "bad-value", at: id.location, "'\(id.value)' cannot be an id",
        hint: "use lower-case letters, digits and hyphens")
    }
    let kind = reader.choice("kind", ChannelKind.self)
    if reader.keyLocation("kind") == nil {
      reader.missing("kind", hint: "for example phone, ticket, email")
    }
    let name = reader.localized("name", in: languages, required: "what the channel is called")
    let dial = Self.dial(reader)
    let url = httpsURL("url", reader)
    let address = Self.address(reader)
    let handle = reader.string("handle")?.value
    let path = textInLanguage("path", reader, languages)
    let place = textInLanguage("place", reader, languages)
    if [dial, url, address, handle, path?.text, place?.text].allSatisfy({ $0 == nil }),
      !["dial", "url", "address", "handle", "path", "place"].contains(where: {
        reader.keyLocation($0) != nil
      })
    {
      reader.report(
        "channel-without-value", at: reader.location, "the channel has no value to print",
        hint: "give dial, url, address, handle, path or place, or list it under 'absent'")
    }
    let hours = reader.mapping("hours") { Self.hours($0, languages) }
    let served = Self.served(reader, languages)
    let details = Details(reader, languages)
    let verification = reader.verification(in: languages)
    let status = reader.choice("status", Channel.Status.self) ?? .active
    guard let id, let kind, let name, let verification else { return nil }
    return Channel(
      id: id.value, kind: kind, name: name, dial: dial, url: url, address: address, handle: handle,
      path: path, place: place, hours: hours, languages: served, cost: details.cost,
      reply: details.reply, scope: details.scope, goodFor: details.goodFor,
      notFor: details.notFor, prepare: details.prepare, cautions: details.cautions,
      verification: verification, status: status, location: reader.location)
  }

  /// The texts around a value.
  private struct Details {
    var cost, reply, scope: LocalizedText?
    var goodFor, notFor, prepare, cautions: [LocalizedText]

    init(_ reader: MappingReader, _ languages: [String]) {
      cost = reader.localized("cost", in: languages)
      reply = reader.localized("reply", in: languages)
      scope = reader.localized("scope", in: languages)
      goodFor = reader.localizedList("good-for", in: languages)
      notFor = reader.localizedList("not-for", in: languages)
      prepare = reader.localizedList("prepare", in: languages)
      cautions = reader.localizedList("cautions", in: languages)
    }
  }
}

// MARK: Values

extension ContactParser {
  static func dial(_ reader: MappingReader, key: String = "dial") -> String? {
    guard let text = reader.string(key) else { return nil }
    let allowed = text.value.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || $0 == "-" || $0 == "+" || $0 == " "
    }
    guard allowed, text.value.contains(where: \.isNumber) else {
      reader.report(
        "bad-phone", at: text.location, "'\(text.value)' is not a phone number",
        hint: "write digits and hyphens as dialled in the country, in quotes: \"1588-5682\"")
      return nil
    }
    return text.value
  }

  static func httpsURL(_ key: String, _ reader: MappingReader) -> String? {
    guard let text = reader.string(key) else { return nil }
    guard isHTTPSURL(text.value) else {
      reader.report(
        "bad-url", at: text.location, "'\(text.value)' is not an https address",
        hint: "write it in full: https://…")
      return nil
    }
    return text.value
  }

  static func address(_ reader: MappingReader, key: String = "address") -> String? {
    guard let text = reader.string(key) else { return nil }
    let parts = text.value.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
      !text.value.contains(where: { $0.isWhitespace || "<>\"'(),;:\\".contains($0) })
    else {
      reader.report(
        "bad-address", at: text.location, "'\(text.value)' is not an e-mail address")
      return nil
    }
    return text.value
  }

  private static func textInLanguage(
    _ key: String, _ reader: MappingReader, _ languages: [String]
  ) -> TextInLanguage? {
    reader.mapping(key) { item -> TextInLanguage? in
      let text = item.requiredString("text", hint: "as it is printed there")
      let language = item.requiredString("lang", hint: "the language of the text, for example ko")
      // The gloss is not needed in the text's own language.
      let wanted = languages.filter { $0 != language?.value }
      let gloss =
        item.node("gloss") == nil
        ? nil
        : item.mapping("gloss") { inner in
          var texts: [String: String] = [:]
          for path in languages {
            if let value = inner.string(path) {
              texts[path] = value.value
            } else if wanted.contains(path), inner.keyLocation(path) == nil {
              inner.report(
                "missing-translation", at: inner.location, "'gloss' has no text in '\(path)'",
                hint: "add '\(path): …'")
            }
          }
          return LocalizedText(texts)
        }
      guard let text, let language else { return nil }
      return TextInLanguage(text: text.value, language: language.value, gloss: gloss)
    }
  }

  private static func served(_ reader: MappingReader, _ languages: [String]) -> [String] {
    reader.strings("languages").filter { language in
      let valid = isName(language.value)
      if !valid {
        reader.report(
          "bad-value", at: language.location, "'\(language.value)' is not a language",
          hint: "use its short name, for example ko")
      }
      return valid
    }.map(\.value)
  }

  /// `Area/Place` of the IANA time zone database, or `UTC`.
  private static func isZoneName(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return text == "UTC"
      || (2...3).contains(parts.count)
        && parts.allSatisfy { part in
          part.first?.isUppercase == true
            && part.utf8.allSatisfy {
              (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x2D
            }
        }
  }
}

/// Whether a text can be an id: letters and digits in lower case and hyphens.
func isName(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
}

/// Whether a text is a complete https address that may stand in a page.
func isHTTPSURL(_ text: String) -> Bool {
  guard text.hasPrefix("https://"), text.utf8.count > 11 else { return false }
  let host = text.dropFirst(8).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  return host.contains(".") && !host.contains("@")
    && !text.contains(where: { $0.isWhitespace || "<>\"'\\".contains($0) })
}
