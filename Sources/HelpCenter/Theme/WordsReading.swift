import Diagnostics

/// Puts the words of each language together: those of the theme, and over them the site's own, of
/// `Content/words/`. A language that the theme does not know starts with what the site has; of the rest
/// those of the default language stand in, and one notice says how many.
struct WordsReading {
  private let files: [SourceFile]
  private let own: [SourceFile]
  private let sections: Set<WordSection>
  /// Words that no page of the site prints.
  private let unneeded: () -> Set<String>
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ files: [SourceFile], own: [SourceFile], sections: Set<WordSection>,
    unneeded: @escaping () -> Set<String>
  ) {
    self.unneeded = unneeded
    self.files = files
    self.own = own
    self.sections = sections
  }

  /// Without the languages that have no words at all.
  mutating func words(of languages: [Language]) -> [WordsParser.Parsed] {
    var known: [String: WordsParser.Parsed] = [:]
    for language in languages {
      guard let file = files.first(where: { $0.path == Self.file(of: language) }) else { continue }
      let (value, found) = WordsParser.parse(
        file, language: language.path, sections: sections)
      diagnostics += found
      known[language.path] = value
    }
    let standIn = languages.lazy.compactMap { known[$0.path] }.first
    return languages.compactMap { language in
      let isOfTheme = files.contains { $0.path == Self.file(of: language) }
      guard let base = isOfTheme ? known[language.path] : standIn else {
        if !isOfTheme { reportMissing(language) }
        return nil
      }
      return replaced(base, for: language, isOfTheme: isOfTheme)
    }
  }

  private static func file(of language: Language) -> String {
    "Templates/languages/\(language.path).yaml"
  }

  private mutating func reportMissing(_ language: Language) {
    diagnostics.append(
      Diagnostic(
        .error, .missingLanguageFile, at: SourceLocation(path: Self.file(of: language)),
        "the interface has no words in '\(language.path)'",
        hint: "copy another language's file and translate it"))
  }

  /// The words with the site's own in their places.
  private mutating func replaced(
    _ base: WordsParser.Parsed, for language: Language, isOfTheme: Bool
  ) -> WordsParser.Parsed {
    var words = base
    words.words.language = language.path
    if !isOfTheme {
      words.words.texts[Word.languageName.rawValue] = language.tag
      words.words.texts[Word.locale.rawValue] = language.tag.replacing("-", with: "_")
    }
    let path = "Content/words/\(language.path).yaml"
    if let file = own.first(where: { $0.path == path }) {
      let (value, found) = WordsParser.parse(file, language: language.path, hasSections: false)
      diagnostics += found
      for (key, place) in value?.keys ?? [:] {
        guard base.keys[key] != nil else {
          diagnostics.append(unknown(key, at: place, among: base.keys.keys.sorted()))
          continue
        }
        words.words.texts[key] = value?.words.texts[key]
        words.keys[key] = place
      }
    }
    if !isOfTheme { noteMissing(words, over: base, path) }
    return words
  }

  private mutating func noteMissing(
    _ words: WordsParser.Parsed, over base: WordsParser.Parsed, _ path: String
  ) {
    let needed = Set(base.words.texts.keys).subtracting(unneeded())
    let count = needed.count { words.keys[$0]?.path == path }
    guard count < needed.count else { return }
    diagnostics.append(
      Diagnostic(
        .notice, .missingLanguageFile, at: SourceLocation(path: path),
        "the interface has \(count) of \(needed.count) words in '\(words.words.language)'; "
          + "the others are those of '\(base.words.language)'",
        hint: "write them in \(path), under the names of \(base.path)"))
  }

  private func unknown(
    _ key: String, at place: SourceLocation, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownWord, at: place, "the theme has no word '\(key)'",
      hint: didYouMean(
        key, among: known, otherwise: "the files of Templates/languages/ hold all words"))
  }
}
