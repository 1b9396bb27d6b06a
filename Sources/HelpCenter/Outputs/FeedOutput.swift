import Contacts
import Diagnostics

extension Output {
  /// Atom feeds (RFC 4287) of the notices, for each language and each exchange. Left out without a base
  /// URL: a feed is read elsewhere.
  static let feeds = Output(name: "feeds") { input in
    guard let base = input.site.configuration.baseURL else { return [] }
    return input.site.languages.flatMap { language in
      let builder = input.builder(language)
      return ([nil] + input.site.exchanges.map(Optional.some)).map { exchange in
        OutputJob(
          path: Route.feed(exchange?.id, language).outputPath, origin: "notices feed"
        ) {
          Array(NoticeFeed(builder: builder, exchange: exchange, base: base).xml().utf8)
        }
      }
    }
  }
}

/// The newest notices, each with its summary: facts in a text are only right on its page, where they
/// carry their date.
private struct NoticeFeed {
  static let limit = 50

  let builder: PageBuilder
  let exchange: Exchange?
  let base: BaseURL

  private var site: Site { builder.site }
  private var language: Language { builder.language }

  func xml() -> String {
    let notices = site.notices(of: exchange?.id, in: language).prefix(Self.limit)
    // Not the day of the build: it would be another feed every day.
    let updated = notices.map(\.frontMatter.updated).max() ?? site.newestChange
    let page = base.absolute(.notices(exchange?.id, language))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(escapeHTML(language.tag))">
      <title>\(escapeHTML(builder.feedTitle(of: exchange)))</title>
      <id>\(escapeHTML(page))</id>
      <link rel="self" type="application/atom+xml" href="\(escapeHTML(base.absolute(.feed(exchange?.id, language))))"/>
      <link rel="alternate" type="text/html" href="\(escapeHTML(page))"/>
      <updated>\(Self.instant(updated))</updated>
      <author><name>\(escapeHTML(site.configuration.title[builder.path]))</name></author>

      """ + notices.map(entry).joined() + "</feed>\n"
  }

  private func entry(_ notice: Document) -> String {
    let address = escapeHTML(base.absolute(.document(notice.id, language)))
    let tag = site.configuration.language(notice.language)?.tag ?? notice.language
    let foreign = notice.language == builder.path ? "" : " xml:lang=\"\(escapeHTML(tag))\""
    let owner = site.exchange(notice.id.exchange)?.name[builder.path] ?? notice.id.exchange
    return """
      <entry\(foreign)>
      <title>\(escapeHTML(notice.frontMatter.title))</title>
      <id>\(address)</id>
      <link rel="alternate" type="text/html" href="\(address)"/>
      <published>\(Self.instant(notice.noticeDate))</published>
      <updated>\(Self.instant(notice.frontMatter.updated))</updated>
      <category term="\(escapeHTML(notice.id.exchange))" label="\(escapeHTML(owner))"/>
      <summary>\(escapeHTML(notice.frontMatter.description))</summary>
      </entry>

      """
  }

  /// Dates have no hour here; Atom wants one (RFC 3339).
  private static func instant(_ date: CalendarDate?) -> String {
    (date?.description ?? "1970-01-01") + "T00:00:00Z"
  }
}
