import HelpCenter

/// An output file whose path is safe to write.
struct SiteFile {
  let path: BytePath
  let bytes: [UInt8]

  /// Checks every path, and all of them together: no two files at one path, and no file where
  /// another file needs a folder. The result is in byte order of the paths. Throws
  /// `SiteIOError.badOutputPath`.
  static func check(_ files: [OutputFile]) throws -> [SiteFile] {
    for file in files {
      if let fault = fault(in: file.path) { throw SiteIOError.badOutputPath(file.path, fault) }
    }
    let sorted = files.map { SiteFile(path: BytePath($0.path), bytes: $0.bytes) }
      .sorted { $0.path < $1.path }
    for (file, next) in zip(sorted, sorted.dropFirst()) where file.path == next.path {
      throw SiteIOError.badOutputPath("\(file.path)", "two files have it")
    }
    let folders = folders(of: sorted)
    for file in sorted where folders.contains(file.path) {
      throw SiteIOError.badOutputPath("\(file.path)", "other files need it to be a folder")
    }
    return sorted
  }

  /// Every folder that the files need.
  static func folders(of files: [SiteFile]) -> Set<BytePath> {
    var folders: Set<BytePath> = []
    for file in files {
      var folder = file.path.parent
      // Where a folder is known, so are those above it.
      while let path = folder, folders.insert(path).inserted { folder = path.parent }
    }
    return folders
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
