import Diagnostics
import Markdown
import Typesetting

/// `Templates/`, parsed and checked: ready to render pages in every language of the site.
struct Theme: Sendable {
  var words: [String: Words]
  /// Files under `Templates/assets/`, by the names they are published by.
  var assets: ThemeAssets
  /// `id`s that templates give to their own parts.
  var reservedIDs: Set<String>
  /// By language.
  fileprivate var programs: [String: [PageTemplate: TemplateProgram]]

  /// Renders one page in the language of its words.
  func render<Page: PageContext>(_ page: PageTemplate, _ context: Page) -> [UInt8] {
    precondition(page.context == Page.self, "\(page) is not filled with \(Page.self)")
    guard let program = programs[context.frame.words.language]?[page] else { return [] }
    return PageTypesetter.set(
      withUnsafePointer(to: context) { program.run(UnsafeRawPointer($0)) })
  }
}

/// The pages that a theme must have a template for.
enum PageTemplate: String, CaseIterable, Sendable {
  case root
  case notFound = "404"
  case home, exchange, category, article, notice, notices
  case contactAll = "contact-all"
  case contact, prepare, urgent, search, verify, redirect, card

  /// What the page offers to its template.
  var context: any PageContext.Type {
    switch self {
    case .root, .notFound: DoorsPage.self
    case .home: HomePage.self
    case .exchange: ExchangePage.self
    case .category: CategoryPage.self
    case .article, .notice, .urgent: DocumentPage.self
    case .notices: NoticesPage.self
    case .contactAll: ContactAllPage.self
    case .contact: ContactPage.self
    case .prepare: PreparePage.self
    case .search: SearchPage.self
    case .verify: VerifyPage.self
    case .redirect: RedirectPage.self
    case .card: CardPage.self
    }
  }
}

extension PageContext {
  fileprivate static var entries: [String: TemplateField] { fields.entries }
}

/// Reads `Templates/`.
enum ThemeParser {
  static func parse(
    _ files: [SourceFile], own: [SourceFile] = [], languages: [Language],
    sections: Set<WordSection> = [], pages sitePages: SitePages? = nil
  ) -> (value: Theme?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let (assets, assetFindings) = ThemeAssets.link(
      files.filter { $0.path.hasPrefix("Templates/assets/") }
        .map { OutputFile(path: String($0.path.dropFirst("Templates/".count)), bytes: $0.bytes) })
    var (templates, templateFindings) = templates(files)
    let sources = templates.values.map(\.file)
    for (name, template) in templates {
      templates[name]!.syntax.replacements =
        TemplateAssets.replacements(in: template.file.bytes, assets: assets)
    }
    var resolver = TemplateResolver(templates.mapValues(\.syntax))
    var pages: [PageTemplate: [TemplateNode]] = [:]
    for page in PageTemplate.allCases {
      pages[page] = resolver.resolve(page: page.rawValue, fields: page.context.entries)
    }
    let (words, wordFindings) = words(
      files, own: own, languages: languages, sections: sections, pages: sitePages,
      named: resolver.words)
    diagnostics += templateFindings + resolver.diagnostics + wordFindings
    diagnostics += assetFindings + TemplateAssets.unused(assets, usedBy: sources)
    diagnostics += sources.flatMap { TemplateAssets.findings(in: $0, assets: assets) }
    diagnostics += files.filter { $0.path.hasSuffix(".mustache") || $0.path.hasSuffix(".yaml") }
      .flatMap(HiddenCharacters.findings)
    diagnostics += files.compactMap(HiddenCharacters.finding(inNameOf:))
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    let theme = Theme(
      words: words, assets: sections.contains(.exchange) ? assets : assets.withoutProfiles,
      reservedIDs: reservedIDs(sources),
      programs: words.mapValues { words in
        pages.mapValues { TemplateProgram($0, words: words) }
      })
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
      let (syntax, found) = TemplateScanner.scan(file)
      templates[name] = (file, syntax)
      diagnostics += found
    }
    return (templates, diagnostics)
  }
}

// MARK: Words, ids

extension ThemeParser {
  private static func words(
    _ files: [SourceFile], own: [SourceFile], languages: [Language], sections: Set<WordSection>,
    pages: SitePages?, named: [String: SourceLocation]
  ) -> (value: [String: Words], diagnostics: [Diagnostic]) {
    var reading = WordsReading(files, own: own, sections: sections) {
      pages.map { Self.words(ofPagesBeside: $0, files) } ?? []
    }
    let parsed = reading.words(of: languages)
    var diagnostics = reading.diagnostics
    let needed = Word.allCases.map(\.rawValue) + MarkdownEnvironment.wordKeys + CasePack.wordKeys
    for key in Set(named.keys).union(needed).sorted() {
      diagnostics += missing(key, namedAt: named[key], in: parsed)
    }
    for word in Word.allCases { diagnostics += missingPlaceholders(of: word, in: parsed) }
    return (
      Dictionary(uniqueKeysWithValues: parsed.map { ($0.words.language, $0.words) }), diagnostics
    )
  }

  /// The words that only those pages need which a site does not have.
  static func words(ofPagesBeside pages: SitePages, _ files: [SourceFile]) -> Set<String> {
    let (templates, _) = templates(files)
    func named(_ pages: Set<PageTemplate>) -> Set<String> {
      var resolver = TemplateResolver(templates.mapValues(\.syntax))
      for page in pages { _ = resolver.resolve(page: page.rawValue, fields: page.context.entries) }
      return Set(resolver.words.keys)
    }
    var missing: Set<PageTemplate> = []
    var words: Set<String> = []
    func leaveOut(_ page: PageTemplate, _ prefix: String) {
      missing.insert(page)
      words.formUnion(Word.allCases.map(\.rawValue).filter { $0.hasPrefix(prefix) })
    }
    if !pages.urgent { missing.insert(.urgent) }
    if !pages.verify { leaveOut(.verify, "verify-") }
    if !pages.casePack {
      leaveOut(.prepare, "pack-")
      words.formUnion(CasePack.wordKeys)
    }
    guard !missing.isEmpty else { return [] }
    return words.union(named(missing)).subtracting(
      named(Set(PageTemplate.allCases).subtracting(missing)))
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
          .error, .unknownWord, at: place, "no language file has the word '\(key)'",
          hint: didYouMean(
            key, among: files[0].keys.keys.sorted(),
            otherwise: "add it to every file of Templates/languages/"))
      ]
    }
    return lacking.map { file in
      let user = place.map { "\($0.path):\($0.line)" } ?? "the build"
      return Diagnostic(
        .error, .missingWord, at: SourceLocation(path: file.path),
        "the word '\(key)' is missing in \(file.path)",
        hint: "\(user) uses it; add '\(key): …'")
    }
  }

  private static func missingPlaceholders(
    of word: Word, in files: [WordsParser.Parsed]
  ) -> [Diagnostic] {
    files.flatMap { file in
      word.placeholders.filter { name in
        // A word of another profile is not there.
        guard file.words.texts[word.rawValue] != nil else { return false }
        return !file.words[word].contains("{\(name)}")
      }.map { name in
        Diagnostic(
          .error, .missingPlaceholder, at: file.keys[word.rawValue],
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
