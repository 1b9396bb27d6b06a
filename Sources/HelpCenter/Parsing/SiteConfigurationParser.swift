import Contacts
import Diagnostics
import Markdown
import Yams

/// Reads `Content/site.yaml`.
enum SiteConfigurationParser {
  static func parse(
    _ file: SourceFile, baseURL override: BaseURL?
  ) -> (value: SiteConfiguration?, diagnostics: [Diagnostic]) {
    parseYAML(file) { reader in
      let languages = languages(reader)
      let paths = languages.map(\.path)
      let title = reader.localized("title", in: paths, required: "the site's name in each language")
      let description = reader.localized("description", in: paths)
      let baseURL = baseURL(reader)
      let exchanges = once(sections(reader), .duplicateExchange, reader)
      let kind = reader.choice("kind", SiteKind.self) ?? .directory
      let profile = reader.choice("profile", SiteProfile.self)
      let pages = pages(reader, profile)
      let featured = reader.strings("featured")
      let accessibility = reader.string("accessibility")
      let feedback = feedback(reader)
      let timeZone = reader.string("time-zone").flatMap { zone($0, reader) }
      let contactsCheck = reader.choice("contacts-check", ContactsCheck.self)
      let headingIDs = reader.choice("heading-ids", HeadingIDForm.self)
      let considered = reader.considered()
      let staleAfterDays = reader.integer("stale-after-days", in: 1...3650) ?? 365
      let maxArticleBytes = reader.integer("max-article-bytes", in: 1024...10_485_760)
      let markdownCopies = reader.bool("markdown-copies")
      reader.finish()
      guard let title, !languages.isEmpty else { return nil }
      return SiteConfiguration(
        kind: kind, profile: profile, pages: pages,
        title: title, description: description ?? title, baseURL: override ?? baseURL,
        languages: languages, exchanges: exchanges, featured: featured,
        accessibility: accessibility, feedback: feedback, timeZone: timeZone,
        contactsCheck: contactsCheck, headingIDs: headingIDs ?? .site, considered: considered,
        staleAfterDays: staleAfterDays,
        markdownCopies: markdownCopies ?? false,
        maxArticleBytes: maxArticleBytes ?? 192 * 1024)
    }
  }

  private static func languages(_ reader: MappingReader) -> [Language] {
    var places: [SourceLocation] = []
    var fallbacks: [Located<String>] = []
    let languages = reader.mappings("languages") { item -> Language? in
      let path = item.requiredString("path", hint: "the folder of its addresses, for example 'zh'")
      let tag = item.string("tag")
      let fallback = item.strings("fallback")
      let isStarting = item.bool("starting") ?? false
      guard let path else { return nil }
      guard isName(path.value), !Route.isReserved(path.value) else {
        item.report(
          .badValue, at: path.location, "'\(path.value)' cannot be the folder of a language",
          hint: "use two or three lower-case letters")
        return nil
      }
      if let tag, !isLanguageTag(tag.value) {
        item.report(
          .badValue, at: tag.location, "'\(tag.value)' is not a language tag (BCP 47)",
          hint: "for example ko, zh-Hans, en")
      }
      fallbacks += fallback
      places.append(item.location)
      return Language(
        path: path.value, tag: tag?.value ?? path.value, fallback: fallback.map(\.value),
        isStarting: isStarting)
    }
    if languages.isEmpty, reader.node("languages") == nil {
      reader.missing("languages", hint: "list them: '- {path: ko, tag: ko, fallback: [en]}'")
    }
    let paths = languages.map(\.path)
    var seen: Set<String> = []
    for (language, place) in zip(languages, places) {
      if !seen.insert(language.path).inserted {
        reader.report(
          .duplicateLanguage, at: place, "'\(language.path)' is listed twice",
          hint: "keep one of the two")
      }
      let others = paths.filter { $0 != language.path }
      for fallback in fallbacks.prefix(language.fallback.count)
      where !others.contains(fallback.value) {
        reader.report(
          .unknownLanguage, at: fallback.location,
          "'\(fallback.value)' is no other language of this site",
          hint: didYouMean(
            fallback.value, among: others, otherwise: "one of: \(others.joined(separator: ", "))"))
      }
      fallbacks.removeFirst(language.fallback.count)
    }
    // Everything else counts on a language being there once.
    seen = []
    return languages.filter { seen.insert($0.path).inserted }
  }

