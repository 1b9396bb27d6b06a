import Contacts
import Diagnostics

/// What a file under `Content/` is, told by its path alone.
enum ContentPath: Sendable, Hashable {
  case site
  case categories
  case holidays(calendar: String)
  case emergency(country: String)
  case exchange(String)
  case contact(String)
  case document(DocumentID, language: String)
  case glossary
  case trustedSites
  case trustedContacts
  case knownFakes
  /// What editors tell the search of a language.
  case search(language: String)
  /// A picture that is drawn from its description.
  case drawing(String)
  /// A site's own words in place of the theme's.
  case words(language: String)
  /// A passage that articles share.
  case snippet(String, language: String)
  /// A picture or other file beside the articles, served as it is.
  case attachment
  /// A file that is published at the site's root as it is.
  case rootFile
  /// The authors' guide.
  case ignored

  /// Reads the path of a file relative to `Content/`.
  /// - Throws: the finding, when no content file can have this name.
  init(_ relative: String, languages: [Language]) throws(Diagnostic) {
    let parts = relative.normalizedToNFC().split(separator: "/").map(String.init)
    let place = SourceLocation(path: "Content/" + relative)
    switch (parts.count, parts.first ?? "", parts.last ?? "") {
    case (1, "README.md", _): self = .ignored
    case (2..., "root", _):
      guard parts[1] != "assets" else {
        throw Diagnostic(
          .error, .reservedSlug, at: place,
          "browsers keep what is in 'assets/' for good, and this file has no fingerprint",
          hint: "put it in another folder of Content/root/, or beside an article")
      }
      self = .rootFile
    case (1, "site.yaml", _): self = .site
    case (1, "categories.yaml", _): self = .categories
    case (1, "glossary.yaml", _): self = .glossary
    case (1, "trusted-sites.yaml", _): self = .trustedSites
    case (1, "trusted-contacts.yaml", _): self = .trustedContacts
    case (1, "known-fakes.yaml", _): self = .knownFakes
    case (2, "holidays", let file) where file.hasSuffix(".yaml"):
      self = .holidays(calendar: String(file.dropLast(5)))
    case (2, "emergency", let file) where file.hasSuffix(".yaml"):
      self = .emergency(country: String(file.dropLast(5)))
    case (2, "drawings", let file) where file.hasSuffix(".yaml"):
      let slug = String(file.dropLast(5))
      try Self.check(slug: slug, at: place)
      self = .drawing(slug)
    case (2, "search", let file)
    where languages.contains { file == "\($0.path).yaml" }:
      self = .search(language: String(file.dropLast(5)))
    case (2, "words", let file)
    where languages.contains { file == "\($0.path).yaml" }:
      self = .words(language: String(file.dropLast(5)))
    case (2, let exchange, "exchange.yaml"), (2, let exchange, "section.yaml"):
      try Self.check(slug: exchange, at: place)
      guard !Route.isReserved(exchange) else {
        throw Diagnostic(
          .error, .reservedSlug, at: place,
          "'\(exchange)' is an address that the site itself uses",
          hint: "choose another name for the folder")
      }
      self = .exchange(exchange)
    case (2, let exchange, "contact.yaml"): self = .contact(exchange)
    case (_, _, let file) where file.hasSuffix(".md"):
      self = try Self.document(parts, file: file, languages: languages, at: place)
    case (2..., _, let file) where Self.isMedia(file): self = .attachment
    default: throw Self.unknown(parts, at: place)
    }
  }

  /// Files that an article may show or offer; anything else beside it is a mistake, and a page or
  /// script among them would be published under the site's own name.
  private static func isMedia(_ file: String) -> Bool {
    let kinds = [
      "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "mp4", "webm", "vtt", "pdf",
    ]
    return kinds.contains(file.split(separator: ".").last.map { $0.lowercased() } ?? "")
  }

