import Diagnostics
import Yams

/// The second place of a key that a mapping has twice. The parser names the first place alone, and
/// gives up on the file there.
///
/// The mapping is known to hold the key again, so the text behind the first place is searched for a key
/// of the same name on the same level: in the same column where keys have lines of their own, at the
/// same depth of brackets where they do not.
struct RepeatedKey {
  let key: String
  let first: Mark
  /// `nil` when it is written in a form that this search does not know, such as a folded quote.
  let second: Place?

  /// From 1, as in `Mark`.
  typealias Place = (line: Int, column: Int)

  init(_ key: String, first: Mark, in text: String) {
    self.key = key
    self.first = first
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Array(String(decoding: $0, as: UTF8.self).unicodeScalars)
    }
    guard lines.indices.contains(first.line - 1) else {
      second = nil
      return
    }
    let forms = [key, "'\(key)'", "\"\(key)\""].map { Array($0.unicodeScalars) }
    let before = lines[first.line - 1].prefix(first.column - 1)
    second =
      before.allSatisfy { " -?".unicodeScalars.contains($0) }
      ? Self.below(first, forms, lines) : Self.inBrackets(first, forms, lines)
  }

  func finding(path: String, linesAbove: Int) -> Diagnostic {
    let place = second ?? (first.line, first.column)
    let line = first.line + linesAbove
    let places = place.line == first.line ? "twice" : "in line \(line) and"
    return Diagnostic(
      .error, .duplicateKey,
      at: SourceLocation(path: path, line: place.line + linesAbove, column: place.column),
      second == nil
        ? "'\(key)' is given more than once"
        : "'\(key)' is given more than once: \(places) in line \(place.line + linesAbove)",
      hint: "keep one of them")
  }

  private static func isKey(_ line: ArraySlice<Unicode.Scalar>, _ forms: [[Unicode.Scalar]]) -> Bool
  {
    forms.contains { form in
      guard line.starts(with: form) else { return false }
      let rest = line.dropFirst(form.count).drop { $0 == " " }
      guard rest.first == ":" else { return false }
      return rest.dropFirst().first.map { " \r\t".unicodeScalars.contains($0) } ?? true
    }
  }

  private static func below(
    _ first: Mark, _ forms: [[Unicode.Scalar]], _ lines: [[Unicode.Scalar]]
  ) -> Place? {
    for number in first.line..<lines.count {
      let line = lines[number]
      guard let start = line.firstIndex(where: { $0 != " " }), start == first.column - 1 else {
        continue
      }
      if isKey(line[start...], forms) { return (number + 1, first.column) }
    }
    return nil
  }

  private static func isOpening(_ line: [Unicode.Scalar], _ index: Int) -> Bool {
    index == 0 || " [{,:".unicodeScalars.contains(line[index - 1])
  }

  private static func inBrackets(
    _ first: Mark, _ forms: [[Unicode.Scalar]], _ lines: [[Unicode.Scalar]]
  ) -> Place? {
    var depth = 0
    var quote: Unicode.Scalar?
    var isKeyPlace = false
    for number in (first.line - 1)..<lines.count {
      let line = lines[number]
      for index in line.indices.dropFirst(number == first.line - 1 ? first.column : 0) {
        let sign = line[index]
        if depth == 0, isKeyPlace, quote == nil, isKey(line[index...], forms) {
          return (number + 1, index + 1)
        }
        if let open = quote {
          if sign == open { quote = nil }
          continue
        }
        switch sign {
        case "{", "[": depth += 1
        case "}", "]": depth -= 1
        // In the middle of a plain text they are signs like any other.
        case "\"" where isOpening(line, index), "'" where isOpening(line, index): quote = sign
        default: break
        }
        if depth < 0 { return nil }
        if sign == "," { isKeyPlace = true } else if sign != " " { isKeyPlace = false }
      }
    }
    return nil
  }
}
