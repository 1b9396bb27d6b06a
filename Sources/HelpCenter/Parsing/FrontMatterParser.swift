import Contacts
import Diagnostics

/// Finds and reads the YAML between two `---` lines at the head of a Markdown file.
enum FrontMatterParser {
  /// The front matter's text and the byte at which the Markdown begins.
  struct Split {
    var yaml: String
    var bodyOffset: Int
  }

  /// - Throws: the finding, when there is no complete front matter.
  static func split(_ file: SourceFile) throws(Diagnostic) -> Split {
    guard String(validating: file.bytes, as: UTF8.self) != nil else { throw invalidUTF8(file) }
    let bytes = file.bytes
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let opening = line(of: bytes, at: offset), isFence(bytes[offset..<opening.end]) else {
      throw Diagnostic(
        .error, .frontMatterMissing, at: SourceLocation(path: file.path),
        "the file does not begin with front matter",
        hint: hintForDashes(bytes[offset...])
          ?? "begin it with a line '---', then 'title: …', then a line '---'")
    }
    offset = opening.next
    let start = offset
    var dashes: String?
    while let current = line(of: bytes, at: offset) {
      if isFence(bytes[offset..<current.end]) {
        return Split(
          yaml: String(decoding: bytes[start..<offset], as: UTF8.self), bodyOffset: current.next)
      }
      dashes = dashes ?? hintForDashes(bytes[offset...])
      offset = current.next
    }
    throw Diagnostic(
      .error, .frontMatterUnclosed, at: SourceLocation(path: file.path),
      "the front matter that begins here is never closed",
      hint: dashes ?? "add a line '---' after its last key")
  }

  /// `－－－`, `———`, `—-`: what input methods and word processors make of three hyphens.
  private static func hintForDashes(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let first = bytes.first, first == 0x2D || first >= 0xE2 else { return nil }
    let line = String(decoding: bytes.prefix(24).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
      .filter { $0 != " " }
    let isDash = { (sign: Unicode.Scalar) in
      sign == "-" || (0x2010...0x2015).contains(sign.value)
        || "−－ー─━ㅡ".unicodeScalars.contains(sign)
    }
    guard !line.isEmpty, line.unicodeScalars.count <= 6, line.unicodeScalars.allSatisfy(isDash),
      line != "-"
    else { return nil }
    return "'\(line)' is not three hyphens: write '---'"
  }

  private static func line(of bytes: [UInt8], at offset: Int) -> (end: Int, next: Int)? {
    guard offset < bytes.count else { return nil }
    let end = bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    var next = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next = end + 2 }
    return (end, next)
  }

