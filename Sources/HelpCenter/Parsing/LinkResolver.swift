import Diagnostics
import Drawings
import Markdown

/// Turns what an author writes behind a link into an address relative to the page.
struct LinkResolver: Sendable {
  let surroundings: DocumentSurroundings
  let document: DocumentID
  let language: Language
  let route: Route

  init(surroundings: DocumentSurroundings, document: DocumentID, language: Language) {
    self.surroundings = surroundings
    self.document = document
    self.language = language
    route = .document(document, language)
  }

  private var index: ContentIndex { surroundings.index }

  struct Outcome {
    var resolution: LinkResolution
    /// Set for a link to another document (or to a section of this one).
    var link: DocumentLink?
  }

  func resolve(_ reference: LinkReference) -> Outcome {
    let destination = reference.destination
    if destination.isEmpty {
      return broken(reference, "the link has no address", hint: "write it in the parentheses")
    }
    switch Self.scheme(of: destination) {
    case "channel": return channel(reference)
    case "term": return term(reference)
    case "drawing": return drawing(reference)
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
      return broken(
        reference, "'\(destination)' leads out of Content/",
        hint: "put the file into Content/ and link to it there")
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
    if !reference.isImage, let stem = stem(of: target), let id = index.pages[stem] {
      let suffix = fragment.map { "#" + $0 } ?? ""
      return Outcome(
        resolution: .url(route.href(to: .document(id, language)) + suffix),
        link: DocumentLink(target: id, fragment: fragment, location: reference.location))
    }
    // Its text stays and the link goes: nobody is led to a page that is not there.
    if !reference.isImage, let stem = stem(of: target), surroundings.leftOut.contains(stem) {
      return Outcome(
        resolution: .broken(
          Diagnostic(
            .notice, .leftOut, at: reference.location,
            "'\(stem)' is left out because of its errors, so this is no link for now",
            hint: "mend that text")), link: nil)
    }
    let parts = target.split(separator: "/").map(String.init)
    if parts.count == 2, index.exchanges.contains(parts[0]),
      ["section.yaml", "exchange.yaml"].contains(parts[1])
    {
      return Outcome(resolution: .url(route.href(to: .exchange(parts[0], language))), link: nil)
    }
    if parts.count == 2, index.contacts.contains(parts[0]), parts[1] == "contact.yaml" {
      return contactPage(of: parts[0], fragment, reference)
    }
    if let hint = hintForPercentSigns(reference) {
      return broken(
        reference, "'\(reference.destination)' means '\(target)', which is not there", hint: hint)
    }
    let what = reference.isImage ? "picture" : "file"
    return broken(
      reference, "no \(what) '\(reference.destination)' stands beside this file",
      hint: surroundings.suggestions.nearest(to: target, isImage: reference.isImage).map {
        "did you mean '\(Self.written(Self.relative(from: reference.location.path, to: $0)))'?"
      } ?? Self.hintForWideSigns(reference.destination)
        ?? (reference.isImage
          ? "put the picture beside the article, or correct its name"
          : "write the path from this file to the other, as in ../security/otp-lost.md"))
  }

  /// `https：//…`, `first．md`: signs of an input method.
  private static func hintForWideSigns(_ destination: String) -> String? {
    let folded = String(
      String.UnicodeScalarView(
        destination.unicodeScalars.map {
          (0xFF01...0xFF5E).contains($0.value)
            ? Unicode.Scalar($0.value - 0xFEE0)! : $0 == "。" ? "." : $0
        }))
    return folded == destination ? nil : "did you mean '\(folded)'?"
  }

  /// A file whose own name holds `%20`, written as it stands on the disk.
  private func hintForPercentSigns(_ reference: LinkReference) -> String? {
    let written = String(reference.destination.prefix { $0 != "?" && $0 != "#" })
    guard written.contains("%"), let name = Self.join(reference.location.path, written),
      index.attachments[name.normalizedToNFC()] != nil
    else { return nil }
    return "the file's name itself holds a percent sign: rename the file without it, or write "
      + "'\(written.replacing("%", with: "%25"))'"
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

  /// A Markdown file's path without its language, if it has one, and its ending.
  private func stem(of target: String) -> String? {
    guard target.utf8.suffix(3).elementsEqual(".md".utf8) else { return nil }
    let name = target.utf8.dropLast(3)
    for language in surroundings.registry.languages {
      let ending = language.path.utf8
      guard name.count > ending.count, name.suffix(ending.count).elementsEqual(ending) else {
        continue
      }
      let rest = name.dropLast(ending.count)
      if rest.last == UInt8(ascii: ".") { return String(rest.dropLast()) }
    }
    return String(name)
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
      hint: "allowed are https, http, mailto, tel, channel, term, drawing and files of Content/")
  }

  // MARK: The registry and the glossary

  private func channel(_ reference: LinkReference) -> Outcome {
    let name = String(reference.destination.dropFirst("channel:".count))
    switch surroundings.registry.fact(
      name, from: document.exchange, text: reference.text, language: language,
      place: ChannelRegistry.Place(
        ordinal: reference.ordinal, icons: route.href(toFile: surroundings.icons)))
    {
    case .success(let html):
      return Outcome(resolution: .wrapped(before: html.before, after: html.after), link: nil)
    case .failure(let problem):
      return broken(reference, problem.message, hint: problem.hint, rule: .unknownChannel)
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
        rule: .unknownTerm)
    }
    return Outcome(resolution: .wrapped(before: html.before, after: html.after), link: nil)
  }

  private func drawing(_ reference: LinkReference) -> Outcome {
    let name = String(reference.destination.dropFirst("drawing:".count))
    guard let drawing = surroundings.drawings[name] else {
      return broken(
        reference, "Content/drawings/ has no '\(name).yaml' that can be drawn",
        hint: didYouMean(
          name, among: surroundings.drawings.keys.sorted(), otherwise: "describe it there"),
        rule: .unknownDrawing)
    }
    guard reference.isImage else {
      return broken(
        reference, "a drawing cannot be linked to", hint: "show it: ![](\(reference.destination))")
    }
    var picture = DrawnPicture(drawing.map { $0[language.path] })
    if !reference.text.isEmpty { picture.says = reference.text }
    return Outcome(
      resolution: .drawing(
        svg: picture.svg(id: "_drawing-\(reference.ordinal)"), says: picture.says), link: nil)
  }

  private func broken(
    _ reference: LinkReference, _ message: String, hint: String?,
    rule: Diagnostic.Rule = .brokenLink
  ) -> Outcome {
    Outcome(
      resolution: .broken(
        Diagnostic(.error, rule, at: reference.location, message, hint: hint)),
      link: nil)
  }
}
