import Contacts
import Diagnostics
import Drawings
import Markdown

/// Everything that was read, before it is put together.
struct ParsedContent: Sendable {
  var configuration: SiteConfiguration
  /// Whether it is that of `site.yaml`, and not what stands in for one that cannot be read.
  var isConfigured = true
  var clock: SiteClock
  var categories: [Category] = []
  /// By id; those that `site.yaml` does not list included.
  var exchanges: [String: Exchange] = [:]
  /// Folders with an `exchange.yaml`, readable or not.
  var exchangeFolders: Set<String> = []
  var contacts: [String: ContactDirectory] = [:]
  var emergency: [EmergencyDesks] = []
  var holidays: [String: HolidayCalendar] = [:]
  /// Drafts and pages that are not published today included.
  var documents: [Document] = []
  var attachments: [PublishedFile] = []
  /// The files of `Content/root/`.
  var rootFiles: [PublishedFile] = []
  var glossary = Glossary()
  var trustedSites = TrustedSites()
  var trustedContacts = TrustedContacts()
  /// By the name of their file.
  var drawings: [String: Drawing<LocalizedText>] = [:]
  /// The Markdown files, for the checks that read every word; text that is valid UTF-8 only.
  var texts: [SourceFile] = []
  /// The other files of which readers see words: YAML of content and languages, pictures, captions,
  /// PDF, templates.
  var otherTexts: [SourceFile] = []
  /// `upbit/security/otp-lost`: texts that are left out in at least one language.
  var leftOut: Set<String> = []
  var knownFakes: [KnownFake] = []
  /// By language.
  var searchLists: [String: SearchLists] = [:]
  /// `nil` when the templates have errors.
  var theme: Theme?
  var diagnostics: [Diagnostic] = []
}

extension ParsedContent {
  /// Which text a file is.
  fileprivate func documentID(of path: String) -> (id: DocumentID, language: Language)? {
    let languages = configuration.languages
    guard
      case .document(let id, let name) = try? ContentPath(
        String(path.dropFirst("Content/".count)), languages: languages),
      let language = languages.first(where: { $0.path == name })
    else { return nil }
    return (id, language)
  }

  func leftOutFiles(_ paths: Set<String>) -> [LeftOutFile] {
    paths.sorted().map { path in
      LeftOutFile(
        source: path,
        page: documentID(of: path).map { Route.document($0.id, $0.language).outputPath })
    }
  }

  /// A language that the theme does not know, or that `site.yaml` calls new, starts with what it has: where a text in each language
  /// lacks it, that of the default language stands, and one notice says how many.
  fileprivate mutating func letFallBack(_ language: Language, to other: Language) {
    let count = diagnostics.count
    diagnostics.removeAll {
      $0.rule == .missingTranslation && $0.hint == MappingReader.hint(toAdd: language.path)
    }
    guard diagnostics.count < count else { return }
    diagnostics.append(
      Diagnostic(
        .notice, .missingTranslation, at: SourceLocation(path: "Content/site.yaml"),
        "\(count - diagnostics.count) texts of YAML files have no '\(language.path)', "
          + "so its readers see '\(other.path)'",
        hint: "add '\(language.path): …' to the texts that they need first"
          + (language.isStarting ? "; take 'starting' away when all have it" : "")))
  }
}

