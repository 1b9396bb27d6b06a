import ArgumentParser
import BuiltInTheme
import Diagnostics
import HelpCenter
import SiteIO
import Synchronization

/// Loads a source folder and builds the site of it.
struct SourceBuild {
  let source: String
  let options: BuildOptions
  /// Whether texts with errors are left out, where the rest makes a site.
  var isPartial = false
  /// Whether a build to a folder keeps a record in the source folder, by which the next one can end
  /// early where nothing has changed.
  var remembers = false
  /// What an earlier build of the same folder in this program left.
  var memory: BuildMemory?
  /// The files that the last build of the same folder in this program read.
  var cache: SourceCache?

  /// What became of a build.
  struct Outcome {
    var diagnostics: [Diagnostic]
    var counts: [LanguageCount]
    /// `nil` when a finding is an error.
    var fileCount: Int?
    /// `nil` when a finding is an error, the published site is then the old one; or without an output.
    var published: PublishSummary?
    /// What a partial build did without.
    var leftOut: [LeftOutFile] = []
  }

  /// The whole build: each file goes to the output as soon as it is made, and the search is judged
  /// meanwhile.
  ///
  /// - Parameter output: the folder to publish to; `nil` to find out only whether the site could be.
  /// - Throws: `SiteIOError` when the source cannot be read or the site cannot be published.
  func run(
    output: String? = nil, publishing: PublishOptions = PublishOptions(),
    progress: ProgressLine? = nil
  ) async throws -> Outcome {
    let loaded = try load()
    var key: String?
    if remembers, let output {
      key = BuildKey(options: options, isPartial: isPartial, publishing: publishing).text(loaded)
      if let kept = try key.flatMap({ try unchanged($0, output: output, publishing: publishing) }) {
        return kept
      }
    }
    var publishing = publishing
    publishing.isRecorded = key != nil
    let plan = await plan(loaded)
    async let judged = SearchJudge().findings(plan.searchTrial, strict: options.strict)
    let taken = Counter()
    var publisher: SitePublisher?
    if let jobs = plan.jobs {
      let target = try output.map { [publishing] in
        try SitePublisher(to: $0, source: source, options: publishing)
      }
      publisher = target
      try await SiteBuild.render(jobs, options: options) { done, total in
        progress?.update(done, total)
      } take: { file in
        taken.count.add(1, ordering: .relaxed)
        try target?.take(file)
      }
    }
    progress?.clear()
    let answers = await judged
    var outcome = Outcome(
      diagnostics: (plan.diagnostics + answers).inReadingOrder(), counts: plan.counts,
      leftOut: plan.jobs == nil ? [] : plan.leftOut)
    if plan.jobs != nil, !answers.hasErrors {
      outcome.fileCount = taken.count.load(ordering: .relaxed)
      outcome.published = try publisher?.finish()
      if let key, let output {
        BuildRecord(outcome, key: key, time: options.time, uses: plan.clockUses, output: output)?
          .write(to: source)
      }
    }
    return outcome
  }

  /// What became of the last build, if this one would come to the same; nil when it must be done.
  ///
  /// - Throws: `SiteIOError`, as a build that is done.
  private func unchanged(
    _ key: String, output: String, publishing: PublishOptions
  ) throws -> Outcome? {
    guard let record = BuildRecord(in: source),
      record.holds(key, at: options.time, output: output),
      try SitePublisher(to: output, source: source, options: publishing).isStill(record.site)
    else { return nil }
    return record.outcome
  }

  private final class Counter: Sendable {
    let count = Atomic(0)
  }

  /// All but the rendering; `read` is told of the files first.
  ///
  /// - Throws: `SiteIOError` when the folder cannot be read.
  func plan(read: ([SourceFile]) -> Void = { _ in }) async throws -> SitePlan {
    let loaded = try load()
    read(loaded.files)
    return await plan(loaded)
  }

  private func load() throws -> LoadedSources {
    try SourceLoader.load(
      source: source, theme: BuiltInTheme.sources, jobs: options.jobs, cache: cache)
  }

  private func plan(_ loaded: LoadedSources) async -> SitePlan {
    memory?.beginRound()
    var plan =
      isPartial
      ? await SiteBuild.planPartly(loaded.files, options: options, memory: memory)
      : await SiteBuild.plan(loaded.files, options: options, memory: memory)
    let found = options.strict ? loaded.diagnostics.strict() : loaded.diagnostics
    // Nobody can remove a file that the program carries.
    plan.diagnostics.removeAll {
      $0.rule == .unusedAsset && loaded.standIns.contains($0.location?.path ?? "")
    }
    plan.diagnostics = (plan.diagnostics + found).inReadingOrder()
    if found.hasErrors { plan.jobs = nil }
    return plan
  }
}

extension Console {
  /// Names what a partial build did without, and ends with the exit code for it.
  func endPartly(_ leftOut: [LeftOutFile]) throws {
    guard !leftOut.isEmpty else { return }
    complain(
      "left out, because of errors: \(leftOut.count) \(leftOut.count == 1 ? "file" : "files")")
    for file in leftOut { complain("  \(file.source)") }
    throw ExitCode.leftOut
  }

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
