import Contacts
import Diagnostics
import Drawings
import Markdown
import Synchronization

/// Reads one article, notice or urgent text.
///
/// Links are resolved here, from the names of the files and the registry of contacts: a page's
/// address follows from its path, so every document can be parsed and rendered on its own, in
/// parallel. Whether the target is published and has the section that a link names is checked when
/// all documents are known.
struct DocumentParser: Sendable {
  let surroundings: DocumentSurroundings
  let languages: [Language]
  let clock: SiteClock
  /// The largest article that is read, in bytes; libcmark is quadratic on some inputs and cannot be
  /// interrupted.
  let sizeLimit: Int

  func parse(
    _ original: SourceFile, id: DocumentID, language: String
  ) -> (value: Document?, diagnostics: [Diagnostic]) {
    let file = SourceFile(path: original.path, bytes: normalizedToNFC(original.bytes))
    let split: FrontMatterParser.Split
    if let finding = Self.finding(forSizeOf: file, limit: sizeLimit) { return (nil, [finding]) }
    do {
      split = try FrontMatterParser.split(file)
    } catch {
      return (nil, [error])
    }
    let (frontMatter, found) = FrontMatterParser.parse(
      split.yaml, of: id, path: file.path, languages: languages.map(\.path),
      clock: clock)
    let resolver = LinkResolver(
      surroundings: surroundings, document: id,
      language: languages.first { $0.path == language }!)
    let source = MarkdownSource(path: file.path, bytes: file.bytes, bodyOffset: split.bodyOffset)
    let links = FoundLinks()
    var environment = surroundings.environment(for: resolver)
    environment.resolve = { reference in
      let outcome = resolver.resolve(reference)
      if let link = outcome.link { links.note(link, at: reference.ordinal) }
      return outcome.resolution
    }
    let body = renderMarkdown(source, in: environment)
    let diagnostics =
      found + body.diagnostics + HiddenCharacters.findings(in: file)
      + HiddenCharacters.findings(ofEntitiesIn: file, from: split.bodyOffset)
    guard let frontMatter else { return (nil, diagnostics) }
    // Nobody sees the copy of a text with errors, and snippets without end are one.
    let copies = diagnostics.hasErrors ? nil : surroundings.copies
    var copy = copies.map { MarkdownCopy(resolver, baseURL: $0.baseURL) }
    let document = Document(
      id: id, language: language, frontMatter: frontMatter, path: file.path, body: body,
      markdown: copy?.text(of: source), links: links.inOrder)
    return (document, diagnostics)
  }

  /// The finding about an article or snippet that is larger than the site allows.
  static func finding(forSizeOf file: SourceFile, limit: Int) -> Diagnostic? {
    guard file.bytes.count > limit else { return nil }
    return Diagnostic(
      .error, .articleTooLarge, at: SourceLocation(path: file.path),
      "the file has \(file.bytes.count) bytes; the limit is \(limit)",
      hint: "split it, or raise 'max-article-bytes' in site.yaml")
  }
}

/// The links of a text to other texts, noted while it is rendered, so that each is resolved once.
private final class FoundLinks: Sendable {
  private let links = Mutex<[(ordinal: Int, link: DocumentLink)]>([])

  func note(_ link: DocumentLink, at ordinal: Int) {
    links.withLock { $0.append((ordinal, link)) }
  }

  /// In the order in which they stand in the text.
  var inOrder: [DocumentLink] {
    links.withLock { $0.sorted { $0.ordinal < $1.ordinal }.map(\.link) }
  }
}

/// What Markdown copies need to know of the site.
struct MarkdownCopies: Sendable {
  var baseURL: BaseURL?
}

/// What documents can refer to: files beside them, channels, terms, snippets, the theme's words.
struct DocumentSurroundings: Sendable {
  var index: ContentIndex
  /// Texts that a partial build does without.
  var leftOut: Set<String>
  var registry: ChannelRegistry
  var glossary: Glossary
  var drawings: [String: Drawing<LocalizedText>]
  var suggestions: LinkSuggestions
  /// Snippets by name and language.
  var snippets: [String: [String: Snippet]]
  /// Words of the theme by language.
  var words: [String: [String: String]]
  /// `id`s of the templates, which no heading may take.
  var reservedIDs: Set<String>
  /// How headings that pin no id are called.
  var headingIDs = HeadingIDForm.site
  /// Where the theme's symbols are published.
  var icons: String
  /// Set where every text is published as Markdown too.
  var copies: MarkdownCopies?

  func environment(for resolver: LinkResolver) -> MarkdownEnvironment {
    let language = resolver.language.path
    let snippets = self.snippets
    var environment = MarkdownEnvironment()
    environment.reservedIDs = reservedIDs
    environment.headingIDs = headingIDs
    environment.iconsURL = resolver.route.href(toFile: icons)
    environment.words = words[language] ?? [:]
    environment.snippet = { snippets[$0]?[language] }
    environment.snippetNames = snippets.filter { $0.value[language] != nil }.keys.sorted()
    environment.resolve = { resolver.resolve($0).resolution }
    return environment
  }
}
