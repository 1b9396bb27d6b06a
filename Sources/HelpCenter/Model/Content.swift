import Contacts
import Diagnostics
import Markdown

/// A language of the site, as `site.yaml` lists it.
public struct Language: Sendable, Hashable {
  /// The first folder of its addresses: `zh`.
  public var path: String
  /// BCP 47 tag for `lang` and `hreflang`: `zh-Hans`.
  public var tag: String
  /// Paths of the languages that stand in for a missing translation, best first.
  public var fallback: [String]
  /// Whether texts of YAML files may still lack it, as those of a language do that the theme has no
  /// words for.
  public var isStarting: Bool

  public init(path: String, tag: String, fallback: [String], isStarting: Bool = false) {
    (self.path, self.tag, self.fallback) = (path, tag, fallback)
    self.isStarting = isStarting
  }
}

/// A heading of the shared taxonomy, or one below such a heading.
public struct Category: Sendable, Hashable {
  /// The way to its folder in a section: `security`, and `security/keys` for one below it.
  public var id: String
  public var name: LocalizedText
  public var description: LocalizedText?
  /// Name of a symbol in `assets/icons.svg`.
  public var icon: String
  /// What its readers came for.
  public var problem: ReaderProblem?

  public init(
    id: String, name: LocalizedText, description: LocalizedText? = nil, icon: String,
    problem: ReaderProblem? = nil
  ) {
    (self.id, self.name, self.description) = (id, name, description)
    (self.icon, self.problem) = (icon, problem)
  }

  /// The id of the category that it stands below.
  public var parent: String? { Self.parent(of: id) }

  static func parent(of id: String) -> String? {
    id.firstIndex(of: "/").map { String(id[..<$0]) }
  }
}

/// A section of the site: an exchange, a wallet, a product, a service or the general guide.
public struct Exchange: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case exchange, wallet, guide, product, service
  }

  /// The entry whose urgent and prepare pages are those of the whole language.
  public static let generalGuide = "guide"

  public var id: String
  public var kind: Kind
  public var name: LocalizedText
  public var initial: String
  public var summary: LocalizedText?
  /// The section whose channels its pages show, where it has none of its own.
  var contactsOf: Located<String>? = nil
  /// The domain to type by hand.
  public var site: String?
  public var serves: ServedCustomers?
  public var domains: [OfficialDomain]
  /// The articles that most readers need, as `category/slug`, the most needed first.
  var featured: [Located<String>] = []
  public var contacts: ContactDirectory?

  public init(
    id: String, kind: Kind, name: LocalizedText, initial: String, summary: LocalizedText? = nil,
    site: String? = nil, serves: ServedCustomers? = nil, domains: [OfficialDomain] = [],
    contacts: ContactDirectory? = nil
  ) {
    (self.id, self.kind, self.name, self.initial) = (id, kind, name, initial)
    (self.summary, self.site, self.serves) = (summary, site, serves)
    (self.domains, self.contacts) = (domains, contacts)
  }
}

/// Who can use an exchange.
public struct ServedCustomers: Sendable, Hashable {
  public var text: LocalizedText
  public var verification: Verification

  public init(text: LocalizedText, verification: Verification) {
    (self.text, self.verification) = (text, verification)
  }
}

/// The public desks of one country.
public struct EmergencyDesks: Sendable, Hashable {
  public var id: String
  public var name: LocalizedText
  public var contacts: ContactDirectory

  public init(id: String, name: LocalizedText, contacts: ContactDirectory) {
    (self.id, self.name, self.contacts) = (id, name, contacts)
  }
}

/// What a text is, apart from its language.
public struct DocumentID: Sendable, Hashable, Comparable {
  public enum Kind: Sendable, Hashable {
    /// The category's id: a folder's name, or two with a slash between them.
    case article(category: String)
    /// The slug begins with the notice's date.
    case notice
    case urgent
  }

  public var exchange: String
  public var kind: Kind
  public var slug: String

