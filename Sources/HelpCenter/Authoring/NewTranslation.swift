import Contacts
import Diagnostics

/// A copy of a text for its translator: its front matter and body, with what must differ changed.
public enum NewTranslation {
  /// - Parameters:
  ///   - original: `Content/…/slug.<lang>.md`.
  ///   - language: path of the new text's language.
  /// - Throws: the finding, when the original has no front matter.
  public static func file(
    of original: SourceFile, from source: String, in language: String, today: CalendarDate
  ) throws(Diagnostic) -> SourceFile {
    let parts = try FrontMatterParser.split(original)
    var lines: [Substring] = []
    var isLeftOut = false
    for line in parts.yaml.split(separator: "\n", omittingEmptySubsequences: false) {
      let isKey = line.first.map { $0 != " " && $0 != "-" && $0 != "#" } ?? false
      if isKey { isLeftOut = replaced.contains { line.hasPrefix($0 + ":") } }
      if !isLeftOut { lines.append(line) }
    }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    let stem = original.path.dropLast(".\(source).md".count)
    let text =
      "---\n" + lines.joined(separator: "\n")
      + "\nupdated: \(today)\ndraft: true\ntranslated-from: \(source)\n---\n"
    let body = original.bytes[parts.bodyOffset...]
    return SourceFile(path: "\(stem).\(language).md", bytes: Array(text.utf8) + body)
  }

  /// What is the new text's own; an old address leads to one text only.
  private static let replaced = ["updated", "draft", "translated-from", "aliases"]
}
