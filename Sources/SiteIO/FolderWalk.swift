#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The walk over one tree: what lies in it, links not followed.
struct FolderWalk {
  struct Entry: Hashable, Sendable {
    /// From the root that the walk was given.
    let path: BytePath
    let kind: EntryKind
    /// Only when the walk was asked for it.
    let status: FileStatus?
  }

  /// Everything but folders, in the order of the file system.
  private(set) var entries: [Entry] = []
  /// Every folder below the start, each before what lies in it.
  private(set) var folders: [BytePath] = []
  /// The folders that could not be listed.
  private(set) var failures: [(path: BytePath, failure: DiskFailure)] = []

  /// Whether to call `stat` for every entry; about half the cost of a walk.
  let readsStatus: Bool
  /// Names to leave out, with all below them, by the folder that they lie in.
  let skips: (_ name: BytePath, _ folder: BytePath?) -> Bool

  init(readsStatus: Bool, skips: @escaping (BytePath, BytePath?) -> Bool = { _, _ in false }) {
    self.readsStatus = readsStatus
    self.skips = skips
  }

  /// Adds all that lies in `folder`. `path` is the folder's own path from the root, nil for the
  /// root itself.
  mutating func add(_ folder: Folder, at path: BytePath?) {
    let names: [FolderEntry]
    do {
      names = try folder.entries()
    } catch {
      return fail(path ?? BytePath("."), error)
    }
    for entry in names where !skips(entry.name, path) {
      let entryPath = path?.appending(entry.name) ?? entry.name
      guard entry.kind == .folder else {
        do {
          let status = readsStatus ? try folder.status(entry.name) : nil
          entries.append(Entry(path: entryPath, kind: entry.kind, status: status))
        } catch let failure as DiskFailure where failure.code == ENOENT {
          // A file that vanished since it was listed counts as never seen.
        } catch {
          fail(entryPath, error)
        }
        continue
      }
      folders.append(entryPath)
      do {
        add(try Folder(entry.name, in: folder), at: entryPath)
      } catch {
        fail(entryPath, error)
      }
    }
  }

  private mutating func fail(_ path: BytePath, _ error: any Error) {
    if let failure = error as? DiskFailure { failures.append((path, failure)) }
  }
}
