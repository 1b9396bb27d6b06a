import Diagnostics
import Foundation
import Markdown
import Testing

@testable import HelpCenter

/// What `Content/README.md` shows is what happens.
struct AuthorsGuideTests {
  private let guide = AuthorsGuide.shared

  @Test func theExamplesAreOneSiteWithoutFindings() async throws {
    let result = await guide.site.build()
    #expect(result.diagnostics.isEmpty, "\(result.report)")
    for language in ["ko", "zh", "en"] {
      let folder = "\(language)/example"
      for page in ["security/article", "notices/2026-11-21-example", "urgent", "contact"] {
        #expect(result.text("\(folder)/\(page)/index.html") != nil, "\(folder)/\(page)")
      }
    }
  }

  @Test func theSmallestSiteBuilds() async throws {
    let site = FixtureSite(content: guide.smallestSite)
    #expect(site.content.count == 3)
    let result = await site.build()
    #expect(result.files != nil, "\(result.report)")
  }

  // MARK: The dialect

  static let pairs = AuthorsGuide.shared.pairs.map(\.source.line)

  @Test func theDialectIsShownWithItsHTML() {
    #expect(Self.pairs.count >= 15)
  }

  /// `…` in the HTML stands for what the guide leaves out.
  @Test(arguments: pairs) func anExampleBecomesTheHTMLBelowIt(line: Int) async throws {
    let pair = try #require(guide.pairs.first { $0.source.line == line })
    var site = guide.site
    site.templates["Templates/article.mustache"] = "{{{body}}}"
    site.content["Content/example/security/shown.en.md"] = FixtureSite.article(
      "Shown", body: pair.source.text)
    let result = await site.build()
    let page = try #require(
      result.text("en/example/security/shown/index.html"), "\(result.report)")
    let warnings = result.diagnostics.filter { $0.severity == .warning }.map(\.id)
    // The guide's article shows every key, `expires` too, and what is no Markdown here.
    #expect(
      warnings.allSatisfy { ["raw-html", "expiring-link", "stray-mark"].contains($0) },
      "\(result.report)")
    let html = Self.withoutSpace(page.withoutFingerprints.withoutTypesetting)
    var rest = html[...]
    for piece in Self.withoutSpace(pair.html.text.withoutTypesetting).split(separator: "…") {
      let place = try #require(
        rest.firstRange(of: piece), "line \(line): \(piece)\nis not in\n\(page)")
      rest = rest[place.upperBound...]
    }
  }

  /// White space between tags is no part of the promise.
  private static func withoutSpace(_ html: String) -> String {
    html.split { $0 == "\n" }.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
      .replacing("> <", with: "><").replacing(" …", with: "…").replacing("… ", with: "…")
  }

  // MARK: Keys

  /// The parsers of content files, and the examples of the files that each reads.
  static let parsers: [String: [String]] = [
    "ConsideredReading": ["article.ko.md"],
    "ChannelParser": ["contact.yaml", "emergency/kr.yaml"],
    "ChannelValues": ["contact.yaml"],
    "ContactParser": ["contact.yaml", "emergency/kr.yaml"],
    "DrawingParser": [
      "drawings/order.yaml", "drawings/way.yaml", "drawings/hold.yaml", "drawings/message.yaml",
    ],
    "ExchangeParser": [
      "exchange.yaml", "product/section.yaml", "categories.yaml", "holidays/kr.yaml",
    ],
    "FrontMatterParser": ["article.ko.md", "notices/2026-11-21-example.ko.md"],
    "GlossaryParser": ["glossary.yaml"],
    "HoursParser": ["contact.yaml"],
    "KnownFakeParser": ["known-fakes.yaml"],
    "LocalizedReading": ["contact.yaml"],
    "SearchListsParser": ["search/ko.yaml"],
    "SiteConfigurationParser": ["site.yaml", "Content/site.yaml"],
    "SuspensionParser": ["contact.yaml"],
    "TrustedContactsParser": ["trusted-contacts.yaml"],
    "TrustedSitesParser": ["trusted-sites.yaml"],
  ]

  /// The keys that a source file asks a mapping for: `reader.string("title")`, `date("updated")`.
  private static func keys(in source: String) -> Set<String> {
    let calls =
      #/
      [^A-Za-z](?:string|requiredString|strings|bool|integer|date|partialDate|choice|nodes?|mappings?
        |localized|localizedList|httpsURL|textInLanguage|weeklyHours|language)
      \(\s*"(?<key>[a-z-]+)"
      /#
    return Set(source.matches(of: calls).map { String($0.output.key) })
  }

  private static let folder = Repository.root.appendingPathComponent("Sources/HelpCenter/Parsing")

  @Test func everyParserThatReadsKeysIsLookedAt() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    for file in files where file.hasSuffix(".swift") && file != "MappingReader.swift" {
      let text = try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
      let isKnown = Self.parsers[String(file.dropLast(".swift".count))] != nil
      #expect(Self.keys(in: text).isEmpty != isKnown, "\(file)")
    }
  }

  @Test(arguments: parsers.keys.sorted())
  func everyKeyThatAParserReadsIsInAnExample(_ parser: String) throws {
    let source = try String(
      contentsOf: Self.folder.appendingPathComponent(parser + ".swift"), encoding: .utf8)
    let keys = Self.keys(in: source)
    #expect(keys.count >= 2)
    // The smallest site has names of its own.
    let all = guide.files.merging(guide.smallestSite) { first, _ in first }
    let examples = Self.parsers[parser]!.compactMap { all[$0] }
    #expect(examples.count == Self.parsers[parser]!.count, "an example is missing")
    for key in keys.sorted() {
      let mark = try Regex("(?m)(^|[ {,])\(key):")
      #expect(examples.contains { $0.contains(mark) }, "\(key) of \(parser)")
    }
  }

  /// Which keys a scan finds is only as good as the scan.
  @Test func theScanFindsKeysOfEveryKind() throws {
    let found = try Self.parsers.keys.reduce(into: Set<String>()) { found, parser in
      found.formUnion(
        Self.keys(
          in: try String(
            contentsOf: Self.folder.appendingPathComponent(parser + ".swift"), encoding: .utf8)))
    }
    #expect(
      found.isSuperset(of: [
        "id", "title", "updated", "translated-from", "aliases", "sources", "url", "confidence",
        "verified", "source", "path", "gloss", "answer", "intake", "prepare", "synonyms",
        "max-article-bytes", "languages", "fallback", "draft", "order", "days", "host", "serves",
      ]))
  }

  @Test func everyWordThatTheBuildNeedsIsInTheListOfWords() throws {
    let words = try #require(guide.blocks.first { $0.text.hasPrefix("language-name:") }).text
    let listed = Set(words.split(separator: "\n").map { String($0.prefix { $0 != ":" }) })
    let needed = Set(Word.allCases.map(\.rawValue) + MarkdownEnvironment.wordKeys)
    #expect(needed.subtracting(listed) == [], "missing in the guide")
    #expect(listed.subtracting(needed) == [], "no longer needed")
  }

  // MARK: Findings

  @Test func everyFindingIsExplained() throws {
    let theme = Repository.root.appendingPathComponent("Templates/README.md")
    let guides = guide.text + (try String(contentsOf: theme, encoding: .utf8))
    let rows = guides.split(separator: "\n").filter { $0.hasPrefix("|") }
    for rule in Diagnostic.Rule.allCases {
      #expect(rows.contains { $0.contains("`\(rule.rawValue)`") }, "\(rule.rawValue)")
    }
  }

  // MARK: The guide itself

  @Test func everyLinkWithinTheGuideLeadsToAHeading() throws {
    var anchors: Set<String> = []
    for line in guide.text.split(separator: "\n") where line.hasPrefix("#") {
      // As GitHub names headings.
      let title = line.drop { $0 == "#" }.dropFirst().lowercased()
      anchors.insert(
        String(
          title.replacing("&lt;", with: "").replacing("&gt;", with: "").compactMap {
            $0 == " " ? "-" : $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : nil
          }))
    }
    let prose = guide.blocks.reduce(guide.text) { $0.replacing($1.text, with: "") }
      .replacing(#/`[^`\n]*`/#, with: "")
    for link in prose.matches(of: #/\]\(#(?<anchor>[^)]+)\)/#) {
      #expect(anchors.contains(String(link.output.anchor)), "\(link.output.anchor)")
    }
  }
}
