/// A short text in each language of the site, keyed by the language's path (`ko`, `zh`, `en`).
public struct LocalizedText: Sendable, Hashable {
  /// The text where the author wrote one string for all languages.
  private var common: String?
  private var byLanguage: [String: String]

  /// The same text in every language (a name such as "BitMart").
  public init(_ text: String) {
    common = text
    byLanguage = [:]
  }

  public init(_ byLanguage: [String: String]) {
    common = nil
    self.byLanguage = byLanguage
  }

  /// The text in a language. The parser has made sure that every language of the site is there;
  /// for any other language the first in alphabetical order stands in.
  public subscript(language: String) -> String {
    byLanguage[language] ?? common ?? byLanguage.sorted { $0.key < $1.key }.first?.value ?? ""
  }
}

/// A text printed in one particular language whatever the page's: a menu path, a street address.
public struct TextInLanguage: Sendable, Hashable {
  public var text: String
  /// BCP 47 tag.
  public var language: String
  /// What it means, for readers of other languages.
  public var gloss: LocalizedText?

  public init(text: String, language: String, gloss: LocalizedText? = nil) {
    self.text = text
    self.language = language
    self.gloss = gloss
  }
}
