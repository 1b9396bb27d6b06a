import Diagnostics
import Markdown

/// Turns what an author writes behind a link into an address relative to the page.
struct LinkResolver: Sendable {
  let surroundings: DocumentSurroundings
  let document: DocumentID
  let language: Language

  private var index: ContentIndex { surroundings.index }

  struct Outcome {
    var resolution: LinkResolution
    /// Set for a link to another document (or to a section of this one).
    var link: DocumentLink?
  }

  var route: Route { .document(document, language) }

  func resolve(_ reference: LinkReference) -> Outcome {
    let destination = reference.destination
    if destination.isEmpty {
      return broken(reference, "the link has no address", hint: "write it in the parentheses")
    }
    switch Self.scheme(of: destination) {
    case "channel": return channel(reference)
    case "term": return term(reference)
    case .some(let scheme): return external(reference, scheme)
    case nil: break
    }
    if destination.hasPrefix("/") {
      return broken(
        reference, "'\(destination)' would break when the site stands under a sub-path",
        hint: "link to the source file, for example ../security/otp-lost.md")
    }
    let (path, fragment) = Self.parts(of: destination)
    if path.isEmpty {
      let link = DocumentLink(target: document, fragment: fragment, location: reference.location)
      return Outcome(resolution: .url(destination), link: link)
    }
    // A snippet's links are written relative to the snippet.
    guard let target = Self.join(reference.location.path, path) else {
      return broken(reference, "'\(destination)' leads out of Content/", hint: nil)
    }
    return internalTarget(target, fragment, reference)
  }

  private func internalTarget(
    _ target: String, _ fragment: String?, _ reference: LinkReference
  ) -> Outcome {
    if let attachment = index.attachments[target] {
      let media = MediaResolver(index: index, route: route, language: language)
      var resolution = media.resolve(attachment, path: target, isImage: reference.isImage)
      if case .broken(var finding) = resolution {
        finding.location = reference.location
        resolution = .broken(finding)
      }
      return Outcome(resolution: resolution, link: nil)
    }
    let parts = target.split(separator: "/").map(String.init)
    if parts.count == 2, index.exchanges.contains(parts[0]), parts[1] == "exchange.yaml" {
      return Outcome(resolution: .url(route.href(to: .exchange(parts[0], language))), link: nil)
    }
    if parts.count == 2, index.contacts.contains(parts[0]), parts[1] == "contact.yaml" {
      return contactPage(of: parts[0], fragment, reference)
    }
    if !reference.isImage, let id = documentID(parts), index.documents[id] != nil {
      let suffix = fragment.map { "#" + $0 } ?? ""
      return Outcome(
        resolution: .url(route.href(to: .document(id, language)) + suffix),
        link: DocumentLink(target: id, fragment: fragment, location: reference.location))
    }
    let what = reference.isImage ? "picture" : "file"
    return broken(
      reference, "no \(what) '\(reference.destination)' stands beside this file",
      hint: suggestion(for: target, reference))
  }

  /// The contact page, or the card of one channel on it.
  private func contactPage(
    of exchange: String, _ fragment: String?, _ reference: LinkReference
  ) -> Outcome {
    let page = route.href(to: .contact(exchange, language))
    guard let fragment else { return Outcome(resolution: .url(page), link: nil) }
    let ids = surroundings.registry.exchanges[exchange]?.channels.map(\.id) ?? []
    guard ids.contains(fragment) else {
      return broken(
        reference, "Content/\(exchange)/contact.yaml has no channel '\(fragment)'",
        hint: didYouMean(
          fragment, among: ids, otherwise: "its channels: \(ids.joined(separator: ", "))"))
    }
    return Outcome(resolution: .url(page + "#" + fragment), link: nil)
  }

  /// The document that a source path names, with or without its language.
  private func documentID(_ parts: [String]) -> DocumentID? {
    guard let file = parts.last, file.hasSuffix(".md") else { return nil }
    var slug = String(file.dropLast(3))
    let languages = surroundings.registry.languages.map(\.path)
    if let dot = slug.lastIndex(of: "."),
      languages.contains(String(slug[slug.index(after: dot)...]))
    {
      slug = String(slug[..<dot])
    }
    switch parts.count {
    case 2: return DocumentID(exchange: parts[0], kind: .urgent, slug: slug)
    case 3 where parts[1] == "notices":
      return DocumentID(exchange: parts[0], kind: .notice, slug: slug)
    case 3: return DocumentID(exchange: parts[0], kind: .article(category: parts[1]), slug: slug)
    default: return nil
    }
  }

  private func suggestion(for target: String, _ reference: LinkReference) -> String? {
    let known =
      reference.isImage
      ? Array(index.attachments.keys)
      : index.documents.keys.map { $0.path + ".md" } + index.contacts.map { $0 + "/contact.yaml" }
    // Names in the same folder are the likelier ones; a whole path is compared only after them.
    let folder = target.split(separator: "/").dropLast().joined(separator: "/") + "/"
    let sorted = known.sorted()
    let near =
      nearestName(to: target, among: sorted.filter { $0.hasPrefix(folder) })
      ?? nearestName(to: target, among: sorted)
    return near.map {
      "did you mean '\(Self.relative(from: reference.location.path, to: $0))'?"
    }
  }

  // MARK: Addresses elsewhere

  private func external(_ reference: LinkReference, _ scheme: String) -> Outcome {
    let allowed = reference.isImage ? [] : ["https", "http", "mailto", "tel"]
    if allowed.contains(scheme) {
      return Outcome(resolution: .url(reference.destination), link: nil)
    }
    if reference.isImage {
      if scheme == "https", let host = VideoHosts.host(of: reference.destination) {
        return Outcome(
          resolution: .videoCard(url: reference.destination, host: host), link: nil)
      }
      return broken(
        reference, "a picture from another host would tell it who reads this page",
        hint: "put the picture beside the article")
    }
    return broken(
      reference, "links with '\(scheme):' are not allowed",
      hint: "allowed are https, http, mailto, tel, channel, term and files of Content/")
  }

  // MARK: The registry and the glossary

  private func channel(_ reference: LinkReference) -> Outcome {
    let name = String(reference.destination.dropFirst("channel:".count))
    switch surroundings.registry.fact(
      name, from: document.exchange, text: reference.text, language: language)
    {
    case .success(let html):
      return Outcome(resolution: .wrapped(before: html.before, after: html.after), link: nil)
    case .failure(let problem):
      return broken(reference, problem.message, hint: problem.hint, id: "unknown-channel")
    }
  }

  private func term(_ reference: LinkReference) -> Outcome {
    let id = String(reference.destination.dropFirst("term:".count))
    guard
      let html = surroundings.glossary.mark(
        id, text: reference.text, ordinal: reference.ordinal, language: language)
    else {
      return broken(
        reference, "'\(id)' is not a term of Content/glossary.yaml",
        hint: didYouMean(id, among: surroundings.glossary.ids, otherwise: "add the term"),
        id: "unknown-term")
    }
    return Outcome(resolution: .wrapped(before: html.before, after: html.after), link: nil)
  }

  private func broken(
    _ reference: LinkReference, _ message: String, hint: String?, id: String = "broken-link"
  ) -> Outcome {
    Outcome(
      resolution: .broken(
        Diagnostic(.error, id, at: reference.location, message, hint: hint)),
      link: nil)
  }
}
