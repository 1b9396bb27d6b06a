import Contacts
import Diagnostics
import Foundation
import SiteIO

@testable import HelpCenter

/// A small site in memory: the smallest that builds, to which a test adds or from which it takes.
struct FixtureSite {
  /// Text by path, `Content/site.yaml` and so on; the repository's own theme stands beside it.
  var content: [String: String]
  /// Files that are no text: pictures, films.
  var media: [String: [UInt8]] = [:]
  var templates: [String: String] = [:]
  /// Files of the theme that the site does without.
  var removed: Set<String> = []
  var options = BuildOptions(
    date: CalendarDate("2026-11-21")!, baseURL: BaseURL("https://help.test/"))

  static let smallest = FixtureSite(content: [
    "Content/site.yaml": """
    title: {ko: 도움말, zh: 帮助, en: Help}
    languages:
      - {path: ko, tag: ko, fallback: [en, zh]}
      - {path: zh, tag: zh-Hans, fallback: [en, ko]}
      - {path: en, tag: en, fallback: [ko, zh]}
    profile: exchange
    exchanges: [upbit]
    """,
    "Content/categories.yaml": """
    - id: security
      name: {ko: 보안, zh: 安全, en: Security}
    """,
    "Content/upbit/exchange.yaml": "name: {ko: 업비트, zh: Upbit, en: Upbit}",
  ])

  /// The smallest site with an article in all three languages.
  static var withArticle: FixtureSite {
    var site = smallest
    for (language, title) in [("ko", "OTP 분실"), ("zh", "丢失验证器"), ("en", "Lost authenticator")] {
      site.content["Content/upbit/security/otp-lost.\(language).md"] = article(title)
    }
    return site
  }

  static func article(_ title: String, _ extra: String = "", body: String = "Text.") -> String {
    """
    ---
    title: \(title)
    description: About \(title).
    updated: 2026-11-20
    \(extra.isEmpty ? "tags: []" : extra)
    ---

    \(body)
    """
  }

  func build() async -> BuildResult {
    await SiteBuild.run(sources, options: options)
  }

  var sources: [SourceFile] {
    let own = content.merging(templates) { $1 }
      .map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    let others = media.map { SourceFile(path: $0.key, bytes: $0.value) }
    let replaced = removed.union(templates.keys)
    return (own + others + Repository.theme.filter { !replaced.contains($0.path) })
      .sorted { $0.path < $1.path }
  }
}

extension BuildOptions {
  /// A build at the beginning of a day.
  init(date: CalendarDate, baseURL: BaseURL? = nil, strict: Bool = false, jobs: Int = 1) {
    self.init(time: .local(CalendarMoment(date)), baseURL: baseURL, strict: strict, jobs: jobs)
  }

  var date: CalendarDate {
    get {
      guard case .local(let moment) = time else { preconditionFailure("not a day") }
      return moment.date
    }
    set { time = .local(CalendarMoment(newValue)) }
  }
}

/// The checkout that the tests run in.
enum Repository {
  static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let sources: [SourceFile] = {
    (try? SourceLoader.load(source: root.path, jobs: 2).files) ?? []
  }()

  /// A day on which the content can be built: the newest that any of it is dated.
  static let newestDay: CalendarDate = {
    let dated = #/(?m)^[ -]*(?:\{?date|updated|verified): (\d{4}-\d{2}-\d{2})/#
    let days = sources.lazy.filter {
      $0.path.hasPrefix("Content/") && !$0.path.contains("holidays/")
    }
    .flatMap { String(decoding: $0.bytes, as: UTF8.self).matches(of: dated) }
    .compactMap { CalendarDate($0.output.1) }
    return days.max() ?? CalendarDate("2026-11-30")!
  }()

  static let theme = sources.filter { $0.path.hasPrefix("Templates/") }
}

extension BuildResult {
  func text(_ path: String) -> String? {
    files?.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// The findings as a reader sees them, for messages of failed tests.
  var report: String {
    diagnostics.map { DiagnosticFormatter.text.format($0) }.joined(separator: "\n")
  }
}

extension String {
  /// The text with assets named as in the theme and in the content, for tests about other things.
  var withoutFingerprints: String {
    replacing(#/(assets/[^"'<>\s]*?)\.[0-9a-z]{8}(?=\.[A-Za-z0-9]+)/#) { $0.output.1 }
  }

  /// The text without the spans that keep dates and numbers on one line, for tests about its words.
  var withoutTypesetting: String {
    replacing(#/<span class="k">([^<]*)</span>/#) { $0.output.1 }
  }
}

/// A text with one place marked by `⟦`, and the place.
struct MarkedText: Sendable {
  var text: String
  var line: Int
  var column: Int

  init(_ marked: String) {
    // By scalars: "\r\n" is one character.
    let before = marked.unicodeScalars.prefix { $0 != "⟦" }
    text = marked.replacing("⟦", with: "")
    line = 1 + before.count { $0 == "\n" }
    column =
      1 + before.count
      - (before.lastIndex(of: "\n").map { before.distance(from: before.startIndex, to: $0) + 1 }
        ?? 0)
  }
}
