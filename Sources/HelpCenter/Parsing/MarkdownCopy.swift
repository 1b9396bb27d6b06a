import Diagnostics
import Markdown

/// An article as Markdown that any reader understands: what only this build knows is resolved in the
/// source, the rest stays as its author wrote it, tables too.
///
/// | in the source | in the copy |
/// |---|---|
/// | `[text](channel:id)` | text, value and date, linked where the page links it |
/// | `[text](term:id)` | text, with the definition as a footnote |
/// | `![](drawing:id)` | what the drawing says |
/// | links and pictures | addresses, absolute where the site has one |
/// | `{include: name}` | the snippet |
/// | `{caption: …}` | a line in bold |
/// | `{steps}`, `{faq}`, `{tabs}`, `{#id}` | nothing: the list or heading says it |
/// | `> [!NOTE] Title` | a quote that begins with the label and the title in bold |
struct MarkdownCopy {
  private let resolver: LinkResolver
  private let environment: MarkdownEnvironment
  private let baseURL: BaseURL?
  private var footnotes: [(id: String, text: String)] = []
  /// The terms that have a footnote.
  private var explained: Set<String> = []

  init(_ resolver: LinkResolver, baseURL: BaseURL?) {
    self.resolver = resolver
    environment = resolver.surroundings.environment(for: resolver)
    self.baseURL = baseURL
  }

  /// - Parameter source: valid, and free of errors, or nobody will see the copy.
  mutating func text(of source: MarkdownSource) -> String {
    let body = resolved(source, chain: [])
    let notes = footnotes.map { "[^\($0.id)]: \($0.text)\n" }.joined()
    return body.trimmingLines() + "\n" + (notes.isEmpty ? "" : "\n" + notes)
  }

