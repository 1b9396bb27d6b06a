import Diagnostics

extension Output {
  /// A small page at each old address that an author keeps alive; it works on any static host.
  static let redirects = Output(name: "redirects") { input in
    input.aliases.map { alias in
      OutputJob(path: alias.route.outputPath, origin: alias.location) {
        input.builder(alias.language).redirect(from: alias.route, to: alias.document)
      }
    }
  }
}

/// An old address, and the text it leads to.
struct Alias: Sendable {
  var route: Route
  /// Where the author wrote it.
  var location: SourceLocation
  var document: Document
  var language: Language

  var target: Route { .document(document.id, language) }
}

extension RenderInput {
  var aliases: [Alias] {
    site.documents.values.flatMap(\.values).sorted { $0.path < $1.path }.flatMap { document in
      guard let language = site.configuration.language(document.language) else { return [Alias]() }
      return document.frontMatter.aliases.map {
        Alias(
          route: .alias($0.value), location: $0.location, document: document, language: language)
      }
    }
  }
}

extension PageBuilder {
  fileprivate func redirect(from route: Route, to document: Document) -> [UInt8] {
    let target = Route.document(document.id, language)
    var frame = frame(
      Head(
        title: document.frontMatter.title, description: document.frontMatter.description,
        route: { _ in route }, translations: [language], noindex: true))
    frame.canonical = site.configuration.baseURL?.absolute(target)
    return theme.render(.redirect, RedirectPage(frame: frame, target: route.href(to: target)))
  }
}
