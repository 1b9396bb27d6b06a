/// What the preview shows: a site, or the reason there is none.
///
/// A value is ready to serve: the live-reload script is in its pages and every entity tag is
/// computed once, here, so that answering a request only looks things up.
public struct PreviewSite: Sendable {
  enum Content: Sendable {
    case files([String: StoredFile])
    case errorPage(StoredFile)
  }

  let content: Content
  /// Names what is shown: two sites of the same bytes have the same version.
  let version: String
  let reloadScript: StoredFile

  /// A whole site, served as a static host would.
  ///
  /// Takes time in proportion to the bytes of all files, which are held in memory.
  ///
  /// - Parameter files: The bytes of each file by its path relative to the site's root, without
  ///   a leading slash: `ko/index.html`. `404.html`, where there is one, is the body of every
  ///   404. Paths beginning with `.helpcenter/` cannot be reached: they are the preview's own.
  public init(files: [String: [UInt8]]) {
    self.init(
      content: .files(
        Dictionary(
          uniqueKeysWithValues: files.map { ($0, StoredFile(path: $0, source: $1)) })))
  }

  /// No site: every request for a page gets this one, with status 500.
  ///
  /// A page is asked for by a path that ends in `/` or `.html` or has no extension.
  ///
  /// - Parameter errorPage: The HTML shown while the content has errors.
  public init(errorPage: [UInt8]) {
    self.init(content: .errorPage(StoredFile(path: "500.html", source: errorPage)))
  }

  private init(content: Content) {
    self.content = content
    let files =
      switch content {
      case .files(let files): Array(files.values)
      case .errorPage(let page): [page]
      }
    // A sum does not depend on the order in which the dictionary gives the files.
    let sum = files.reduce(into: UInt64(0)) { sum, file in
      sum &+= FNV1a64.hash(Array("\(file.path)\0\(file.entityTag)".utf8))
    }
    version = FNV1a64.text(sum)
    reloadScript = StoredFile(
      path: LiveReload.scriptPath, source: Array(LiveReload.script(version: version).utf8))
  }

  /// The file of exactly this path.
  func file(at path: String) -> StoredFile? {
    guard case .files(let files) = content, let file = files[path],
      // Swift's strings equal each other in any Unicode normal form; a host's file names do not.
      // A link that only works here would break once published.
      file.path.utf8.elementsEqual(path.utf8)
    else { return nil }
    return file
  }
}
