import ArgumentParser
import Diagnostics
import HelpCenter
import SiteIO

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site and publishes it to a folder.")

  @OptionGroup var options: SourceOptions

  @Option(
    name: .long,
    help: ArgumentHelp("The folder to publish to.", discussion: "Else Public in the source folder.")
  )
  var output: String?

  @Flag(
    name: .long,
    help: "Change files one by one in the folder that is there, such as a container's mount.")
  var inPlace = false

  @Flag(
    inversion: .prefixedNo,
    help:
      "Wait until the site is on the disk before it is shown, so that a power cut loses nothing.")
  var sync = true

  @Flag(
    name: .long,
    help: "Leave out texts that have errors, name them, and publish the rest; ends with 3 then.")
  var partial = false

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(formatter: options.diagnostics)
    let build = SourceBuild(
      source: options.source, options: options.buildOptions(), isPartial: partial, remembers: true)
    let target = output ?? options.source + "/Public"
    let result = try await console.orFail {
      try await build.run(
        output: target, publishing: PublishOptions(isSynced: sync, isInPlace: inPlace),
        progress: ProgressLine())
    }
    console.writeWithoutNotices(result.diagnostics)
    let summary = Console.summary(of: result.diagnostics)
    guard let published = result.published else {
      console.complain("\(summary); nothing was published")
      throw ExitCode.contentErrors
    }
    let notices = result.diagnostics.contains { $0.severity == .notice }
    if !summary.isEmpty {
      console.say(summary + (notices ? " (helpcenter check lists the notices)" : ""))
    }
    console.say("pages: \(Console.pages(of: result.counts))")
    console.say(
      "\(target): \(published.written) written, \(published.unchanged) unchanged, "
        + "\(published.removed) removed in \(Console.seconds(since: start))")
    report(published, console)
    try console.endPartly(result.leftOut)
  }

  /// What of a publish is not as usual.
  private func report(_ published: PublishSummary, _ console: Console) {
    if published.finishedAnother {
      console.say("an earlier build had been interrupted between two files; it is finished now")
    }
    if published.guarantee == .perFile, !inPlace {
      console.say(
        "this disk cannot exchange two folders in one step: each file changed whole, one by one")
    }
    if !published.keptRights {
      console.complain(
        "warning: the group of the site before could not be kept; run as its owner or as a member "
          + "of the group")
    }
    if let path = published.leftBehind {
      console.complain(
        "warning: the site is published, but the one before could not be removed ('\(path)'); "
          + "the next build tries again")
    }
  }
}
