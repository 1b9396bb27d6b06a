import Diagnostics
import Testing

@testable import HelpCenter

/// What input methods type where YAML wants its own signs, in front matter and in every YAML file.
struct YAMLSignTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    var id: String
    var path: String
    var marked: MarkedText
    var hint: String

    /// - Parameter marked: the lines of a front matter.
    init(_ id: String, _ marked: String, hint: String) {
      self.init(
        id, in: "upbit/security/broken.ko.md", "---\n\(marked)\n---\n\nText.\n", hint: hint)
    }

    init(_ id: String, in path: String, _ marked: String, hint: String) {
      self.id = id
      self.path = "Content/" + path
      self.marked = MarkedText(marked)
      self.hint = hint
    }

    var testDescription: String { marked.text.debugDescription }
  }

  static let head = "description: b\nupdated: 2026-11-01"
  static let categories = "categories.yaml"

  static let slips: [Slip] = [
    Slip("yaml-sign", "title⟦：제목\n\(head)", hint: "write 'title: '"),
    Slip("yaml-sign", "title ⟦：제목\n\(head)", hint: "write 'title: '"),
    Slip("yaml-sign", "title: a\ndescription⟦：说明\nupdated: 2026-11-01", hint: "'description: '"),
    Slip("yaml-sign", "title:⟦제목\n\(head)", hint: "write 'title: '"),
    Slip("yaml-sign", "title ⟦= 제목\n\(head)", hint: "write 'title: '"),
    Slip("yaml-sign", "title⟦；제목\n\(head)", hint: "write 'title: '"),
    Slip("yaml-sign", "title:⟦\u{3000}제목\n\(head)", hint: "write 'title: '"),
    Slip("yaml-sign", "title:⟦\u{A0}제목\n\(head)", hint: "write 'title: '"),
    Slip("yaml-sign", "title: ⟦“출금: 지연”\n\(head)", hint: "'\"'"),
    Slip("yaml-sign", "title: \"출금 지연⟦”\n\(head)", hint: "write '\"'"),
    Slip("yaml-sign", "title: a\n\(head)\ntags: ⟦［a, b］", hint: "write '['"),
    Slip("yaml-sign", "title: a\n\(head)\ntags: [a, b⟦］", hint: "write ']'"),
    Slip("yaml-sign", "title: a\n\(head)\ntags:\n⟦\t- a", hint: "indent with spaces"),
    Slip("yaml-sign", "title: a\n\(head)\ntags:\n⟦－ a", hint: "write '- '"),
    Slip("yaml-sign", "title: a\n\(head)\ntags:\n⟦• a", hint: "write '- '"),
    Slip("yaml-sign", "title: a\n\(head)\n⟦\u{3000}tags: [a]", hint: "indent with spaces"),
    Slip("yaml-sign", "title: a\n\(head)\nsources:\n  - {name⟦：a, date: 2026}", hint: "'name: '"),
    Slip("yaml-sign", "title: a\nupdated: 2026-11-01\ndescription: ⟦｜\n  긴 글", hint: "write '|'"),
    Slip("yaml-sign", "⟦＃ 메모\ntitle: a\n\(head)", hint: "write '# '"),
    Slip("yaml-doubt", "title: 업비트 ⟦#1 문제\n\(head)", hint: "put the text in quotes"),
    Slip("yaml-doubt", "title: ⟦#1 문제\n\(head)", hint: "put the text in quotes"),
    Slip("yaml-doubt", "title: 문제는 이것이다 ⟦# 메모\n\(head)", hint: "put the text in quotes"),
    Slip("yaml-doubt", "title: ⟦“출금 지연”\n\(head)", hint: "write '\"' on both sides"),
    Slip("yaml-doubt", "title: a\n\(head)\ntags: [a⟦，b]", hint: "write ', '"),
    Slip("yaml-doubt", "title: a\n\(head)\nkeywords: 출금⟦, 지연", hint: "write a list"),
    Slip("yaml-doubt", "title: a\n\(head)\nkeywords: 提现⟦、延迟", hint: "write a list"),
    Slip("yaml-doubt", "title: a\n\(head)\ntags: 提现⟦；延迟", hint: "write a list"),
    Slip(
      "yaml-sign", in: categories, "- id: security\n  name: {⟦ko： 보안， zh： 安全， en： Security}",
      hint: "write ': '"),
    Slip(
      "yaml-sign", in: categories, "- id: security\n  name: {ko⟦：보안，zh：安全，en：Security}",
      hint: "write 'ko: '"),
    Slip(
      "yaml-sign", in: categories, "- id: security\n  name: {ko: 보안⟦，zh: 安全, en: Security}",
      hint: "write ', '"),
    Slip(
      "yaml-sign", in: categories, "- id: security\n  name: {ko:⟦보안, zh: 安全, en: Security}",
      hint: "write 'ko: '"),
    Slip(
      "yaml-sign", in: categories,
      "- id: security\n  name:\n    ko: 보안\n    zh: 安全\n    en⟦：Security", hint: "write 'en: '"),
    Slip(
      "yaml-sign", in: categories,
      "- id: security\n  name:\n    ko: 보안\n      zh⟦：安全\n    en: Security", hint: "write 'zh: '"),
    Slip("yaml-sign", in: categories, "-⟦id: security\n name: a", hint: "write '- i"),
    Slip("yaml-sign", in: categories, "- id⟦：security\n  name：a", hint: "write 'id: '"),
    Slip("yaml-sign", in: "glossary.yaml", "-⟦\u{A0}id: otp\n", hint: "write '- '"),
  ]

  @Test(arguments: slips) func isNamedAtItsPlace(_ slip: Slip) async throws {
    var site = FixtureSite.withArticle
    site.content[slip.path] = slip.marked.text
    let result = await site.build()
    let place = SourceLocation(
      path: slip.path, line: slip.marked.line, column: slip.marked.column)
    let found = try #require(
      result.diagnostics.first { $0.id == slip.id && $0.location == place }, "\(result.report)")
    #expect(found.hint?.contains(slip.hint) == true, "\(result.report)")
    #expect(!result.diagnostics.contains { $0.id == "yaml-syntax" }, "\(result.report)")
    #expect(found.severity == (slip.id == "yaml-sign" ? .error : .warning))
  }

  /// Texts as editors write them, which hold the same signs and mean them.
  @Test(arguments: [
    "title: 提现失败，怎么办？\n\(head)", "title: \"출금: 지연 #1\"\n\(head)", "title: 문제#1\n\(head)",
    "title: 업비트의 “출금 지연”\n\(head)", "title: “출금”과 “입금”\n\(head)",
    "title: a\n\(head)\norder: 3 # first\ndraft: false # for now",
    "title: a\nupdated: 2026-11-01\ndescription: |\n  메모：한 줄 # 그대로\n  둘째:줄",
    "title: a\nupdated: 2026-11-01\ndescription: 첫 줄\n  둘째 줄：끝",
    "title: a\n\(head)\ntags: [a, b]\nkeywords:\n  - 출금，지연\n  - a, b",
    "title: [공지] 안내".replacing("[", with: "【").replacing("]", with: "】") + "\n\(head)",
    "title: a\n\(head)\nsources:\n  - {name: 공지（2026-11，둘째）, date: 2026-11}",
    "title: 시간은 09:00-18:00\n\(head)", "title: a－b\n\(head)", "title: 'it''s'\n\(head)",
    "# 메모：여기\ntitle: a\n\(head)",
  ])
  func ordinaryTextsAreLeftAlone(_ head: String) async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/security/a.ko.md"] = "---\n\(head)\n---\n\nText.\n"
    let result = await site.build()
    #expect(!result.diagnostics.contains { $0.id.hasPrefix("yaml-") }, "\(result.report)")
    #expect(result.files != nil, "\(result.report)")
  }

  @Test func aHintNamesEachKeyOnce() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/security/a.ko.md"] = FixtureSite.article("A", "zzzzzzzz: 1")
    let hint = try #require(
      await site.build().errors.first { $0.id == "unknown-key" }?.hint)
    let keys = hint.replacing("known keys: ", with: "").split(separator: ", ")
    #expect(keys.count > 5 && Set(keys).count == keys.count, "\(hint)")
  }
}
