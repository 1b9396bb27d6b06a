import Diagnostics
import HelpCenter
import Synchronization

/// Everything a build starts from.
public struct LoadedSources: Sendable, Hashable {
  /// The files in byte order of their paths. A path is relative to the source folder, such as
  /// `Content/site.yaml`, spelled as on disk.
  public var files: [SourceFile]
  /// What was left out of `files` and why, in byte order of the paths.
  public var diagnostics: [Diagnostic]
  /// The paths of those files that do not lie in the source folder, but stand in for what it lacks.
  public var standIns: Set<String>

  public init(files: [SourceFile], diagnostics: [Diagnostic], standIns: Set<String> = []) {
    self.files = files
    self.diagnostics = diagnostics
    self.standIns = standIns
  }
}

/// The bytes of the last load, for one that follows: what no status tells apart from then is not read
/// again.
public final class SourceCache: Sendable {
  fileprivate struct Kept {
    var status: FileStatus
    var bytes: [UInt8]
  }
  fileprivate let files = Mutex<[BytePath: Kept]>([:])

  public init() {}
}

/// Reads the input folders into memory.
public enum SourceLoader {
  /// Reads every regular file under `Content` and `Templates` in the folder `source`.
  ///
  /// Left out without a word: hidden files and what editors and systems leave behind (see
  /// `SourceNames`). Left out with a diagnostic: names that are not UTF-8, symbolic links, files
  /// that cannot be read, pipes and sockets.
  ///
  /// - Parameters:
  ///   - source: the folder that holds `Content` and `Templates`.
  ///   - theme: the files that stand in for those that `Templates` does not hold, by the same paths;
  ///     with any, that folder may be missing.
  ///   - jobs: how many threads read at once; less than 1 counts as 1.
  ///   - cache: what the last load of the same folder read, and this one will leave.
  /// - Throws: `SiteIOError.missingFolder` when one of the two is not a folder,
  ///   `SiteIOError.disk` when it cannot be opened.
  public static func load(
    source: String, theme: [SourceFile] = [], jobs: Int, cache: SourceCache? = nil
  ) throws -> LoadedSources {
    try load(source: source, theme: theme, jobs: jobs, cache: cache, calls: .system)
  }

  package static func load(
    source: String, theme: [SourceFile] = [], jobs: Int, cache: SourceCache? = nil,
    calls: DiskCalls
  ) throws -> LoadedSources {
    do {
      let root = try SourceFolders.open(source, calls: calls)
      let walk = try SourceFolders.walk(
        root, readsStatus: cache != nil, mayBeMissing: theme.isEmpty ? [] : [SiteNames.theme])
      var report = SourceReport()
      for (path, failure) in walk.failures { report.addUnreadable(path, failure.reason) }

      let named = walk.entries.filter { report.admitsName($0.path) }
      let entries = named.sorted { $0.path < $1.path }
      let readings = read(entries, in: root, jobs: jobs, cache)
      var files: [SourceFile] = []
      files.reserveCapacity(entries.count)
      for (entry, reading) in zip(entries, readings) {
        if let bytes = report.bytes(of: reading, at: entry.path), let path = entry.path.string {
          files.append(SourceFile(path: path, bytes: bytes))
        }
      }
      let own = Set(files.map { BytePath($0.path) })
      let standIns = theme.filter { !own.contains(BytePath($0.path)) }
      if !standIns.isEmpty {
        files = (files + standIns).sorted { BytePath($0.path) < BytePath($1.path) }
      }
      return LoadedSources(
        files: files, diagnostics: report.diagnostics, standIns: Set(standIns.map(\.path)))
    } catch let failure as DiskFailure {
      throw failure.siteError
    }
  }

  /// Nanoseconds. A file that had just changed may change again within the same step of its disk's clock,
  /// which is 2 s on FAT, and is read again until that has passed.
  private static let coarsestStep = 2_500_000_000

  /// Reads what the cache does not hold, and leaves the cache what this load read.
  private static func read(
    _ entries: [FolderWalk.Entry], in root: Folder, jobs: Int, _ cache: SourceCache?
  ) -> [SourceReading] {
    guard let cache else { return SourceReading.read(entries, in: root, jobs: jobs) }
    let kept = cache.files.withLock { $0 }
    let settled = systemTime() - coarsestStep
    var readings = entries.map { entry -> SourceReading? in
      guard let known = kept[entry.path], entry.status == known.status else { return nil }
      return .bytes(known.bytes)
    }
    let missing = entries.indices.filter { readings[$0] == nil }
    let found = SourceReading.read(missing.map { entries[$0] }, in: root, jobs: jobs)
    for (index, reading) in zip(missing, found) { readings[index] = reading }
    var files: [BytePath: SourceCache.Kept] = [:]
    files.reserveCapacity(entries.count)
    for (entry, reading) in zip(entries, readings) {
      guard case .bytes(let bytes)? = reading, let status = entry.status,
        status.kind == .file, status.changed < settled
      else { continue }
      files[entry.path] = SourceCache.Kept(status: status, bytes: bytes)
    }
    cache.files.withLock { [files] in $0 = files }
    return readings.map { $0! }
  }
}
