import Diagnostics
import Testing

@testable import HelpCenter

/// Characters that an editor does not show and that change what a reader sees.
struct HiddenCharacterTests {
  struct Hidden: Sendable, CustomTestStringConvertible {
    var scalar: Unicode.Scalar
    var message: String

    init(_ value: UInt32, _ kind: String) {
      scalar = Unicode.Scalar(value)!
      let digits = String(value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: 4 - digits.count) + digits
      message = "a \(kind) character U+\(code) stands here unseen"
    }

    var testDescription: String { message }
  }

  static let hidden: [Hidden] =
    [0x00, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x80, 0x85, 0x9F].map { Hidden($0, "control") }
    + [
      0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
      0x2069,
    ].map { Hidden($0, "bidirectional") }

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

  @Test(arguments: ["a\tb", "a\u{A0}b", "한\u{200D}글", "👩\u{200D}💻", "“a” … – —", "\u{FEFF}a", "ª"])
  func whatTextsNeedIsLeftAlone(_ text: String) async throws {
    let result = await FixtureSite.dialect(text).build()
    #expect(result.errors.isEmpty, "\(result.report)")
  }
}
