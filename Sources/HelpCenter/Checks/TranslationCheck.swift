import Diagnostics

extension Check {
  /// Says which translations are missing or older than their original.
  static let translations = Check { input in
    let site = input.site
    return site.ids.flatMap { id -> [Diagnostic] in
      let texts = site.documents[id]!
      var found: [Diagnostic] = []
      for language in site.languages where texts[language.path] == nil {
        guard let shown = site.edition(of: id, in: language) else { continue }
        found.append(
          Diagnostic(
            .notice, .missingTranslation, at: SourceLocation(path: shown.path),
            "there is no text in '\(language.path)'; its readers see this one",
            hint: "add \(id.path).\(language.path).md"))
      }
      for text in texts.values {
        guard let original = site.newer(than: text) else { continue }
        found.append(
          Diagnostic(
            .notice, .outdatedTranslation, at: SourceLocation(path: text.path),
            "\(original.path) has changed since (\(original.frontMatter.updated)), and readers are told",
            hint:
              "bring this text up to date and set 'updated'; if it lacks nothing, set the same day")
        )
      }
      return found
    }
  }
}
