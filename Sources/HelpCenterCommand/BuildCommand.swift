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

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(formatter: options.diagnostics)
    let build = SourceBuild(source: options.source, options: options.buildOptions())
    let result = try await console.orFail { try await build.run(progress: ProgressLine()) }
    console.writeWithoutNotices(result.diagnostics)
    let summary = Console.summary(of: result.diagnostics)
    guard let files = result.files else {
      console.complain("\(summary); nothing was published")
      throw ExitCode.contentErrors
    }
    let target = output ?? options.source + "/Public"
    let published = try await console.orFail {
      try SitePublisher.publish(files, to: target, source: options.source)
    }
    let notices = result.diagnostics.contains { $0.severity == .notice }
    if !summary.isEmpty {
      console.say(summary + (notices ? " (helpcenter check lists the notices)" : ""))
    }
    console.say("pages: \(Console.pages(of: result.counts))")
    console.say(
      "\(target): \(published.written) written, \(published.unchanged) unchanged, "
        + "\(published.removed) removed in \(Console.seconds(since: start))")
    if published.guarantee == .perFile {
      console.say(
        "this disk cannot exchange two folders in one step: each file changed whole, one by one")
    }
  }
}
