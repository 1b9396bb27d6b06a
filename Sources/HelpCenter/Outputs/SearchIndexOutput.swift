import Search

extension Output {
  /// The files in `search/<language>/`, from the text that was read off the parsed tree.
  static let searchIndex = Output(name: "search index") { input in
    input.site.languages.map { language in
      OutputJob(folder: "search/\(language.path)", origin: "search index") {
        input.builder(language).searchIndex(synonyms: input.synonyms[language.path] ?? []).files()
          .map { OutputFile(path: "search/\($0.path)", bytes: $0.bytes) }
      }
    }
  }
}

extension PageBuilder {
  func searchIndex(synonyms: [SearchSynonyms]) -> SearchIndex {
    SearchIndex(language: path, documents: searchDocuments(), synonyms: synonyms)
  }

  /// By path, so that those of an exchange and a category stand together.
  private func searchDocuments() -> [SearchDocument] {
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
