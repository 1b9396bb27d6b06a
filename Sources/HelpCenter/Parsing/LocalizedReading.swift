import Contacts
import Diagnostics
import Yams

extension MappingReader {
  /// A text in every language of the site: one string for all, or one for each.
  func localized(
    _ key: String, in languages: [String], required hint: String? = nil
  ) -> LocalizedText? {
    guard let node = node(key) else {
      if let hint { missing(key, hint: hint) }
      return nil
    }
    return localized(node, what: "'\(key)'", in: languages)
  }

  func localizedList(_ key: String, in languages: [String]) -> [LocalizedText] {
    nodes(key).compactMap { localized($0, what: "an item of '\(key)'", in: languages) }
  }

  func localized(_ node: Node, what: String, in languages: [String]) -> LocalizedText? {
    if node.scalar != nil { return text(of: node, what: what).map { LocalizedText($0.value) } }
    return mapping(of: node, what: what) { item in
      var texts: [String: String] = [:]
      for language in languages {
        if let text = item.string(language) {
          texts[language] = text.value
        } else if item.keyLocation(language) == nil {
          item.report(
            .missingTranslation, at: item.location, "\(what) has no text in '\(language)'",
            hint: Self.hint(toAdd: language))
        }
      }
      // What stands in where the site lets a language begin without them.
      for language in languages where texts[language] == nil {
        texts[language] = languages.first.flatMap { texts[$0] }
      }
      return LocalizedText(texts)
    }
  }

  static func hint(toAdd language: String) -> String { "add '\(language): …'" }

  /// `source`, `verified` and `confidence`, which every value about an exchange must have.
  func verification(in languages: [String], _ clock: SiteClock) -> Verification? {
    let source = localized(
      "source", in: languages, required: "say where the value was seen, in plain words")
    let date = partialDate("verified", notAfter: clock)
    if date == nil, keyLocation("verified") == nil {
      missing(
        "verified", hint: "the date when it was seen there, for example 2026-11 or 2026-11-21")
    }
    let confidence = choice("confidence", Confidence.self)
    if confidence == nil, keyLocation("confidence") == nil {
      missing("confidence", hint: "official, reported or unverified")
    }
    guard let source, let date, let confidence else { return nil }
    return Verification(source: source, date: date, confidence: confidence)
  }

  /// The same where the site's owner may speak for itself: without all three, the value is its own.
  func verification(
    in languages: [String], _ clock: SiteClock, mayBeOwn: Bool
  ) -> Verification? {
    guard mayBeOwn else { return verification(in: languages, clock) }
    let errors = diagnostics.count
    if let given = optionalVerification(in: languages, clock) { return given }
    return diagnostics.count == errors ? .own : nil
  }

  /// The same three keys where they are optional; all or none.
  func optionalVerification(in languages: [String], _ clock: SiteClock) -> Verification? {
    let keys = ["source", "verified", "confidence"]
    guard keys.contains(where: { keyLocation($0) != nil }) else {
      for key in keys { _ = node(key) }
      return nil
    }
    return verification(in: languages, clock)
  }
}