  private static func document(
    _ parts: [String], file: String, languages: [Language], at place: SourceLocation
  ) throws(Diagnostic) -> ContentPath {
    let stem = file.dropLast(3)
    guard let dot = stem.lastIndex(of: "."),
      let language = languages.first(where: { $0.path == stem[stem.index(after: dot)...] })
    else {
      let suffixes = languages.map { ".\($0.path).md" }.joined(separator: ", ")
      throw Diagnostic(
        .error, .languageSuffix, at: place, "the file's name does not say its language",
        hint: "end it with one of \(suffixes)")
    }
    let slug = String(stem[..<dot])
    try check(slug: slug, at: place)
    switch parts.count {
    case 2 where parts[0] == "snippets": return .snippet(slug, language: language.path)
    case 2 where slug == "urgent":
      let id = DocumentID(exchange: parts[0], kind: .urgent, slug: slug)
      return .document(id, language: language.path)
    case 3 where parts[1] == "notices":
      guard CalendarDate(slug.prefix(10)) != nil, slug.dropFirst(10).hasPrefix("-"),
        slug.utf8.count > 11
      else {
        throw Diagnostic(
          .error, .noticeName, at: place, "a notice's name must begin with its date",
          hint: "for example 2026-11-21-maintenance.\(language.path).md")
      }
      let id = DocumentID(exchange: parts[0], kind: .notice, slug: slug)
      return .document(id, language: language.path)
    case 3,
      4 where parts[1] != "notices":
      guard !Route.isReserved(slug) else {
        throw Diagnostic(
          .error, .reservedSlug, at: place, "'\(slug)' is an address that the site itself uses",
          hint: "choose another name for the file")
      }
      let id = DocumentID(
        exchange: parts[0],
        kind: .article(category: parts[1..<parts.count - 1].joined(separator: "/")),
        slug: slug)
      return .document(id, language: language.path)
    case 5... where parts[1] != "notices":
      throw Diagnostic(
        .error, .unknownFile, at: place,
        "categories nest one level deep, and this folder is deeper",
        hint: "move the file to \(parts.prefix(3).joined(separator: "/"))/")
    default: throw unknown(parts, at: place)
    }
  }

  /// A slug is what stands in the address bar: letters and digits in lower case and hyphens.
  private static func check(slug: String, at place: SourceLocation) throws(Diagnostic) {
    let valid =
      slug.unicodeScalars.allSatisfy { scalar in
        scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.isGraphemeExtend
      } && slug == slug.lowercased() && !slug.hasPrefix("-") && !slug.hasSuffix("-")
      && !slug.isEmpty
    guard !valid else { return }
    let suggestion = String(
      slug.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    ).split(separator: "-").joined(separator: "-")
    throw Diagnostic(
      .error, .slug, at: place,
      "'\(slug)' cannot be an address: use lower-case letters, digits and hyphens",
      hint: suggestion.isEmpty ? "name it by a word or two" : "rename it to '\(suggestion)'")
  }

  /// YAML and Markdown under a wrong name are content that its author would miss: an error. Any
  /// other file is only not used.
  private static func unknown(_ parts: [String], at place: SourceLocation) -> Diagnostic {
    let file = parts.last ?? ""
    guard [".yaml", ".yml", ".md"].contains(where: file.hasSuffix) else {
      return Diagnostic(
        .warning, .unusedFile, at: place, "the file is not used and not published",
        hint: "beside articles stand pictures, films, captions and PDF; remove anything else")
    }
    let names = [
      "site.yaml", "categories.yaml", "glossary.yaml", "trusted-sites.yaml",
      "trusted-contacts.yaml", "known-fakes.yaml", "section.yaml", "exchange.yaml",
      "contact.yaml",
    ]
    return Diagnostic(
      .error, .unknownFile, at: place, "no content file has this name in this place",
      hint: didYouMean(
        file, among: names, otherwise: "Content/README.md lists the files and folders of a site"))
  }
}
