import Synchronization

/// What makes a file of a site, or all files of a folder.
public struct PreviewSource: Sendable {
  /// Relative to the site's root, without a leading slash: `ko/index.html`; of the folder, when it
  /// makes many: `search/ko`.
  let path: String
  let make: @Sendable () -> [(path: String, bytes: [UInt8])]

  /// - Parameter make: The files with their paths relative to the site's root. Called when one is
  ///   first asked for, on any thread; must give the same bytes each time.
  public init(path: String, make: @escaping @Sendable () -> [(path: String, bytes: [UInt8])]) {
    self.path = path
    self.make = make
  }
}

/// The files of a site, each made once: when it is first asked for.
final class PreviewFiles: Sendable {
  private struct Made {
    var files: [String: StoredFile] = [:]
    /// Paths of the sources.
    var sources: Set<String> = []
  }

  private let sources: [String: PreviewSource]
  private let made = Mutex(Made())

  init(_ sources: [PreviewSource]) {
    self.sources = Dictionary(
      sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The file of exactly this path.
  func file(at path: String) -> StoredFile? {
    let file = made.withLock { $0.files[path] } ?? make(path)
    // Swift's strings equal each other in any Unicode normal form; a host's file names do not.
    // A link that only works here would break once published.
    guard let file, file.path.utf8.elementsEqual(path.utf8) else { return nil }
    return file
  }

  /// Not under the lock, so that a search index holds up no page. Two requests may make the same
  /// file, of the same bytes.
  private func make(_ path: String) -> StoredFile? {
    guard let source = source(of: path),
      !made.withLock({ $0.sources.contains(source.path) })
    else { return nil }
    let files = source.make().map { StoredFile(path: $0.path, source: $0.bytes) }
    return made.withLock { made in
      for file in files { made.files[file.path] = file }
      made.sources.insert(source.path)
      return made.files[path]
    }
  }

  /// By the path, else by a folder above it.
  private func source(of path: String) -> PreviewSource? {
    if let source = sources[path] { return source }
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if let source = sources[String(folder)] { return source }
    }
    return nil
  }
}
