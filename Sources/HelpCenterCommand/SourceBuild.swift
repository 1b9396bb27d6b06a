import ArgumentParser
import Diagnostics
import HelpCenter
import SiteIO

/// Loads a source folder and builds the site of it in memory.
struct SourceBuild {
  let source: String
  let options: BuildOptions

  /// The whole build. The search is judged while the pages are rendered.
  ///
  /// - Throws: `SiteIOError` when the folder cannot be read.
  func run(progress: ProgressLine? = nil) async throws -> BuildResult {
    let plan = try await plan()
    async let judged = SearchJudge().findings(plan.searchTrial, strict: options.strict)
    var result = await SiteBuild.render(plan, options: options) { done, total in
      progress?.update(done, total)
    }
    progress?.clear()
    result.diagnostics = (result.diagnostics + (await judged)).inReadingOrder()
    if result.diagnostics.hasErrors { result.files = nil }
    return result
  }

  /// All but the rendering; `read` is told of the files first.
  ///
  /// - Throws: `SiteIOError` when the folder cannot be read.
  func plan(read: ([SourceFile]) -> Void = { _ in }) async throws -> SitePlan {
    let loaded = try SourceLoader.load(source: source, jobs: options.jobs)
    read(loaded.files)
    var plan = await SiteBuild.plan(loaded.files, options: options)
    let found = options.strict ? loaded.diagnostics.strict() : loaded.diagnostics
    plan.diagnostics = (plan.diagnostics + found).inReadingOrder()
    if plan.diagnostics.hasErrors { plan.jobs = nil }
    return plan
  }
}

extension Console {
  /// Runs a step that touches the disk or the network; its failure is exit code 2.
  func orFail<Value>(_ step: () async throws -> Value) async throws -> Value {
    do {
      return try await step()
    } catch let error as SiteIOError {
      complain("\(error)")
      throw ExitCode.couldNotRun
    }
  }
}
