/// Sets the text of a finished page so that lines break where a reader of its language would break them.
///
/// 1. The page is read once, tag by tag; what stands in `head`, `script`, `svg` and the like is left
///    as it is, and so is a fragment without `<!doctype`.
/// 2. Dates and quantities (`KeptRuns`) get a `<span class="k">`, which the theme does not break.
/// 3. Hangul in a text of another language gets `lang="ko"`; a name that is short enough stays whole.
/// 4. Chinese headings get a `<wbr>` between the words of `HanWords`, and the theme breaks them nowhere
///    else.
/// 5. A glossary term is kept together with the particle or full stop behind it.
///
/// No character is added to the text of a page: what is found, copied or read aloud stays the same.
public struct PageTypesetter {
  /// Open elements, innermost last.
  private struct Element {
    var name: PackedName
    var language: Language
    var isHeading: Bool
    /// Its children are laid out one by one, so a span would become one of them.
    var isParts: Bool
    /// The definition behind a term, with which the kept piece may end.
    var isDefinition: Bool
  }

  private enum Language { case korean, chinese, other }

  private let page: [UInt8]
  private var out: [UInt8] = []
  private var open: [Element] = []
  private var isTermOpen = false
  private var at = 0

  private init(_ page: [UInt8]) {
    self.page = page
    out.reserveCapacity(page.count + page.count / 16)
  }

  public static func set(_ page: [UInt8]) -> [UInt8] {
    guard page.starts(with: "<!".utf8) else { return page }
    var typesetter = PageTypesetter(page)
    typesetter.run()
    return typesetter.out
  }

  private mutating func run() {
    while at < page.count {
      if page[at] == UInt8(ascii: "<") {
        tag()
      } else {
        let end = page[at...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
        text(at..<end)
        at = end
      }
    }
  }

  // MARK: Tags

  /// Takes in one tag, or a whole element that is left alone.
  private mutating func tag() {
    let tag = PageTag(in: page, at: at)
    let start = at
    at = tag.end
    if tag.isEnd {
      let endsTerm = isTermOpen && open.last.map { $0.isDefinition && $0.name == tag.name } ?? false
      if endsTerm { open.removeLast() } else { close(tag.name) }
      out += page[start..<at]
      if endsTerm { closeTerm() }
      return
    }
    if Self.leftAlone.contains(tag.name) {
      at = endOfElement(page[tag.nameBytes], from: at)
    } else {
      push(tag)
    }
    out += page[start..<at]
  }

  /// A `time` without an attribute may hold nothing but text (HTML, the time element), and the theme keeps it on a line.
  private static let leftAlone = [
    "head", "script", "style", "svg", "template", "textarea", "select", "pre", "noscript", "time",
  ].map(PackedName.init)
  private static let void = [
    "br", "img", "input", "hr", "wbr", "source", "track", "link", "meta",
  ].map(PackedName.init)
  /// Classes of the theme whose children are parts of a row.
  private static let rows = [
    "btn", "go", "tool", "tag", "pill", "sos", "brand", "digits", "no",
  ].map(PackedName.init)
  private static let term = PackedName("term")
  private static let definition = PackedName("def")

  /// Behind the end tag; an `svg` holds none of its kind here.
  private func endOfElement(_ name: ArraySlice<UInt8>, from start: Int) -> Int {
    let closing = Array("</".utf8) + name
    var place = start
    while let next = page[place...].firstIndex(of: UInt8(ascii: "<")) {
      if page[next...].starts(with: closing) { return PageTag(in: page, at: next).end }
      place = next + 1
    }
    return page.count
  }

  private mutating func push(_ tag: PageTag) {
    guard !tag.nameBytes.isEmpty, page[tag.nameBytes.lowerBound] != UInt8(ascii: "!"),
      !Self.void.contains(tag.name)
    else { return }
    let parent = open.last
    let classes = page[tag.classes].split(separator: UInt8(ascii: " ")).map(PackedName.init)
    let isHeading =
      tag.nameBytes.count == 2 && page[tag.nameBytes.lowerBound] == UInt8(ascii: "h")
      && (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(page[tag.nameBytes.lowerBound + 1])
    if classes == [Self.term], !isTermOpen {
      out += "<span class=\"k\">".utf8
      isTermOpen = true
    }
    open.append(
      Element(
        name: tag.name, language: language(of: tag) ?? parent?.language ?? .other,
        isHeading: isHeading || parent?.isHeading == true,
        isParts: classes.contains { Self.rows.contains($0) },
        isDefinition: classes == [Self.definition]))
  }

  private func language(of tag: PageTag) -> Language? {
    guard let range = tag.language else { return nil }
    if page[range].starts(with: "ko".utf8) { return .korean }
    return page[range].starts(with: "zh".utf8) ? .chinese : .other
  }

  private mutating func close(_ name: PackedName) {
    guard let place = open.lastIndex(where: { $0.name == name }) else { return }
    open.removeSubrange(place...)
  }

  // MARK: Terms

  /// Takes what belongs to the term along, and ends the piece that is kept.
  private mutating func closeTerm() {
    isTermOpen = false
    let end = page[at...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
    let behind = Array(String(decoding: page[at..<end], as: UTF8.self).unicodeScalars)
    let length = Particles.length(in: behind)
    let bytes = String(String.UnicodeScalarView(behind[..<length])).utf8
    out += bytes
    out += "</span>".utf8
    at += bytes.count
  }

  // MARK: Text

  private mutating func text(_ range: Range<Int>) {
    let language = open.last?.language ?? .other
    let isHeading = open.last?.isHeading ?? false
    guard !open.isEmpty, open.last?.isParts == false,
      mayNeed(page[range], language, isHeading: isHeading)
    else {
      out += page[range]
      return
    }
    let scalars = Array(String(decoding: page[range], as: UTF8.self).unicodeScalars)
    let spans = TextSpans.spans(
      in: scalars, marksHangul: language != .korean)
    let cuts = isHeading && language == .chinese ? HanWords.cuts(in: scalars) : []
    guard !spans.isEmpty || !cuts.isEmpty else {
      out += page[range]
      return
    }
    var next = spans[...]
    for (place, scalar) in scalars.enumerated() {
      if let span = next.first, span.range.upperBound == place {
        out += "</span>".utf8
        next.removeFirst()
      }
      let isInside = next.first.map { $0.range.lowerBound < place } ?? false
      if !isInside, cuts.contains(place) { out += "<wbr>".utf8 }
      if let span = next.first, span.range.lowerBound == place { out += span.opening.utf8 }
      out += UTF8.encode(scalar) ?? UTF8.encode("\u{FFFD}")!
    }
    if !next.isEmpty { out += "</span>".utf8 }
  }

  /// Most texts hold nothing that is set, and need not be decoded.
  private func mayNeed(_ bytes: ArraySlice<UInt8>, _ language: Language, isHeading: Bool) -> Bool {
    if isHeading, language == .chinese { return true }
    return bytes.contains { byte in
      (0x30...0x39).contains(byte) || (language != .korean && (0xEA...0xED).contains(byte))
    }
  }
}
