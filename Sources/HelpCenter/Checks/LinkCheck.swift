import Diagnostics

extension Check {
  /// Every link between documents leads to a page that is published, in every language in which the
  /// linking page is shown, and to a section that is there.
  static let links = Check { input in
    let site = input.site
    return site.documents.values.flatMap(\.values).flatMap { document in
      document.links.compactMap { link in
        site.finding(for: link, in: document)
      }
    }
  }
}

extension Site {
  fileprivate func finding(for link: DocumentLink, in document: Document) -> Diagnostic? {
    for language in languages
    where edition(of: document.id, in: language)?.language == document.language {
      guard let target = edition(of: link.target, in: language) else {
        return Diagnostic(
          .error, .brokenLink, at: link.location,
          "'\(link.target.path)' is not published in '\(language.path)'",
          hint: documents[link.target] == nil
            ? "it is a draft, not yet due or expired: link to another page"
            : "translate it, or add a fallback in site.yaml")
      }
      if let missing = missingAnchor(link, in: target) { return missing }
      if let expiring = expiring(link, from: document, to: target) { return expiring }
    }
    return nil
  }

  /// Said before it happens: on the day the target expires, the nightly build would fail.
  private func expiring(
    _ link: DocumentLink, from document: Document, to target: Document
  ) -> Diagnostic? {
    guard let end = target.frontMatter.expires,
      document.frontMatter.expires.map({ $0.outlasts(end) }) ?? true
    else { return nil }
    return Diagnostic(
      .warning, .expiringLink, at: link.location,
      "\(target.path) expires on \(end); then this link leads nowhere",
      hint: "give it 'review-by' instead of 'expires', or link to a page that stays")
  }

  private func missingAnchor(_ link: DocumentLink, in target: Document) -> Diagnostic? {
    guard let fragment = link.fragment else { return nil }
    let anchors = target.body.headings.map(\.id)
    guard !anchors.contains(fragment) else { return nil }
    return Diagnostic(
      .error, .brokenLink, at: link.location,
      "\(target.path) has no section '#\(fragment)'",
      hint: didYouMean(
        fragment, among: anchors,
        otherwise: anchors.isEmpty
          ? "it has no headings"
          : "its sections: " + anchors.map { "#" + $0 }.joined(separator: ", ")))
  }
}
