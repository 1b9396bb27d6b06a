import Diagnostics

extension Check {
  /// Where there are contacts there is an urgent page, in every language: a reader whose money is
  /// leaving must not meet a page in a language that they cannot read.
  static let urgentPages = Check { input in
    let site = input.site
    guard site.pages.urgent else { return input.unusedUrgentPages }
    guard site.configuration.profile != nil else { return [] }
    var owners = site.exchanges.filter { $0.contacts != nil }.map(\.id)
    if !owners.isEmpty, let guide = site.exchange(Exchange.generalGuide), guide.contacts == nil {
      owners.append(guide.id)
    }
    return owners.flatMap { owner in
      let id = DocumentID(exchange: owner, kind: .urgent, slug: "urgent")
      return site.languages.filter { site.documents[id]?[$0.path] == nil }.map { language in
        Diagnostic(
          .error, .missingUrgentPage,
          at: SourceLocation(path: "Content/\(owner)/urgent.\(language.path).md"),
          "the urgent page is missing in '\(language.path)'",
          hint: "it is required beside a contact.yaml, in every language of the site")
      }
    }
  }
}

extension CheckInput {
  /// Urgent pages of a site that has switched them off.
  fileprivate var unusedUrgentPages: [Diagnostic] {
    parsed.documents.filter { $0.id.kind == .urgent }.map { document in
      Diagnostic(
        .warning, .unusedFile, at: SourceLocation(path: document.path),
        "the site has no urgent pages, so this one is not published",
        hint: "write 'urgent: true' in site.yaml, or remove the file")
    }
  }
}
