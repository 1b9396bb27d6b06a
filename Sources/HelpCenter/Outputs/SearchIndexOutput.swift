import Search

/// The files of a language's index: made once, for the site and for the trial of its search.
typealias SearchFiles = MadeOnce<[SearchIndexFile]>

extension Output {
  /// From the text that was read off the parsed tree: `search/<language>/index.json`, and the files
  /// with a hash in their names in `assets/search/<language>/`, where hosts let browsers keep all.
  static let searchIndex = Output(name: "search index") { input in
    input.site.languages.flatMap { language -> [OutputJob] in
      guard let index = input.searchIndexes[language.path] else { return [] }
      let entry = "\(language.path)/index.json"
      return [
        OutputJob(path: "search/" + entry, origin: "search index") {
          index.value.first { $0.path == entry }?.bytes ?? []
        },
        OutputJob(folder: "assets/search/\(language.path)", origin: "search index") {
          index.value.filter { $0.path != entry }.map {
            OutputFile(path: "assets/search/\($0.path)", bytes: $0.bytes)
          }
        },
      ]
    }
  }
}

extension PageBuilder {
  /// - Parameter synonyms: of `lists` and of the glossary.
  func searchIndex(_ lists: SearchLists, synonyms: [SearchSynonyms]) -> SearchIndex {
    var documents = site.searchable(in: language).map { document in
      searchDocument(document, asked: lists.questions(answeredBy: document.id.path))
    }
    documents += pagesToFind()
    return SearchIndex(
      language: path, tag: language.tag, documents: documents, synonyms: synonyms,
      asks: lists.asks.filter { $0.key != .urgent || site.pages.urgent },
      sectionKey: site.configuration.profile?.rawValue,
      knowsExchanges: site.configuration.profile == .exchange)
  }

  private func searchDocument(_ document: Document, asked: [String]) -> SearchDocument {
    let id = document.id
    var category: (id: String, name: String) = ("notices", words[.noticesTitle])
    switch id.kind {
    case .article(let folder):
      category = (folder, site.category(folder).map { site.fullName(of: $0, in: path) } ?? folder)
    case .urgent: category = ("urgent", words[.urgentLabel])
    case .notice: break
    }
    let tag = site.configuration.language(document.language)?.tag ?? document.language
    return SearchDocument(
      url: Route.document(id, language).path, title: document.frontMatter.title,
      exchange: id.exchange, exchangeName: site.exchange(id.exchange)?.name[path] ?? "",
      category: category.id, categoryName: category.name,
      summary: document.frontMatter.description,
      keywords: document.frontMatter.keywords + document.frontMatter.tags + asked,
      sections: document.body.sections.map {
        SearchSection(id: $0.id, title: $0.title, text: $0.text)
      },
      updated: document.frontMatter.updated.description, language: tag,
      card: id.kind == .urgent ? .urgent : nil,
      cardOwner: id.exchange == Exchange.generalGuide ? "" : id.exchange)
  }
}

extension Site {
  /// What a search in a language can find. By path, so that those of an exchange and a category stand together.
  func searchable(in language: Language) -> [Document] {
    ids.compactMap { id in
      edition(of: id, in: language)
    }
  }
}
