// A whole build, from the bytes of `Content/` and `Templates/` to the files of the site.
//
// 1. parse     every file becomes a value: configuration, exchanges, documents, theme.
// 2. assemble  the values become a `Site`: what is published today, and what stands in for what.
// 3. check     the rules of `Check.all` look at the site as a whole.
// 4. plan      the outputs of `Output.all` name the files that they will make.
// 5. render    the files are made, on all cores.
//
// Every stage returns what it found beside its value, so that one run reports every mistake; with an
// error among the findings there are no files. All findings are there before anything is rendered, so
// a preview plans the whole site and renders the pages that somebody looks at. Nothing here reads a
// disk, a clock or the environment.

import Contacts
import Diagnostics
import Synchronization

/// What a build depends on beside its sources.
public struct BuildOptions: Sendable {
  /// Decides which pages are published, and nothing else.
  public var time: BuildTime
  /// Replaces `base-url` of `site.yaml`.
  public var baseURL: BaseURL?
  /// Publishes drafts too.
  public var includeDrafts: Bool
  /// Files of texts that the build does without, because they have errors: paths from the source folder.
  public var leftOut: Set<String> = []
  /// Turns warnings into errors.
  public var strict: Bool
  /// How many files are worked on at once, 1 or more.
  public var jobs: Int

  public init(
    time: BuildTime, baseURL: BaseURL? = nil, includeDrafts: Bool = false, strict: Bool = false,
    jobs: Int = 1
  ) {
    self.time = time
    self.baseURL = baseURL
    self.includeDrafts = includeDrafts
    self.strict = strict
    self.jobs = jobs
  }
}

/// A site that is ready to be rendered.
public struct SitePlan: Sendable {
  /// What makes the files of the site, by path; `nil` when a finding is an error.
  public var jobs: [OutputJob]?
  /// What the sources say, as far as they could be read; also where there are no jobs.
  public var site: Site
  /// In reading order.
  public var diagnostics: [Diagnostic]
  public var counts: [LanguageCount]
  /// What a partial build does without, by path.
  public var leftOut: [LeftOutFile] = []
  /// What the site's search must find; `nil` where editors expect nothing of it. Running it is not a build's work.
  package var searchTrial: SearchTrial?
  /// How long it holds, once it is rendered: in all of these.
  package var clockUses: [ClockUse] = []
}

/// A file that a partial build does without.
public struct LeftOutFile: Sendable, Hashable, Codable {
  /// From the source folder.
  public var source: String
  /// The path of the page that it would have been; `nil` for snippets and pictures.
  public var page: String?

  public init(source: String, page: String?) {
    (self.source, self.page) = (source, page)
  }
}

/// What a build makes.
public struct BuildResult: Sendable {
  /// The files of the site, by path; `nil` when a finding is an error.
  public var files: [OutputFile]?
  /// In reading order.
  public var diagnostics: [Diagnostic]
  public var counts: [LanguageCount]
}

/// How many pages a language has.
public struct LanguageCount: Sendable, Hashable, Codable {
  public var language: String
  /// Articles, notices and urgent texts of its own.
  public var translated: Int
  /// Those that show another language's text.
  public var fallback: Int

  public init(language: String, translated: Int, fallback: Int) {
    (self.language, self.translated, self.fallback) = (language, translated, fallback)
  }
}

