/// What the preview shows: a site, or the reason there is none.
///
/// The files of a site are made when they are first asked for: an author who saves a text looks at
/// one page of hundreds, and waits for no other.
public struct PreviewSite: Sendable {
  enum Content: Sendable {
    case files(PreviewFiles)
    case errorPage(StoredFile)
  }

  let content: Content
  /// Names what is shown: two sites of the same bytes have the same version.
  let version: String
  let reloadScript: StoredFile

  /// A whole site, served as a static host would.
  ///
  /// - Parameters:
  ///   - sources: What makes its files. `404.html`, where there is one, is the body of every 404.
  ///     Paths beginning with `.helpcenter/` cannot be reached: they are the preview's own.
  ///   - version: Names the site: the same for the same bytes, another for others, such as
  ///     `version(of:)` the files that the site is made from.
  public init(sources: [PreviewSource], version: String) {
    self.init(content: .files(PreviewFiles(sources)), version: version)
  }

  /// A whole site of files that are there already.
  ///
  /// - Parameter files: The bytes of each file by its path relative to the site's root, without
  ///   a leading slash: `ko/index.html`.
  public init(files: [String: [UInt8]]) {
    self.init(
      sources: files.map { path, bytes in PreviewSource(path: path) { [(path, bytes)] } },
      version: Self.version(of: files.map { ($0.key, $0.value) }))
  }

  /// No site: every request for a page gets this one, with status 500.
  ///
  /// A page is asked for by a path that ends in `/` or `.html` or has no extension.
  ///
  /// - Parameter errorPage: The HTML shown while the content has errors.
  public init(errorPage: [UInt8]) {
    self.init(
      content: .errorPage(StoredFile(path: "500.html", source: errorPage)),
      version: Self.version(of: [("500.html", errorPage)]))
  }

  private init(content: Content, version: String) {
    self.content = content
    self.version = version
    reloadScript = StoredFile(
      path: LiveReload.scriptPath, source: Array(LiveReload.script(version: version).utf8))
  }

  /// A name for these files: the same whatever their order, another when a byte or a path differs.
  public static func version(of files: [(path: String, bytes: [UInt8])]) -> String {
    // A sum does not depend on the order.
    let sum = files.reduce(into: UInt64(0)) { sum, file in
      let content = FNV1a64.text(FNV1a64.hash(file.bytes))
      sum &+= FNV1a64.hash(Array("\(file.path)\0\(content)".utf8))
    }
    return FNV1a64.text(sum)
  }

  /// The file of exactly this path.
  func file(at path: String) -> StoredFile? {
    guard case .files(let files) = content else { return nil }
    return files.file(at: path)
  }
}
