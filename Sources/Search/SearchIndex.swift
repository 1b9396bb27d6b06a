// The search index of one language, as JSON that the browser loads.
//
// 1. The build hands over one `SearchDocument` for each article and notice, in a fixed order.
// 2. `SearchIndex.json()` writes them as one file, deterministically.
//
// The browser's side is Templates/assets/search/core.js, which reads this form.

import Diagnostics

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

  public init(
    url: String, title: String, exchange: String, exchangeName: String, category: String,
    categoryName: String, summary: String, keywords: [String], sections: [SearchSection],
    updated: String, language: String
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
  }
}

/// All documents that readers of a language can find.
public struct SearchIndex: Sendable, Hashable {
  /// The form of the JSON; a client that does not know it asks for nothing more.
  public static let version = 1

  public var language: String
  public var documents: [SearchDocument]

  public init(language: String, documents: [SearchDocument]) {
    self.language = language
    self.documents = documents
  }

  /// UTF-8 JSON: `{"version":1,"language":"ko","documents":[…]}`.
  public func json() -> [UInt8] {
    let items = documents.map(Self.json).joined(separator: ",\n")
    return Array(
      "{\"version\":\(Self.version),\"language\":\(jsonString(language)),\"documents\":[\n\(items)\n]}\n"
        .utf8)
  }

  private static func json(_ document: SearchDocument) -> String {
    let sections = document.sections.map { section in
      "{\"id\":\(jsonString(section.id)),\"title\":\(jsonString(section.title)),"
        + "\"text\":\(jsonString(section.text))}"
    }
    let fields = [
      ("url", jsonString(document.url)), ("title", jsonString(document.title)),
      ("exchange", jsonString(document.exchange)),
      ("exchangeName", jsonString(document.exchangeName)),
      ("category", jsonString(document.category)),
      ("categoryName", jsonString(document.categoryName)),
      ("summary", jsonString(document.summary)),
      ("keywords", "[" + document.keywords.map(jsonString).joined(separator: ",") + "]"),
      ("sections", "[" + sections.joined(separator: ",") + "]"),
      ("updated", jsonString(document.updated)), ("lang", jsonString(document.language)),
    ]
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }
}
