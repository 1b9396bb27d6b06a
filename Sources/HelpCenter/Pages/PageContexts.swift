/// A link with a name of its own.
struct NamedLink: TemplateContext {
  var name, href: String

  static let fields = TemplateFields<Self>().text("name", { $0.name }).text("href", { $0.href })
}

/// The root page and the 404 page: a door for each language.
struct DoorsPage: PageContext {
  struct Door: TemplateContext {
    var name, tag, path, href: String
    var urgentHref: String?
    var question, notFound, exchanges, siteTitle, urgentLabel: String
    /// The ways on from an address that leads nowhere, with their words.
    var search: NamedLink
    /// `nil` where the site has no such page.
    var contact, verify: NamedLink?
    var searchLabel, maybeMeant: String

    static let fields = TemplateFields<Self>()
      .text("name", { $0.name }).text("tag", { $0.tag }).text("path", { $0.path })
      .text("href", { $0.href }).text("urgent-href", { $0.urgentHref })
      .text("question", { $0.question }).text("not-found", { $0.notFound })
      .text("exchanges", { $0.exchanges }).text("site-title", { $0.siteTitle })
      .text("urgent-label", { $0.urgentLabel })
      .object("search-link", { $0.search }).object("contact-link", { $0.contact })
      .object("verify-link", { $0.verify }).text("search-label", { $0.searchLabel })
      .text("maybe-meant", { $0.maybeMeant })
  }

  var frame: PageFrame
  var doors: [Door]

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame).list("doors", { $0.doors })
}

struct HomePage: PageContext {
  var frame: PageFrame
  var exchanges: [ExchangeRow]
  var calls: [CallRow]
  var featured: [ArticleLink]
  var topics: [CategoryBlock]
  var latestNotices: [NoticeLink]

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame)
    .list("exchanges", { $0.exchanges }).list("calls", { $0.calls })
    .list("featured", { $0.featured }).list("topics", { $0.topics })
    .list("latest-notices", { $0.latestNotices })
}

/// What the pages of one exchange share.
struct ExchangeFacts: Sendable {
  var name: String
  var initial: String
  var summary: String?
  var site: String?
  var contactHref: String?
  var channels: [ChannelContext]
  var phoneOut: PhoneOut?
  /// The site's owner's, of whom nobody expects a phone.
  var isOwn = false
  var serves: ServesContext?

  static let fields = TemplateFields<ExchangeFacts>()
    .text("name", { $0.name }).text("initial", { $0.initial }).text("summary", { $0.summary })
    .text("site", { $0.site }).text("contact-href", { $0.contactHref })
    .flag("has-contact", { $0.contactHref != nil })
    .list("fact-channels", { $0.channels }).object("phone-out", { $0.phoneOut })
    .flag(
      "no-phone",
      {
        $0.contactHref != nil && $0.channels.isEmpty && $0.phoneOut == nil && !$0.isOwn
      }
    )
    .object("serves", { $0.serves })
}

struct ExchangePage: PageContext {
  var frame: PageFrame
  var facts: ExchangeFacts
  /// The articles that most readers need.
  var featured: [ArticleLink]
  var categories: [CategoryBlock]
  var latestNotices: [NoticeLink]
  var noticesHref: String
  var atHand: ContactAtHand?

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame).including(ExchangeFacts.fields, \.facts)
    .list("featured", { $0.featured }).object("at-hand", { $0.atHand })
    .list("categories", { $0.categories }).list("latest-notices", { $0.latestNotices })
    .text("notices-href", { $0.noticesHref })
}

struct CategoryPage: PageContext {
  var frame: PageFrame
  var facts: ExchangeFacts
  var categoryName: String
  var categoryDescription: String?
  var listPages: ListPagesContext?
  var articles: [ArticleLink]
  /// Those below it.
  var categories: [CategoryBlock]
  var tree: SectionTree?
  var atHand: ContactAtHand?

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame).including(ExchangeFacts.fields, \.facts)
    .object("at-hand", { $0.atHand })
    .text("category-name", { $0.categoryName })
    .text("category-description", { $0.categoryDescription })
    .list("articles", { $0.articles }).object("list-pages", { $0.listPages })
    .list("categories", { $0.categories }).object("tree", { $0.tree })
}

