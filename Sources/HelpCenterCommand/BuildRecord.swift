import Diagnostics
import Foundation
import HelpCenter
import SiteIO

/// What a build leaves in `.helpcenter/` for the next: what it depended on, the state of the site that
/// it published, and what it said.
struct BuildRecord: Codable {
  /// `BuildKey`.
  private var key: String
  private var time: Time
  /// The folder of the site, links resolved.
  private var output: String
  /// `PublishSummary.state`.
  let site: String
  private var files: Int
  private var counts: [LanguageCount]
  private var findings: [Diagnostic]
  private var leftOut: [LeftOutFile]

  private static let name = "build.json"

  /// When the build holds.
  private enum Time: Codable, Equatable {
    /// For the minute or day that was asked for.
    case local(String)
    /// From the first instant to the second, which is none of it; seconds since 1970.
    case span(Int, Int)
  }
}

extension BuildRecord {
  /// Nil for a build that a later one must not rest on: its site was not published or has no known
  /// state, or its search was not judged although it could have been.
  init?(
    _ outcome: SourceBuild.Outcome, key: String, time: BuildTime, uses: [ClockUse], output: String
  ) {
    guard let site = outcome.published?.state, let files = outcome.fileCount,
      let path = SitePublisher.realPath(of: output),
      SearchJudge().node == nil
        || !outcome.diagnostics.contains(where: { $0.rule == .unjudgedExpectations })
    else { return nil }
    (self.key, self.site, self.files, self.output) = (key, site, files, path)
    switch time {
    case .local(let moment): self.time = .local("\(moment)")
    case .instant:
      let spans = uses.map(\.span)
      guard let begin = spans.map(\.lowerBound).max(), let end = spans.map(\.upperBound).min()
      else {
        return nil
      }
      self.time = .span(begin, end)
    }
    (counts, leftOut, findings) = (outcome.counts, outcome.leftOut, outcome.diagnostics)
  }

  /// Whether a build of this key, at this time and to this folder, would come to the same, if the site
  /// is still as it was.
  func holds(_ key: String, at time: BuildTime, output: String) -> Bool {
    guard key == self.key, SitePublisher.realPath(of: output) == self.output else { return false }
    switch (time, self.time) {
    case (.local(let moment), .local(let kept)): return "\(moment)" == kept
    case (.instant(let now), .span(let begin, let end)): return begin <= now && now < end
    default: return false
    }
  }

  /// As a build that wrote nothing.
  var outcome: SourceBuild.Outcome {
    SourceBuild.Outcome(
      diagnostics: findings, counts: counts, fileCount: files,
      published: PublishSummary(written: 0, unchanged: files, removed: 0, bytesWritten: 0),
      leftOut: leftOut)
  }

  // MARK: On the disk

  /// The last build's; nil where there is none, or not the whole of one.
  ///
  /// The first line is the hash of the rest.
  init?(in source: String) {
    guard let bytes = SourceNotes(source: source).read(Self.name),
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let rest = Array(bytes[(end + 1)...])
    guard bytes[..<end].elementsEqual(SHA256.text(of: rest).utf8),
      let record = try? JSONDecoder().decode(BuildRecord.self, from: Data(rest))
    else { return nil }
    self = record
  }

  /// Where it cannot be written, the next build is done in full.
  func write(to source: String) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return }
    let rest = Array(data)
    SourceNotes(source: source)
      .write(Array("\(SHA256.text(of: rest))\n".utf8) + rest, to: Self.name)
  }
}
