import ArgumentParser
import Contacts
import Diagnostics
import Foundation
import HelpCenter

/// What `build`, `check` and `serve` share.
struct SourceOptions: ParsableArguments {
  @Option(name: .long, help: "The folder that holds Content/ and Templates/.")
  var source = "."

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day, or the minute, for which the site is built; decides what is published.",
      discussion:
        "By the clock of the site's time zone; a day is its first minute. Else SOURCE_DATE_EPOCH, else now.",
      valueName: "YYYY-MM-DD[THH:MM]"))
  var date: CalendarMoment?

  @Option(name: .long, help: "The address of the site, in place of base-url in site.yaml.")
  var baseURL: BaseURL?

  @Flag(name: .long, help: "Publish drafts too.")
  var drafts = false

  @Flag(name: .long, help: "Treat warnings as errors. Notices never fail a build.")
  var strict = false

  @Option(name: .long, help: "How findings are written: text (stderr), json or github (stdout).")
  var diagnostics = DiagnosticFormatter.text

  @Option(name: .long, help: "How many files are worked on at once; all cores unless given.")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must be a number from 1 to 1024.")
    }
    if date == nil, Self.sourceDateEpoch == .invalid {
      throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds.")
    }
  }

  func buildOptions(baseURL override: BaseURL? = nil) -> BuildOptions {
    BuildOptions(
      time: date.map { .local($0) } ?? Self.timeOfEnvironment, baseURL: override ?? baseURL,
      includeDrafts: drafts,
      strict: strict, jobs: jobCount)
  }

  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  private enum Epoch: Equatable {
    case absent, invalid
    case instant(Int)
  }

  /// reproducible-builds.org, "SOURCE_DATE_EPOCH": seconds since 1970, for builds that must not
  /// depend on the clock.
  private static var sourceDateEpoch: Epoch {
    guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
      return .absent
    }
    // A day more or less is one in any zone, and 9998 is far enough.
    guard let seconds = Int(text), seconds >= 0,
      let day = CalendarDate(daysSince1970: seconds / 86_400), day.year < 9999
    else { return .invalid }
    return .instant(seconds)
  }

  private static var timeOfEnvironment: BuildTime {
    if case .instant(let instant) = sourceDateEpoch { return .instant(instant) }
    return .instant(Int(Date().timeIntervalSince1970.rounded(.down)))
  }
}

extension CalendarMoment: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension BaseURL: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension DiagnosticFormatter: ExpressibleByArgument {}
