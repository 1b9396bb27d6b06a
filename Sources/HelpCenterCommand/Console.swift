import Diagnostics
import Foundation
import HelpCenter
import SiteIO
import Synchronization

/// Writes findings and figures for the person or program that called.
struct Console: Sendable {
  let formatter: DiagnosticFormatter

  /// Findings: text on stderr, the machine-readable forms on stdout.
  func write(_ diagnostics: [Diagnostic]) {
    let output = formatter == .text ? StandardOutput.error : .output
    let color = formatter == .text && Self.usesColor(STDERR_FILENO)
    var lines = diagnostics.map { formatter.format($0, color: color) }
    if formatter == .text {
      let digest = FindingDigest(diagnostics)
      lines = digest.shown.map { formatter.format($0, color: color) } + digest.omissions
    }
    output.write(lines.map { $0 + "\n" }.joined())
  }

  /// The same for a command whose work is not the findings: at a terminal, notices would bury what
  /// has to be mended. The machine-readable forms hold them all.
  func writeWithoutNotices(_ diagnostics: [Diagnostic]) {
    write(formatter == .text ? diagnostics.filter { $0.severity != .notice } : diagnostics)
  }

  /// What was done. With findings as JSON it goes to stderr, so that stdout holds only JSON.
  func say(_ line: String) {
    (formatter == .json ? StandardOutput.error : .output).write(line + "\n")
  }

  func complain(_ line: String) {
    StandardOutput.error.write("helpcenter: " + line + "\n")
  }

  /// `2 errors, 1 warning`
  static func summary(of diagnostics: [Diagnostic]) -> String {
    Severity.allCases.reversed().compactMap { severity in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  /// `ko 24 pages, zh 24 pages, en 23 pages (1 shows another language)`
  static func pages(of counts: [LanguageCount]) -> String {
    counts.map { count in
      let fallback = count.fallback == 0 ? "" : " (\(count.fallback) in another language)"
      return "\(count.language) \(count.translated + count.fallback)\(fallback)"
    }.joined(separator: ", ")
  }

  static func seconds(since start: ContinuousClock.Instant) -> String {
    let elapsed = ContinuousClock.now - start
    let hundredths = Int(elapsed / .milliseconds(10))
    let fraction = String(hundredths % 100)
    return "\(hundredths / 100).\(fraction.count == 1 ? "0" : "")\(fraction) s"
  }

  /// Colour for a terminal that wants it (no-color.org: NO_COLOR set and not empty turns it off).
  static func usesColor(_ descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(descriptor) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }
}

/// A line that counts the rendered files, on a terminal and only in a build that takes over a second.
final class ProgressLine: Sendable {
  private let start = ContinuousClock.now
  private let isShown = Mutex(false)
  private let enabled = isatty(STDERR_FILENO) == 1

  func update(_ done: Int, _ total: Int) {
    guard enabled, ContinuousClock.now - start > .seconds(1) else { return }
    isShown.withLock { $0 = true }
    StandardOutput.error.write("\r\u{1B}[Krendering \(done) of \(total)")
  }

  func clear() {
    guard isShown.withLock({ $0 }) else { return }
    StandardOutput.error.write("\r\u{1B}[K")
  }
}
