import Foundation

/// The examples of CommonMark 0.30 and of GitHub's extensions. They stand beside the checkout, not
/// in it; `HELPCENTER_SPEC` names another folder.
enum Specification {
  struct Example: Decodable, Sendable {
    var example: Int
    var section: String
    var markdown: String
    var html: String
  }

  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let folder =
    ProcessInfo.processInfo.environment["HELPCENTER_SPEC"].map { URL(filePath: $0) }
    ?? checkout.deletingLastPathComponent().appending(path: "shared/spec")

  static let commonMark = examples(in: "commonmark-0.30.json")
  static let gfm = examples(in: "gfm-extensions.json")

  /// Empty, and said so once, where the file is not there.
  private static func examples(in name: String) -> [Example] {
    let file = folder.appending(path: name)
    guard let data = try? Data(contentsOf: file) else {
      print("passed over: there is no \(file.path(percentEncoded: false))")
      return []
    }
    return (try? JSONDecoder().decode([Example].self, from: data)) ?? []
  }

  /// The examples that a file in `Differences/` names, each with why it differs. A line is a number,
  /// white space and the reason; one that begins with `#` is a note.
  static func differences(_ name: String) throws -> [Int: String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Differences/\(name).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let pairs = lines.compactMap { line -> (Int, String)? in
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let number = Int(words[0]) else { return nil }
      return (number, String(words[1]))
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
