/// The order in which files appear where they cannot all appear at once.
///
/// A reader must not meet a page whose style sheet is missing, or a list of pages that are not
/// there yet: first what refers to nothing, then the pages, then what lists other files.
enum PublishOrder {
  /// - Parameter isFirst: whether the folder holds no site yet. Its `404.html` then comes before
  ///   all else, so that after a kill the next publish recognises the folder as a site.
  static func sorted(_ files: [BytePath], isFirst: Bool) -> [BytePath] {
    let listing = foldersAbovePages(files)
    let ranked = files.map { file in
      let rank = isFirst && file == SiteNames.notFoundPage ? 0 : rank(file, listing)
      return (rank: rank, depth: file.bytes.count { $0 == UInt8(ascii: "/") }, file: file)
    }
    // Within a rank the deeper files come first: lists stand above what they list.
    return ranked.sorted { left, right in
      (left.rank, right.depth, left.file) < (right.rank, left.depth, right.file)
    }.map(\.file)
  }

  private static func rank(_ path: BytePath, _ listing: Set<BytePath>) -> Int {
    if path.hasSuffix(".html") {
      return path.name == indexPage && listing.contains(path.parent ?? top) ? 3 : 2
    }
    return path.hasSuffix(".xml") || lists.contains(path.name) ? 3 : 1
  }

  /// The folders that have pages further down.
  private static func foldersAbovePages(_ files: [BytePath]) -> Set<BytePath> {
    var folders: Set<BytePath> = []
    for file in files where file.hasSuffix(".html") {
      var folder = file.parent
      while let path = folder {
        folder = path.parent
        folders.insert(folder ?? top)
      }
    }
    return folders
  }

  private static let top = BytePath("")
  private static let indexPage = BytePath("index.html")
  /// The entry of a search index and the worker that names the files to keep.
  private static let lists: Set<BytePath> = [BytePath("index.json"), BytePath("sw.js")]
}
