import Contacts
import Diagnostics

/// All content of one build, put together: who is where, and which text stands in for a missing
/// translation.
public struct Site: Sendable {
  public let configuration: SiteConfiguration
  /// In the order in which readers see them, those below another behind it.
  public let categories: [Category]
  /// In the order of `site.yaml`.
  public let exchanges: [Exchange]
  public let emergency: [EmergencyDesks]
  public let knownFakes: [KnownFake]
  let holidays: [String: HolidayCalendar]
  let clock: SiteClock
  /// The newest change of any published document.
  public let newestChange: CalendarDate?
  /// Published documents by id and language path.
  public let documents: [DocumentID: [String: Document]]
  /// The ids of all documents, by path.
  public let ids: [DocumentID]
  /// By language path.
  private var lists: [String: LanguageLists] = [:]

  init(
    configuration: SiteConfiguration, categories: [Category], exchanges: [Exchange],
    emergency: [EmergencyDesks], knownFakes: [KnownFake], holidays: [String: HolidayCalendar],
    documents: [Document], clock: SiteClock
  ) {
    self.configuration = configuration
    self.categories = categories
    self.exchanges = exchanges
    self.emergency = emergency
    self.knownFakes = knownFakes
    self.holidays = holidays
    self.clock = clock
    newestChange = documents.map(\.frontMatter.updated).max()
    var byID: [DocumentID: [String: Document]] = [:]
    for document in documents { byID[document.id, default: [:]][document.language] = document }
    self.documents = byID
    ids = byID.keys.map { (path: $0.path, id: $0) }.sorted { $0.path < $1.path }.map(\.id)
    for language in configuration.languages {
      lists[language.path] = LanguageLists(
        ids.compactMap { edition(of: $0, in: language) }, categories: categories)
    }
  }

  /// The day of the build.
  public var date: CalendarDate { clock.today }
  public var languages: [Language] { configuration.languages }

  /// A document as readers of a language see it: its own text, or the first fallback that exists.
  public func edition(of id: DocumentID, in language: Language) -> Document? {
    guard let texts = documents[id] else { return nil }
    return ([language.path] + language.fallback).lazy.compactMap { texts[$0] }.first
  }

  /// The text that a translation no longer says all of: the original, where that has a later
  /// `updated`.
  ///
  /// The original is the text of `translated-from`, else the one that other translations name, else
  /// the newest; of these the first in the site's order. An original is never out of date.
  public func newer(than document: Document) -> Document? {
    guard let texts = documents[document.id], texts.count > 1 else { return nil }
    let inOrder = languages.compactMap { texts[$0.path] }
    let named = Set(inOrder.compactMap(\.frontMatter.translatedFrom))
    let original: Document?
    if let from = document.frontMatter.translatedFrom {
      original = texts[from]
    } else if named.contains(document.language) {
      return nil
    } else if let text = inOrder.first(where: { named.contains($0.language) }) {
      original = text
    } else {
      let newest = inOrder.map(\.frontMatter.updated).max()
      original = inOrder.first { $0.frontMatter.updated == newest }
    }
    guard let original, original.frontMatter.updated > document.frontMatter.updated else {
      return nil
    }
    return original
  }

  /// The languages in which a document has a text of its own, in the site's order.
  public func translations(of id: DocumentID) -> [Language] {
    guard let texts = documents[id] else { return [] }
    return languages.filter { texts[$0.path] != nil }
  }

  /// The texts in the order in which readers of a language of the site see them.
  func lists(in language: Language) -> LanguageLists { lists[language.path]! }

  /// The articles of a category in the order in which readers of a language see them.
  public func articles(of exchange: String, category: String, in language: Language) -> [Document] {
    lists(in: language).articles(of: exchange, category: category)
  }

  /// The categories in which, or below which, an exchange has an article that readers of a language
  /// can see.
  public func categories(of exchange: String, in language: Language) -> [Category] {
    let filled = categories.filter {
      !articles(of: exchange, category: $0.id, in: language).isEmpty
    }
    let parents = Set(filled.compactMap(\.parent))
    guard !parents.isEmpty else { return filled }
    let ids = parents.union(filled.map(\.id))
    return categories.filter { ids.contains($0.id) }
  }

  /// The articles of the categories below one.
  public func articles(
    below category: Category, of exchange: String, in language: Language
  ) -> [Document] {
    categories.filter { $0.parent == category.id }
      .flatMap { articles(of: exchange, category: $0.id, in: language) }
  }

  /// Whether some category stands below another.
  var hasNestedCategories: Bool { categories.contains { $0.parent != nil } }

  /// A category's name; of one below another, that one's name too.
  func fullName(of category: Category, in language: String) -> String {
    guard let parent = category.parent.flatMap(self.category) else {
      return category.name[language]
    }
    return parent.name[language] + " › " + category.name[language]
  }

  /// The notices of one exchange (or of all), newest first.
  public func notices(of exchange: String?, in language: Language) -> [Document] {
    lists(in: language).notices(of: exchange)
  }

  public func urgent(of exchange: String, in language: Language) -> Document? {
    guard pages.urgent else { return nil }
    return edition(of: DocumentID(exchange: exchange, kind: .urgent, slug: "urgent"), in: language)
  }

  public func exchange(_ id: String) -> Exchange? { exchanges.first { $0.id == id } }
  public func category(_ id: String) -> Category? { categories.first { $0.id == id } }

  var pages: SitePages { configuration.pages }

  /// Whether there is a page of all contacts: not where nobody can be reached.
  var hasContactPage: Bool {
    configuration.profile != nil || !emergency.isEmpty || exchanges.contains { $0.contacts != nil }
  }

  /// The section whose channels the pages of another show: its own, or that which it names.
  func contactOwner(of exchange: Exchange) -> Exchange {
    guard exchange.contacts == nil, let name = exchange.contactsOf?.value else { return exchange }
    return self.exchange(name) ?? exchange
  }

  /// What every page asks for the mark of a value.
  var marks: MarkRule {
    MarkRule(today: date, staleAfterDays: configuration.staleAfterDays)
  }
}
