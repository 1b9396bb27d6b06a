import Foundation

/// The words that the corpus is made of, from `vocabulary.txt`.
struct Vocabulary {
  private let sections: [String: [String]]

  init() {
    let text = try! String(
      contentsOf: Self.folder.appending(path: "vocabulary.txt"), encoding: .utf8)
    var sections: [String: [String]] = [:]
    var name = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("# ") {
      if line.hasPrefix("## ") {
        name = String(line.dropFirst(3))
      } else {
        sections[name, default: []].append(String(line))
      }
    }
    self.sections = sections
  }

  subscript(_ name: String) -> [String] { sections[name]! }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
}
