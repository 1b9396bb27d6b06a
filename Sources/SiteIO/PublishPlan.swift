import HelpCenter

/// The files of the new site, and what has to happen to the present one to make it that.
struct PublishPlan {
  /// New files and files with other bytes.
  private(set) var written: [BytePath] = []
  /// Files to take over as they are; known after `compare`.
  private(set) var carried: [BytePath] = []
  /// Files to drop, in byte order; known after `compare`.
  private(set) var removed: [BytePath] = []

  private var files: Set<BytePath> = []
  private var knownFolders: Set<BytePath> = []
  private var bytesWritten = 0

  /// Adds a file. Throws `SiteIOError.badOutputPath` where its path is not safe, is taken, or where
  /// one file needs a folder in the place of another.
  mutating func add(_ path: String) throws -> BytePath {
    if let fault = Self.fault(in: path) { throw SiteIOError.badOutputPath(path, fault) }
    let file = BytePath(path)
    guard files.insert(file).inserted else {
      throw SiteIOError.badOutputPath(path, "two files have it")
    }
    var taken = knownFolders.contains(file) ? file : nil
    var folder = file.parent
    // Where a folder is known, so are those above it.
    while let path = folder, knownFolders.insert(path).inserted {
      if files.contains(path) { taken = path }
      folder = path.parent
    }
    if let taken {
      throw SiteIOError.badOutputPath("\(taken)", "other files need it to be a folder")
    }
    return file
  }

  mutating func note(written path: BytePath, _ byteCount: Int) {
    written.append(path)
    bytesWritten += byteCount
  }

  /// Once all files are there: what else becomes of the present ones.
  mutating func compare(with present: PresentSite?) {
    carried = files.subtracting(written).sorted()
    var left = present?.files ?? [:]
    for path in files { left[path] = nil }
    if left.removeValue(forKey: SiteNames.placeholder) != nil {
      carried.append(SiteNames.placeholder)
    }
    removed = left.keys.sorted()
  }

  /// Every folder of the new site, each before what lies in it.
  var folders: [BytePath] { knownFolders.sorted() }

  /// Whether the present site is the new one.
  var isEmpty: Bool { written.isEmpty && removed.isEmpty }

  var summary: PublishSummary {
    PublishSummary(
      written: written.count, unchanged: files.count - written.count, removed: removed.count,
      bytesWritten: bytesWritten)
  }

  private static func fault(in path: String) -> String? {
    if path.isEmpty { return "it is empty" }
    if path.utf8.first == UInt8(ascii: "/") { return "it is absolute" }
    if path.utf8.contains(0) { return "it contains a NUL byte" }
    for segment in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if segment.isEmpty { return "it has an empty segment" }
      if segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8) {
        return "it has a segment '.' or '..'"
      }
    }
    return nil
  }
}
