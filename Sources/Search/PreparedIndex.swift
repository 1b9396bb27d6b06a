/// An index whose documents are split into terms: made once, for its files and for searching it.
public struct PreparedIndex: Sendable {
  public let index: SearchIndex
  let shards: TermShards

  public init(_ index: SearchIndex) {
    self.index = index
    let rules = SearchRules.language(index.language)
    var builder = PostingsBuilder(language: index.language, rules: rules)
    for document in index.documents { builder.add(document) }
    shards = TermShards(builder)
  }

  /// The files, the entry last.
  public func files() -> [SearchIndexFile] { index.files(shards) }

  /// The search of these documents.
  public func search() -> SiteSearch { SiteSearch(self) }

  /// Whether the entry holds all parts: then the browser looks at more of them.
  var isSmall: Bool {
    // The texts alone say it of most sites.
    let size = index.documents.reduce(0) { size, document in
      size + document.sections.reduce(0) { $0 + $1.text.utf8.count }
    }
    return size <= SearchIndex.smallSize && files().count == 1
  }
}
