import Diagnostics
import Foundation
import Testing

struct DiagnosticFormatterTests {
  static let place = SourceLocation(path: "Content/upbit/출금.ko.md", line: 12, column: 3)

  static let texts: [(Diagnostic, String)] = [
    (
      Diagnostic(.error, .slug, at: place, "입금 주소가 없다", hint: "add 'dial'"),
      "Content/upbit/출금.ko.md:12:3: error: 입금 주소가 없다\n    hint: add 'dial'"
    ),
    (
      Diagnostic(.warning, .slug, at: place, "没有网络"),
      "Content/upbit/출금.ko.md:12:3: warning: 没有网络"
    ),
    (Diagnostic(.notice, .slug, at: nil, "cafe\u{301}"), "notice: cafe\u{301}"),
    (Diagnostic(.error, .slug, at: nil, "", hint: ""), "error: \n    hint: "),
  ]

  @Test(arguments: texts)
  func writesTextThatTerminalsMakeClickable(diagnostic: Diagnostic, text: String) {
    #expect(DiagnosticFormatter.text.format(diagnostic) == text)
  }

  @Test(arguments: [(Severity.error, "31"), (.warning, "33"), (.notice, "36")])
  func coloursTheSeverityOnly(severity: Severity, code: String) {
    let diagnostic = Diagnostic(severity, .slug, at: SourceLocation(path: "a"), "m", hint: "h")
    #expect(
      DiagnosticFormatter.text.format(diagnostic, color: true)
        == "a:1:1: \u{1B}[1;\(code)m\(severity.rawValue):\u{1B}[0m m\n    hint: h")
  }

  static let controls: [(raw: String, shown: String)] = [
    ("\u{1B}[31mred", #"\u{1B}[31mred"#), ("a\nb", #"a\u{A}b"#), ("a\r\nb", #"a\u{D}\u{A}b"#),
    ("\0", #"\u{0}"#), ("a\tb", #"a\u{9}b"#), ("\u{7F}", #"\u{7F}"#), ("\u{9B}2J", #"\u{9B}2J"#),
    ("a\u{202E}b", #"a\u{202E}b"#), ("\u{200E}\u{200F}", #"\u{200E}\u{200F}"#),
    ("\u{2066}가\u{2069}", #"\u{2066}가\u{2069}"#), ("\u{7}\u{301}", "\\u{7}\u{301}"),
    ("한국어 中文 cafe\u{301} 👨‍👩‍👧 \u{A0}", "한국어 中文 cafe\u{301} 👨‍👩‍👧 \u{A0}"), ("", ""),
  ]

  @Test(arguments: controls)
  func makesControlCharactersVisibleInText(raw: String, shown: String) {
    let location = SourceLocation(path: raw)
    let diagnostic = Diagnostic(.error, .slug, at: location, raw, hint: raw)
    // By scalars: `==` on strings takes canonically equal texts for the same.
    #expect(
      Array(DiagnosticFormatter.text.format(diagnostic).unicodeScalars)
        == Array("\(shown):1:1: error: \(shown)\n    hint: \(shown)".unicodeScalars))
  }

  static let awkward = [
    "", "a", "\"", "\\", "a\\\"b", "/", "\n", "\r\n", "\t\0\u{1}\u{1F}\u{7F}", "한국어", "中文",
    "cafe\u{301}", "\u{301}", "\"\u{301}", "\u{2028}\u{2029}", "\u{FEFF}", "👨‍👩‍👧", "\u{10FFFF}",
    "</script>",
  ]

  struct Parsed: Decodable, Equatable {
    var severity: String
    var id: String
    var path: String?
    var line: Int?
    var column: Int?
    var message: String
    var hint: String?
  }

  @Test(arguments: awkward)
  func writesJSONThatParsesBack(text: String) throws {
    for severity in Severity.allCases {
      let location = SourceLocation(path: text, line: 7, column: 12)
      let json = DiagnosticFormatter.json.format(
        Diagnostic(severity, .badDate, at: location, text, hint: text))
      let parsed = try JSONDecoder().decode(Parsed.self, from: Data(json.utf8))
      #expect(
        parsed
          == Parsed(
            severity: severity.rawValue, id: "bad-date", path: text, line: 7, column: 12,
            message: text,
            hint: text))
      #expect(!json.utf8.contains { $0 < 0x20 }, "one finding is one line")
    }
  }

  @Test func writesNullForWhatIsMissing() throws {
    #expect(
      DiagnosticFormatter.json.format(Diagnostic(.notice, .noBaseURL, at: nil, "m"))
        == #"{"severity":"notice","id":"no-base-url","path":null,"line":null,"column":null,"#
        + #""message":"m","hint":null}"#)
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b", #""a\"b""#), (#"\"#, #""\\""#), ("\n", #""\n""#),
    ("\r\n", #""\u000d\n""#), ("\0\u{1F}", #""\u0000\u001f""#), ("한中é/", #""한中é/""#),
  ])
  func quotesStringsForJSON(text: String, literal: String) {
    #expect(jsonString(text) == literal)
  }

  @Test(arguments: awkward)
  func quotesStringsThatParseBackByteForByte(text: String) throws {
    let parsed = try JSONDecoder().decode([String].self, from: Data("[\(jsonString(text))]".utf8))
    #expect(Array(parsed[0].utf8) == Array(text.utf8))
  }

  static let commands: [(Diagnostic, String)] = [
    (
      Diagnostic(.error, .badDate, at: place, "날짜가 아니다", hint: "write it"),
      "::error title=bad-date,file=Content/upbit/출금.ko.md,line=12,col=3::"
        + "날짜가 아니다%0Ahint: write it"
    ),
    (Diagnostic(.notice, .slug, at: nil, "m"), "::notice title=slug::m"),
    (
      Diagnostic(.warning, .slug, at: SourceLocation(path: "50%,a:b\n.md"), "100%: a,b\n\rc"),
      "::warning title=slug,file=50%25%2Ca%3Ab%0A.md,line=1,col=1::100%25: a,b%0A%0Dc"
    ),
    (Diagnostic(.error, .slug, at: nil, "%0A"), "::error title=slug::%250A"),
  ]

  @Test(arguments: commands)
  func writesWorkflowCommandsForGitHub(diagnostic: Diagnostic, command: String) {
    #expect(DiagnosticFormatter.github.format(diagnostic) == command)
  }

  @Test func isChosenByName() {
    #expect(DiagnosticFormatter.allCases.map(\.rawValue) == ["text", "json", "github"])
  }
}
