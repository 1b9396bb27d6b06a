extension Output {
  /// A small page at each old address that an author keeps alive; it works on any static host.
  static let redirects = Output(name: "redirects") { input in
    input.site.documents.values.flatMap(\.values).sorted { $0.path < $1.path }
      .flatMap { document -> [OutputJob] in
        guard let language = input.site.configuration.language(document.language) else { return [] }
        return document.frontMatter.aliases.map { alias in
          let route = Route.alias(alias.value)
          return OutputJob(page: route, origin: document.path) {
            input.builder(language).redirect(from: route, to: document)
          }
        }
      }
  }
}

extension PageBuilder {
  fileprivate func redirect(from route: Route, to document: Document) -> String {
    let target = Route.document(document.id, language)
    var frame = frame(
      Head(
        title: document.frontMatter.title, description: document.frontMatter.description,
        route: { _ in route }, translations: [language], noindex: true))
    frame.canonical = site.configuration.baseURL?.absolute(target)
    return theme.render(.redirect, RedirectPage(frame: frame, target: route.href(to: target)))
  }
}
