import Diagnostics

extension Check {
  /// The situations on the home pages are articles that exist.
  static let featured = Check(name: "featured") { input in
    let known = input.site.documents.keys.filter { id in
      if case .article = id.kind { true } else { false }
    }
    return input.parsed.configuration.featured.compactMap { item in
      if let id = DocumentID(articlePath: item.value), input.site.documents[id] != nil {
        return nil
      }
      let exists = input.parsed.documents.contains { $0.id.path == item.value }
      if exists {
        return Diagnostic(
          .error, .unknownArticle, at: item.location,
          "'\(item.value)' is a draft, not yet due or expired",
          hint: "feature another article until it is published")
      }
      return Diagnostic(
        .error, .unknownArticle, at: item.location,
        "'\(item.value)' is not a published article",
        hint: didYouMean(
          item.value, among: known.map(\.path).sorted(),
          otherwise: "write it as <exchange>/<category>/<slug>"))
    }
  }
}
