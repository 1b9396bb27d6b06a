import Foundation
import HelpCenter
import SiteIO

/// The corpus on disk, as a whole site of this program and as one of Hugo.
struct BenchmarkSite {
  let corpus: Corpus
  let folder: URL

  var source: URL { folder.appending(path: "source") }
  var hugoSource: URL { folder.appending(path: "hugo") }

  private static let repository = Vocabulary.folder.deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  func write() async throws {
    let content = source.appending(path: "Content")
    try Self.put(siteConfiguration, to: content.appending(path: "site.yaml"))
    let categories = Corpus.categories.map {
      "- id: \($0)\n  name: {ko: \($0), zh: \($0), en: \($0)}\n  icon: form\n"
    }
    try Self.put(categories.joined(), to: content.appending(path: "categories.yaml"))
    for exchange in corpus.exchanges {
      try Self.put(
        "name: {ko: \(exchange), zh: \(exchange), en: \(exchange)}\nkind: exchange\n"
          + "initial: \(exchange.prefix(1))\n",
        to: content.appending(path: "\(exchange)/exchange.yaml"))
    }
    try Self.write(corpus, to: content)
    try FileManager.default.copyItem(
      at: Self.repository.appending(path: "Templates"), to: source.appending(path: "Templates"))
    try await removeHarmfulAdvice()
  }

  private var siteConfiguration: String {
    """
    title: {ko: 고객센터, zh: 帮助中心, en: Help Center}
    description: {ko: 도움말, zh: 帮助, en: Help}
    base-url: https://help.example.com/
    languages:
      - {path: ko, tag: ko, fallback: [en, zh]}
      - {path: zh, tag: zh-Hans, fallback: [en, ko]}
      - {path: en, tag: en, fallback: [ko, zh]}
    profile: exchange
    exchanges: [\(corpus.exchanges.joined(separator: ", "))]

    """
  }

  /// Chance makes sentences that ask for a secret, which no build lets through: their lines go.
  private func removeHarmfulAdvice() async throws {
    let sources = try SourceLoader.load(source: source.path, jobs: 1)
    let plan = await SiteBuild.plan(sources.files, options: Measurement.options(jobs: 1))
    let found = plan.diagnostics.filter { $0.rule == .harmfulAdvice }.compactMap(\.location)
    for (path, places) in Dictionary(grouping: found, by: \.path) {
      let file = source.appending(path: path)
      var lines = try String(contentsOf: file, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      for line in Set(places.map(\.line)).sorted(by: >) { lines.remove(at: line - 1) }
      try Self.put(lines.joined(separator: "\n"), to: file)
    }
  }

  /// The same articles as a site of Hugo, with a theme of its own and a plain JSON index.
  func writeForHugo() throws {
    try FileManager.default.copyItem(
      at: Vocabulary.folder.appending(path: "hugo"), to: hugoSource)
    let content = hugoSource.appending(path: "content")
    try corpus.write(.hugo) { path, text in
      try Self.put(text, to: content.appending(path: path))
      // Each folder above a page has a page of its own.
      let parts = path.split(separator: "/").dropLast()
      for depth in 1...parts.count {
        let folder = parts.prefix(depth).joined(separator: "/")
        let file = content.appending(path: "\(folder)/_index.md")
        guard !FileManager.default.fileExists(atPath: file.path) else { continue }
        let title = parts[parts.startIndex + depth - 1]
        try Self.put("---\ntitle: \"\(title)\"\n---\n", to: file)
      }
    }
  }

  static func write(_ corpus: Corpus, to folder: URL) throws {
    try corpus.write(.ours) { try put($1, to: folder.appending(path: $0)) }
  }

  private static func put(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
