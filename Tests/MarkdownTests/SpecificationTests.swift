import Foundation
import Testing

@testable import Markdown

/// CommonMark's own examples: what the extensions leave alone must be what libcmark writes. An
/// example may differ only where a file in `Differences/` says why.
@Suite(
  .enabled(
    if: !Specification.commonMark.isEmpty,
    "the examples stand beside the checkout (../shared/spec, or HELPCENTER_SPEC)"))
struct SpecificationTests {
  @Test func knowsAllExamples() {
    #expect(Specification.commonMark.map(\.example) == Array(1...652))
  }

  @Test func changesNothingWithoutAnchorsAndLinks() throws {
    try compare(disabled: ["heading anchors", "links"], listed: "without-anchors-and-links")
  }

  @Test func changesOnlyWhatIsListedWithEverythingOn() throws {
    try compare(disabled: [], listed: "with-everything")
  }

  private func compare(disabled: Set<String>, listed name: String) throws {
    let listed = try Specification.differences(name)
    var environment = MarkdownEnvironment()
    environment.disabled = disabled
    var identical = 0
    var withRawHTML = 0
    for example in Specification.commonMark {
      let bytes = Array(example.markdown.utf8)
      let plain = renderPlainCommonMark(bytes)
      let ours = renderMarkdown(MarkdownSource(path: "a.md", bytes: bytes), in: environment).html
      let same = Self.isSame(ours, plain)
      if same { identical += 1 }
      if same, plain.contains(Self.omitted) { withRawHTML += 1 }
      #expect(
        same == (listed[example.example] == nil),
        """
        example \(example.example) (\(example.section)) \
        \(same ? "no longer differs: take it off" : "differs and is not in") \(name).txt
        \(example.markdown.debugDescription)
        libcmark: \(plain.debugDescription)
        ours:     \(ours.debugDescription)
        """)
    }
    print(
      "\(name): \(Specification.commonMark.count) examples, \(identical) identical "
        + "(\(withRawHTML) of them but for raw HTML), \(listed.count) listed")
  }

  // MARK: Raw HTML

  private static let omitted = "<!-- raw HTML omitted -->"

  /// The same, or the same but for raw HTML: libcmark leaves it out and says so, we show it as text
  /// (in a paragraph of its own when it is a block) or drop it when it is a comment.
  private static func isSame(_ ours: String, _ plain: String) -> Bool {
    guard plain.contains(omitted) else { return ours == plain }
    let pieces = plain.components(separatedBy: omitted).map(NSRegularExpression.escapedPattern)
    let shown = "(?:<p>[^<]*</p>|[^<]*)"
    var pattern = pieces[0]
    for piece in pieces.dropFirst() {
      // A comment that is a block takes the line break behind it along.
      pattern += shown + (piece.hasPrefix("\n") ? "\n?" + piece.dropFirst() : piece)
    }
    return ours.range(of: "^(?:\(pattern))$", options: .regularExpression) != nil
  }
}
