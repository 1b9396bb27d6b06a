import Diagnostics
import Testing

@testable import HelpCenter

/// Characters that an editor does not show and that change what a reader sees.
struct HiddenCharacterTests {
  struct Hidden: Sendable, CustomTestStringConvertible {
    var scalar: Unicode.Scalar
    var message: String

    init(_ value: UInt32, _ kind: String, whole: Bool = false) {
      scalar = Unicode.Scalar(value)!
      let digits = String(value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      message = "\(whole ? kind : "a \(kind) character") U+\(code) stands here unseen"
    }

    var testDescription: String { message }
  }

  static let hidden: [Hidden] =
    [0x00, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x80, 0x85, 0x9F].map { Hidden($0, "control") }
    + [
      0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
      0x2069,
    ].map { Hidden($0, "bidirectional") }
    + [
      0x200B, 0x200C, 0x200D, 0x2060, 0x2063, 0x206A, 0xFEFF, 0x034F, 0x180E, 0x2800, 0x1D159,
    ].map { Hidden($0, "a character without width or shape", whole: true) }
    + [0x115F, 0x1160, 0x3164, 0xFFA0].map { Hidden($0, "a Hangul filler", whole: true) }
    + [0xFE00, 0xFE0F, 0xE0100, 0x180B].map { Hidden($0, "a variation selector", whole: true) }
    + [0xE0001, 0xE0041].map { Hidden($0, "a tag character", whole: true) }
    + [0xE000, 0xF8FF, 0xF0000, 0x10FFFD].map {
      Hidden($0, "a private character, which other devices lack,", whole: true)
    }
    + [
      Hidden(0xAD, "a soft hyphen", whole: true), Hidden(0x2028, "a line separator", whole: true),
      Hidden(0xFFFD, "a stand-in for something lost", whole: true),
      Hidden(0xFFFE, "no character at all", whole: true),
    ]

  @Test(arguments: hidden) func isReportedAtItsPlace(_ hidden: Hidden) async throws {
    var site = FixtureSite.dialect(in: "ko")
    let text = FixtureSite.article("A", body: "첫 줄 é.\r\n둘째 \(hidden.scalar)upbit.com")
    site.content[FixtureSite.path(in: "ko")] = text
    let result = await site.build()
    let found = try #require(
      result.errors.first { $0.id == "hidden-character" }, "\(result.report)")
    #expect(found.message == hidden.message)
    #expect(
      found.location == SourceLocation(path: FixtureSite.path(in: "ko"), line: 9, column: 4),
      "\(result.report)")
    #expect(found.hint == "remove it")
    #expect(result.files == nil)
  }

  @Test func everyOneIsReported() async throws {
    let result = await FixtureSite.dialect("a\u{202E}b\u{202C} c\n\n```\n\u{200F}\n```").build()
    let places = result.errors.filter { $0.id == "hidden-character" }.compactMap(\.location)
    #expect(places.map(\.line) == [8, 8, 11], "\(result.report)")
    #expect(places.map(\.column) == [2, 4, 1])
  }

  @Test func theFrontMatterIsLookedAtToo() async throws {
    var site = FixtureSite.dialect()
    site.content[FixtureSite.path()] = FixtureSite.article("upbit\u{202E}moc")
    let result = await site.build()
    let found = try #require(
      result.errors.first { $0.id == "hidden-character" }, "\(result.report)")
    #expect(found.location == SourceLocation(path: FixtureSite.path(), line: 2, column: 13))
  }

  /// A number or an address in the registry is what a forger would like to change most.
  @Test(arguments: [
    "upbit/contact.yaml", "glossary.yaml", "emergency/kr.yaml", "site.yaml", "upbit/exchange.yaml",
  ])
  func theDataFilesAreLookedAtToo(_ name: String) async throws {
    var site = FixtureSite.withArticle
    let path = "Content/" + name
    let text = site.content[path] ?? ""
    site.content[path] = "# 말 \u{2066}x\n" + text
    let result = await site.build()
    let found = try #require(
      result.errors.first { $0.id == "hidden-character" }, "\(result.report)")
    #expect(found.location == SourceLocation(path: path, line: 1, column: 5))
  }

  @Test func aNameIsLookedAtToo() async throws {
    var site = FixtureSite.dialect()
    let path = "Content/upbit/security/otp\u{3164}lost.en.md"
    site.content[path] = FixtureSite.article("A")
    let found = await site.build().errors.filter { $0.id == "hidden-character" }
    #expect(found.map(\.location) == [SourceLocation(path: path)])
  }

  /// Files that are no articles: their words are readers' words too.
  @Test func languageFilesTemplatesCaptionsAndDrawingsAreLookedAtToo() async throws {
    var site = FixtureSite.withArticle
    site.templates["Templates/languages/ko.yaml"] = "# \u{200B}\n"
    site.templates["Templates/category.mustache"] = "<h1>\u{AD}{{title}}</h1>"
    site.content["Content/upbit/security/a.ko.vtt"] =
      "WEBVTT\n\n00:00.000 --> 00:01.000\n\u{200B}말\n"
    site.content["Content/upbit/security/a.svg"] = "<svg><text>\u{2060}</text></svg>"
    let found = await site.build().errors.filter { $0.id == "hidden-character" }
    #expect(
      found.map { "\($0.location!.path):\($0.location!.line):\($0.location!.column)" } == [
        "Content/upbit/security/a.ko.vtt:4:1", "Content/upbit/security/a.svg:1:12",
        "Templates/category.mustache:1:5", "Templates/languages/ko.yaml:1:3",
      ])
  }

  /// Seen in the file, unseen in the page.
  @Test(arguments: ["&#8203;", "&#x202E;", "&ZeroWidthSpace;", "&shy;", "&#xE000;"])
  func whatHTMLNamesIsReported(_ entity: String) async throws {
    let mistake = DialectMistake("hidden-character", "여기 ⟦\(entity)말.", hint: "remove it")
    try await mistake.expectReported(in: .dialect(in: "ko"), language: "ko")
  }

  @Test func whatYAMLNamesIsReported() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/exchange.yaml"] = #"name: "up\u200Bbit""#
    let found = await site.build().errors.filter { $0.id == "hidden-character" }
    #expect(
      found.map(\.location)
        == [SourceLocation(path: "Content/upbit/exchange.yaml", line: 1, column: 7)])
  }

  @Test(arguments: [
    "a\tb", "a\u{A0}b", "한\u{3000}글", "👩\u{200D}💻", "“a” … – —", "ª", "❤\u{FE0F}",
    "1\u{FE0F}\u{20E3}",
    "☎\u{FE0E}", "❤\u{FE0F}\u{200D}🔥", "🏳\u{FE0F}\u{200D}🌈", "👩🏽\u{200D}⚕\u{FE0F}", "🇰🇷", "&nbsp;",
    "&amp;",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "Ａ－￥（）", "㎡ ① ㈜",
  ])
  func whatTextsNeedIsLeftAlone(_ text: String) async throws {
    let result = await FixtureSite.dialect(text).build()
    #expect(result.errors.isEmpty, "\(result.report)")
  }
}