/// Turns the files of a source folder into values.
enum ContentParser {
  static func parse(
    _ sources: [SourceFile], options: BuildOptions, memory: BuildMemory? = nil
  ) async -> ParsedContent {
    let content = sources.filter { $0.path.hasPrefix("Content/") }
    let templates = sources.filter { $0.path.hasPrefix("Templates/") }
    var parsed = configuration(content, templates, options)
    let languages = parsed.configuration.languages
    let themeSources = ThemeSources(
      templates: templates, own: content.filter { $0.path.hasPrefix("Content/words/") },
      languages: languages, sections: WordSection.of(parsed.configuration),
      pages: parsed.configuration.pages)
    let (theme, themeFindings) = memory.result(\.theme, for: "Templates", themeSources) {
      ThemeParser.parse(
        templates, own: themeSources.own, languages: languages, sections: themeSources.sections,
        pages: themeSources.pages)
    }
    parsed.theme = theme
    parsed.diagnostics += themeFindings

    let classified = Classification(
      content, languages: languages, sizeLimit: parsed.configuration.maxArticleBytes)
    parsed.diagnostics += classified.diagnostics
    parsed.leftOut = Set(options.leftOut.compactMap { parsed.documentID(of: $0)?.id.path })
    parsed.exchangeFolders = classified.index.exchanges
    readData(
      classified, languages: languages.map(\.path), into: &parsed)
    if !parsed.categories.contains(where: { $0.parent != nil }), let theme = parsed.theme {
      parsed.theme?.assets = theme.assets.withoutTrees
    }
    let starting = languages.filter { language in
      language.isStarting
        || !templates.contains { $0.path == "Templates/languages/\(language.path).yaml" }
    }
    if let first = languages.first, !starting.contains(first) {
      for language in starting { parsed.letFallBack(language, to: first) }
    }
    let parser = DocumentParser(
      surroundings: surroundings(of: parsed, classified), languages: languages,
      clock: parsed.clock,
      sizeLimit: parsed.configuration.maxArticleBytes)
    let number =
      memory?.number(of: surroundingsSources(of: parser, parsed, content, classified)) ?? 0
    let results = await concurrentMap(classified.documents, jobs: options.jobs) { item in
      memory.result(
        \.documents, for: item.file.path,
        DocumentInput(bytes: item.file.bytes, surroundings: number)
      ) {
        parser.parse(item.file, id: item.id, language: item.language)
      }
    }
    parsed.documents = results.compactMap(\.value)
    parsed.diagnostics += results.flatMap(\.diagnostics)
    parsed.attachments = classified.attachments
    parsed.rootFiles = classified.rootFiles
    parsed.texts = classified.texts
    parsed.otherTexts =
      classified.data.map(\.file)
      + classified.attachments.map { SourceFile(path: $0.source, bytes: $0.bytes) }
      + templates.filter {
        $0.path.hasPrefix("Templates/languages/") || $0.path.hasSuffix(".mustache")
      }
    return parsed
  }

  private static func surroundings(
    of parsed: ParsedContent, _ files: Classification
  ) -> DocumentSurroundings {
    let words = parsed.theme?.words ?? [:]
    return DocumentSurroundings(
      index: files.index, leftOut: parsed.leftOut,
      registry: ChannelRegistry(
        exchanges: parsed.contacts, emergency: parsed.emergency,
        languages: parsed.configuration.languages, words: words,
        marks: MarkRule(
          today: parsed.clock.today, staleAfterDays: parsed.configuration.staleAfterDays)),
      glossary: parsed.glossary, drawings: parsed.drawings,
      suggestions: LinkSuggestions(files.index),
      snippets: files.snippets, words: words.mapValues(\.texts),
      reservedIDs: parsed.theme?.reservedIDs ?? [],
      headingIDs: parsed.configuration.headingIDs,
      icons: parsed.theme?.assets[BuiltInAsset.icons.rawValue] ?? BuiltInAsset.icons.rawValue,
      copies: parsed.configuration.markdownCopies
        ? MarkdownCopies(baseURL: parsed.configuration.baseURL) : nil)
  }

  private static func surroundingsSources(
    of parser: DocumentParser, _ parsed: ParsedContent, _ content: [SourceFile],
    _ files: Classification
  ) -> SurroundingsSources {
    let documents = files.documents.map(\.file.path)
    let known = Set(documents)
    return SurroundingsSources(
      documents: documents, others: content.filter { !known.contains($0.path) },
      languages: parser.languages, today: "\(parser.clock.today)", zone: parser.clock.zone.name,
      baseURL: parsed.configuration.baseURL.map { $0.origin + $0.path },
      leftOut: parsed.leftOut, words: parser.surroundings.words,
      reservedIDs: parser.surroundings.reservedIDs, icons: parser.surroundings.icons)
  }

