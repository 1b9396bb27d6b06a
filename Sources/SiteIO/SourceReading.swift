import Dispatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What came of reading one entry of the source folders.
enum SourceReading: Sendable {
  case bytes([UInt8])
  case link
  /// A pipe, a socket or a device.
  case special
  /// It was there during the walk, and is not now.
  case vanished
  /// The system's words.
  case failed(String)

  /// Reads the entries on up to `jobs` threads; the result has the order of the entries.
  static func read(_ entries: [FolderWalk.Entry], in root: Folder, jobs: Int) -> [SourceReading] {
    let jobs = max(1, min(jobs, entries.count))
    return [SourceReading](unsafeUninitializedCapacity: entries.count) { buffer, count in
      // Safe to share: every thread fills places of its own, and all are filled before the end.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: jobs) { job in
        for index in stride(from: job, to: entries.count, by: jobs) {
          places.initializeElement(at: index, to: SourceReading(entries[index], in: root))
        }
      }
      count = entries.count
    }
  }

  private init(_ entry: FolderWalk.Entry, in root: Folder) {
    switch entry.kind {
    case .link: self = .link
    case .special, .folder: self = .special
    case .file:
      do {
        self = try root.read(entry.path).map(Self.bytes) ?? .special
      } catch let failure as DiskFailure {
        // The entry may have been replaced since the walk.
        switch failure.code {
        case ENOENT: self = .vanished
        case ELOOP: self = .link
        default: self = .failed(failure.reason)
        }
      } catch {
        self = .failed("\(error)")
      }
    }
  }
}
