import Diagnostics

/// A file to be made: its place is known before its bytes, so that two files for one place are
/// found out before anything is rendered, and rendering can run on all cores.
public struct OutputJob: Sendable {
  /// Of the file; of the folder, when there are many that only making them names.
  public var path: String
  /// What it is made from, for a finding about its place: a source file, or the output's name.
  public var origin: SourceLocation
  public var make: @Sendable () -> [OutputFile]
  /// Many files, which take long.
  var isFolder = false

  init(path: String, origin: String, make: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path, origin: SourceLocation(path: origin), make: make)
  }

  public init(
    path: String, origin: SourceLocation, make: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    self.origin = origin
    self.make = { [OutputFile(path: path, bytes: make())] }
  }

  /// Files in a folder that no other output writes to.
  init(folder: String, origin: String, files: @escaping @Sendable () -> [OutputFile]) {
    path = folder
    self.origin = SourceLocation(path: origin)
    make = files
    isFolder = true
  }

  init(page route: Route, origin: String, html: @escaping @Sendable () -> [UInt8]) {
    self.init(path: route.outputPath, origin: origin, make: html)
  }
}

/// A file that is published as it is.
struct PublishedFile: Sendable, Hashable {
  var path: String
  /// The file of the sources.
  var source: String
  var bytes: [UInt8]
}

/// One kind of file that a build makes.
///
/// To add one, write a file in this folder and a line in `all`.
struct Output: Sendable {
  var name: String
  var jobs: @Sendable (RenderInput) -> [OutputJob]

  static let all: [Output] = [
    .doors, .home, .exchangePages, .documentPages, .noticeLists, .contactPages, .verifyPages,
    .preparePages, .searchPage, .cards, .redirects, .searchIndex, .searchValues, .contactsJSON,
    .sitemap, .robots,
    .feeds, .languageModels, .markdownCopies, .manifest, .serviceWorker, .hostHeaders,
    .hostRedirects, .assets, .rootFiles,
  ]
}

/// Everything that outputs are made from.
struct RenderInput: Sendable {
  var site: Site
  var theme: Theme
  /// Pictures and other files beside the articles, with the path they are published under.
  var attachments: [PublishedFile]
  /// The files of `Content/root/`.
  var rootFiles: [PublishedFile]
  /// By language.
  var searchIndexes: [String: SearchFiles]

  func builder(_ language: Language) -> PageBuilder {
    PageBuilder(site: site, theme: theme, language: language)
  }
}