  /// `site.yaml`; when it cannot be read, a stand-in, so that the rest is still looked at.
  private static func configuration(
    _ content: [SourceFile], _ templates: [SourceFile], _ options: BuildOptions
  ) -> ParsedContent {
    let path = "Content/site.yaml"
    guard let file = content.first(where: { $0.path == path }) else {
      let finding = Diagnostic(
        .error, .missingFile, at: SourceLocation(path: path), "the site has no site.yaml",
        hint: "Content/README.md shows a complete one")
      return ParsedContent(
        configuration: standIn(content, templates), isConfigured: false,
        clock: SiteClock(options.time, in: .utc),
        diagnostics: [finding])
    }
    let (value, found) = SiteConfigurationParser.parse(file, baseURL: options.baseURL)
    return ParsedContent(
      configuration: value ?? standIn(content, templates), isConfigured: value != nil,
      clock: SiteClock(options.time, in: value?.timeZone ?? .utc), diagnostics: found)
  }

  private static func standIn(
    _ content: [SourceFile], _ templates: [SourceFile]
  ) -> SiteConfiguration {
    let prefix = "Templates/languages/"
    let paths = templates.map(\.path).filter { $0.hasPrefix(prefix) && $0.hasSuffix(".yaml") }
      .map { String($0.dropFirst(prefix.count).dropLast(5)) }
    let languages = paths.isEmpty ? ["en"] : paths
    let exchanges = content.map(\.path).filter { $0.hasSuffix("/exchange.yaml") }
      .map { $0.split(separator: "/")[1] }
    return SiteConfiguration(
      title: LocalizedText(""), description: LocalizedText(""), baseURL: nil,
      languages: languages.map { Language(path: $0, tag: $0, fallback: []) },
      exchanges: exchanges.map {
        Located(value: String($0), location: SourceLocation(path: "Content/site.yaml"))
      }, featured: [], staleAfterDays: 365, maxArticleBytes: 192 * 1024)
  }

  private static func readData(
    _ files: Classification, languages: [String], into parsed: inout ParsedContent
  ) {
    func take<Value>(_ result: (value: Value?, diagnostics: [Diagnostic])) -> Value? {
      parsed.diagnostics += result.diagnostics
      return result.value
    }
    let clock = parsed.clock
    // `contacts.json`, which a profile publishes, promises a source and a date.
    let mayBeOwn = parsed.configuration.kind == .company && parsed.configuration.profile == nil
    for (file, kind) in files.data {
      switch kind {
      case .categories:
        parsed.categories = take(ExchangeParser.parseCategories(file, languages: languages)) ?? []
      case .glossary:
        parsed.glossary = take(GlossaryParser.parse(file, languages: languages)) ?? Glossary()
      case .trustedSites:
        parsed.trustedSites =
          take(TrustedSitesParser.parse(file, languages: languages)) ?? TrustedSites()
      case .trustedContacts:
        parsed.trustedContacts = take(TrustedContactsParser.parse(file)) ?? TrustedContacts()
      case .knownFakes:
        parsed.knownFakes =
          take(KnownFakeParser.parse(file, languages: languages, clock: clock)) ?? []
      case .drawing(let name):
        parsed.drawings[name] = take(DrawingParser.parse(file, languages: languages))
      case .search(let language): parsed.searchLists[language] = take(SearchListsParser.parse(file))
      case .holidays(let calendar):
        parsed.holidays[calendar] = take(
          ExchangeParser.parseHolidays(file, languages: languages, clock: clock))
      case .emergency(let country):
        if let desks = take(
          ContactParser.parseEmergency(
            file, country: country, languages: languages, clock: clock))
        {
          parsed.emergency.append(desks)
        }
      case .exchange(let id):
        parsed.exchanges[id] = take(
          ExchangeParser.parseExchange(
            file, id: id, languages: languages, clock: clock, mayBeOwn: mayBeOwn))
      case .contact(let id):
        parsed.contacts[id] = take(
          ContactParser.parseDirectory(
            file, languages: languages, clock: clock, mayBeOwn: mayBeOwn))
      case .site, .words, .document, .snippet, .attachment, .rootFile, .ignored: break
      }
    }
    if !files.data.contains(where: { $0.kind == .categories }) {
      parsed.diagnostics.append(
        Diagnostic(
          .error, .missingFile, at: SourceLocation(path: "Content/categories.yaml"),
          "the site has no categories.yaml", hint: "Content/README.md shows a complete one"))
    }
  }
}

/// The files of `Content/`, sorted by what they are.
struct Classification: Sendable {
  struct DocumentFile: Sendable {
    var file: SourceFile
    var id: DocumentID
    var language: String
  }

