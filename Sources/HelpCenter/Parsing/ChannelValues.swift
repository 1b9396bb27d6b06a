import Contacts
import Diagnostics
import Yams

/// The forms that the values of a channel may have.
extension ContactParser {
  static func dial(_ reader: MappingReader, key: String = "dial") -> String? {
    guard let text = reader.string(key) else { return nil }
    let allowed = text.value.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || $0 == "-" || $0 == "+" || $0 == " "
    }
    guard allowed, text.value.contains(where: \.isNumber) else {
      reader.report(
        .badPhone, at: text.location, "'\(text.value)' is not a phone number",
        hint: "write digits and hyphens as dialled in the country, in quotes: \"1588-5682\"")
      return nil
    }
    return text.value
  }

  /// ITU-T E.164: a plus sign and at most 15 digits, the first of them not 0.
  static func international(_ reader: MappingReader) -> String? {
    guard let text = reader.string("international") else { return nil }
    let digits = text.value.dropFirst().utf8
    guard text.value.first == "+", (7...15).contains(digits.count), digits.first != 0x30,
      digits.allSatisfy({ (0x30...0x39).contains($0) }), reader.keyLocation("dial") != nil
    else {
      reader.report(
        .badPhone, at: text.location, "'\(text.value)' is not an international number",
        hint: "beside 'dial', write + and 7 to 15 digits, only where the source gives it so")
      return nil
    }
    return text.value
  }

  static func menuKey(_ reader: MappingReader, _ languages: [String]) -> MenuKey? {
    let keys = reader.requiredString("keys", hint: "what to press, in quotes: \"2\"")
    let name = reader.localized("name", in: languages, required: "what the key leads to")
    guard let keys, let name else { return nil }
    guard keys.value.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2A || $0 == 0x23 })
    else {
      reader.report(
        .badValue, at: keys.location, "'\(keys.value)' cannot be pressed on a phone",
        hint: "digits, * and # only")
      return nil
    }
    return MenuKey(keys: keys.value, name: name)
  }

  /// `3`, or `1-3`.
  static func workingDays(_ reader: MappingReader) -> ClosedRange<Int>? {
    guard let text = reader.string("reply-within") else { return nil }
    let parts = text.value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1],
      (0...90).contains(first), (first...90).contains(last)
    else {
      reader.report(
        .badValue, at: text.location, "'\(text.value)' is no number of working days",
        hint: "write 3, or 1-3; at most 90")
      return nil
    }
    return first...last
  }

  static func httpsURL(_ key: String, _ reader: MappingReader) -> String? {
    guard let text = reader.string(key) else { return nil }
    guard isHTTPSURL(text.value) else {
      reader.report(
        .badURL, at: text.location, "'\(text.value)' is not an https address",
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
        .badAddress, at: text.location, "'\(text.value)' is not an e-mail address",
        hint: "write it as name@host, without 'mailto:'")
      return nil
    }
    return text.value
  }

  static func textInLanguage(
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
                .missingTranslation, at: inner.location, "'gloss' has no text in '\(path)'",
                hint: "add '\(path): …'")
            }
          }
          return LocalizedText(texts)
        }
      guard let text, let language else { return nil }
      return TextInLanguage(text: text.value, language: language.value, gloss: gloss)
    }
  }

  static func served(_ reader: MappingReader, _ languages: [String]) -> [String] {
    reader.strings("languages").filter { language in
      let valid = isName(language.value)
      if !valid {
        reader.report(
          .badValue, at: language.location, "'\(language.value)' is not a language",
          hint: "use its short name, for example ko")
      }
      return valid
    }.map(\.value)
  }

}

/// The zone that a `time-zone` names.
func zone(_ name: Located<String>, _ reader: MappingReader) -> ZoneClock? {
  if let zone = ZoneClock(name.value) { return zone }
  let meant = ZoneClock.name(like: name.value).map { "did you mean '\($0)'?" }
  reader.report(
    .badValue, at: name.location, "'\(name.value)' is not the name of a time zone",
    hint: meant
      ?? didYouMean(
        name.value, among: ZoneClock.names, otherwise: "an IANA name such as Asia/Seoul, or UTC"))
  return nil
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