  /// - Parameter chain: the snippets that are being included.
  private mutating func resolved(_ source: MarkdownSource, chain: [String]) -> String {
    let lines = String(decoding: source.bytes[source.bodyOffset...], as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var out: [String] = []
    var text: [String] = []
    func flush(_ copy: inout MarkdownCopy) {
      out.append(copy.inlines(text.joined(separator: "\n"), in: source.path))
      text = []
    }
    var fence: Substring?
    var callout: String?
    for line in lines {
      let content = line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
      if let open = fence {
        out.append(String(line))
        if content.hasPrefix(open) { fence = nil }
        continue
      }
      if let end = callout, !line.drop(while: { $0 == " " }).hasPrefix(">") {
        text.append(end)
        callout = nil
      }
      if content.hasPrefix("```") || content.hasPrefix("~~~") {
        if !text.isEmpty { flush(&self) }
        fence = content.prefix(3)
        out.append(String(line))
      } else if let marker = Self.marker(content) {
        if !text.isEmpty { flush(&self) }
        if let block = block(marker, chain) { out.append(block) }
      } else if let (label, end) = label(of: line, content) {
        text.append(label)
        callout = end
      } else {
        text.append(Self.withoutPinnedID(line))
      }
    }
    if let callout { text.append(callout) }
    if !text.isEmpty { flush(&self) }
    return out.joined(separator: "\n")
  }

  // MARK: Blocks

  /// `{name}` or `{name: argument}`, alone in its line.
  private static func marker(_ line: Substring) -> (name: Substring, argument: Substring)? {
    guard line.first == "{", line.last == "}" else { return nil }
    let inner = line.dropFirst().dropLast()
    let name = inner.prefix { $0 != ":" }
    guard ["steps", "faq", "tabs", "include", "caption"].contains(name) else { return nil }
    return (name, inner.dropFirst(name.count + 1).drop { $0 == " " })
  }

  private mutating func block(
    _ marker: (name: Substring, argument: Substring), _ chain: [String]
  ) -> String? {
    let argument = String(marker.argument)
    if marker.name == "caption" { return "**\(argument)**\n" }
    guard marker.name == "include", !chain.contains(argument),
      let snippet = environment.snippet(argument)
    else { return nil }
    return resolved(snippet.source, chain: chain + [argument]).trimmingLines()
  }

  /// The first line of a callout, and what stands at its end.
  private func label(of line: Substring, _ content: Substring) -> (line: String, end: String?)? {
    guard line.contains(">"), content.hasPrefix("[!"),
      let close = content.firstIndex(of: "]")
    else { return nil }
    let kind = content[content.index(content.startIndex, offsetBy: 2)..<close].lowercased()
    let title = content[content.index(after: close)...].drop { $0 == " " }
    let prefix = line.prefix(line.count - content.count)
    let label = environment.words["callout-" + kind] ?? kind
    let separator = title.isEmpty ? "" : environment.words["callout-separator"] ?? ": "
    let never = kind == "scam" ? environment.words["callout-scam-never"] : nil
    let quote = String(prefix).trimmingSpaces()
    return (
      "\(prefix)**\(label)\(separator)\(title)**\n\(quote)",
      never.map { "\(quote)\n\(prefix)\($0)" }
    )
  }

  /// A heading without the `{#id}` at its end.
  private static func withoutPinnedID(_ line: Substring) -> String {
    guard line.hasPrefix("#"), line.hasSuffix("}"), let open = line.lastIndex(of: "{"),
      line[open...].hasPrefix("{#")
    else { return String(line) }
    return String(line[..<open]).trimmingSpaces()
  }

  // MARK: Links

  /// The text with its links resolved. What stands around a link is known when the link begins, so
  /// pictures within pictures, however deep, are written in one pass.
  private mutating func inlines(_ text: String, in path: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var out: [UInt8] = []
    var open: [(close: Int, end: Int, suffix: String)] = []
    var reader = LinkReader(text)
    var place = 0
    while place < reader.bytes.count {
      if let link = open.last, place >= link.close {
        out += link.suffix.utf8
        place = link.end
        open.removeLast()
      } else if let link = reader.link(at: place) {
        let (prefix, suffix) = surroundings(of: link, in: path)
        out += prefix.utf8
        open.append((link.close, link.end, suffix))
        place = link.start
      } else {
        let next = min(reader.afterUnit(at: place), open.last?.close ?? .max)
        out += reader.bytes[place..<next]
        place = next
      }
    }
    while let link = open.popLast() { out += link.suffix.utf8 }
    return String(decoding: out, as: UTF8.self)
  }

  /// What stands before and behind a link's text.
  private mutating func surroundings(
    of link: LinkReader.Link, in path: String
  ) -> (before: String, after: String) {
    // Of the text, only whether there is any makes a difference.
    let reference = LinkReference(
      destination: link.destination, text: link.isEmpty ? "" : "…", isImage: link.isImage,
      location: SourceLocation(path: path))
    switch resolver.resolve(reference).resolution {
    case .url(let url): return ("[", "](\(absolute(url)))")
    case .picture(let picture): return ("![", "](\(absolute(picture.url)))")
    case .video(let video): return ("[", "](\(absolute(video.url)))")
    case .videoCard(let url, _): return ("[", "](\(url))")
    case .broken: return ("", "")
    case .drawing(_, let says): return ("", link.isEmpty ? says : "")
    case .wrapped(let before, let after):
      if link.destination.hasPrefix("term:") {
        return term(String(link.destination.dropFirst("term:".count)), isEmpty: link.isEmpty)
      }
      return fact(before, after)
    }
  }

  /// Without the HTML: the value linked as on the page, and behind it the date.
  private func fact(_ before: String, _ after: String) -> (before: String, after: String) {
    let after = withoutSigns(after)
    guard let start = before.firstRange(of: "href=\"")?.upperBound,
      let end = before[start...].firstIndex(of: "\""), let close = after.firstRange(of: "</a>")
    else { return ("", plain(after)) }
    let value = plain(String(after[..<close.lowerBound]))
    let seal = plain(String(after[close.upperBound...]))
    return ("[", "\(value)](\(plain(String(before[start..<end]))))\(seal)")
  }

  /// What stands behind a sign on the page stands in brackets in the copy.
  private func withoutSigns(_ html: String) -> String {
    var pieces: [Substring] = []
    var rest = html[...]
    while let sign = rest.firstRange(of: "<button"), let start = rest.firstRange(of: "<small"),
      let text = rest[start.upperBound...].firstIndex(of: ">"),
      let end = rest[text...].firstRange(of: "</small>")
    {
      let isChinese = resolver.language.tag.hasPrefix("zh")
      pieces += [rest[..<sign.lowerBound], isChinese ? "（" : " ("]
      pieces += [rest[rest.index(after: text)..<end.lowerBound], isChinese ? "）" : ")"]
      rest = rest[end.upperBound...]
    }
    return (pieces + [rest]).joined()
  }

  private mutating func term(_ id: String, isEmpty: Bool) -> (before: String, after: String) {
    guard let term = resolver.surroundings.glossary.terms.first(where: { $0.id == id }) else {
      return ("", "")
    }
    let language = resolver.language.path
    let name = isEmpty ? term.name[language] : ""
    guard explained.insert(id).inserted else { return (name, "") }
    footnotes.append((id, "\(term.name[language]): \(term.definition[language])"))
    return (name, "[^\(id)]")
  }

  /// The text of a piece of HTML.
  private func plain(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return html
    }
    var text: [UInt8] = []
    var isTag = false
    for byte in html.utf8 {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { text.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return signs.reduce(String(decoding: text, as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }
  }

  /// A copy is read far from its page.
  private func absolute(_ url: String) -> String {
    guard let baseURL, LinkResolver.scheme(of: url) == nil else { return url }
    if url.hasPrefix("#") { return baseURL.absolute(resolver.route) + url }
    var rest = url[...]
    var climbs = 0
    while rest.utf8.starts(with: "../".utf8) {
      rest = rest.dropFirst(3)
      climbs += 1
    }
    if rest.utf8.starts(with: "./".utf8) { rest = rest.dropFirst(2) }
    let folders = resolver.route.path.split(separator: "/").dropLast(climbs)
    return baseURL.origin + baseURL.path + folders.map { $0 + "/" }.joined() + rest
  }
}

extension String {
  /// Without empty lines at either end.
  fileprivate func trimmingLines() -> String {
    var text = self[...]
    while text.first?.isNewline == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