  /// `---`, with nothing but white space behind it.
  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D])
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  static func parse(
    _ yaml: String, of id: DocumentID, path: String, languages: [String], clock: SiteClock
  ) -> (value: FrontMatter?, diagnostics: [Diagnostic]) {
    let document: YAMLDocument
    do {
      document = try YAMLDocument(yaml, path: path, linesAbove: 1)
    } catch {
      return (nil, [error])
    }
    let reader = MappingReader(root: document)
    let title = reader.requiredString("title", hint: "the page's heading, as 'title: …'")
    let description = reader.requiredString(
      "description", hint: "one or two sentences that stand under the title and in search results")
    let updated = reader.date("updated")
    if updated == nil, reader.keyLocation("updated") == nil {
      reader.missing("updated", hint: "the day of the last change, as 'updated: 2026-11-21'")
    }
    checkCategory(reader, id)
    var frontMatter = FrontMatter(
      title: title?.value ?? "", description: description?.value ?? "",
      updated: updated?.value ?? CalendarDate(daysSince1970: 0)!)
    frontMatter.tags = reader.strings("tags").map(\.value)
    frontMatter.keywords = reader.strings("keywords").map(\.value)
    frontMatter.order = reader.integer("order", in: 0...9999)
    frontMatter.problem = reader.choice("problem", ReaderProblem.self)
    readPublishing(reader, into: &frontMatter, clock)
    // A text that is written ahead is dated the day on which readers get it.
    let latest = max(clock.today, frontMatter.publish?.date ?? clock.today)
    if let updated, let date = PartialDate(updated.value.description) {
      reader.reportFuture(Located(value: date, location: updated.location), clock, latest: latest)
    }
    frontMatter.sources = sources(reader, clock)
    frontMatter.banner = banner(reader, of: id, frontMatter)
    frontMatter.aliases = aliases(reader, languages)
    frontMatter.considered = reader.considered()
    frontMatter.translatedFrom = language("translated-from", reader, languages, otherThan: path)
    reader.finish()
    let complete = title != nil && description != nil && updated != nil
    return (complete ? frontMatter : nil, reader.diagnostics)
  }

  private static func checkCategory(_ reader: MappingReader, _ id: DocumentID) {
    guard let category = reader.string("category") else { return }
    switch id.kind {
    case .article(let folder) where category.value != folder:
      reader.report(
        .categoryMismatch, at: category.location,
        "'category: \(category.value)' is not the folder '\(folder)' that the file is in",
        hint: "move the file, or leave the key out")
    case .article: break
    case .notice, .urgent:
      reader.report(
        .categoryMismatch, at: category.location, "this page belongs to no category",
        hint: "leave the key out")
    }
  }

  private static func readPublishing(
    _ reader: MappingReader, into frontMatter: inout FrontMatter, _ clock: SiteClock
  ) {
    frontMatter.draft = reader.bool("draft") ?? false
    let publish = reader.moment("publish")
    let expires = reader.moment("expires")
    frontMatter.publish = publish?.value
    frontMatter.expires = expires?.value
    let review = reader.date("review-by")
    frontMatter.reviewBy = review?.value
    if let publish {
      reader.reportFar(publish.value.date, at: publish.location, years: 3, clock, "nobody sees it")
    }
    if let review {
      reader.reportFar(review.value, at: review.location, years: 10, clock, "nobody is reminded")
    }
    if let publish, let expires, expires.value.ends(before: publish.value) {
      reader.report(
        .badDate, at: expires.location, "the page expires before it is published",
        hint: "'publish' is \(publish.value)")
    }
  }

  /// `banner: true` on a notice; its days are those of the notice, unless it has its own.
  private static func banner(
    _ reader: MappingReader, of id: DocumentID, _ frontMatter: FrontMatter
  ) -> Banner? {
    let isBanner = reader.bool("banner") ?? false
    let from = reader.moment("banner-from")
    let until = reader.moment("banner-until")
    guard isBanner, let place = reader.keyLocation("banner") else { return nil }
    guard id.kind == .notice else {
      reader.report(
        .badValue, at: place, "only a notice can be a banner",
        hint: "leave the key out, or write a notice")
      return nil
    }
    guard let last = until?.value ?? frontMatter.expires else {
      // One that cannot be read has been reported.
      if reader.node("banner-until") == nil, reader.node("expires") == nil {
        reader.missing(
          "banner-until", hint: "the banner's last day, as 'banner-until: 2026-11-25', or 'expires'"
        )
      }
      return nil
    }
    let first = from?.value ?? frontMatter.publish
    if let first, last.ends(before: first) {
      reader.report(
        .badDate, at: until?.location ?? from?.location ?? place,
        "the banner ends before it begins",
        hint: "'banner-from' is the first day, 'banner-until' the last")
    }
    return Banner(from: first, until: last)
  }

  private static func sources(
    _ reader: MappingReader, _ clock: SiteClock
  ) -> [SourceReference] {
    reader.nodes("sources").compactMap { node in
      if node.scalar != nil {
        return reader.text(of: node, what: "a source").map {
          SourceReference(name: $0.value, url: nil, date: nil, confidence: .reported)
        }
      }
      return reader.mapping(of: node, what: "a source") { item in
        let name = item.requiredString("name", hint: "what the source is called")
        let url = ContactParser.httpsURL("url", item)
        let date = item.partialDate("date", notAfter: clock)
        let confidence = item.choice("confidence", Confidence.self) ?? .reported
        return name.map {
          SourceReference(name: $0.value, url: url, date: date, confidence: confidence)
        }
      }
    }
  }

  private static func aliases(
    _ reader: MappingReader, _ languages: [String]
  ) -> [Located<String>] {
    reader.strings("aliases").filter { alias in
      guard let fault = fault(ofAlias: alias.value, languages) else { return true }
      reader.report(
        .badAlias, at: alias.location, "'\(alias.value)' is not an address of this site: \(fault)",
        hint: "write it from the site's root, for example /\(languages[0])/upbit/old-name/")
      return false
    }
  }

  /// What keeps an old address from being a path below the site's root that every host would serve.
  private static func fault(ofAlias alias: String, _ languages: [String]) -> String? {
    let segments = alias.split(separator: "/", omittingEmptySubsequences: false)
    guard segments.count > 2, segments.first?.isEmpty == true, segments.last?.isEmpty == true else {
      return "it begins and ends with '/'"
    }
    let inside = segments.dropFirst().dropLast()
    guard let language = inside.first, languages.contains(String(language)) else {
      return "its first part is a language: \(languages.joined(separator: ", "))"
    }
    guard inside.count > 1 else { return "a language's own page is none" }
    for segment in inside {
      if segment.isEmpty { return "'//' cannot stand in it" }
      if segment.hasPrefix(".") { return "no part of it begins with a dot" }
      let isRefused = { (scalar: Unicode.Scalar) in
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
          || "?#%\"<>\\".unicodeScalars.contains(scalar)
      }
      if let scalar = segment.unicodeScalars.first(where: isRefused) {
        return "'\(scalar)' cannot stand in it"
      }
    }
    return nil
  }

  private static func language(
    _ key: String, _ reader: MappingReader, _ languages: [String], otherThan path: String
  ) -> String? {
    guard let text = reader.string(key) else { return nil }
    if path.hasSuffix(".\(text.value).md") {
      reader.report(
        .unknownLanguage, at: text.location, "'\(text.value)' is the language of this text itself",
        hint: "name the language that it was made from, or leave the key out")
      return nil
    }
    guard languages.contains(text.value) else {
      reader.report(
        .unknownLanguage, at: text.location, "'\(text.value)' is no language of this site",
        hint: didYouMean(
          text.value, among: languages, otherwise: "one of: \(languages.joined(separator: ", "))"))
      return nil
    }
    return text.value
  }
}
