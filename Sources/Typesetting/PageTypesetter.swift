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
    var name: Range<Int>
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
    let start = at
    let end = endOfTag(from: start)
    let isEnd = start + 1 < page.count && page[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < end, page[nameEnd].isNameByte { nameEnd += 1 }
    let name = nameStart..<nameEnd
    at = end
    if isEnd {
      if isTermOpen, let top = open.last, top.isDefinition, page[top.name].elementsEqual(page[name])
      {
        open.removeLast()
        out += page[start..<end]
        closeTerm()
        return
      }
      close(name)
      out += page[start..<end]
      return
    }
    if Self.leftAlone.contains(where: { page[name].elementsEqual($0.utf8) }) {
      at = endOfElement(name, from: end)
      out += page[start..<at]
      return
    }
    push(name, start..<end)
    out += page[start..<end]
  }

  /// A `time` without an attribute may hold nothing but text (HTML, the time element), and the theme keeps it on a line.
  private static let leftAlone: [String] = [
    "head", "script", "style", "svg", "template", "textarea", "select", "pre", "noscript", "time",
  ]
  private static let void: [String] = [
    "br", "img", "input", "hr", "wbr", "source", "track", "link", "meta",
  ]
  /// Classes of the theme whose children are parts of a row.
  private static let rows: Set<String> = [
    "btn", "go", "tool", "tag", "pill", "sos", "brand", "digits", "no",
  ]

  private func endOfTag(from start: Int) -> Int {
    var quote: UInt8?
    var place = start + 1
    while place < page.count {
      let byte = page[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      }
      place += 1
    }
    return page.count
  }

  /// Behind the end tag; an `svg` holds none of its kind here.
  private func endOfElement(_ name: Range<Int>, from start: Int) -> Int {
    let closing = Array("</".utf8) + page[name]
    var place = start
    while let next = page[place...].firstIndex(of: UInt8(ascii: "<")) {
      if page[next...].starts(with: closing) { return endOfTag(from: next) }
      place = next + 1
    }
    return page.count
  }

  private mutating func push(_ name: Range<Int>, _ tag: Range<Int>) {
    guard page[name.lowerBound] != UInt8(ascii: "!"), !name.isEmpty,
      !Self.void.contains(where: { page[name].elementsEqual($0.utf8) })
    else { return }
    let parent = open.last
    let classes = value(of: Self.classKey, in: tag)
    let language: Language =
      switch value(of: Self.languageKey, in: tag) {
      case nil: parent?.language ?? .other
      case .some(let tag) where tag.hasPrefix("ko"): .korean
      case .some(let tag) where tag.hasPrefix("zh"): .chinese
      default: .other
      }
    let isHeading =
      name.count == 2 && page[name.lowerBound] == UInt8(ascii: "h")
      && (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(page[name.lowerBound + 1])
    let isParts =
      classes?.split(separator: " ").contains { Self.rows.contains(String($0)) } ?? false
    if classes == "term", !isTermOpen {
      out += "<span class=\"k\">".utf8
      isTermOpen = true
    }
    open.append(
      Element(
        name: name, language: language, isHeading: isHeading || parent?.isHeading == true,
        isParts: isParts, isDefinition: classes == "def"))
  }

  private mutating func close(_ name: Range<Int>) {
    guard let place = open.lastIndex(where: { page[$0.name].elementsEqual(page[name]) }) else {
      return
    }
    open.removeSubrange(place...)
  }

  private static let classKey = Array(" class=\"".utf8)
  private static let languageKey = Array(" lang=\"".utf8)

  private func value(of wanted: [UInt8], in tag: Range<Int>) -> String? {
    var place = tag.lowerBound
    while place + wanted.count < tag.upperBound {
      if page[place] == 0x20, page[place...].starts(with: wanted) {
        let start = place + wanted.count
        let end = page[start..<tag.upperBound].firstIndex(of: UInt8(ascii: "\"")) ?? start
        return String(decoding: page[start..<end], as: UTF8.self)
      }
      place += 1
    }
    return nil
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

extension UInt8 {
  fileprivate var isNameByte: Bool {
    (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || (0x30...0x39).contains(self)
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "!")
  }
}

/// What belongs to the word before it: a Korean particle, a closing sign, an English ending.
enum Particles {
  /// Longer ones are words.
  private static let limit = 14

  /// - Returns: how many of the scalars; 0 where the next word begins at once.
  static func length(in text: [Unicode.Scalar]) -> Int {
    var length = 0
    while length < text.count, length <= limit {
      let scalar = text[length]
      guard !scalar.properties.isWhitespace, !scalar.isHan,
        !"（(“‘「《【".unicodeScalars.contains(scalar)
      else { break }
      length += 1
    }
    return length > limit ? 0 : length
  }
}

/// The pieces of a text that get an element of their own.
struct TextSpans {
  struct Span: Equatable {
    var range: Range<Int>
    var opening: String
  }

  /// Hangul of at most so many characters is a name, which stays whole; a longer text may break at
  /// its spaces.
  private static let nameLength = 14

  static func spans(in text: [Unicode.Scalar], marksHangul: Bool) -> [Span] {
    var spans = KeptRuns.runs(in: text).map { Span(range: $0, opening: "<span class=\"k\">") }
    guard marksHangul else { return spans }
    for run in hangulRuns(in: text) {
      // A number with a Korean unit is one piece.
      var range = run
      spans.removeAll { span in
        guard span.range.overlaps(range) else { return false }
        range =
          min(
            range.lowerBound, span.range.lowerBound)..<max(range.upperBound, span.range.upperBound)
        return true
      }
      let isKept = range.count <= nameLength
      spans.append(Span(range: range, opening: "<span\(isKept ? " class=\"k\"" : "") lang=\"ko\">"))
    }
    return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Hangul with the spaces and signs between its words: `1:1 문의하기`, `더보기 > 인증/보안`.
  private static func hangulRuns(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var at = 0
    while at < text.count {
      guard text[at].isHangul else {
        at += 1
        continue
      }
      var end = at + 1
      var next = end
      while next < text.count, next - end <= 3 {
        if text[next].isHangul {
          next += 1
          end = next
        } else if " /·.,-".unicodeScalars.contains(text[next]) {
          next += 1
        } else {
          break
        }
      }
      var start = at
      if start > 1, text[start - 1] == " ", text[start - 2].isDigit {
        var number = start - 2
        while number > 0, text[number - 1].isDigit || text[number - 1] == ":" { number -= 1 }
        if text[number..<start].contains(":") { start = number }
      }
      runs.append(start..<end)
      at = end
    }
    return runs
  }
}
