import ArgumentParser
import Diagnostics
import HelpCenter

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Does everything that build does, but for writing.")

  @OptionGroup var options: SourceOptions

  @Flag(
    name: .long,
    help: "Treat contacts that are unverified or were verified too long ago as errors.")
  var failOnStale = false

  @Flag(
    name: .long,
    help:
      "Say which texts a partial build would leave out, and what the rest makes; ends with 3 then.")
  var keepGoing = false

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(formatter: options.diagnostics)
    let build = SourceBuild(
      source: options.source, options: options.buildOptions(), isPartial: keepGoing)
    var result = try await console.orFail { try await build.run(progress: ProgressLine()) }
    if failOnStale {
      result.diagnostics = result.diagnostics.failingOnStaleContacts()
      if result.diagnostics.hasErrors, result.leftOut.isEmpty { result.fileCount = nil }
    }
    console.write(result.diagnostics)
    let summary = Console.summary(of: result.diagnostics)
    guard let files = result.fileCount else {
      console.complain(summary)
      throw ExitCode.contentErrors
    }
    if !summary.isEmpty { console.say(summary) }
    console.say("pages: \(Console.pages(of: result.counts))")
    console.say("\(files) files could be published; \(Console.seconds(since: start))")
    try console.endPartly(result.leftOut)
  }
}
