/// What every page offers its template: the language, the links of the frame, the words.
struct PageFrame: Sendable {
  struct LanguageLink: TemplateContext {
    var name: String
    var tag: String
    var href: String
    var current: Bool
    /// Where the page is translated: offers it, in that language, and the word for closing the offer.
    var hint, close: String?

    static let fields = TemplateFields<Self>()
      .text("name", { $0.name }).text("tag", { $0.tag }).text("href", { $0.href })
      .flag("current", { $0.current })
      .text("hint", { $0.hint }).text("close", { $0.close })
  }

  /// An address of the same page in another language, for search engines.
  struct Alternate: TemplateContext {
    var tag: String
    var url: String

    static let fields = TemplateFields<Self>().text("tag", { $0.tag }).text("url", { $0.url })
  }

  /// An exchange by name, for what the search shows and filters.
  struct Choice: TemplateContext {
    var id: String
    var name: String

    static let fields = TemplateFields<Self>().text("id", { $0.id }).text("name", { $0.name })
  }

  struct Feed: TemplateContext {
    var title: String
    var href: String

    static let fields = TemplateFields<Self>().text("title", { $0.title }).text("href", { $0.href })
  }

  struct Crumb: TemplateContext {
    var title: String
    var href: String

    static let fields = TemplateFields<Self>().text("title", { $0.title }).text("href", { $0.href })
  }

  var languageTag: String
  var languagePath: String
  /// Language and country of the text, as Open Graph writes them: `ko_KR`.
  var locale: String
  var root: String
  var siteTitle: String
  var title: String
  var headTitle: String
  var description: String
  var canonical: String?
  var alternates: [Alternate] = []
  var noindex = false
  /// The feeds of the page's language and exchange; need a base URL.
  var feeds: [Feed] = []
  /// Absolute address of the site's picture; needs a base URL.
  var picture: String?
  /// JSON-LD about the page and the way to it.
  var pageData: String?
  var isArticle = false
  /// The same text as Markdown, where the site publishes it.
  var markdown: String?
  /// A page that `sw.js` keeps for when there is no network.
  var isKept = false
  /// The site's profile is that of exchanges.
  var isExchangeSite = false
  /// The site is a company's own.
  var isCompany = false
  var home: String
  /// `nil` where the site has no such page; so with the others.
  var urgent: String?
  var search: String
  var contact: String?
  /// The case pack of the page's exchange, where it has one, else that of all.
  var prepare: String?
  var verify: String?
  var notices: String
  /// The statement on accessibility, where the site has one.
  var accessibility: String?
  var languages: [LanguageLink]
  var choices: [Choice]
  /// Notices above the page.
  var banners: [BannerContext] = []
  /// Something besides banners comes or goes at a minute.
  var isTimed = false
  var exchangeID: String?
  var exchangeName: String?
  var crumbs: [Crumb] = []
  var latestChange: String?
  var words: Words

  static let fields = TemplateFields<PageFrame>()
    .text("lang", { $0.languageTag })
    .text("locale", { $0.locale })
    .text("language-path", { $0.languagePath })
    .text("root", { $0.root })
    .text("site-title", { $0.siteTitle })
    .text("title", { $0.title })
    .text("head-title", { $0.headTitle })
    .text("description", { $0.description })
    .text("canonical", { $0.canonical })
    .list("alternates", { $0.alternates })
    .flag("noindex", { $0.noindex })
    .list("feeds", { $0.feeds })
    .text("picture", { $0.picture })
    .text("page-data", { $0.pageData })
    .flag("is-article", { $0.isArticle })
    .text("markdown", { $0.markdown })
    .flag("is-kept", { $0.isKept })
    .flag("for-exchanges", { $0.isExchangeSite })
    .text("section-key", { $0.isExchangeSite ? SiteProfile.exchange.rawValue : "of" })
    .flag("is-company", { $0.isCompany })
    .text("home", { $0.home })
    .text("urgent", { $0.urgent })
    .text("search", { $0.search })
    .text("contact", { $0.contact })
    .text("prepare", { $0.prepare })
    .text("verify", { $0.verify })
    .text("notices", { $0.notices })
    .text("accessibility", { $0.accessibility })
    .list("languages", { $0.languages })
    .flag("offers-languages", { $0.languages.contains { $0.hint != nil } })
    .list("exchange-choices", { $0.choices })
    .list("banners", { $0.banners })
    .flag("banners-waiting", { $0.banners.allSatisfy(\.isWaiting) })
    .flag("is-timed", { $0.isTimed || !$0.banners.isEmpty })
    .text("exchange-id", { $0.exchangeID })
    .text("exchange-name", { $0.exchangeName })
    .list("crumbs", { $0.crumbs })
    .text("latest-change", { $0.latestChange })
    .words("words")
}
