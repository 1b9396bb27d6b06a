import Markdown

/// What a reader of a text is told whose original has changed since.
struct OutdatedContext: TemplateContext {
  var notice: String
  /// The newer text: its address, its language's tag and name.
  var href: String
  var languageTag: String
  var languageName: String
  /// Parts that only the newer text has.
  var sections: [Section]

  struct Section: TemplateContext {
    var title: String
    var href: String

    static let fields = TemplateFields<Self>().text("title", { $0.title }).text("href", { $0.href })
  }

  static let fields = TemplateFields<Self>()
    .text("notice", { $0.notice }).text("href", { $0.href })
    .text("tag", { $0.languageTag }).text("name", { $0.languageName })
    .list("sections", { $0.sections })
}

extension PageBuilder {
  func outdated(_ document: Document, from route: Route) -> OutdatedContext? {
    guard let newer = site.newer(than: document),
      let other = site.configuration.language(newer.language)
    else { return nil }
    let name = theme.words[other.path]?[.languageName] ?? other.path
    let href = route.href(to: .document(newer.id, other))
    return OutdatedContext(
      notice: words[
        .outdatedNotice,
        ["language": name, "date": newer.frontMatter.updated.description]],
      href: href, languageTag: other.tag, languageName: name,
      sections: Self.added(in: newer.body, to: document.body).map {
        OutdatedContext.Section(title: $0.title, href: href + "#" + $0.id)
      })
  }

  /// The sections of a text that another one lacks. Known only where both pin the addresses of
  /// their sections: else those of two languages have nothing in common, and nothing is said.
  private static func added(in newer: RenderedMarkdown, to older: RenderedMarkdown) -> [Heading] {
    let known = Set(older.headings.map(\.id))
    let sections = newer.headings.filter { $0.level == 2 }
    let added = sections.filter { !known.contains($0.id) }
    return added.count < sections.count ? added : []
  }
}