/// An article, a notice or an urgent page.
struct DocumentPage: PageContext {
  struct Source: TemplateContext {
    var name: String
    var url: String?
    var date: String?
    var confidenceLabel: String
    var isUnverified: Bool

    static let fields = TemplateFields<Self>()
      .text("name", { $0.name }).text("url", { $0.url }).text("date", { $0.date })
      .text("confidence-label", { $0.confidenceLabel })
      .flag("ok", { !$0.isUnverified }).flag("maybe", { $0.isUnverified })
  }

  var frame: PageFrame
  var facts: ExchangeFacts
  /// Set when the text is in another language than the page.
  var textLanguage: String?
  var fallbackNotice: String?
  var outdated: OutdatedContext?
  var summary: String
  var updated: String
  var date: String?
  /// The last day, or the minute with its zone.
  var expires: String?
  /// The first instant after it.
  var ends: String?
  /// How many sources the text names, and the newest day on which one was looked at.
  var factsLine: String?
  var unverified: Bool
  var contents: [ContentsEntry]
  var body: String
  var sources: [Source]
  var previous: ArticleLink?
  var next: ArticleLink?
  var related: [ArticleLink]
  var categoryName: String?
  /// Articles only, where categories nest.
  var tree: SectionTree?
  /// How long the text takes, in words; articles only.
  var readingTime: String?
  var feedback: FeedbackContext?
  var calls: [CallRow]
  /// Articles only.
  var atHand: ContactAtHand?

  /// Whether the text holds what `site/text.css` styles, of all that authors can write.
  var hasTextParts: Bool {
    ["<figure", "<img", "<pre", "<blockquote", "<hr", "class=\"tab"].contains(where: body.contains)
  }

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame).including(ExchangeFacts.fields, \.facts)
    .text("article-lang", { $0.textLanguage })
    .text("fallback-notice", { $0.fallbackNotice }).object("outdated", { $0.outdated })
    .text("summary", { $0.summary }).text("updated", { $0.updated })
    .text("date", { $0.date }).text("expires", { $0.expires })
    .text("ends", { $0.ends })
    .text("facts-line", { $0.factsLine })
    .flag("unverified", { $0.unverified })
    .list("contents", { $0.contents }).text("body", { $0.body })
    .flag("has-text-parts", { $0.hasTextParts })
    .list("sources", { $0.sources })
    .object("previous", { $0.previous }).object("next", { $0.next })
    .flag("has-neighbours", { $0.previous != nil || $0.next != nil })
    .list("related", { $0.related })
    .text("category-name", { $0.categoryName }).object("tree", { $0.tree })
    .text("reading-time", { $0.readingTime }).object("feedback", { $0.feedback })
    .list("calls", { $0.calls }).object("at-hand", { $0.atHand })
}

struct NoticesPage: PageContext {
  struct Year: TemplateContext {
    var year: String
    var notices: [NoticeLink]

    static let fields = TemplateFields<Self>()
      .text("year", { $0.year }).list("notices", { $0.notices })
  }

  var frame: PageFrame
  var years: [Year]
  var listPages: ListPagesContext?

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame).list("years", { $0.years })
    .object("list-pages", { $0.listPages })
}

struct SearchPage: PageContext {
  struct Group: TemplateContext {
    var id: String
    var name: String
    var exchanges: [ExchangeBlock]

    static let fields = TemplateFields<Self>()
      .text("id", { $0.id }).text("name", { $0.name }).list("exchanges", { $0.exchanges })
  }

  var frame: PageFrame
  var categories: [Group]
  var calls: [CallRow]
  var searchIndex: String

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame)
    .list("categories", { $0.categories }).list("calls", { $0.calls })
    .text("search-index", { $0.searchIndex })
}

/// What the search shows of an exchange above its results.
struct CardPage: PageContext {
  var frame: PageFrame
  var facts: ExchangeFacts

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame).including(ExchangeFacts.fields, \.facts)
}

/// An old address that leads to a new one.
struct RedirectPage: PageContext {
  var frame: PageFrame
  var target: String

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame).text("target", { $0.target })
}