  /// The list under either of its names.
  private static func sections(_ reader: MappingReader) -> [Located<String>] {
    let sections = reader.strings("sections")
    let exchanges = reader.strings("exchanges")
    if !sections.isEmpty, !exchanges.isEmpty {
      reader.report(
        .badValue, at: reader.keyLocation("exchanges"),
        "'exchanges' and 'sections' are two names of one list",
        hint: "put all folders into one of them")
    }
    for key in ["sections", "exchanges"] where reader.node(key)?.sequence?.isEmpty == true {
      reader.report(
        .emptyValue, at: reader.keyLocation(key), "the list is empty",
        hint: "list a folder, as in [acme]")
    }
    if sections.isEmpty, exchanges.isEmpty, reader.node("sections") == nil,
      reader.node("exchanges") == nil
    {
      reader.missing(
        "sections", hint: "list the folders of products, services or guides, as in [acme, guide]")
    }
    return sections + exchanges
  }

  private static func pages(_ reader: MappingReader, _ profile: SiteProfile?) -> SitePages {
    /// A page that only the profile has words and scripts for.
    func ofProfile(_ key: String, _ wanted: Bool?) -> Bool {
      guard profile == nil, wanted == true else { return wanted ?? (profile != nil) }
      reader.report(
        .badValue, at: reader.keyLocation(key), "'\(key)' is a page of 'profile: exchange'",
        hint: "set the profile, or remove the key")
      return false
    }
    return SitePages(
      urgent: reader.bool("urgent") ?? (profile != nil),
      verify: ofProfile("verify", reader.bool("verify")),
      casePack: ofProfile("case-pack", reader.bool("case-pack")))
  }

  private static func feedback(_ reader: MappingReader) -> Feedback? {
    guard let text = reader.string("feedback") else { return nil }
    guard let feedback = Feedback(text.value) else {
      reader.report(
        .badValue, at: text.location,
        "'\(text.value)' is neither a path of this host nor a mail address",
        hint: "for example /feedback or help@example.com")
      return nil
    }
    return feedback
  }

  private static func baseURL(_ reader: MappingReader) -> BaseURL? {
    guard let text = reader.string("base-url") else { return nil }
    guard let url = BaseURL(text.value) else {
      reader.report(
        .badValue, at: text.location, "'\(text.value)' is not the address of a site",
        hint: "for example https://help.example.com/ or https://example.com/help/")
      return nil
    }
    return url
  }

  /// The items without those that stand there again, which are reported: their pages would be too.
  private static func once(
    _ items: [Located<String>], _ rule: Diagnostic.Rule, _ reader: MappingReader
  ) -> [Located<String>] {
    var seen = Set<String>()
    return items.filter { item in
      guard !seen.insert(item.value).inserted else { return true }
      reader.report(
        rule, at: item.location, "'\(item.value)' is listed twice", hint: "keep one of the two")
      return false
    }
  }

  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].utf8.count)
      && parts.allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          }
      }
  }
}

/// Reads the root mapping of a YAML file; the closure calls `finish` when it has asked for all keys.
func parseYAML<Value>(
  _ file: SourceFile, _ read: (MappingReader) -> Value?
) -> (value: Value?, diagnostics: [Diagnostic]) {
  do {
    let document = try YAMLDocument(try decodedText(file), path: file.path)
    let reader = MappingReader(root: document)
    let value = read(reader)
    return (value, reader.diagnostics)
  } catch {
    return (nil, [error])
  }
}

/// The file as text, without a byte order mark.
/// - Throws: the finding, when the bytes are not UTF-8, with the place of the first wrong one.
func decodedText(_ file: SourceFile) throws(Diagnostic) -> String {
  let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes[3...] : file.bytes[...]
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  throw invalidUTF8(file)
}

func invalidUTF8(_ file: SourceFile) -> Diagnostic {
  var decoder = UTF8()
  var offset = 0
  var iterator = file.bytes.makeIterator()
  scan: while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): offset += UTF8.width(scalar)
    case .emptyInput, .error: break scan
    }
  }
  return Diagnostic(
    .error, .notUTF8, at: LineTable(file.bytes).location(path: file.path, byte: offset),
    "the file is not UTF-8 text", hint: "save it as UTF-8")
}
