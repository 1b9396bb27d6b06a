import Diagnostics
import Markdown
import Mustache

/// `Templates/`, parsed and checked: ready to render pages in every language of the site.
struct Theme: Sendable {
  var words: [String: Words]
  /// Files under `Templates/assets/`, by the names they are published by.
  var assets: ThemeAssets
  /// `id`s that templates give to their own parts.
  var reservedIDs: Set<String>
  private let library: MustacheLibrary
  private let pages: [PageTemplate: MustacheTemplate]

  init(
    words: [String: Words], assets: ThemeAssets, reservedIDs: Set<String>,
    library: MustacheLibrary
  ) {
    self.words = words
    self.assets = assets
    self.reservedIDs = reservedIDs
    self.library = library
    var pages: [PageTemplate: MustacheTemplate] = [:]
    for page in PageTemplate.allCases { pages[page] = library.getTemplate(named: page.rawValue) }
    self.pages = pages
  }

  /// Renders one page. Only called when the build has found no error in the templates.
  func render(_ page: PageTemplate, _ context: some TemplateContext) -> String {
    pages[page]?.render(context, library: library) ?? ""
  }
}

/// The pages that a theme must have a template for.
enum PageTemplate: String, CaseIterable, Sendable {
  case root
  case notFound = "404"
  case home, exchange, category, article, notice, notices
  case contactAll = "contact-all"
  case contact, prepare, urgent, search, verify, redirect

  /// The names that the page offers to its template.
  var fields: [String: FieldShape] {
    switch self {
    case .root, .notFound: DoorsPage.fields.shapes
    case .home: HomePage.fields.shapes
    case .exchange: ExchangePage.fields.shapes
    case .category: CategoryPage.fields.shapes
    case .article, .notice, .urgent: DocumentPage.fields.shapes
    case .notices: NoticesPage.fields.shapes
    case .contactAll: ContactAllPage.fields.shapes
    case .contact: ContactPage.fields.shapes
    case .prepare: PreparePage.fields.shapes
    case .search: SearchPage.fields.shapes
    case .verify: VerifyPage.fields.shapes
    case .redirect: RedirectPage.fields.shapes
    }
  }
}

/// Reads `Templates/`.
enum ThemeParser {
  static func parse(
    _ files: [SourceFile], languages: [Language]
  ) -> (value: Theme?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let (assets, assetFindings) = ThemeAssets.link(
      files.filter { $0.path.hasPrefix("Templates/assets/") }
        .map { OutputFile(path: String($0.path.dropFirst("Templates/".count)), bytes: $0.bytes) })
    let (templates, templateFindings) = templates(files)
    var checker = TemplateChecker(templates.mapValues(\.syntax))
    for page in PageTemplate.allCases { checker.check(page: page.rawValue, fields: page.fields) }
    let (words, wordFindings) = words(files, languages: languages, named: checker.words)
    diagnostics += templateFindings + checker.diagnostics + wordFindings
    let sources = templates.values.map(\.file)
    diagnostics += assetFindings + TemplateAssets.unused(assets, usedBy: sources)
    diagnostics += sources.flatMap { TemplateAssets.findings(in: $0, assets: assets) }
    let (library, engineFindings) = compile(templates, assets: assets)
    diagnostics += engineFindings
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    let theme = Theme(
      words: words, assets: assets, reservedIDs: reservedIDs(sources), library: library)
    return (theme, diagnostics)
  }

  private typealias Template = (file: SourceFile, syntax: TemplateSyntax)

  private static func templates(
    _ files: [SourceFile]
  ) -> (value: [String: Template], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var templates: [String: Template] = [:]
    for file in files where file.path.hasSuffix(".mustache") {
      guard String(validating: file.bytes, as: UTF8.self) != nil else {
        diagnostics.append(invalidUTF8(file))
        continue
      }
      let name = String(file.path.dropFirst("Templates/".count).dropLast(".mustache".count))
      let (syntax, found) = TemplateScanner.scan(file, name: name)
      templates[name] = (file, syntax)
      diagnostics += found
    }
    return (templates, diagnostics)
  }