public enum SiteBuild {
  /// The whole build. `progress` is told how many of the files are rendered.
  public static func run(
    _ sources: [SourceFile], options: BuildOptions,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async -> BuildResult {
    await render(plan(sources, options: options), options: options, progress: progress)
  }

  /// All but the rendering; the same with a memory of earlier plans and without one.
  public static func plan(
    _ sources: [SourceFile], options: BuildOptions, memory: BuildMemory? = nil
  ) async -> SitePlan {
    let parsed = await ContentParser.parse(sources, options: options, memory: memory)
    let site = SiteAssembly.assemble(parsed, options: options)
    let plan = OutputPlan(site: site, parsed: parsed)
    var diagnostics = parsed.diagnostics + plan.diagnostics
    let input = CheckInput(site: site, parsed: parsed, memory: memory)
    let found = await concurrentMap(Check.all, jobs: options.jobs) { $0.run(input) }
    diagnostics += found.joined()
    if options.strict { diagnostics = diagnostics.strict() }
    diagnostics = diagnostics.inReadingOrder()
    return SitePlan(
      jobs: diagnostics.hasErrors ? nil : plan.jobs, site: site, diagnostics: diagnostics,
      counts: SiteAssembly.counts(of: site), leftOut: parsed.leftOutFiles(options.leftOut),
      searchTrial: SearchTrial(site: site, parsed: parsed, indexes: plan.searchIndexes),
      clockUses: [parsed.clock.use])
  }

  /// The same; when texts have errors, without these, and without those that then have some, as long
  /// as a site remains. What is wrong with the theme, with YAML files or with the site as a whole
  /// leaves none, and neither does a missing urgent page.
  ///
  /// The findings are those of all that was looked at; `leftOut` says what was left out.
  public static func planPartly(
    _ sources: [SourceFile], options: BuildOptions, memory: BuildMemory? = nil
  ) async -> SitePlan {
    let whole = await plan(sources, options: options, memory: memory)
    var current = whole
    var options = options
    var rest = sources
    var errors: [Diagnostic] = []
    while current.jobs == nil {
      let found = current.diagnostics.filter { $0.severity == .error }
      let faulty = Set(found.compactMap { $0.location?.path }.filter(isText))
        .subtracting(options.leftOut)
      guard !faulty.isEmpty, rest.contains(where: { faulty.contains($0.path) }) else {
        return whole
      }
      errors += found
      rest.removeAll { faulty.contains($0.path) }
      options.leftOut.formUnion(faulty)
      let uses = current.clockUses
      current = await plan(rest, options: options, memory: memory)
      current.clockUses += uses
    }
    current.diagnostics = (errors + current.diagnostics).inReadingOrder()
    return current
  }

  /// Whether a site can do without a file: a text, or what stands beside one.
  private static func isText(_ path: String) -> Bool {
    path.hasPrefix("Content/") && !path.hasPrefix("Content/root/") && !path.hasSuffix(".yaml")
      && !path.hasSuffix(".yml")
  }

  /// The files of a plan.
  public static func render(
    _ plan: SitePlan, options: BuildOptions,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async -> BuildResult {
    var result = BuildResult(files: nil, diagnostics: plan.diagnostics, counts: plan.counts)
    guard let jobs = plan.jobs else { return result }
    let files = await concurrentMap(jobs, jobs: options.jobs, progress: progress) { $0.make() }
    result.files = files.flatMap(\.self)
    return result
  }

  /// Makes the files and hands over each as soon as it is made, on the thread that made it; nothing
  /// keeps it.
  ///
  /// - Throws: the first error of `take`; what is not made by then is left.
  public static func render<Failure: Error>(
    _ jobs: [OutputJob], options: BuildOptions,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    take: @escaping @Sendable (OutputFile) throws(Failure) -> Void
  ) async throws(Failure) {
    let failures = FirstFailure<Failure>()
    // A search index costs as much as a thousand pages: begun last, it would be waited for.
    let ordered = jobs.filter(\.isFolder) + jobs.filter { !$0.isFolder }
    _ = await concurrentMap(ordered, jobs: options.jobs, progress: progress) { job in
      guard failures.first == nil else { return }
      do throws(Failure) {
        for file in job.make() { try take(file) }
      } catch {
        failures.note(error)
      }
    }
    if let error = failures.first { throw error }
  }
}

private final class FirstFailure<Failure: Error>: Sendable {
  private let failure = Mutex<Failure?>(nil)

  var first: Failure? { failure.withLock { $0 } }
  func note(_ error: Failure) { failure.withLock { $0 = $0 ?? error } }
}

/// The files that the outputs will make, each path once.
struct OutputPlan: Sendable {
  var jobs: [OutputJob] = []
  var diagnostics: [Diagnostic] = []
  /// By language.
  var searchIndexes: [String: SearchFiles] = [:]

  /// Without a theme nothing can be made; its findings are errors already.
  init(site: Site, parsed: ParsedContent) {
    guard let theme = parsed.theme else { return }
    for language in site.languages {
      let builder = PageBuilder(site: site, theme: theme, language: language)
      let synonyms = parsed.searchSynonyms(language.path)
      let lists = parsed.searchLists[language.path] ?? SearchLists()
      searchIndexes[language.path] = MadeOnce {
        builder.searchIndex(lists, synonyms: synonyms).files()
      }
    }
    let input = RenderInput(
      site: site, theme: theme, attachments: parsed.attachments,
      rootFiles: parsed.rootFiles, searchIndexes: searchIndexes)
    var paths = OutputPaths()
    for job in Output.all.flatMap({ $0.jobs(input) }) {
      if let fault = paths.add(job) { diagnostics.append(fault) } else { jobs.append(job) }
    }
    diagnostics += paths.conflicts()
    jobs.sort { $0.path < $1.path }
  }
}
