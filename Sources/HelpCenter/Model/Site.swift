import Contacts
import Diagnostics

/// All content of one build, put together: who is where, and which text stands in for a missing
/// translation.
public struct Site: Sendable {
  public let configuration: SiteConfiguration
  public let categories: [Category]
  /// In the order of `site.yaml`.
  public let exchanges: [Exchange]
  public let emergency: [EmergencyDesks]
  public let knownFakes: [KnownFake]
  let holidays: [String: HolidayCalendar]
  /// The only clock of a build.
  public let date: CalendarDate
  /// The newest change of any published document.
  let newestChange: CalendarDate?
  /// Published documents by id and language path.
  let documents: [DocumentID: [String: Document]]
  /// Ids of the articles of a category, keyed by `exchange/category`, and of the notices of an
  /// exchange, keyed by `exchange`; unsorted, because the order may differ by language.
  private let articleIDs: [String: [DocumentID]]
  private let noticeIDs: [String: [DocumentID]]

  init(
    configuration: SiteConfiguration, categories: [Category], exchanges: [Exchange],
    emergency: [EmergencyDesks], knownFakes: [KnownFake], holidays: [String: HolidayCalendar],
    documents: [Document], date: CalendarDate
  ) {
    self.configuration = configuration
    self.categories = categories
    self.exchanges = exchanges
    self.emergency = emergency
    self.knownFakes = knownFakes
    self.holidays = holidays
    self.date = date
    newestChange = documents.map(\.frontMatter.updated).max()
    var byID: [DocumentID: [String: Document]] = [:]
    for document in documents { byID[document.id, default: [:]][document.language] = document }
    self.documents = byID
    var articles: [String: [DocumentID]] = [:]
    var notices: [String: [DocumentID]] = [:]
    for id in byID.keys {
      switch id.kind {
      case .article(let category): articles["\(id.exchange)/\(category)", default: []].append(id)
      case .notice: notices[id.exchange, default: []].append(id)
      case .urgent: break
      }
    }
    articleIDs = articles
    noticeIDs = notices
  }

  public var languages: [Language] { configuration.languages }

  /// A document as readers of a language see it: its own text, or the first fallback that exists.
  func edition(of id: DocumentID, in language: Language) -> Document? {
    guard let texts = documents[id] else { return nil }
    return ([language.path] + language.fallback).lazy.compactMap { texts[$0] }.first
  }

  /// The languages in which a document has a text of its own, in the site's order.
  func translations(of id: DocumentID) -> [Language] {
    guard let texts = documents[id] else { return [] }
    return languages.filter { texts[$0.path] != nil }
  }

  /// The articles of a category in the order in which readers of a language see them.
  func articles(of exchange: String, category: String, in language: Language) -> [Document] {
    (articleIDs["\(exchange)/\(category)"] ?? [])
      .compactMap { edition(of: $0, in: language) }
      .sorted {
        ($0.frontMatter.order ?? .max, $0.id.slug) < ($1.frontMatter.order ?? .max, $1.id.slug)
      }
  }

  /// The categories in which an exchange has an article that readers of a language can see.
  func categories(of exchange: String, in language: Language) -> [Category] {
    categories.filter { category in
      (articleIDs["\(exchange)/\(category.id)"] ?? [])
        .contains { edition(of: $0, in: language) != nil }
    }
  }

  /// The notices of one exchange (or of all), newest first.
  func notices(of exchange: String?, in language: Language) -> [Document] {
    let ids = exchange.map { noticeIDs[$0] ?? [] } ?? noticeIDs.values.flatMap { $0 }
    return ids.compactMap { edition(of: $0, in: language) }
      .sorted { ($1.id.slug, $0.id.exchange) < ($0.id.slug, $1.id.exchange) }
  }

  func urgent(of exchange: String, in language: Language) -> Document? {
    edition(of: DocumentID(exchange: exchange, kind: .urgent, slug: "urgent"), in: language)
  }

  func exchange(_ id: String) -> Exchange? { exchanges.first { $0.id == id } }
  func category(_ id: String) -> Category? { categories.first { $0.id == id } }

  /// Whether a value was verified too long ago.
  func isStale(_ verification: Verification) -> Bool {
    verification.isStale(on: date, after: configuration.staleAfterDays)
  }
}
