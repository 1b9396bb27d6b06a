import Diagnostics
import Testing

@testable import HelpCenter

extension FixtureSite {
  /// A site with one article, `a`, that holds the text. Its article pages are nothing but the HTML
  /// of their text.
  static func dialect(_ body: String = "Text.", in language: String = "en") -> FixtureSite {
    var site = smallest
    site.templates["Templates/article.mustache"] = "{{{body}}}"
    site.write(body, in: language)
    return site
  }

  /// Adds an article, `a` unless it is named.
  mutating func write(_ body: String, to slug: String = "a", in language: String) {
    content[Self.path(of: slug, in: language)] = Self.article("An article", body: body)
  }

  static func path(of slug: String = "a", in language: String = "en") -> String {
    "Content/upbit/security/\(slug).\(language).md"
  }
}

extension BuildResult {
  /// The HTML of an article's text, its assets without fingerprints.
  func body(of slug: String = "a", in language: String = "en") -> String? {
    text("\(language)/upbit/security/\(slug)/index.html")?.withoutFingerprints
  }
}

/// The HTML of a text whose site builds without an error.
func body(
  of site: FixtureSite, in language: String = "en",
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) async throws -> String {
  let result = await site.build()
  return try #require(
    result.body(in: language), "\(result.report)", sourceLocation: sourceLocation)
}

/// A word of the theme in a language, as a page prints it, so that no test repeats the theme.
func word(_ key: String, in language: String = "en") throws -> String {
  escapeHTML(try #require(themeWords[language]?.texts[key], "\(key) in \(language)"))
}

private let themeWords: [String: Words] = {
  let languages = ["ko", "zh", "en"].map { Language(path: $0, tag: $0, fallback: []) }
  return ThemeParser.parse(Repository.theme, languages: languages, sections: [.exchange])
    .value?.words ?? [:]
}()

/// A mistake in an article's text; `⟦` stands where it must be reported.
struct DialectMistake: Sendable, CustomTestStringConvertible {
  var id: String
  var body: String
  var message: String?
  var hint: String?
  var severity = Severity.error

  init(
    _ id: String, _ body: String, message: String? = nil, hint: String? = nil,
    severity: Severity = .error
  ) {
    self.id = id
    self.body = body
    self.message = message
    self.hint = hint
    self.severity = severity
  }

  var testDescription: String { "\(id) \(body.debugDescription)" }

  /// Builds the site with the text as an article and expects this one finding of its kind, at the
  /// marked place.
  func expectReported(
    in site: FixtureSite = .dialect(), language: String = "en",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    var site = site
    let marked = MarkedText(FixtureSite.article("An article", body: body))
    let path = FixtureSite.path(in: language)
    site.content[path] = marked.text
    let result = await site.build()
    let found = result.diagnostics.filter { $0.id == id }
    try #require(found.count == 1, "\(result.report)", sourceLocation: sourceLocation)
    let place = Diagnostics.SourceLocation(path: path, line: marked.line, column: marked.column)
    #expect(found[0].location == place, "\(result.report)", sourceLocation: sourceLocation)
    #expect(found[0].severity == severity, sourceLocation: sourceLocation)
    if let message {
      #expect(found[0].message == message, sourceLocation: sourceLocation)
    }
    if let hint { #expect(found[0].hint == hint, sourceLocation: sourceLocation) }
    #expect(found[0].hint != nil, "a finding says how to mend it", sourceLocation: sourceLocation)
    #expect((result.files == nil) == (severity == .error), sourceLocation: sourceLocation)
  }
}
