/// A section of a document: the text under one heading.
public struct SearchSection: Sendable, Hashable {
  /// The heading's `id`; empty for the text before the first heading.
  public var id: String
  public var title: String
  public var text: String

  public init(id: String, title: String, text: String) {
    self.id = id
    self.title = title
    self.text = text
  }
}

/// A page that may be what a reader wants at once, and then stands above what is found.
public enum SearchCard: String, Sendable, Hashable, CaseIterable {
  case contact, urgent, verify
}

/// What readers type who want a card.
public struct SearchAsk: Sendable, Hashable {
  /// Words and phrases that ask for it.
  public var words: [String]
  /// Those that say that a query with one of them wants something else.
  public var not: [String]

  public init(words: [String] = [], not: [String] = []) {
    self.words = words
    self.not = not
  }
}

/// One page that can be found.
public struct SearchDocument: Sendable, Hashable {
  /// Relative to the site's root.
  public var url: String
  public var title: String
  public var exchange: String
  public var exchangeName: String
  public var category: String
  public var categoryName: String
  public var summary: String
  public var keywords: [String]
  public var sections: [SearchSection]
  /// ISO 8601 date of the last change.
  public var updated: String
  /// BCP 47 tag of the text, which for a fallback is not the index's language.
  public var language: String
  /// Whether it may be a card.
  public var card: SearchCard?
  /// The exchange whose card it is; empty for the card of all.
  public var cardOwner: String

  public init(
    url: String, title: String, exchange: String, exchangeName: String, category: String,
    categoryName: String, summary: String, keywords: [String], sections: [SearchSection],
    updated: String, language: String, card: SearchCard? = nil,
    cardOwner: String = ""
  ) {
    self.url = url
    self.title = title
    self.exchange = exchange
    self.exchangeName = exchangeName
    self.category = category
    self.categoryName = categoryName
    self.summary = summary
    self.keywords = keywords
    self.sections = sections
    self.updated = updated
    self.language = language
    self.card = card
    self.cardOwner = cardOwner
  }
}

/// Words that mean the same to readers.
public struct SearchSynonyms: Sendable, Hashable {
  /// A query with one of these also finds those with `to`.
  public var from: [String]
  /// The words that are found instead; two-way when they are the same as `from`.
  public var to: [String]

  public init(from: [String], to: [String]) {
    self.from = from
    self.to = to
  }

  public init(_ words: [String]) { self.init(from: words, to: words) }
}

/// One file of the index.
public struct SearchIndexFile: Sendable, Hashable {
  /// Relative to `search/`.
  public var path: String
  public var bytes: [UInt8]
}
