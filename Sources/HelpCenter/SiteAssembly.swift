import Contacts
import Diagnostics

/// Puts the parsed values together and leaves out what is not published on the day of the build.
enum SiteAssembly {
  static func assemble(_ parsed: ParsedContent, options: BuildOptions) -> Site {
    let exchanges = parsed.configuration.exchanges.compactMap { listed -> Exchange? in
      guard var exchange = parsed.exchanges[listed.value] else { return nil }
      exchange.contacts = parsed.contacts[listed.value]
      return exchange
    }
    let ids = Set(exchanges.map(\.id))
    let categories = Set(parsed.categories.map(\.id))
    let documents = parsed.documents.filter { document in
      guard ids.contains(document.id.exchange), isPublished(document, parsed.clock, options) else {
        return false
      }
      switch document.id.kind {
      case .article(let category): return categories.contains(category)
      case .urgent: return parsed.configuration.pages.urgent
      case .notice: return true
      }
    }
    return Site(
      configuration: parsed.configuration, categories: parsed.categories, exchanges: exchanges,
      emergency: emergency(parsed), knownFakes: parsed.knownFakes, holidays: parsed.holidays,
      documents: documents, clock: parsed.clock)
  }

  /// Drafts wait; `publish` is the first day or minute and `expires` the last.
  static func isPublished(_ document: Document, _ clock: SiteClock, _ options: BuildOptions) -> Bool
  {
    let frontMatter = document.frontMatter
    if frontMatter.draft, !options.includeDrafts { return false }
    if let publish = frontMatter.publish, !clock.hasBegun(publish) { return false }
    if let expires = frontMatter.expires, clock.hasEnded(expires) { return false }
    return true
  }

  /// The country whose number is dialled first stands first: `kr`, where the exchanges are, then
  /// the others by name of their file.
  private static func emergency(_ parsed: ParsedContent) -> [EmergencyDesks] {
    parsed.emergency.sorted { ($0.id != "kr" ? 1 : 0, $0.id) < ($1.id != "kr" ? 1 : 0, $1.id) }
  }

  static func counts(of site: Site) -> [LanguageCount] {
    site.languages.map { language in
      let editions = site.documents.keys.compactMap { site.edition(of: $0, in: language) }
      let own = editions.count { $0.language == language.path }
      return LanguageCount(
        language: language.path, translated: own, fallback: editions.count - own)
    }
  }
}
