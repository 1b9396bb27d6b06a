import Testing

@testable import HelpCenter

struct TemplateProgramTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var what: String
    var template: String
    var expected: String
    var partials: [String: String] = [:]

    var testDescription: String { what }
  }

  static let data = MustacheValue.object([
    "title": .text("a & <b>"), "empty": .text(""), "on": .flag(true), "off": .flag(false),
    "owner": .object(["name": .text("Upbit"), "title": .none]),
    "rows": .list([
      .object(["name": .text("1"), "tags": .list([.text("x"), .text("y")])]),
      .object(["name": .text("2"), "tags": .list([])]),
    ]),
    "nothing": .list([]),
  ])

  static let cases: [Case] = [
    Case(what: "a value is escaped", template: "{{title}}", expected: "a &amp; &lt;b&gt;"),
    Case(what: "three braces print raw", template: "{{{title}}}", expected: "a & <b>"),
    Case(what: "an ampersand prints raw", template: "{{& title }}", expected: "a & <b>"),
    Case(what: "a word is escaped", template: "{{words.hello}}", expected: "Hi &amp; bye"),
    Case(what: "a word prints raw", template: "{{{words.hello}}}", expected: "Hi & bye"),
    Case(
      what: "an empty word is not there",
      template: "{{#words.hello}}1{{/words.hello}}{{#words.blank}}2{{/words.blank}}"
        + "{{^words.blank}}3{{/words.blank}}", expected: "13"),
    Case(
      what: "an empty text is not there",
      template: "{{#empty}}yes{{/empty}}{{^empty}}no{{/empty}}", expected: "no"),
    Case(
      what: "flags", template: "{{#on}}1{{/on}}{{^on}}2{{/on}}{{#off}}3{{/off}}{{^off}}4{{/off}}",
      expected: "14"),
    Case(
      what: "names look outwards; an absent one stays absent",
      template: "{{#owner}}{{name}}|{{title}}|{{#on}}{{name}}{{/on}}{{/owner}}",
      expected: "Upbit||Upbit"),
    Case(what: "a name in an object", template: "{{owner.name}}", expected: "Upbit"),
    Case(
      what: "lists in lists",
      template: "{{#rows}}{{name}}:{{#tags}}{{.}}{{name}}{{/tags}}{{^tags}}none{{/tags}};{{/rows}}",
      expected: "1:x1y1;2:none;"),
    Case(
      what: "an empty list", template: "{{#nothing}}a{{/nothing}}{{^nothing}}b{{/nothing}}",
      expected: "b"),
    Case(
      what: "within a text, the text is '.'", template: "{{#title}}{{.}}{{/title}}",
      expected: "a &amp; &lt;b&gt;"),
    Case(
      what: "a tag alone on its line takes the line with it",
      template: "<ul>\n  {{#rows}}\n<li>{{name}}\n  {{/rows}} \n</ul>\r\n{{! note }}\r\n.",
      expected: "<ul>\n<li>1\n<li>2\n</ul>\r\n."),
    Case(
      what: "a partial keeps its own line end and gets no indentation",
      template: "<pre>\n  {{> p}}\n{{> p}}|</pre>", expected: "<pre>\n1\n2\n1\n2\n|</pre>",
      partials: ["p": "1\n2\n"]),
    Case(
      what: "blocks are filled, or keep what they hold",
      template: "{{<l}}\nnot printed\n{{$a}}\nA{{title}}\n{{/a}}\n{{/l}}\n",
      expected: "[Aa &amp; &lt;b&gt;\n|b]\n",
      partials: ["l": "[{{$a}}a{{/a}}|{{$b}}b{{/b}}]\n"]),
    Case(
      what: "the innermost template's block wins", template: "{{<m}}{{$a}}page{{/a}}{{/m}}",
      expected: "page", partials: ["m": "{{<l}}{{$a}}m{{/a}}{{/l}}", "l": "{{$a}}l{{/a}}"]),
  ]

  @Test(arguments: cases) func renders(_ item: Case) {
    var templates = item.partials
    templates["page"] = item.template
    let trial = MustacheTrial(templates: templates, words: ["hello": "Hi & bye", "blank": ""])
    let (text, findings) = trial.render(Self.data)
    #expect(text == item.expected, "\(findings)")
  }

  static let refused: [Case] = [
    Case(what: "an object has no text", template: "{{owner}}", expected: "unknown-template-name"),
    Case(what: "a flag has no text", template: "{{on}}", expected: "unknown-template-name"),
    Case(what: "words have no text", template: "{{words}}", expected: "unknown-template-name"),
    Case(
      what: "a list has no names", template: "{{rows.name}}", expected: "unknown-template-name"),
    Case(what: "a page has no '.'", template: "{{.}}", expected: "unknown-template-name"),
    Case(
      what: "tags between the blocks of a parent", template: "{{<l}}{{title}}{{/l}}",
      expected: "template-syntax", partials: ["l": ""]),
    Case(
      what: "a partial includes itself", template: "{{> p}}", expected: "template-cycle",
      partials: ["p": "{{> p}}"]),
    Case(
      what: "a block fills itself", template: "{{<l}}{{$a}}{{$a}}{{/a}}{{/a}}{{/l}}",
      expected: "template-cycle", partials: ["l": "{{$a}}{{/a}}"]),
    Case(
      what: "partials that double", template: "{{> p0}}", expected: "template-cycle",
      partials: Dictionary(
        uniqueKeysWithValues: (0..<40).map { ("p\($0)", "{{> p\($0 + 1)}}{{> p\($0 + 1)}}") }
          + [("p40", "x")])),
  ]

  @Test(arguments: refused) func refuses(_ item: Case) {
    var templates = item.partials
    templates["page"] = item.template
    let (text, findings) = MustacheTrial(templates: templates).render(Self.data)
    #expect(text == nil)
    #expect(findings.contains(item.expected))
    #expect(findings.count < 1000)
  }
}
