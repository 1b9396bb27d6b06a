import BuiltInTheme
import Contacts
import Diagnostics
import HelpCenter
import SiteIO

/// How much of a site each of its languages has, and the site itself if it can be published.
public struct Coverage: Sendable {
  /// The texts that have no translation, by the language's path: `upbit/security/otp-lost`.
  public var missing: [String: [String]] = [:]
  /// As `helpcenter build` would print them.
  public var findings: [String] = []
  /// The files of the site; `nil` when a finding is an error.
  public var files: [OutputFile]?

  /// - Parameters:
  ///   - folder: holds `Content/`, and `Templates/` where the site has a theme of its own.
  ///   - day: for which the site is built; decides what is published.
  /// - Throws: `SiteIOError` when the folder cannot be read.
  public init(of folder: String, on day: CalendarDate) async throws {
    let sources = try SourceLoader.load(source: folder, theme: BuiltInTheme.sources, jobs: 2)
    let options = BuildOptions(time: .local(CalendarMoment(day)), jobs: 2)
    let plan = await SiteBuild.plan(sources.files, options: options)

    for language in plan.site.languages {
      missing[language.path] = plan.site.ids
        .filter { !plan.site.translations(of: $0).contains(language) }.map(\.path)
    }
    findings = (sources.diagnostics + plan.diagnostics).map { DiagnosticFormatter.text.format($0) }
    files = await SiteBuild.render(plan, options: options).files
  }
}
