// The files that `helpcenter new` writes. Each passes `check` as it is, and nothing in it is there to
// be deleted: what is not known is asked for before, never filled with an example.

import Contacts

/// A site as `new site` makes it.
public struct NewSite: Sendable {
  public var name: String
  /// Paths; each is one of `knownLanguages`.
  public var languages: [String]
  public var kind: SiteKind
  public var baseURL: String?
  /// IANA name.
  public var timeZone: String?
  public var today: CalendarDate

  public init(
    name: String, languages: [String], kind: SiteKind, baseURL: String? = nil,
    timeZone: String? = nil, today: CalendarDate
  ) {
    (self.name, self.languages, self.kind) = (name, languages, kind)
    (self.baseURL, self.timeZone, self.today) = (baseURL, timeZone, today)
  }

  /// The languages that the theme and a new site's texts are written in.
  public static let knownLanguages: [String] = StarterTexts.all.keys.sorted()

  private static let section = "guide"
  private static let category = "start"
  private static let slug = "find-answers"

  public func files() -> [SourceFile] {
    [
      SourceFile(path: "Content/site.yaml", text: configuration),
      SourceFile(
        path: "Content/categories.yaml",
        text: "- id: \(Self.category)\n" + texts("name", \.category, indent: "  ")
          + texts("description", \.categoryDescription, indent: "  ")),
      NewSection(
        id: Self.section, kind: "guide", names: each(\.section), summaries: each(\.sectionSummary)
      ).file,
    ]
      + languages.compactMap { language in
        StarterTexts.all[language].map { texts in
          NewDocument(
            path: "Content/\(Self.section)/\(Self.category)/\(Self.slug).\(language).md",
            title: fill(texts.article.title), description: fill(texts.article.description),
            updated: today, keywords: texts.article.keywords, body: fill(texts.article.body)
          ).file
        }
      }
  }

  private var configuration: String {
    var text = texts("title", \.title) + texts("description", \.description)
    if let baseURL { text += "base-url: \(YAMLText(baseURL))\n" }
    text += "languages:\n"
    for language in languages {
      let others = languages.filter { $0 != language }.joined(separator: ", ")
      let fallback = others.isEmpty ? "" : ", fallback: [\(others)]"
      text +=
        "  - {path: \(language), tag: \(StarterTexts.all[language]?.tag ?? language)\(fallback)}\n"
    }
    text += "kind: \(kind.rawValue)\nsections: [\(Self.section)]\n"
    text += "featured:\n  - \(Self.section)/\(Self.category)/\(Self.slug)\n"
    if let timeZone { text += "time-zone: \(timeZone)\n" }
    return text
  }

  /// A key with a text in each language.
  private func texts(
    _ key: String, _ text: KeyPath<StarterTexts, String>, indent: String = ""
  ) -> String {
    YAMLText.entry(key, each(text), indent: indent)
  }

  private func each(_ text: KeyPath<StarterTexts, String>) -> [(language: String, text: String)] {
    languages.compactMap { language in
      StarterTexts.all[language].map { (language, fill($0[keyPath: text])) }
    }
  }

  private func fill(_ text: String) -> String { text.replacing("{name}", with: name) }
}

/// A product, service, exchange or guide as `new section` makes it.
public struct NewSection: Sendable {
  public var id: String
  /// A `kind` of `section.yaml`.
  public var kind: String
  public var names: [(language: String, text: String)]
  public var summaries: [(language: String, text: String)]

  public init(
    id: String, kind: String, names: [(language: String, text: String)],
    summaries: [(language: String, text: String)] = []
  ) {
    (self.id, self.kind, self.names, self.summaries) = (id, kind, names, summaries)
  }

  public var file: SourceFile {
    var text = YAMLText.entry("name", names) + "kind: \(kind)\n"
    if !summaries.isEmpty { text += YAMLText.entry("summary", summaries) }
    return SourceFile(path: "Content/\(id)/section.yaml", text: text)
  }
}

/// An article or notice as `new` makes it.
public struct NewDocument: Sendable {
  public var path: String
  public var title: String
  public var description: String
  public var updated: CalendarDate
  public var keywords: [String] = []
  /// Not published until its author says so.
  public var isDraft = false
  public var body = ""

  public init(
    path: String, title: String, description: String, updated: CalendarDate,
    keywords: [String] = [], isDraft: Bool = false, body: String = ""
  ) {
    (self.path, self.title, self.description, self.updated) = (path, title, description, updated)
    (self.keywords, self.isDraft, self.body) = (keywords, isDraft, body)
  }

  public var file: SourceFile {
    var text = "---\ntitle: \(YAMLText(title))\ndescription: \(YAMLText(description))\n"
    text += "updated: \(updated)\n"
    if !keywords.isEmpty {
      text += "keywords: [\(keywords.map { "\(YAMLText($0))" }.joined(separator: ", "))]\n"
    }
    if isDraft { text += "draft: true\n" }
    return SourceFile(path: path, text: text + "---\n\n" + body)
  }
}

/// A text as a YAML value: always in quotes, because no rule about when they are needed is short.
struct YAMLText: CustomStringConvertible {
  let description: String

  init(_ text: String) {
    description =
      "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: " ") + "\""
  }

  static func entry(
    _ key: String, _ texts: [(language: String, text: String)], indent: String = ""
  ) -> String {
    if texts.count == 1 { return "\(indent)\(key): \(YAMLText(texts[0].text))\n" }
    return "\(indent)\(key):\n"
      + texts.map { "\(indent)  \($0.language): \(YAMLText($0.text))\n" }.joined()
  }
}
