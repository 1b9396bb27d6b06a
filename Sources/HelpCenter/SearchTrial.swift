// Holds the search to what editors expect of it, with the engine that readers run.
//
// 1. `SearchTrial` gathers the expectations of `Content/search/` whose articles are published.
// 2. `files` are the theme's modules, a language's index in one file, and a script for Node that asks.
// 3. Whoever may start a program runs the script: `SearchJudge` in the command line's module.
// 4. `findings` reads the answers. Where there are none, `unjudged` says so.

import Diagnostics
import Foundation
import Search

/// The queries of a site's editors, with what Node needs to answer them as a reader's browser does.
package struct SearchTrial: Sendable {
  /// One language's queries.
  package struct Round: Sendable {
    package let language: String
    let expectations: [SearchLists.Expectation]
    let index: SearchFiles
    /// Of each page that can be found, by its address.
    let articles: [String: String]
  }

  package let rounds: [Round]
  private let scripts: [OutputFile]
  private let core: String?

  /// The theme's module that searches.
  package static let engine = "assets/search/core.js"
  /// Whether the theme has it.
  package var canBeAsked: Bool { core != nil }

  /// The script that asks; its argument is a language.
  package static let script = "judge.mjs"
  /// What the script writes: for each query of a language the addresses that it finds, best first.
  package static func answers(_ language: String) -> String { "\(language).answers.json" }

  /// As many results as a page of the search shows first.
  static let usualLimit = 10

  /// - Returns: `nil` where nothing is expected, or where no index can be made.
  init?(site: Site, parsed: ParsedContent, indexes: [String: SearchFiles]) {
    guard let assets = parsed.theme?.assets else { return nil }
    let known = Set(site.documents.keys.map(\.path))
    rounds = site.languages.compactMap { language in
      guard let index = indexes[language.path] else { return nil }
      // What names no published article is the finding of a check.
      let expectations = (parsed.searchLists[language.path]?.expectations ?? []).filter {
        $0.articles.contains { known.contains($0.value) }
      }
      guard !expectations.isEmpty else { return nil }
      let articles = site.searchable(in: language).map {
        (Route.document($0.id, language).path, $0.id.path)
      }
      return Round(
        language: language.path, expectations: expectations, index: index,
        articles: Dictionary(articles, uniquingKeysWith: { first, _ in first }))
    }
    guard !rounds.isEmpty else { return nil }
    core = assets[Self.engine]
    scripts = assets.files.filter { $0.path.hasSuffix(".js") }.map {
      OutputFile(path: $0.path, bytes: $0.bytes)
    }
  }

  /// What the script and all rounds need, with paths in a folder of their own.
  package var sharedFiles: [OutputFile] {
    // Node 18 and 20 ask a package whether its .js files are modules.
    scripts + [
      OutputFile(path: "package.json", bytes: Array(#"{"type":"module"}"#.utf8)),
      OutputFile(path: Self.script, bytes: Array(Self.scriptText.utf8)),
    ]
  }

  /// What one round needs. The index is one file: a large site has tens of thousands of them, and few are read.
  package func files(of round: Round) -> [OutputFile] {
    var bundle: [UInt8] = []
    let parts = round.index.value.map { file -> JSONText in
      bundle += file.bytes
      let from = bundle.count - file.bytes.count
      return .list([.text(file.path), .number(from), .number(file.bytes.count)])
    }
    let queries = round.expectations.map { expectation -> JSONText in
      .list([.text(expectation.query.value), .number(Self.limit(of: expectation))])
    }
    let request = JSONText.record([
      "core": core.map { .text("./" + $0) }, "files": .list(parts), "queries": .list(queries),
    ])
    return [
      OutputFile(path: "\(round.language).index", bytes: bundle),
      OutputFile(path: "\(round.language).json", bytes: Array(request.json.utf8)),
    ]
  }

  private static let scriptText = """
    import { openSync, readFileSync, readSync, writeFileSync } from "node:fs";

    const place = (name) => new URL(name, import.meta.url);
    const language = process.argv[2];
    const { core, files, queries } = JSON.parse(readFileSync(place(`${language}.json`)));
    const { openSearch } = await import(core);
    const bundle = openSync(place(`${language}.index`));
    const parts = new Map(files.map(([path, from, size]) => [path, { from, size }]));
    async function load(path) {
      const { from, size } = parts.get(path);
      const bytes = Buffer.alloc(size);
      readSync(bundle, bytes, 0, size, from);
      return JSON.parse(bytes);
    }
    const search = await openSearch({ language, load });
    const answers = [];
    for (const [query, limit] of queries) {
      const { results } = await search.search(query, { limit });
      answers.push(results.map(({ url }) => url.split("#")[0]));
    }
    writeFileSync(place(`${language}.answers.json`), JSON.stringify(answers));

    """

  /// What the answers to a round's queries do not meet; `nil` when these are no answers to them.
  package func findings(of round: Round, answers bytes: [UInt8]) -> [Diagnostic]? {
    guard let answers = try? JSONDecoder().decode([[String]].self, from: Data(bytes)),
      answers.count == round.expectations.count
    else { return nil }
    return zip(round.expectations, answers).compactMap { expectation, found in
      finding(expectation, found.map { round.articles[$0] ?? $0 })
    }
  }

  private static func limit(of expectation: SearchLists.Expectation) -> Int {
    max(expectation.within, usualLimit)
  }

  private func finding(_ expectation: SearchLists.Expectation, _ found: [String]) -> Diagnostic? {
    let within = expectation.within
    let wanted = expectation.articles.map(\.value)
    let place = found.firstIndex { wanted.contains($0) }.map { $0 + 1 }
    if let place, place <= within { return nil }
    let article = wanted.joined(separator: "' or '")
    let answer =
      place.map { "finds '\(article)' at place \($0), not among the first \(within)" }
      ?? "does not find '\(article)' among the first \(Self.limit(of: expectation))"
    let first = found.isEmpty ? "nothing" : found.prefix(3).joined(separator: ", ")
    return Diagnostic(
      .warning, .unmetExpectation, at: expectation.query.location,
      "a search for '\(expectation.query.value)' \(answer); first: \(first)", hint: hint(place))
  }

  private func hint(_ place: Int?) -> String {
    let words = "write the query's words into the article's title, description or 'keywords'"
    guard let place, place <= SearchLists.lastPlace else {
      return "\(words), or make them synonyms of words that the article has"
    }
    return "\(words), or write 'within: \(place)' if that will do"
  }

  /// Says that nothing was judged. Whoever asks for a strict build asks for a judged one.
  package func unjudged(because reason: String, hint: String, strict: Bool) -> Diagnostic {
    let count = rounds.reduce(0) { $0 + $1.expectations.count }
    return Diagnostic(
      strict ? .error : .notice, .unjudgedExpectations, at: nil,
      "\(reason), so \(count) expectation\(count == 1 ? "" : "s") of Content/search/ "
        + "\(count == 1 ? "was" : "were") not judged", hint: hint)
  }
}
