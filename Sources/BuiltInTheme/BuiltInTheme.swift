// The theme that the program carries, so that it can be moved anywhere and needs no folder beside it.
//
// 1. `Templates/` of this package is its only copy. The plugin `EmbedTheme` has `ThemeEmbedder` write
//    the folder as Swift source whenever a file of it changes, before this target is compiled.
// 2. `BuiltInTheme.files` gives the files as they stand there.

import Foundation
import HelpCenter

/// The files of `Templates/` on the day on which the program was built.
public enum BuiltInTheme {
  /// In byte order of their paths, which are relative to `Templates/`.
  public static let files: [(path: String, bytes: [UInt8])] = themeFiles.map { file in
    (file.path, file.bytes)
  }
}

extension BuiltInTheme {
  /// The files by their paths in a source folder: `Templates/home.mustache`.
  public static let sources = files.map { SourceFile(path: folder + $0.path, bytes: $0.bytes) }

  private static let folder = "Templates/"

  /// The file at the path, or those of the folder; the path may begin with `Templates/`.
  public static func sources(at path: String) -> [SourceFile] {
    var path = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    while path.hasSuffix("/") { path.removeLast() }
    let full = folder + path
    return sources.filter { path.isEmpty || $0.path == full || $0.path.hasPrefix(full + "/") }
  }
}

/// A file as the generated source holds it.
struct ThemeFile {
  var path: String
  private var content: StaticString
  private var isBase64: Bool

  init(path: String, text: StaticString) {
    (self.path, content, isBase64) = (path, text, false)
  }

  init(path: String, base64: StaticString) {
    (self.path, content, isBase64) = (path, base64, true)
  }

  var bytes: [UInt8] {
    let bytes = content.withUTF8Buffer { Array($0) }
    guard isBase64 else { return bytes }
    guard let decoded = Data(base64Encoded: Data(bytes)) else {
      preconditionFailure("\(path): not base 64")
    }
    return Array(decoded)
  }
}