  var data: [(file: SourceFile, kind: ContentPath)] = []
  var documents: [DocumentFile] = []
  var attachments: [PublishedFile] = []
  var rootFiles: [PublishedFile] = []
  /// By name and language.
  var snippets: [String: [String: Snippet]] = [:]
  /// Markdown files whose every word the checks read.
  var texts: [SourceFile] = []
  var index = ContentIndex()
  var diagnostics: [Diagnostic] = []

  /// The largest snippet that is read.
  private let sizeLimit: Int

  init(_ files: [SourceFile], languages: [Language], sizeLimit: Int) {
    self.sizeLimit = sizeLimit
    var seen: [ContentPath: String] = [:]
    for file in files {
      if let hidden = HiddenCharacters.finding(inNameOf: file) { diagnostics.append(hidden) }
      do {
        let relative = String(file.path.dropFirst("Content/".count))
        let kind = try ContentPath(relative, languages: languages)
        if kind != .attachment, kind != .rootFile, kind != .ignored,
          let first = seen.updateValue(file.path, forKey: kind)
        {
          diagnostics.append(
            Diagnostic(
              .error, .duplicateSlug, at: SourceLocation(path: file.path),
              "the same page as \(first), whose name differs only in how it is encoded",
              hint: "remove one of the two files"))
          continue
        }
        add(file, kind, relative)
      } catch {
        diagnostics.append(error)
      }
    }
  }

  private mutating func add(_ file: SourceFile, _ kind: ContentPath, _ relative: String) {
    switch kind {
    case .document(let id, let language):
      documents.append(DocumentFile(file: file, id: id, language: language))
      if String(validating: file.bytes, as: UTF8.self) != nil { texts.append(file) }
      index.pages[id.path] = id
    case .attachment:
      let name = relative.normalizedToNFC()
      let published = ContentIndex.outputPath(ofAttachment: name, file.bytes)
      index.attachments[name] = Attachment(
        path: published, size: PictureSize(file.bytes, name: name),
        transcript: name.hasSuffix(".vtt") ? Captions.text(of: file.bytes) : nil)
      attachments.append(
        PublishedFile(path: published, source: file.path, bytes: file.bytes))
      // Texts that readers see, and search in the case of captions.
      if name.hasSuffix(".vtt") || name.hasSuffix(".svg") {
        diagnostics += HiddenCharacters.findings(in: file)
      }
      if name.lowercased().hasSuffix(".svg") { diagnostics += SafeSVG.findings(in: file) }
      if name.lowercased().hasSuffix(".pdf"), let finding = ActivePDF.finding(in: file) {
        diagnostics.append(finding)
      }
    case .snippet(let name, let language):
      guard String(validating: file.bytes, as: UTF8.self) != nil else {
        diagnostics.append(invalidUTF8(file))
        return
      }
      var source = SourceFile(path: file.path, bytes: normalizedToNFC(file.bytes))
      if let finding = DocumentParser.finding(forSizeOf: source, limit: sizeLimit) {
        diagnostics.append(finding)
        source.bytes = []
      }
      diagnostics += HiddenCharacters.findings(in: source)
      diagnostics += HiddenCharacters.findings(ofEntitiesIn: source, from: 0)
      texts.append(source)
      snippets[name, default: [:]][language] = Snippet(
        source: MarkdownSource(path: source.path, bytes: source.bytes))
    case .rootFile:
      let name = relative.dropFirst("root/".count)
      rootFiles.append(
        PublishedFile(path: String(name).normalizedToNFC(), source: file.path, bytes: file.bytes))
    case .ignored: break
    case .contact(let exchange):
      index.contacts.insert(exchange)
      add(data: file, kind)
    case .exchange(let exchange):
      index.exchanges.insert(exchange)
      add(data: file, kind)
    case .site, .categories, .glossary, .trustedSites, .trustedContacts, .knownFakes, .search,
      .words, .holidays, .emergency, .drawing:
      add(data: file, kind)
    }
  }

  private mutating func add(data file: SourceFile, _ kind: ContentPath) {
    data.append((file, kind))
    diagnostics += HiddenCharacters.findings(in: file)
  }
}
