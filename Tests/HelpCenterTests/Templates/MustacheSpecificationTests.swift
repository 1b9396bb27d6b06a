import Foundation
import Testing

@testable import HelpCenter

/// The cases of the Mustache specification. They stand beside the checkout, not in it;
/// `HELPCENTER_SPEC` names another folder. Changes of delimiters are refused on purpose, so their
/// file is left out. A case may fail only where `differences` says why.
@Suite(
  .enabled(
    if: !MustacheSpecification.cases.isEmpty,
    "the cases stand beside the checkout (../shared/spec, or HELPCENTER_SPEC)"))
struct MustacheSpecificationTests {
  /// By file and name.
  static let differences: [String: String] = [
    "interpolation: Dotted Names - Broken Chains": unknownName,
    "interpolation: Dotted Names - Broken Chain Resolution": unknownName,
    "interpolation: Dotted Names - Context Precedence": unknownName,
    "interpolation: Dotted Names are never single keys": unknownName,
    "sections: Dotted Names - Broken Chains": unknownName,
    "inverted: Context": unknownName,
    "inverted: List": unknownName,
    "inverted: Dotted Names - Broken Chains": unknownName,
    "partials: Failed Lookup": "a template that is not there is refused",
    "partials: Recursion": "a template that includes itself is refused: pages are compiled flat",
    "partials: Standalone Without Previous Line": indentation,
    "partials: Standalone Without Newline": indentation,
    "partials: Standalone Indentation": indentation,
    "inheritance: Standalone parent": indentation,
    "inheritance: Standalone block": indentation,
    "inheritance: Block reindentation": reindentation,
    "inheritance: Intrinsic indentation": reindentation,
    "inheritance: Nested block reindentation": reindentation,
  ]
  private static let unknownName =
    "a name that no data has is refused, so that no value is silently absent"
  private static let indentation =
    "indentation is not carried into what is included: it would change the text of a pre"
  private static let reindentation = "blocks are not indented anew, for the same reason"

  @Test func knowsAllCases() {
    #expect(MustacheSpecification.cases.count == 149)
    #expect(Self.differences.count <= 20)
    let names = Set(MustacheSpecification.cases.map(\.id))
    #expect(Set(Self.differences.keys).subtracting(names).isEmpty)
  }

  @Test func everyCaseIsMetOrExplained() {
    for item in MustacheSpecification.cases {
      let (text, findings) = item.trial.render(item.data)
      let isExplained = Self.differences[item.id] != nil
      #expect(
        (text == item.expected) != isExplained,
        "\(item.id): \(item.trial.templates), \(findings), \(text?.debugDescription ?? "nothing")")
    }
  }
}

enum MustacheSpecification {
  struct Case: Sendable {
    var id: String
    var trial: MustacheTrial
    var data: MustacheValue
    var expected: String
  }

  private struct File: Decodable {
    struct Test: Decodable {
      var name, template, expected: String
      var data: MustacheValue?
      var partials: [String: String]?
    }

    var tests: [Test]
  }

  static let cases: [Case] =
    ["comments", "interpolation", "sections", "inverted", "partials", "inheritance"]
    .flatMap(cases)

  private static func cases(in name: String) -> [Case] {
    let environment = ProcessInfo.processInfo.environment["HELPCENTER_SPEC"]
    let folder =
      environment.map { URL(filePath: $0) }
      ?? Repository.root.deletingLastPathComponent().appending(path: "shared/spec")
    guard let data = try? Data(contentsOf: folder.appending(path: "mustache/\(name).json")),
      let file = try? JSONDecoder().decode(File.self, from: data)
    else { return [] }
    // Some cases of a file have one name.
    var seen: [String: Int] = [:]
    return file.tests.map { test in
      seen[test.name, default: 0] += 1
      let number = seen[test.name] == 1 ? "" : " (\(seen[test.name]!))"
      let data = test.data ?? .object([:])
      var templates = test.partials ?? [:]
      templates["page"] = test.template
      return Case(
        id: "\(name): \(test.name)\(number)",
        trial: MustacheTrial(
          templates: templates, absent: names(in: templates).subtracting(data.names)),
        data: data, expected: test.expected)
    }
  }

  /// The first parts of the names in tags: what the data of a case leaves out is, for a page, a name
  /// without a value.
  private static func names(in templates: [String: String]) -> Set<String> {
    let tag = /\{\{[{&#^]?\s*([a-z]+)/
    return Set(templates.values.flatMap { $0.matches(of: tag).map { String($0.output.1) } })
  }
}
