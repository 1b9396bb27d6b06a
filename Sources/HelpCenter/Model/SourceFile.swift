/// One file of `Content/` or `Templates/`, as read.
public struct SourceFile: Sendable, Hashable {
  /// Path relative to the source folder, with `/`: `Content/site.yaml`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// One file of the finished site.
public struct OutputFile: Sendable, Hashable {
  /// Path relative to the site's root, with `/`: `ko/index.html`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
