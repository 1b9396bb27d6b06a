import Search

extension Output {
  /// `search/<language>/index.json`, from the text that was read off the parsed tree.
  static let searchIndex = Output(name: "search index") { input in
    input.site.languages.map { language in
      let path = "search/\(language.path)/index.json"
      return OutputJob(path: path, origin: "search index") {
        let builder = input.builder(language)
        return SearchIndex(
          language: language.path, documents: builder.searchDocuments()
        ).json()
      }
    }
  }
}

extension PageBuilder {
  func searchDocuments() -> [SearchDocument] {
    site.documents.keys.sorted().compactMap { id in
      guard id.kind != .urgent, let document = site.edition(of: id, in: language) else {
        return nil
      }
      return searchDocument(document)
    }
  }

  private func searchDocument(_ document: Document) -> SearchDocument {
    let id = document.id
    var category: (id: String, name: String) = ("notices", words[.noticesTitle])
    if case .article(let folder) = id.kind {
      category = (folder, site.category(folder)?.name[path] ?? folder)
    }
    let tag = site.configuration.language(document.language)?.tag ?? document.language
    return SearchDocument(
      url: Route.document(id, language).path, title: document.frontMatter.title,
      exchange: id.exchange, exchangeName: site.exchange(id.exchange)?.name[path] ?? "",
      category: category.id, categoryName: category.name,
      summary: document.frontMatter.description,
      keywords: document.frontMatter.keywords + document.frontMatter.tags,
      sections: document.body.sections.map {
        SearchSection(id: $0.id, title: $0.title, text: $0.text)
      },
      updated: document.frontMatter.updated.description, language: tag)
  }
}