  public init(exchange: String, kind: Kind, slug: String) {
    (self.exchange, self.kind, self.slug) = (exchange, kind, slug)
  }

  /// The folder and slug, as authors write it: `upbit/security/otp-lost`.
  public var path: String {
    switch kind {
    case .article(let category): "\(exchange)/\(category)/\(slug)"
    case .notice: "\(exchange)/notices/\(slug)"
    case .urgent: "\(exchange)/urgent"
    }
  }

  public static func < (a: DocumentID, b: DocumentID) -> Bool { a.path < b.path }
}

/// A source of facts, as front matter names it.
public struct SourceReference: Sendable, Hashable {
  public var name: String
  public var url: String?
  public var date: PartialDate?
  public var confidence: Confidence

  public init(name: String, url: String?, date: PartialDate?, confidence: Confidence) {
    (self.name, self.url, self.date, self.confidence) = (name, url, date, confidence)
  }
}

/// The YAML at the head of an article or notice.
public struct FrontMatter: Sendable, Hashable {
  public var title: String
  public var description: String
  public var updated: CalendarDate
  public var tags: [String] = []
  public var keywords: [String] = []
  public var order: Int?
  public var sources: [SourceReference] = []
  public var draft = false
  /// The first day or minute of its publication.
  public var publish: CalendarMoment?
  /// The last day on which it is published, or the minute at which that ends.
  public var expires: CalendarMoment?
  public var reviewBy: CalendarDate?
  /// What its readers came for, where that is not what readers of its category did.
  public var problem: ReaderProblem?
  /// Set for a notice that stands above the pages of its exchange.
  public var banner: Banner?
  /// Old addresses that lead here, from the site's root: `/ko/upbit/old/`.
  var aliases: [Located<String>] = []
  /// Findings that somebody has considered and let stand.
  var considered: [Considered] = []
  /// Path of the language that the text was translated from.
  public var translatedFrom: String?

  public init(title: String, description: String, updated: CalendarDate) {
    (self.title, self.description, self.updated) = (title, description, updated)
  }
}

/// A rule that somebody has held against a text, and why the text stays.
struct Considered: Sendable, Hashable {
  /// Of `HarmfulAdvice.rules`.
  var rule: String
  /// A piece of the sentence that it is about; `nil` for all of the text.
  var text: String?
}

/// A link from one document to another, kept so that its target can be checked once all are known.
struct DocumentLink: Sendable, Hashable {
  var target: DocumentID
  /// Without `#`; `nil` when the link names no section.
  var fragment: String?
  var location: SourceLocation
}

/// The days or minutes between which a notice is a banner.
public struct Banner: Sendable, Hashable {
  /// `nil` when it begins with the notice.
  public var from: CalendarMoment?
  /// The last day, or the minute at which it ends.
  public var until: CalendarMoment

  public init(from: CalendarMoment?, until: CalendarMoment) {
    (self.from, self.until) = (from, until)
  }
}

/// One article, notice or urgent text in one language. A class, because lists of all kinds hold it, and
/// a copy would count thirty references.
public final class Document: Sendable {
  public let id: DocumentID
  /// Path of its language.
  public let language: String
  public let frontMatter: FrontMatter
  /// Path of its file.
  public let path: String
  public let body: RenderedMarkdown
  /// The body for `MarkdownCopy`'s readers, where the site publishes it.
  let markdown: String?
  let links: [DocumentLink]

  init(
    id: DocumentID, language: String, frontMatter: FrontMatter, path: String,
    body: RenderedMarkdown, markdown: String?, links: [DocumentLink]
  ) {
    self.id = id
    self.language = language
    self.frontMatter = frontMatter
    self.path = path
    self.body = body
    self.markdown = markdown
    self.links = links
  }

  /// The date in a notice's slug.
  public var noticeDate: CalendarDate? {
    id.kind == .notice ? CalendarDate(id.slug.prefix(10)) : nil
  }
}
