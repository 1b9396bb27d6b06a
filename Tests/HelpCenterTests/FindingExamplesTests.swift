import Contacts
import Diagnostics
import Foundation
import Testing

@testable import HelpCenter
@testable import SiteIO

/// Every rule of the registry has an example that trips it, so that no check can go blind unseen.
struct FindingExamplesTests {
  @Test(arguments: Diagnostic.Rule.allCases)
  func hasAnExampleThatTripsIt(_ rule: Diagnostic.Rule) async throws {
    let example = try #require(Self.examples[rule], "add an example to FindingExamples.swift")
    let found = try await example.findings()
    let report = found.map { DiagnosticFormatter.text.format($0) }.joined(separator: "\n")
    let own = found.filter { $0.rule == rule }
    try #require(!own.isEmpty, "\(report)")
    if let place = example.place {
      #expect(own.contains { $0.location == place }, "\(place)\n\(report)")
    }
    for finding in own {
      // What belongs to no file has no place.
      #expect(finding.location != nil || rule == .unjudgedExpectations, "\(report)")
      #expect(finding.hint?.isEmpty == false, "a finding says how to mend it: \(report)")
    }
  }
}

/// What trips a rule: files beside those of a small site, one of them with `⟦` where the finding must
/// stand.
struct FindingExample: Sendable {
  var site = FixtureSite.withArticle
  var place: Diagnostics.SourceLocation?
  /// Findings that no site in memory has: of the disk, of the search's answers.
  var elsewhere: (@Sendable () async throws -> [Diagnostic])?

  func findings() async throws -> [Diagnostic] {
    if let elsewhere { return try await elsewhere() }
    return await site.build().diagnostics
  }

  /// - Parameter path: of a file in `Content/` or `Templates/`; the file of that name is replaced.
  static func file(
    _ path: String, _ marked: String, change: (inout FixtureSite) -> Void = { _ in }
  ) -> FindingExample {
    var example = FindingExample()
    let text = MarkedText(marked)
    if path.hasPrefix("Templates/") {
      example.site.templates[path] = text.text
    } else {
      example.site.content[path] = text.text
    }
    if marked.contains("⟦") {
      example.place = SourceLocation(path: path, line: text.line, column: text.column)
    }
    change(&example.site)
    return example
  }

  static let article = "Content/upbit/security/a.en.md"

  static func body(
    _ marked: String, change: (inout FixtureSite) -> Void = { _ in }
  ) -> FindingExample {
    file(article, FixtureSite.article("A", body: marked), change: change)
  }

  /// - Parameter marked: more lines of the front matter.
  static func head(
    _ marked: String, change: (inout FixtureSite) -> Void = { _ in }
  ) -> FindingExample {
    file(article, FixtureSite.article("A", marked), change: change)
  }

  static func contact(_ marked: String) -> FindingExample {
    file("Content/upbit/contact.yaml", "time-zone: UTC\nchannels:\n\(marked)\n")
  }

  /// What is made of the answers to a query that an editor expects to find something.
  static func trial(
    _ judge: @escaping @Sendable (SearchTrial) -> [Diagnostic]
  ) -> FindingExample {
    FindingExample(elsewhere: {
      var site = FixtureSite.withArticle
      site.content["Content/search/en.yaml"] =
        "expectations:\n  - {query: tax return, article: upbit/security/otp-lost}"
      let plan = await SiteBuild.plan(site.sources, options: site.options)
      return judge(try #require(plan.searchTrial))
    })
  }

  static func disk(
    _ make: @escaping @Sendable (_ folder: String) throws -> Void
  ) -> FindingExample {
    FindingExample(elsewhere: {
      let folder = FileManager.default.temporaryDirectory.path + "/examples-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      for name in ["Content", "Templates"] { try RealPath.makeFolders("\(folder)/\(name)") }
      try make(folder)
      return try SourceLoader.load(source: folder, jobs: 1).diagnostics
    })
  }
}
