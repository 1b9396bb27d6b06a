import Diagnostics

/// `Content/words/<language>.yaml` for a language that the theme has no words for: every word of the
/// interface with what stands in for it, each behind a `#` until somebody has translated it.
public struct NewWords: Sendable {
  public var language: String
  /// What its readers call it.
  public var name: String
  /// Language and country: `ja_JP`.
  public var locale: String

  public init(language: String, name: String, locale: String) {
    (self.language, self.name, self.locale) = (language, name, locale)
  }

  /// - Parameter files: the site's, with its theme.
  /// - Returns: `nil` where the theme has the words already, or no words to show.
  public func file(for site: SiteOutline, _ files: [SourceFile]) -> SourceFile? {
    func words(_ path: String) -> SourceFile? {
      files.first { $0.path == "Templates/languages/\(path).yaml" }
    }
    guard words(language) == nil,
      let standIn = site.languages.first(where: { words($0.path) != nil }),
      let parsed = WordsParser.parse(
        words(standIn.path)!, language: standIn.path, sections: site.wordSections
      ).value
    else { return nil }
    let texts = parsed.words.texts
    let keys = texts.keys.sorted { (place($0, parsed), $0) < (place($1, parsed), $1) }
    var text = """
      # The words of the interface in '\(language)'. Translate a line and take its '#' away; what is in
      # {braces} stays. Until then readers see the text that stands there, in '\(standIn.path)'.
      \(Word.languageName.rawValue): \(YAMLText(name))
      \(Word.locale.rawValue): \(YAMLText(locale))

      """
    let others = ThemeParser.words(ofPagesBeside: site.pages, files)
    let own = [Word.languageName, .locale].map(\.rawValue)
    for key in keys where !own.contains(key) && !others.contains(key) {
      text += "# \(key): \(YAMLText(texts[key] ?? ""))\n"
    }
    return SourceFile(path: "Content/words/\(language).yaml", text: text)
  }

  private func place(_ key: String, _ parsed: WordsParser.Parsed) -> Int {
    parsed.keys[key]?.line ?? .max
  }
}
