import Diagnostics

extension Check {
  /// The situations on the home pages, and on those of exchanges, are articles that exist.
  static let featured = Check { input in
    let known = input.site.documents.keys.filter { id in
      if case .article = id.kind { true } else { false }
    }
    let own = input.site.exchanges.flatMap { exchange in
      exchange.featured.map {
        (Located(value: "\(exchange.id)/\($0.value)", location: $0.location), exchange.id)
      }
    }
    let configuration = input.parsed.configuration
    let all = (configuration.featured + [configuration.accessibility].compactMap { $0 })
      .map { ($0, String?.none) }
    return (all + own).compactMap { item, exchange in
      if let id = DocumentID(articlePath: item.value), input.site.documents[id] != nil {
        return nil
      }
      if input.parsed.leftOut.contains(item.value) { return nil }
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
          item.value,
          among: known.filter { exchange == nil || $0.exchange == exchange }.map(\.path).sorted(),
          otherwise: exchange == nil
            ? "write it as <exchange>/<category>/<slug>" : "write it as <category>/<slug>"))
    }
  }
}
