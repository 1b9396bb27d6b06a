import Diagnostics
import Foundation
import Testing

@testable import Markdown

/// Texts put together from everything that the extensions look at. A few hundred are rendered in
/// every run; with HELPCENTER_FUZZ_SECONDS, as many as fit into that time.
struct DialectFuzzTests {
  static let words = [
    "가나", "출금", "은", "를", "提现", "之后", "漢", "かな", "a", "OTP", "3", "e\u{301}", "👨‍👩‍👧", "\u{A0}",
    "\u{3000}", "\u{16EB}", "\u{FEFF}", "\0",
    " ", " ", " ", "\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "\t", "    ",
  ]
  static let signs = [
    "*", "**", "***", "****", "_", "__", "\"", "'", "“", "”", "‘", "’", "「", "」", "（", "）", "(",
    ")", "。", "，", "！", ".", "!", "?", "…", "——", "·", "%", "~", "#", "\\", "\\*", "\\|", "&lt;",
    "&#42;", "&", "<", ">",
    "`", "``", "`c|d`", "[", "]", "![", "](", "](x.md)", "](lost)", "](p:a.png)", "](v:f)",
    "](c:g)", "](w:h \"t\")", "[r]", "[r][]", "[a][r]", "![r]", "[**가**\"나\"]", "<b>", "</b>",
    "<!-- c -->", "<!--", "<https://a.b/가*(나>", "<script>", "<a\nb='*'>", "javascript:", "<kbd>",
    "</kbd>", "<sub>", "</sub>", "<br>",
    "<img src=x alt=y>", "<img src=x onerror=y>", "<abbr title='a'>", "</abbr>",
  ]
  static let lines = [
    "|", "|", "|", "|a|b|", "| - | - |", "|:-|-:|", "|-|-|", "|-|", "- | -", "a | b", "---", "===",
    "***", "- ", "  - ", "1. ", "2) ", "> ", ">", "> > ", "# ", "## ", "#### ", "{#id}", "{#가 나}",
    "```\n", "~~~ 가*(b\n", "    ",
    "{steps}", "{steps}\n1. a\n2. b\n", "{faq}", "{faq}\n- q\n\n  a\n", "{tabs}",
    "{tabs}\n- t\n\n  c\n", "{caption: 표 **\"가\"**은}", "{caption: }", "{include: s}",
    "{include: t}", "{include: loop}", "{include: none}", "{step}", "{x: y}",
    "> [!NOTE]", "> [!SCAM] t\n> ", "[!WARNING] ", "[!X]", "[r]: /b\n", "[r]: lost 'x'\n", "[r]:\n",
    "[**가**\"나\"]: w:x\n", "> [r]: p:q\n", "<div>\n", "</div>", "<details><summary>가</summary>\n",
    "</details>\n", "```js title=\"가\" {1}\n", "<!-- c -->\n", "<script>\n",
  ]

  static let snippets = [
    "s": "공유 **\"가\"**은 [a](lost)\n\n|a|[r]|\n|-|-|\n\n[r]: /s\n",
    "t": "> [!NOTE]\n> {include: s}\n>\n> <b>\n\n{include: s}\n",
    "loop": "{include: t}\n\n{include: loop}\n",
  ]

  static func text(_ seed: UInt64) -> MarkedText {
    var generator = SeededGenerator(seed: seed)
    let head = ["", "", "", "---\ntitle: 가**(나\n---\n⟧", "---\r\nx\r\n---\r\n⟧"].randomElement(
      using: &generator)!
    var text = head
    // Now and then one kind of piece prevails, which makes whole tables and long runs.
    let bias = Int.random(in: 0...4, using: &generator)
    for _ in 0...Int.random(in: 0...60, using: &generator) {
      switch Int.random(in: 0...9, using: &generator) + (bias == 4 ? 4 : 0) {
      case 0..<(3 + bias): text += words.randomElement(using: &generator)!
      case ..<7: text += signs.randomElement(using: &generator)!
      default:
        if Bool.random(using: &generator) { text += "\n" }
        text += lines.randomElement(using: &generator)!
      }
    }
    return MarkedText(text)
  }

  static let environment: MarkdownEnvironment = {
    var environment = MarkdownEnvironment()
    environment.reservedIDs = ["main"]
    environment.snippetNames = snippets.keys.sorted()
    environment.snippet = { name in
      snippets[name].map {
        Snippet(source: MarkdownSource(path: "snippets/\(name).md", bytes: Array($0.utf8)))
      }
    }
    environment.resolve = { link in
      switch link.destination.prefix(2) {
      case "p:": .picture(Picture(url: link.destination, width: 1, height: nil))
      case "v:":
        .video(Video(url: "v.mp4", captionsURL: "v.vtt", language: "ko", transcript: "글 <b>"))
      case "c:": .videoCard(url: "https://c/?\"<&", host: "c<")
      case "w:": .wrapped(before: "<span class=\"term\">", after: "</span>")
      default: resolveForTests(link)
      }
    }
    return environment
  }()

