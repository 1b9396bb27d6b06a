import Contacts
import Diagnostics
import Foundation
import SiteIO
import Testing

@testable import HelpCenter

/// What authors get wrong, and every line that they read about it: the tables in `BadInputs/`.
///
/// A line that begins with `§ ` is ours, all others are those of a file:
///
/// - `§ a name` begins a case. It is a small site, in which this is wrong.
/// - `§ Content/a.yaml` begins a file of it; `none` behind the path takes the file away, `+` adds to
///   what is there. `⟦` stands where a finding must; `«FF 00»` are bytes, `«a*3»` is a text three
///   times, `«head»` and the like are the texts of `BadInput.texts`.
/// - `§ finds` begins the findings about these files, errors and warnings, as they are printed.
struct BadInputTests {
  @Test(arguments: BadInput.all) func isReportedAtItsPlaceWithItsMending(_ input: BadInput) async {
    var site = BadInputTests.site
    for (path, bytes) in input.files(in: site) { site[path] = bytes }
    let sources = site.map { SourceFile(path: $0.key, bytes: $0.value) }
      .sorted { $0.path < $1.path }
    let options = BuildOptions(
      date: CalendarDate("2026-11-21")!, baseURL: BaseURL("https://help.test/"))
    let plan = await SiteBuild.plan(sources, options: options)
    let serious = plan.diagnostics.filter { $0.severity != .notice }
    let own = serious.filter { finding in
      input.paths.contains { $0 == finding.location?.path }
    }
    let printed = (own.isEmpty ? serious : own).flatMap {
      DiagnosticFormatter.text.format($0).split(separator: "\n").map { line in
        // Their list grows with the keys of a file, which have tests of their own.
        String(line.replacing(#/(hint: known keys: ).*/#) { $0.output.1 + "…" })
      }
    }
    #expect(printed == input.findings, "\(printed.joined(separator: "\n"))")
    #expect(!printed.isEmpty)
    #expect((plan.jobs == nil) == serious.contains { $0.severity == .error })
    for finding in serious { #expect(finding.hint != nil, "\(finding)") }
    if let place = input.place(in: BadInputTests.site) {
      #expect(serious.contains { $0.location == place }, "\(place)")
    }
  }

  @Test func areMoreThanTwoHundredAndFifty() {
    #expect(BadInput.all.count > 250)
    #expect(Set(BadInput.all.map(\.name)).count == BadInput.all.count)
  }

  /// The site in which all of them are put, with the small theme of the golden site.
  static let site: [String: [UInt8]] = {
    var texts = FixtureSite.withArticle.content
    texts["Content/site.yaml"]! += "\ntime-zone: Asia/Seoul\n"
    for language in ["ko", "zh", "en"] {
      texts["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent \(language)")
    }
    let golden = Repository.root.appendingPathComponent("Tests/HelpCenterTests/Golden/site")
    let theme = ((try? SourceLoader.load(source: golden.path, jobs: 1).files) ?? [])
      .filter { $0.path.hasPrefix("Templates/") }
    return Dictionary(uniqueKeysWithValues: theme.map { ($0.path, $0.bytes) })
      .merging(texts.mapValues { Array($0.utf8) }) { $1 }
  }()
}

/// One case of the tables.
struct BadInput: Sendable, CustomTestStringConvertible {
  var name: String
  var findings: [String] = []
  private var written: [(path: String, way: String, lines: [String])] = []

  var testDescription: String { name }
  var paths: [String] { written.map(\.path) }

  static let texts = [
    "head": "title: A\ndescription: B\nupdated: 2026-11-20",
    "src": "source: c, verified: 2026-11-01, confidence: official",
    "languages": "languages: [{path: ko}, {path: zh}, {path: en}]",
    "problems": "problems: {urgent: a, account: a, money-missing: a, trade: a, other: a}",
  ]

  static let all: [BadInput] = {
    let folder = Repository.root.appendingPathComponent("Tests/HelpCenterTests/BadInputs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name in
      read((try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? "")
    }
  }()

  private static func read(_ table: String) -> [BadInput] {
    var cases: [BadInput] = []
    var isFinding = false
    for line in table.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      let line = String(decoding: line, as: UTF8.self)
      let last = cases.count - 1
      guard line.hasPrefix("§ ") else {
        if isFinding {
          cases[last].findings.append(line)
        } else {
          cases[last].written[cases[last].written.count - 1].lines.append(line)
        }
        continue
      }
      let words = line.dropFirst(2)
      isFinding = words == "finds"
      if isFinding { continue }
      guard words.hasPrefix("Content/") || words.hasPrefix("Templates/") else {
        cases.append(BadInput(name: String(words)))
        continue
      }
      let way = [" none", " +"].first { words.hasSuffix($0) } ?? ""
      let path = String(decoding: bytes(String(words.dropLast(way.count))), as: UTF8.self)
      cases[last].written.append((path, way, []))
    }
    return cases
  }

  /// The files of the case; `nil` for one that is not there.
  func files(in site: [String: [UInt8]]) -> [(String, [UInt8]?)] {
    written.map { path, way, lines in
      guard way != " none" else { return (path, nil) }
      let own = Self.bytes((lines + [""]).joined(separator: "\n").replacing("⟦", with: ""))
      return (path, way == " +" ? site[path, default: []] + own : own)
    }
  }

  /// The place of `⟦`, in lines and characters.
  func place(in site: [String: [UInt8]]) -> Diagnostics.SourceLocation? {
    for (path, way, lines) in written {
      let text = lines.joined(separator: "\n")
      guard let mark = text.firstRange(of: "⟦") else { continue }
      let before = Self.bytes(String(text[..<mark.lowerBound]))
      let above = way == " +" ? site[path, default: []].count { $0 == 0x0A } : 0
      let line = before.split(separator: 0x0A, omittingEmptySubsequences: false)
      return Diagnostics.SourceLocation(
        path: path, line: above + line.count,
        column: 1 + String(decoding: line.last ?? [], as: UTF8.self).unicodeScalars.count)
    }
    return nil
  }

  private static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for (number, part) in text.split(separator: "«", omittingEmptySubsequences: false).enumerated()
    {
      guard number > 0, let end = part.firstIndex(of: "»") else {
        bytes += part.utf8
        continue
      }
      let code = part[..<end]
      let pairs = code.split(separator: " ").map { $0.count == 2 ? UInt8($0, radix: 16) : nil }
      if let text = texts[String(code)] {
        bytes += text.utf8
      } else if pairs.allSatisfy({ $0 != nil }) {
        bytes += pairs.compactMap(\.self)
      } else if let star = code.lastIndex(of: "*"), let count = Int(code[star...].dropFirst()) {
        for _ in 0..<count { bytes += code[..<star].utf8 }
      }
      bytes += part[part.index(after: end)...].utf8
    }
    return bytes
  }
}
