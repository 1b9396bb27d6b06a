import Diagnostics

extension Output {
  /// `llms.txt` (llmstxt.org), the table of contents for language models: one for the site, which leads
  /// to one for each language, and that in a large site to one for each exchange and list.
  static let languageModels = Output(name: "llms.txt") { input in
    let root = OutputJob(path: "llms.txt", origin: "llms.txt") { Array(input.modelsRoot().utf8) }
    return [root]
      + input.site.languages.flatMap { language in
        LanguageModelLists(builder: input.builder(language)).jobs()
      }
  }

  /// `index.md` beside the page of every text, where the site wants them: its Markdown, with everything
  /// resolved that only this build understands.
  static let markdownCopies = Output(name: "Markdown copies") { input in
    guard input.site.configuration.markdownCopies else { return [] }
    return input.site.languages.flatMap { language in
      input.site.ids.compactMap { id -> OutputJob? in
        guard let document = input.site.documents[id]?[language.path] else { return nil }
        let path = Route.document(id, language).file("index.md").outputPath
        return OutputJob(path: path, origin: document.path) {
          Array(input.builder(language).markdownCopy(of: document).utf8)
        }
      }
    }
  }
}

extension RenderInput {
  fileprivate func modelsRoot() -> String {
    let first = builder(site.languages[0])
    let route = Route.root.file("llms.txt")
    let contacts = first.address(of: Route.root.file("contacts.json"), from: route)
    let sections = site.languages.map { language in
      let words = theme.words[language.path]!
      var pages = [(words[.question], Route.home(language).file("llms.txt"))]
      if site.hasContactPage { pages.append((words[.contactTitle], .contact(nil, language))) }
      if site.pages.verify { pages.append((words[.verifyTitle], .verify(language))) }
      return "## \(words[.languageName])\n\n"
        + pages.map { item($0.0, first.address(of: $0.1, from: route), nil) }.joined()
        + (site.configuration.profile == nil ? "" : item("contacts.json", contacts, nil))
    }
    return header(of: first) + sections.joined(separator: "\n")
  }
}

/// The tables of contents of one language. A file lists everything below it where that is short enough
/// for a model to read in one go; else it leads to files that do.
private struct LanguageModelLists {
  /// How many texts a file lists at most: with their summaries, some 200 KB.
  static let longest = 1000

  let builder: PageBuilder

  private var site: Site { builder.site }
  private var language: Language { builder.language }
  private var words: Words { builder.words }
  private var home: Route { .home(language) }

  func jobs() -> [OutputJob] {
    func job(_ page: Route, _ text: @escaping @Sendable (_ at: Route) -> String) -> OutputJob {
      let route = page.file("llms.txt")
      return OutputJob(path: route.outputPath, origin: "llms.txt") { Array(text(route).utf8) }
    }
    var jobs = [job(home) { whole(at: $0) }]
    guard !isShort else { return jobs }
    for exchange in site.exchanges {
      let page = Route.exchange(exchange.id, language)
      jobs.append(
        job(page) { "# \(exchange.name[language.path])\n\n" + section(of: exchange, at: $0) })
      guard !isShort(exchange) else { continue }
      for list in lists(of: exchange) {
        jobs.append(
          job(list.page) { route in
            let texts = list.entries.map { link(to: $0, from: route) }
            return "# \(exchange.name[language.path]): \(list.title)\n\n" + texts.joined()
          })
      }
    }
    return jobs
  }

  private var isShort: Bool { site.exchanges.map(count).reduce(0, +) <= Self.longest }
  private func isShort(_ exchange: Exchange) -> Bool { count(exchange) <= Self.longest }

  private func count(_ exchange: Exchange) -> Int {
    let articles = site.categories.map {
      site.articles(of: exchange.id, category: $0.id, in: language).count
    }
    return articles.reduce(0, +) + site.notices(of: exchange.id, in: language).count
  }

