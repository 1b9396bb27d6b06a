import Contacts
import Diagnostics

/// Terms with definitions in every language, from `Content/glossary.yaml`.
struct Glossary: Sendable {
  struct Term: Sendable, Hashable {
    var id: String
    var name: LocalizedText
    var definition: LocalizedText
    /// Search words by language path.
    var synonyms: [String: [String]]
  }

  private(set) var terms: [Term]
  private let byID: [String: Int]

  init(_ terms: [Term] = []) {
    self.terms = terms
    byID = Dictionary(
      terms.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
  }

  var ids: [String] { terms.map(\.id) }

  /// The HTML around a word that opens its definition: a native popover, which needs no script.
  /// - Parameter ordinal: makes the popover's id unique on its page.
  func mark(
    _ id: String, text: String, ordinal: Int, language: Language
  ) -> (before: String, after: String)? {
    guard let term = byID[id].map({ terms[$0] }) else { return nil }
    let name = escapeHTML(term.name[language.path])
    let definition = escapeHTML(term.definition[language.path])
    return (
      "<button type=\"button\" class=\"term\" popovertarget=\"_term-\(ordinal)\">",
      // The word joiner keeps punctuation behind the button from beginning a line.
      (text.isEmpty ? name : "")
        + "</button>\u{2060}<span class=\"def\" popover id=\"_term-\(ordinal)\">"
        + "<b>\(name)</b> \(definition)</span>"
    )
  }
}
