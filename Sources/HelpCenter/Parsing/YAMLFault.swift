import Yams

/// What the YAML parser gave up on, where its author made the mistake and in words about the file.
///
/// The parser names the place where it noticed: behind an open quote that is the end of the file.
struct YAMLFault {
  var line: Int
  var column: Int
  var message: String
  var hint: String

  static let commonHint =
    "quote a text that holds ': ' or ' #' or begins with a sign; indent with spaces"

  init(_ problem: String, at mark: Mark, context: YamlError.Context?, lines: [Substring]) {
    (line, column) = (mark.line, mark.column)
    message = "YAML: \(problem)" + (context.map { " (\($0.text))" } ?? "")
    hint = Self.commonHint
    if let opening = context?.mark, context?.text.contains("quoted scalar") == true {
      if problem.contains("unexpected") {
        (line, column) = (opening.line, opening.column)
        message = "the quote mark that opens here is never closed"
        hint = "write the same mark at the end of the text"
      } else if problem.contains("escape") || problem.contains("hex") {
        message = "no character is written as this backslash and what follows it"
        hint = "write '\\\\' for a backslash, or put the text in single quotes"
      }
    } else if let opening = context?.mark, context?.text.contains("flow") == true {
      let isList = context?.text.contains("sequence") == true
      let (open, close) = isList ? ("[", "]") : ("{", "}")
      if opening.line == mark.line {
        message = "'\(close)' or ', ' is missing here"
        hint = "close what '\(open)' has opened, or write ', ' between two items"
      } else {
        (line, column) = (opening.line, opening.column)
        message = "the '\(open)' that opens here is never closed, or a ', ' is missing"
        hint = "write '\(close)' at the end; the parser gave up in line \(mark.line) of the YAML"
      }
    } else if problem.contains("mapping values are not allowed") {
      readSecondColon(in: lines)
    } else if problem.contains("another document") {
      message = "a second document begins here"
      hint = "remove the line '---', or put what follows into a file of its own"
    }
  }

  /// `title: a: b`, or a key that is indented deeper than the one above it.
  private mutating func readSecondColon(in lines: [Substring]) {
    guard lines.indices.contains(line - 1) else { return }
    let before = lines[line - 1].unicodeScalars.prefix(column - 1)
    let key = before.drop { $0 == " " }
    if key.count < before.count, !key.isEmpty, key.allSatisfy(Signs.isKeyLetter) {
      column = before.count - key.count + 1
      message = "'\(String(key))' stands deeper than the key above it, which has a text already"
      hint = "indent it as the keys above"
    } else {
      message = "a second ': ' stands in the text"
      hint = "put the text in quotes"
    }
  }
}
