/// A link to an article in a list.
struct ArticleLink: TemplateContext {
  var title: String
  var href: String
  var description: String
  var updated: String
  /// Tag and name of the article's language where it is not the page's.
  var languageTag: String?
  var languageName: String?
  var exchangeID: String
  var exchangeName: String

  static let fields = TemplateFields<Self>()
    .text("title", { $0.title }).text("href", { $0.href })
    .text("description", { $0.description }).text("updated", { $0.updated })
    .text("lang", { $0.languageTag }).text("language-name", { $0.languageName })
    .text("exchange-id", { $0.exchangeID }).text("exchange-name", { $0.exchangeName })
}

/// A notice in a list.
struct NoticeLink: TemplateContext {
  var date: String
  /// The first instant after it: `2026-12-01T14:30+09:00`.
  var ends: String?
  var link: ArticleLink

  static let fields = TemplateFields<Self>()
    .including(ArticleLink.fields, \.link)
    .text("date", { $0.date }).text("ends", { $0.ends }).text("summary", { $0.link.description })
}

/// A phone row of an emergency card.
struct CallRow: TemplateContext {
  var label: String
  var detail: String
  var number: String
  var tel: String
  var seal: Seal
  /// Of the hours in `detail`, where they were seen elsewhere.
  var hoursSeal: Seal?

  static let fields = TemplateFields<Self>()
    .text("label", { $0.label }).text("detail", { $0.detail }).text("number", { $0.number })
    .text("tel", { $0.tel }).object("seal", { $0.seal.shown })
    .object("hours-seal", { $0.hoursSeal?.shown })
}

/// That an exchange's phone is out of service, without its number.
struct PhoneOut: TemplateContext {
  var name: String
  /// Since when, until when, why.
  var line: String
  /// What to use instead.
  var instead: String?

  static let fields = TemplateFields<Self>()
    .text("name", { $0.name }).text("line", { $0.line }).text("instead", { $0.instead })
}

/// An exchange in a list.
struct ExchangeRow: TemplateContext {
  var id: String
  var initial: String
  var name: String
  var href: String
  var contactHref: String?
  var summary: String?
  var site: String?
  /// Its main phone.
  var channel: ChannelContext?
  /// Its main phone where it has none in service.
  var phoneOut: PhoneOut?
  /// The site's owner's, of whom nobody expects a phone.
  var isOwn = false
  var isGuide: Bool

  static let fields = TemplateFields<Self>()
    .text("id", { $0.id }).text("initial", { $0.initial }).text("name", { $0.name })
    .text("href", { $0.href }).text("contact-href", { $0.contactHref })
    .flag("has-contact", { $0.contactHref != nil })
    .text("summary", { $0.summary }).text("site", { $0.site })
    .object("channel", { $0.channel }).object("phone-out", { $0.phoneOut })
    .flag(
      "no-phone",
      {
        $0.contactHref != nil && $0.channel == nil && $0.phoneOut == nil && !$0.isOwn
      }
    )
    .flag("is-guide", { $0.isGuide })
}

/// A category with some or all of its articles.
struct CategoryBlock: TemplateContext {
  var id: String
  var name: String
  var description: String?
  var icon: String
  var href: String
  var articles: [ArticleLink] = []
  /// The categories below it.
  var children: [NamedLink] = []
  /// How many articles it has in all, those of its children included, in words.
  var countLine: String?

  static let fields = TemplateFields<Self>()
    .text("id", { $0.id }).text("name", { $0.name }).text("description", { $0.description })
    .text("icon", { $0.icon }).text("href", { $0.href }).list("articles", { $0.articles })
    .list("children", { $0.children }).text("count-line", { $0.countLine })
}

/// An exchange's articles within a category, for the search page's list.
struct ExchangeBlock: TemplateContext {
  var id: String
  var name: String
  var articles: [ArticleLink]
  /// Where the others are, when `articles` are the first only: how many there are in all, in words, and
  /// the way to the category's page.
  var countLine: String?
  var href: String

  static let fields = TemplateFields<Self>()
    .text("id", { $0.id }).text("name", { $0.name }).list("articles", { $0.articles })
    .text("count-line", { $0.countLine }).text("href", { $0.href })
}

/// One entry of an article's table of contents.
struct ContentsEntry: TemplateContext {
  var id: String
  var title: String

  static let fields = TemplateFields<Self>().text("id", { $0.id }).text("title", { $0.title })
}

/// A text that stands alone in a list.
struct TextItem: TemplateContext {
  var text: String

  static let fields = TemplateFields<Self>().text("text", { $0.text })
}
