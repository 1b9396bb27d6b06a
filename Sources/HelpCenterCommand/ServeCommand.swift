import ArgumentParser
import Diagnostics
import Foundation
import HelpCenter
import PreviewServer
import SiteIO

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Builds the site, serves it from memory and reloads the browser on every change.")

  @OptionGroup var options: SourceOptions

  @Option(name: .long, help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(name: .long, help: "The port to listen on; 0 takes any that is free.")
  var port = 8080

  @Flag(name: .long, help: "Open the site in the browser.")
  var open = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port must be a number from 0 to 65535.")
    }
  }

  func run() async throws {
    let console = Console(formatter: options.diagnostics)
    let server = PreviewServer(host: host, port: port, site: PreviewSite(files: [:]))
    let bound: Int
    do {
      bound = try await server.start()
    } catch let error as PreviewServerError {
      console.complain("\(error)")
      throw ExitCode.couldNotRun
    }
    let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(bound)/"
    // The preview stands at a root of its own, whatever the site's base URL is.
    // Made anew for every change: a preview may stay open over midnight.
    let (memory, cache) = (BuildMemory(), SourceCache())
    let build = {
      SourceBuild(
        source: options.source,
        options: options.buildOptions(baseURL: options.baseURL ?? BaseURL(address)),
        isPartial: true, memory: memory, cache: cache)
    }
    // Watched from before the first build, so that an edit made during it is not missed.
    let changes = SourceWatcher(source: options.source).changes()
    var judging = try await rebuild(build(), server, console, changed: [])
    console.say("serving \(address) (Ctrl-C stops)")
    if open { Self.openBrowser(address) }
    for await changed in changes {
      // A folder that is being moved or replaced comes back with the next change.
      judging?.cancel()
      do {
        judging = try await rebuild(build(), server, console, changed: changed)
      } catch is ExitCode {
        continue
      }
    }
  }

  /// Plans the site anew and shows it. What searches find is judged when it is shown: the answer is the task that says
  /// so, and ends when the next change comes.
  private func rebuild(
    _ build: SourceBuild, _ server: PreviewServer, _ console: Console, changed: [String]
  ) async throws -> Task<Void, Never>? {
    let start = ContinuousClock.now
    var version = ""
    let plan = try await console.orFail {
      try await build.plan { files in
        version = PreviewSite.version(of: files.map { ($0.path, $0.bytes) })
      }
    }
    console.writeWithoutNotices(plan.diagnostics)
    server.show(Self.site(of: plan, version: version))
    let cause =
      changed.isEmpty
      ? "" : "\(changed.first!)\(changed.count > 1 ? " and \(changed.count - 1) more" : ""): "
    let outcome =
      plan.jobs.map { jobs in
        "\(jobs.count { $0.path.hasSuffix(".html") }) pages"
          + (plan.leftOut.isEmpty ? "" : ", \(plan.leftOut.count) with errors left out")
      }
      ?? Console.summary(of: plan.diagnostics)
    console.say("\(cause)\(outcome) in \(Console.seconds(since: start))")
    guard let trial = plan.searchTrial else { return nil }
    return Task(priority: .utility) {
      let found = await SearchJudge().findings(trial, strict: build.options.strict)
      guard !Task.isCancelled, !found.isEmpty else { return }
      console.writeWithoutNotices(found.inReadingOrder())
      if found.hasErrors {
        let all = (plan.diagnostics + found).inReadingOrder()
        server.show(PreviewSite(errorPage: Array(ErrorPage(all).html().utf8)))
      }
    }
  }

  /// Every page that has no error, whatever another has; where not even these can be told, the errors.
  static func site(of plan: SitePlan, version: String) -> PreviewSite {
    guard let jobs = plan.jobs else {
      return PreviewSite(errorPage: Array(ErrorPage(plan.diagnostics).html().utf8))
    }
    let replaced = Set(plan.leftOut.compactMap(\.page))
    let sources = jobs.filter { !replaced.contains($0.path) }.map { job in
      PreviewSource(path: job.path) { job.make().map { ($0.path, $0.bytes) } }
    }
    return PreviewSite(sources: sources + errorPages(of: plan), version: version)
  }

  /// At the address of a text with errors stand these, whatever text another language has for it.
  private static func errorPages(of plan: SitePlan) -> [PreviewSource] {
    plan.leftOut.compactMap { file in
      guard let page = file.page else { return nil }
      let own = plan.diagnostics.filter { $0.location?.path == file.source }
      return PreviewSource(path: page) { [(page, Array(ErrorPage(own).html().utf8))] }
    }
  }

  private static func openBrowser(_ address: String) {
    #if os(macOS)
      let command = "/usr/bin/open"
    #else
      let command = "/usr/bin/xdg-open"
    #endif
    // Best effort: without a browser the address stands in the terminal.
    _ = try? Process.run(URL(fileURLWithPath: command), arguments: [address])
  }
}