  /// Hands the templates to the engine. Each begins with our escaping, which the engine resets at
  /// every partial.
  private static func compile(
    _ templates: [String: Template], assets: ThemeAssets
  ) -> (value: MustacheLibrary, diagnostics: [Diagnostic]) {
    _ = ByteHTMLEscaping.registered
    var library = MustacheLibrary()
    var diagnostics: [Diagnostic] = []
    for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
      let text = String(
        decoding: TemplateAssets.linked(template.file.bytes, to: assets), as: UTF8.self)
      let prepared = "{{% CONTENT_TYPE:\(ByteHTMLEscaping.name) }}\n" + withoutIndentedTags(text)
      do {
        try library.register(prepared, named: name)
      } catch let error as MustacheTemplate.ParserError {
        diagnostics.append(
          Diagnostic(
            .error, "template-syntax",
            at: SourceLocation(
              path: template.file.path, line: max(1, error.context.lineNumber - 1),
              column: max(1, error.context.columnNumber)),
            "the template engine cannot read this: \(error.error)"))
      } catch {
        diagnostics.append(
          Diagnostic(
            .error, "template-syntax", at: SourceLocation(path: template.file.path),
            "the template engine cannot read this: \(error)"))
      }
    }
    return (library, diagnostics)
  }

  /// White space before a tag that stands alone on its line is dropped: the engine would carry the
  /// indentation of a partial into every line of it, which costs time and would change the text of
  /// a `pre`.
  private static func withoutIndentedTags(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      return trimmed.hasPrefix("{{>") || trimmed.hasPrefix("{{<") || trimmed.hasPrefix("{{$")
        ? trimmed : line
    }.joined(separator: "\n")
  }
}

// MARK: Words, ids

extension ThemeParser {
  private static func words(
    _ files: [SourceFile], languages: [Language], named: [String: SourceLocation]
  ) -> (value: [String: Words], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var parsed: [WordsParser.Parsed] = []
    for language in languages {
      let path = "Templates/languages/\(language.path).yaml"
      guard let file = files.first(where: { $0.path == path }) else {
        diagnostics.append(
          Diagnostic(
            .error, "missing-language-file", at: SourceLocation(path: path),
            "the interface has no words in '\(language.path)'",
            hint: "copy another language's file and translate it"))
        continue
      }
      let (value, found) = WordsParser.parse(file, language: language.path)
      diagnostics += found
      if let value { parsed.append(value) }
    }
    let needed = Word.allCases.map(\.rawValue) + MarkdownEnvironment.wordKeys + CasePack.wordKeys
    for key in Set(named.keys).union(needed).sorted() {
      diagnostics += missing(key, namedAt: named[key], in: parsed)
    }
    for word in Word.allCases { diagnostics += missingPlaceholders(of: word, in: parsed) }
    return (
      Dictionary(uniqueKeysWithValues: parsed.map { ($0.words.language, $0.words) }), diagnostics
    )
  }

  /// A word that no language has is the template's mistake; one that some lack is the language
  /// file's.
  private static func missing(
    _ key: String, namedAt place: SourceLocation?, in files: [WordsParser.Parsed]
  ) -> [Diagnostic] {
    let lacking = files.filter { $0.keys[key] == nil }
    if let place, lacking.count == files.count, !files.isEmpty {
      return [
        Diagnostic(
          .error, "unknown-word", at: place, "no language file has the word '\(key)'",
          hint: didYouMean(
            key, among: files[0].keys.keys.sorted(),
            otherwise: "add it to every file of Templates/languages/"))
      ]
    }
    return lacking.map { file in
      let user = place.map { "\($0.path):\($0.line)" } ?? "the build"
      return Diagnostic(
        .error, "missing-word", at: SourceLocation(path: file.path),
        "the word '\(key)' is missing in \(file.path)",
        hint: "\(user) uses it; add '\(key): …'")
    }
  }

  private static func missingPlaceholders(
    of word: Word, in files: [WordsParser.Parsed]
  ) -> [Diagnostic] {
    files.flatMap { file in
      word.placeholders.filter { name in
        guard file.keys[word.rawValue] != nil else { return false }
        return !file.words[word].contains("{\(name)}")
      }.map { name in
        Diagnostic(
          .error, "missing-placeholder", at: file.keys[word.rawValue],
          "'\(word.rawValue)' must hold {\(name)}", hint: "the build puts the value there")
      }
    }
  }

  /// The values of `id="…"` that templates write out.
  private static func reservedIDs(_ files: [SourceFile]) -> Set<String> {
    var ids = Set<String>()
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for piece in text.split(separator: " id=\"").dropFirst() {
        let id = piece.prefix { $0 != "\"" }
        if !id.contains("{") { ids.insert(String(id)) }
      }
    }
    return ids
  }
}
