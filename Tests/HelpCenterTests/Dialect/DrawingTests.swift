import Contacts
import Diagnostics
import Drawings
import Testing

@testable import HelpCenter

/// `![](drawing:name)`: a picture that is drawn from `Content/drawings/name.yaml`.
struct DrawingTests {
  static let description = """
    kind: decision
    title: {ko: 순서, zh: 顺序, en: The order}
    says: {ko: 없으면 묻습니다., zh: 没有就询问。, en: Without a giraffe ask.}
    questions:
      - ask: {ko: 있나요?, zh: 有吗？, en: "Is there <one>?"}
        answers:
          - {when: {ko: 없음, zh: 没有, en: "No"}, then: {ko: 물으세요., zh: 请询问。, en: Ask.}, tone: warn}
    """

  static var site: FixtureSite {
    var site = FixtureSite.dialect()
    site.content["Content/drawings/order.yaml"] = description
    return site
  }

  private func html(_ text: String, in language: String = "en") async throws -> String {
    var site = Self.site
    site.write(text, in: language)
    return try await body(of: site, in: language)
  }

  @Test(arguments: [("ko", "물으세요."), ("zh", "请询问。"), ("en", "Ask.")])
  func standsInThePageInItsLanguage(_ language: String, _ words: String) async throws {
    let html = try await html("![](drawing:order \"A caption.\")", in: language)
    #expect(html.hasPrefix("<figure class=\"fig drawn\"><svg viewBox=\"0 0 360 "), "\(html)")
    #expect(html.contains(">\(words)</text>"))
    #expect(html.contains("</svg><figcaption>A caption.</figcaption></figure>"))
    #expect(!html.contains("style") && !html.contains("<one>"))
  }

  @Test func saysWhatItSaysToThoseWhoCannotSeeIt() async throws {
    #expect(try await html("![](drawing:order)").contains(">Without a giraffe ask.</desc>"))
    let own = try await html("![In this case ask.](drawing:order)")
    #expect(own.contains(">In this case ask.</desc>") && !own.contains("giraffe"))
  }

  @Test func twoOnAPageHaveTheirOwnIds() async throws {
    let html = try await html("![](drawing:order)\n\n![](drawing:order)")
    let ids = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids.count == 4 && Set(ids).count == 4, "\(ids)")
  }

  @Test func searchAndTheMarkdownCopyHaveItsWords() async throws {
    var site = Self.site
    site.write("Text.\n\n![](drawing:order)\n", in: "en")
    site.content["Content/site.yaml"]! += "\nmarkdown-copies: true\n"
    let result = await site.build()
    let index = try #require(result.text("search/en/index.json"))
    #expect(index.contains("Without a giraffe ask."))
    let copy = try #require(result.text("en/upbit/security/a/index.md"), "\(result.report)")
    #expect(copy.contains("\nWithout a giraffe ask.\n") && !copy.contains("drawing:"))
  }

  static let mistakes = [
    DialectMistake(
      "unknown-drawing", "말 ⟦![](drawing:ordr)",
      message: "Content/drawings/ has no 'ordr.yaml' that can be drawn",
      hint: "did you mean 'order'?"),
    DialectMistake("unknown-drawing", "⟦![](drawing:)"),
    DialectMistake(
      "broken-link", "A ⟦[link](drawing:order)", message: "a drawing cannot be linked to",
      hint: "show it: ![](drawing:order)"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported(in: Self.site)
  }

  /// What is wrong in the description, with `⟦` where it must be reported.
  static let wrong: [(id: String, yaml: String)] = [
    ("missing-key", "⟦title: a\nsays: b"),
    ("unknown-value", "title: a\nsays: b\nkind: ⟦tree"),
    ("missing-key", "⟦kind: decision\ntitle: a\nsays: b"),
    ("missing-key", "⟦kind: message\ntitle: a\nsays: b\nfrom: c\nlines:\n  - text: d"),
    (
      "unknown-key",
      "kind: path\ntitle: a\nsays: b\nzones:\n  - {who: c, ⟦whom: d, stops: [{name: e}]}"
    ),
    ("unknown-key", "kind: timeline\ntitle: a\nsays: b\nevents:\n  - {at: c, name: d}\n⟦zones: []"),
    (
      "missing-translation",
      "kind: timeline\ntitle: ⟦{en: a}\nsays: b\nevents:\n  - {at: c, name: d}"
    ),
    (
      "bad-drawing",
      "kind: decision\ntitle: a\nsays: b\nquestions:\n  - ⟦{ask: c, answers: [{when: d}]}"
    ),
    (
      "bad-drawing",
      "kind: decision\ntitle: a\nsays: b\nquestions:\n  - ⟦{ask: c, answers: [{when: d}, {when: e}]}\n"
        + "  - {ask: c, answers: [{when: d, then: e}]}"
    ),
    (
      "bad-drawing",
      "kind: decision\ntitle: a\nsays: b\nquestions:\n  - ⟦{ask: c, answers: [{when: d, then: e}]}\n"
        + "  - {ask: c, answers: [{when: d, then: e}]}"
    ),
  ]

  @Test(arguments: wrong.indices)
  func aMistakeInADescriptionIsReportedAtItsPlace(_ index: Int) async throws {
    let (id, yaml) = Self.wrong[index]
    let marked = MarkedText(yaml)
    var site = FixtureSite.dialect()
    let path = "Content/drawings/order.yaml"
    site.content[path] = marked.text
    let result = await site.build()
    let place = Diagnostics.SourceLocation(path: path, line: marked.line, column: marked.column)
    #expect(
      result.diagnostics.contains { $0.id == id && $0.location == place && $0.hint != nil },
      "\(result.report)")
  }
}

/// The drawings of the help center that the repository ships.
struct RealDrawingTests {
  static let languages = ["ko", "zh", "en"]
  static let files = Repository.sources.filter { $0.path.hasPrefix("Content/drawings/") }

  @Test(arguments: files.map(\.path)) func noTextLeavesItsPlaceInAnyLanguage(_ path: String) throws
  {
    let file = try #require(Self.files.first { $0.path == path })
    let drawing = try #require(DrawingParser.parse(file, languages: Self.languages).value)
    for language in Self.languages {
      let picture = DrawnPicture(drawing.map { $0[language] })
      #expect(picture.canvas.faults == [], "\(language)")
      #expect(picture.svg(id: "_drawing-0").utf8.count < 16_384, "a page stays light")
    }
  }

  @Test func everyDrawingIsShown() {
    let texts = Repository.sources.filter { $0.path.hasSuffix(".ko.md") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(Self.files.count >= 20)
    for file in Self.files {
      let name = file.path.split(separator: "/").last!.dropLast(".yaml".count)
      #expect(texts.contains { $0.contains("](drawing:\(name))") }, "\(name)")
    }
  }
}