  private func whole(at route: Route) -> String {
    var out = header(of: builder)
    if site.hasContactPage {
      out += link(words[.contactTitle], .contact(nil, language), from: route)
    }
    if site.pages.verify { out += link(words[.verifyTitle], .verify(language), from: route) }
    for exchange in site.exchanges {
      let name = exchange.name[language.path]
      out += "\n## \(name)\n\n"
      out +=
        isShort
        ? section(of: exchange, at: route)
        : link(name, .exchange(exchange.id, language).file("llms.txt"), from: route)
    }
    return out
  }

  private func section(of exchange: Exchange, at route: Route) -> String {
    var out = ""
    if exchange.contacts != nil {
      let title = words[.contactExchangeTitle, ["exchange": exchange.name[language.path]]]
      out += link(title, .contact(exchange.id, language), from: route)
    }
    if let urgent = site.urgent(of: exchange.id, in: language) {
      out += link(to: urgent, from: route)
    }
    guard isShort(exchange) else {
      return out
        + lists(of: exchange).map { link($0.title, $0.page.file("llms.txt"), from: route) }.joined()
    }
    let articles = site.categories.flatMap {
      site.articles(of: exchange.id, category: $0.id, in: language)
    }
    let texts = articles + site.notices(of: exchange.id, in: language)
    return out + texts.map { link(to: $0, from: route) }.joined()
  }

  /// The pages of an exchange's lists, as readers have them.
  private func lists(
    of exchange: Exchange
  ) -> [(title: String, page: Route, entries: ArraySlice<Document>)] {
    let categories = site.categories(of: exchange.id, in: language).map {
      (
        $0.name[language.path], Route.category($0.id, of: exchange.id, language),
        site.articles(of: exchange.id, category: $0.id, in: language)
      )
    }
    let notices = site.notices(of: exchange.id, in: language)
    let all =
      categories
      + (notices.isEmpty
        ? [] : [(words[.noticesTitle], Route.notices(exchange.id, language), notices)])
    return all.flatMap { title, list, entries in
      (1...ListPages.count(of: entries.count)).map { page in
        (
          builder.title(title, page: page), list.page(page),
          ListPages.entries(of: page, among: entries)
        )
      }
    }
  }

  private func link(to document: Document, from route: Route) -> String {
    let page = Route.document(document.id, language)
    let isCopied =
      site.configuration.markdownCopies && document.language == language.path
    return link(
      document.frontMatter.title, isCopied ? page.file("index.md") : page, from: route,
      document.frontMatter.description)
  }

  private func link(
    _ title: String, _ target: Route, from route: Route, _ note: String? = nil
  ) -> String {
    item(title, builder.address(of: target, from: route), note)
  }
}

extension PageBuilder {
  fileprivate func markdownCopy(of document: Document) -> String {
    let matter = document.frontMatter
    let tag = site.configuration.language(document.language)?.tag ?? document.language
    let page = Route.document(document.id, language)
    var out = "---\ntitle: \(jsonString(matter.title))\n"
    out += "description: \(jsonString(matter.description))\n"
    out += "updated: \(matter.updated)\nlanguage: \(tag)\n"
    if let base = site.configuration.baseURL { out += "url: \(jsonString(base.absolute(page)))\n" }
    if !matter.sources.isEmpty {
      out += "sources:\n"
      for source in matter.sources {
        let parts = [source.name, source.date?.description, source.url, source.confidence.rawValue]
        out += "  - \(jsonString(parts.compactMap { $0 }.joined(separator: ", ")))\n"
      }
    }
    return out + "---\n\n# \(matter.title)\n\n" + (document.markdown ?? "")
  }
}

private func header(of builder: PageBuilder) -> String {
  let configuration = builder.site.configuration
  return
    "# \(configuration.title[builder.path])\n\n> \(configuration.description[builder.path])\n\n"
}

/// A line of a list; square brackets in a title would end it.
private func item(_ title: String, _ address: String, _ note: String?) -> String {
  let name = title.replacing("[", with: "\\[").replacing("]", with: "\\]")
  return "- [\(name)](\(address))" + (note.map { ": " + $0 } ?? "") + "\n"
}
