/// The state of every source file at one moment, as far as `stat` tells it.
struct SourceSnapshot: Sendable, Equatable {
  /// In the order of the file system, which does not change while the folders do not: equal states
  /// compare equal without sorting.
  private let entries: [FolderWalk.Entry]

  /// Looks at both folders. A folder that is missing or cannot be opened has no files: whoever
  /// renames `Content` away and back (git does) sees a removal and an addition.
  init(source: String) {
    let walk = try? SourceFolders.walk(
      SourceFolders.open(source), readsStatus: true, mayBeMissing: SiteNames.sourceFolders)
    entries = walk?.entries ?? []
  }

  /// The paths that were changed, added or removed since `earlier`, in byte order.
  func changes(since earlier: SourceSnapshot) -> [String] {
    var before = Dictionary(earlier.entries.map { ($0.path, $0) }) { first, _ in first }
    var changed: [BytePath] = []
    for entry in entries where before.removeValue(forKey: entry.path) != entry {
      changed.append(entry.path)
    }
    changed += before.keys
    return changed.sorted().map(\.description)
  }
}
