import Diagnostics
import Markdown

/// Reads one article, notice or urgent text.
///
/// Links are resolved here, from the names of the files and the registry of contacts: a page's
/// address follows from its path, so every document can be parsed and rendered on its own, in
/// parallel. Whether the target is published and has the section that a link names is checked when
/// all documents are known.
struct DocumentParser: Sendable {
  let surroundings: DocumentSurroundings
  let languages: [Language]
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
      split.yaml, of: id, path: file.path, languages: languages.map(\.path))
    let resolver = LinkResolver(
      surroundings: surroundings, document: id,
      language: languages.first { $0.path == language }!)
    let source = MarkdownSource(path: file.path, bytes: file.bytes, bodyOffset: split.bodyOffset)
    let body = renderMarkdown(source, in: surroundings.environment(for: resolver))
    let diagnostics = found + body.diagnostics + HiddenCharacters.findings(in: file)
    guard let frontMatter else { return (nil, diagnostics) }
    var copy = surroundings.copies.map { MarkdownCopy(resolver, baseURL: $0.baseURL) }
    let document = Document(
      id: id, language: language, frontMatter: frontMatter, path: file.path, body: body,
      markdown: copy?.text(of: source), links: body.links.compactMap { resolver.resolve($0).link })
    return (document, diagnostics)
  }

  /// The finding about an article or snippet that is larger than the site allows.
  static func finding(forSizeOf file: SourceFile, limit: Int) -> Diagnostic? {
    guard file.bytes.count > limit else { return nil }
    return Diagnostic(
      .error, "article-too-large", at: SourceLocation(path: file.path),
      "the file has \(file.bytes.count) bytes; the limit is \(limit)",
      hint: "split it, or raise 'max-article-bytes' in site.yaml")
  }
}

/// What Markdown copies need to know of the site.
struct MarkdownCopies: Sendable {
  var baseURL: BaseURL?
}

/// What documents can refer to: files beside them, channels, terms, snippets, the theme's words.
struct DocumentSurroundings: Sendable {
  var index: ContentIndex
  var registry: ChannelRegistry
  var glossary: Glossary
  /// Snippets by name and language.
  var snippets: [String: [String: Snippet]]
  /// Words of the theme by language.
  var words: [String: [String: String]]
  /// `id`s of the templates, which no heading may take.
  var reservedIDs: Set<String>
  /// Where the theme's symbols are published.
  var icons: String
  /// Set where every text is published as Markdown too.
  var copies: MarkdownCopies?

  func environment(for resolver: LinkResolver) -> MarkdownEnvironment {
    let language = resolver.language.path
    let snippets = self.snippets
    var environment = MarkdownEnvironment()
    environment.reservedIDs = reservedIDs
    environment.iconsURL = resolver.route.href(toFile: icons)
    environment.words = words[language] ?? [:]
    environment.snippet = { snippets[$0]?[language] }
    environment.snippetNames = snippets.filter { $0.value[language] != nil }.keys.sorted()
    environment.resolve = { resolver.resolve($0).resolution }
    return environment
  }
}
