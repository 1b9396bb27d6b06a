import Diagnostics

extension Output {
  /// `llms.txt` (llmstxt.org), the table of contents for language models: one for the site, which leads
  /// to one for each language.
  static let languageModels = Output(name: "llms.txt") { input in
    let root = OutputJob(path: "llms.txt", origin: "llms.txt") { Array(input.modelsRoot().utf8) }
    return [root]
      + input.site.languages.map { language in
        let route = Route.home(language).file("llms.txt")
        return OutputJob(path: route.outputPath, origin: "llms.txt") {
          Array(input.builder(language).modelsList(at: route).utf8)
        }
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

extension PageBuilder {
  fileprivate func modelsList(at route: Route) -> String {
    func link(_ title: String, _ target: Route, _ note: String? = nil) -> String {
      item(title, address(of: target, from: route), note)
    }
    var out = header(of: self)
    if site.hasContactPage { out += link(words[.contactTitle], .contact(nil, language)) }
    if site.pages.verify { out += link(words[.verifyTitle], .verify(language)) }
    for exchange in site.exchanges {
      out += "\n## \(exchange.name[path])\n\n"
      if exchange.contacts != nil {
        let title = words[.contactExchangeTitle, ["exchange": exchange.name[path]]]
        out += link(title, .contact(exchange.id, language))
      }
      let articles = site.categories.flatMap {
        site.articles(of: exchange.id, category: $0.id, in: language)
      }
      let urgent = site.urgent(of: exchange.id, in: language).map { [$0] } ?? []
      let notices = site.notices(of: exchange.id, in: language)
      for document in urgent + articles + notices {
        let page = Route.document(document.id, language)
        let isCopied = site.configuration.markdownCopies && document.language == path
        out += link(
          document.frontMatter.title, isCopied ? page.file("index.md") : page,
          document.frontMatter.description)
      }
    }
    return out
  }

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
