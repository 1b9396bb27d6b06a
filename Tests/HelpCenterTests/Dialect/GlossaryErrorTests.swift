import Diagnostics
import Testing

@testable import HelpCenter

/// Mistakes in `glossary.yaml`, each with its place.
struct GlossaryErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var id: String
    var marked: MarkedText
    var hint: String?

    init(_ id: String, _ marked: String, hint: String? = nil) {
      self.id = id
      self.marked = MarkedText(marked)
      self.hint = hint
    }

    var testDescription: String { id + " " + marked.text }
  }

  static let mistakes = [
    Mistake("wrong-type", "⟦otp: a\n", hint: "begin each term with '- id: …'"),
    Mistake("wrong-type", "- id: a\n  term: b\n  definition: c\n- ⟦otp\n"),
    Mistake(
      "missing-key", "- ⟦term: a\n  definition: b\n", hint: "a short name that articles refer to"),
    Mistake("missing-key", "- ⟦id: a\n  definition: b\n", hint: "the term in each language"),
    Mistake("missing-key", "- ⟦id: a\n  term: b\n", hint: "what it means, in each language"),
    Mistake(
      "missing-translation", "- id: a\n  term: ⟦{ko: 가, en: a}\n  definition: b\n",
      hint: "add 'zh: …'"),
    Mistake("missing-translation", "- id: a\n  term: b\n  definition:\n    ⟦ko: 가\n    zh: 字\n"),
    Mistake(
      "unknown-key", "- id: a\n  term: b\n  ⟦defintion: c\n  definition: d\n",
      hint: "did you mean 'definition'?"),
    Mistake("unknown-key", "- id: a\n  term: {ko: 가, zh: 字, en: b, ⟦fr: c}\n  definition: d\n"),
    Mistake("unknown-key", "- id: a\n  term: b\n  definition: c\n  synonyms: {⟦kr: [d]}\n"),
    Mistake("wrong-type", "- id: a\n  term: b\n  definition: c\n  synonyms: ⟦[d]\n"),
    Mistake("wrong-type", "- id: a\n  term: b\n  definition: c\n  synonyms: {ko: [⟦{e: f}]}\n"),
    Mistake("wrong-type", "- id: ⟦[a]\n  term: b\n  definition: c\n"),
    Mistake("empty-value", "- id: a\n  term: ⟦\"\"\n  definition: c\n"),
    Mistake(
      "duplicate-term",
      "- id: a\n  term: b\n  definition: c\n- ⟦id: a\n  term: d\n  definition: e\n",
      hint: "keep one of them"),
    Mistake("duplicate-key", "- id: a\n  ⟦id: b\n  term: c\n  definition: d\n"),
    Mistake("yaml-syntax", "- id: a\n  term: b⟦: c: d\n"),
    Mistake("yaml-feature", "- id: ⟦&x a\n  term: b\n  definition: c\n"),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: Mistake) async throws {
    let path = "Content/glossary.yaml"
    var site = FixtureSite.dialect()
    site.content[path] = mistake.marked.text
    let result = await site.build()
    let place = SourceLocation(path: path, line: mistake.marked.line, column: mistake.marked.column)
    let found = try #require(
      result.diagnostics.first { $0.id == mistake.id && $0.location == place }, "\(result.report)")
    #expect(found.severity == .error)
    if let hint = mistake.hint { #expect(found.hint == hint) }
    #expect(result.files == nil)
  }

  @Test func anEmptyFileIsAMistakeAndAnEmptyListIsNot() async {
    var site = FixtureSite.dialect()
    site.content["Content/glossary.yaml"] = "# nothing yet\n"
    #expect(await site.build().errors.map(\.id) == ["wrong-type"])
    site.content["Content/glossary.yaml"] = "[]\n"
    let result = await site.build()
    #expect(result.errors.isEmpty, "\(result.report)")
  }

  @Test func bytesThatAreNoTextAreReported() async {
    var site = FixtureSite.dialect()
    site.media["Content/glossary.yaml"] = Array("- id: ".utf8) + [0xC3, 0x28]
    let result = await site.build()
    #expect(
      result.errors.first { $0.id == "not-utf8" }?.location
        == SourceLocation(path: "Content/glossary.yaml", line: 1, column: 7), "\(result.report)")
  }

  @Test func oneBrokenTermDoesNotHideTheOthers() async throws {
    var site = FixtureSite.dialect("[a](term:good)")
    site.content["Content/glossary.yaml"] =
      "- id: bad\n  term: a\n- id: good\n  term: b\n  definition: c\n"
    let ids = await site.build().errors.map(\.id)
    #expect(ids == ["missing-key"])
  }
}