  @Test(arguments: 0..<300)
  func keepsItsPromises(seed: UInt64) {
    #expect(Self.problem(with: Self.text(seed)) == nil, "seed \(seed)")
  }

  private static let seconds =
    ProcessInfo.processInfo.environment["HELPCENTER_FUZZ_SECONDS"].flatMap { Double($0) } ?? 0

  @Test(.enabled(if: seconds > 0, "set HELPCENTER_FUZZ_SECONDS"))
  func keepsItsPromisesForAsLongAsItIsTold() {
    let first = UInt64(Date().timeIntervalSince1970) << 24
    let end = Date() + Self.seconds
    var seed = first
    var found = 0
    while Date() < end, found < 20 {
      seed += 1
      guard let problem = Self.problem(with: Self.text(seed)) else { continue }
      found += 1
      Issue.record("seed \(seed): \(problem)")
    }
    print("fuzz: \(seed - first) inputs from seed \(first), \(found) with a problem")
  }

  // MARK: Promises

  static func problem(with text: MarkedText) -> String? {
    let rendered = renderMarkdown(text.source, in: environment)
    let shown = String(decoding: text.bytes, as: UTF8.self).debugDescription
    if let problem = HTMLChecker.problem(in: rendered.html) {
      return "\(problem) in \(rendered.html.debugDescription)\nfrom \(shown)"
    }
    if let place = placeOutside(rendered, text) { return "a finding at \(place) in \(shown)" }
    let ids = rendered.headings.map(\.id) + ["main"]
    if Set(ids).count != ids.count { return "ids \(ids) in \(shown)" }
    if !shown.contains("\u{16EB}"), rendered.html.contains("\u{16EB}") {
      return "a sign in \(shown)"
    }
    return differenceFromLibcmark(text, shown) ?? lostWords(rendered, text, shown)
  }

  private static func placeOutside(_ rendered: RenderedMarkdown, _ text: MarkedText) -> Place? {
    let places = rendered.diagnostics.compactMap(\.location) + rendered.links.map(\.location)
    var lengths: [String: [Int]] = [:]
    return places.first { place in
      let lines =
        lengths[place.path]
        ?? lineLengths(
          place.path == MarkedText.path
            ? text.bytes
            : Array((snippets[String(place.path.dropFirst(9).dropLast(3))] ?? "").utf8))
      lengths[place.path] = lines
      return !lines.indices.contains(place.line - 1)
        || !(1...lines[place.line - 1] + 1).contains(place.column)
    }
  }

  /// What stays of the words when only the emphasis differs, and all of it where there is nothing
  /// for the extensions to do.
  private static func differenceFromLibcmark(_ text: MarkedText, _ shown: String) -> String? {
    var plain = MarkdownEnvironment()
    plain.disabled = Set(MarkdownExtension.all.map(\.name))
    let none = renderMarkdown(text.source, in: plain).html
    guard none == renderPlainCommonMark(Array(text.bytes[text.bodyOffset...])) else {
      return "something although all is off in \(shown)"
    }
    plain.disabled.remove("emphasis")
    let emphasised = renderMarkdown(text.source, in: plain).html
    let (words, same) = (withoutEmphasis(emphasised), withoutEmphasis(none))
    return words == same ? nil : "other words than libcmark: \(words) for \(same)\nfrom \(shown)"
  }

  /// Where no extension has anything to take away or to add, all words stay, whatever they stand in.
  private static func lostWords(
    _ rendered: RenderedMarkdown, _ text: MarkedText, _ shown: String
  ) -> String? {
    // A picture, film or card of `resolve` above takes the words of its link, or brings its own.
    let makers = ["{", "|", "<", "![", "[!", "](p:", "](v:", "](c:", ": p:q"]
    guard !makers.contains(where: shown.contains) else { return nil }
    let plain = renderPlainCommonMark(Array(text.bytes[text.bodyOffset...]))
    let (words, same) = (words(of: rendered.html), words(of: plain))
    return words == same ? nil : "the words \(words) for \(same)\nfrom \(shown)"
  }

  private static func words(of html: String) -> String {
    html.replacing(/<[^>]*>/, with: "").replacing("*", with: "").filter { !$0.isWhitespace }
  }

  private static func withoutEmphasis(_ html: String) -> String {
    html.replacing("<strong>", with: "").replacing("</strong>", with: "")
      .replacing("<em>", with: "").replacing("</em>", with: "").replacing("*", with: "")
      // Where a `**` finds its partner, an `_` between them may lose its own, or the other way round.
      .replacing("_", with: "")
  }
}

/// The length of every line in Unicode scalars.
func lineLengths(_ bytes: [UInt8]) -> [Int] {
  String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    .unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
    .map(\.count)
}
