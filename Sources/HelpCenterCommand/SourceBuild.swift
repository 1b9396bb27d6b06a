import ArgumentParser
import Diagnostics
import HelpCenter
import SiteIO

/// Loads a source folder and builds the site of it in memory.
struct SourceBuild {
  let source: String
  let options: BuildOptions

  /// - Throws: `SiteIOError` when the folder cannot be read.
  func run(progress: ProgressLine? = nil) async throws -> BuildResult {
    let loaded = try SourceLoader.load(source: source, jobs: options.jobs)
    var result = await SiteBuild.run(loaded.files, options: options) { done, total in
      progress?.update(done, total)
    }
    progress?.clear()
    let found = options.strict ? loaded.diagnostics.strict() : loaded.diagnostics
    result.diagnostics = (result.diagnostics + found).inReadingOrder()
    if result.diagnostics.hasErrors { result.files = nil }
    return result
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
