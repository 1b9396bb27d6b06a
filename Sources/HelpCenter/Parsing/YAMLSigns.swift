import Diagnostics
import Yams

/// Signs that Korean and Chinese input methods put where YAML wants its own, and values that YAML reads
/// otherwise than their authors meant.
///
/// 1. Where the text is no YAML, `cause` looks at the lines up to the mistake for the sign that made
///    it, which is seldom where the parser gives up.
/// 2. Where it is YAML all the same, `findings` looks at the keys and the values that it has become.
struct YAMLSigns {
  let lines: [Substring]
  private let path: String
  private let linesAbove: Int
  private let last = LastLine()

  /// The line that was asked for last: a list in brackets asks for its own at each item.
  private final class LastLine {
    var number = 0
    var scalars: [Unicode.Scalar] = []
  }

  init(_ text: String, path: String, linesAbove: Int) {
    // By bytes: "\r\n" is one Character.
    lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Substring($0.last == 0x0D ? $0.dropLast() : $0) }
    self.path = path
    self.linesAbove = linesAbove
  }

  private func place(_ line: Int, _ column: Int) -> SourceLocation {
    SourceLocation(path: path, line: line + linesAbove, column: column)
  }

  private func line(_ number: Int) -> [Unicode.Scalar] {
    if last.number != number {
      last.number = number
      last.scalars =
        lines.indices.contains(number - 1) ? Array(lines[number - 1].unicodeScalars) : []
    }
    return last.scalars
  }

  /// The scalars of a line from a column on (both from 1).
  private func rest(of mark: Mark) -> ArraySlice<Unicode.Scalar> {
    line(mark.line).dropFirst(mark.column - 1)
  }
}

// MARK: Where the text is no YAML

extension YAMLSigns {
  /// What made the parser give up in a line, if one of these signs did.
  func cause(ofErrorAt number: Int) -> Diagnostic? {
    // An open quote or bracket swallows the lines that follow it.
    for number in stride(from: min(number, lines.count), to: 0, by: -1) {
      if let slip = YAMLSlip(in: line(number)) {
        return Diagnostic(
          .error, .yamlSign, at: place(number, slip.column), slip.message, hint: slip.hint)
      }
    }
    return nil
  }
}

// MARK: Where it is YAML

extension YAMLSigns {
  /// The values that YAML took otherwise than they look.
  func findings(in root: Node) -> [Diagnostic] {
    // A file whose every colon is of full width is one text.
    if root.scalar != nil, let cause = cause(ofErrorAt: lines.count) { return [cause] }
    var found: [Diagnostic] = []
    var stack = [root]
    while let node = stack.popLast() {
      switch node {
      case .mapping(let mapping):
        for (key, value) in mapping {
          if let finding = finding(key: key, value) { found.append(finding) }
          stack.append(value)
        }
      case .sequence(let sequence):
        // Yams takes the style from the event that ends a list, so the text is asked.
        if let mark = sequence.mark, rest(of: mark).first == "[" {
          found += sequence.compactMap(comma)
        }
        stack += sequence
      case .scalar(let scalar):
        if scalar.style == .plain { found += findings(in: scalar) }
      case .alias: break
      }
    }
    return found
  }

  /// `{ko：a, zh:b}` has two keys with nothing behind them; `tags: a, b` is one tag.
  private func finding(key: Node, _ value: Node) -> Diagnostic? {
    guard let scalar = key.scalar, scalar.style == .plain, let mark = scalar.mark else {
      return nil
    }
    let name = Array(scalar.string.unicodeScalars)
    if let space = name.first.flatMap(Signs.spaceName) {
      return Diagnostic(
        .error, .yamlSign, at: place(mark.line, mark.column), "\(space) stands before the key",
        hint: "indent with spaces")
    }
    if name.count > 1, Signs.isDash(name[0]), let slip = YAMLSlip(in: line(mark.line)) {
      return Diagnostic(
        .error, .yamlSign, at: place(mark.line, slip.column), slip.message, hint: slip.hint)
    }
    if value.isNull {
      let end = name.firstIndex { !Signs.isKeyLetter($0) } ?? name.count
      if end > 0, end < name.count, ":：﹕∶".unicodeScalars.contains(name[end]) {
        let key = String(String.UnicodeScalarView(name[..<end]))
        return Diagnostic(
          .error, .yamlSign,
          at: place(mark.line, mark.column + end + (name[end] == ":" ? 1 : 0)),
          name[end] == ":"
            ? "a space is missing behind '\(key):'"
            : "'\(name[end])' behind '\(key)' is no colon to YAML",
          hint: "write '\(key): ' with a space behind it")
      }
      // `title: #1` is a comment and no title.
      let comment = rest(of: mark).dropFirst(name.count + 1).drop { $0 == " " }
      if comment.first == "#", let next = comment.dropFirst().first, next != " " {
        return cut(at: place(mark.line, comment.startIndex + 1))
      }
    }
    guard ["tags", "keywords"].contains(scalar.string), let text = value.scalar,
      text.style == .plain, let valueMark = text.mark,
      let comma = rest(of: valueMark).firstIndex(where: { ",，、；;".unicodeScalars.contains($0) })
    else { return nil }
    return Diagnostic(
      .warning, .yamlDoubt, at: place(valueMark.line, comma + 1),
      "'\(scalar.string)' is one text with a comma or semicolon in it, not a list",
      hint: "write a list in brackets, with ', ' between its items, or put the text in quotes")
  }

  /// `[a，b]` is a list of one.
  private func comma(in item: Node) -> Diagnostic? {
    guard let scalar = item.scalar, scalar.style == .plain, let mark = scalar.mark,
      let offset = scalar.string.unicodeScalars.enumerated().first(where: {
        "，、；".unicodeScalars.contains($0.element)
      })
    else { return nil }
    return Diagnostic(
      .warning, .yamlDoubt, at: place(mark.line, mark.column + offset.offset),
      "'\(offset.element)' separates no items of a list",
      hint: "write ', ' between items, or put the text in quotes")
  }

  private func findings(in scalar: Node.Scalar) -> [Diagnostic] {
    guard let mark = scalar.mark, let first = scalar.string.unicodeScalars.first,
      let last = scalar.string.unicodeScalars.last
    else { return [] }
    var found: [Diagnostic] = []
    let inner = scalar.string.unicodeScalars.dropFirst().dropLast()
    let pairs: [Unicode.Scalar: Unicode.Scalar] = [
      "“": "”", "‘": "’", "”": "”", "„": "“", "＂": "＂", "＇": "＇",
    ]
    if let close = pairs[first], last == close,
      !inner.contains(where: { $0 == first || $0 == last })
    {
      found.append(
        Diagnostic(
          .warning, .yamlDoubt, at: place(mark.line, mark.column),
          "the quote marks '\(first)' and '\(last)' belong to the text",
          hint: "write '\"' on both sides, or around them if the text is to have them"))
    }
    let brackets: [Unicode.Scalar: Unicode.Scalar] = ["［": "］", "｛": "｝"]
    if let close = brackets[first], last == close || !inner.contains(close) {
      found.append(
        Diagnostic(
          .error, .yamlSign, at: place(mark.line, mark.column),
          "'\(first)' is no bracket to YAML",
          hint: "write '\(first == "［" ? "[" : "{")', or put the text in quotes"))
    }
    if first == "｜" || first == "＞", rest(of: mark).count == 1 {
      found.append(
        Diagnostic(
          .error, .yamlSign, at: place(mark.line, mark.column), "'\(first)' begins no long text",
          hint: "write '\(first == "｜" ? "|" : ">")'"))
    }
    found += swallowed(by: scalar, at: mark)
    return found
  }

  /// What stands behind a plain text in its line, and keys that became part of it.
  private func swallowed(by scalar: Node.Scalar, at mark: Mark) -> [Diagnostic] {
    let text = Array(scalar.string.unicodeScalars)
    let line = rest(of: mark)
    if line.starts(with: text) {
      let rest = line.dropFirst(text.count)
      guard let sign = rest.firstIndex(where: { $0 != " " }), rest[sign] == "#",
        sign > rest.startIndex
      else { return [] }
      // A comment behind a word or number is one; behind a sentence it is the sentence's end.
      let isText = text.contains { $0 == " " || !$0.isASCII }
      let touches = sign + 1 < rest.endIndex && rest[sign + 1] != " "
      return isText || touches ? [cut(at: place(mark.line, sign + 1))] : []
    }
    // A text of several lines: a line of it that looks like a key was meant as one.
    var found: [Diagnostic] = []
    var number = mark.line + 1
    while number <= lines.count, number < mark.line + 64 {
      let next = self.line(number)
      guard let start = next.firstIndex(where: { $0 != " " }), start > 0 else { break }
      let end = next[start...].firstIndex { !Signs.isKeyLetter($0) } ?? next.count
      if end < next.count, next[end] == ":", end + 1 == next.count || next[end + 1] == " " { break }
      if let slip = YAMLSlip(in: next),
        next[end...].first.map({ ":：﹕∶".unicodeScalars.contains($0) })
          == true
      {
        found.append(
          Diagnostic(
            .error, .yamlSign, at: place(number, slip.column), slip.message, hint: slip.hint))
      }
      number += 1
    }
    if !found.isEmpty, let slip = YAMLSlip(in: self.line(mark.line)) {
      found.append(
        Diagnostic(
          .error, .yamlSign, at: place(mark.line, slip.column), slip.message, hint: slip.hint))
    }
    return found
  }

  private func cut(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, .yamlDoubt, at: place,
      "'#' behind a space begins a comment: the text ends before it",
      hint: "put the text in quotes; put a comment on a line of its own")
  }
}

/// What the signs are that look like others.
enum Signs {
  /// A space that is no space to Markdown or YAML.
  static func spaceName(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09: "a tab"
    case 0xA0: "a no-break space"
    case 0x3000: "a full-width space"
    case 0x1680, 0x2000...0x200A, 0x202F, 0x205F: "a space of special width"
    default: nil
    }
  }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2018...0x201F, 0xFF02, 0xFF07: true
    default: false
    }
  }

  /// A letter of a key: ASCII, or its form of full width.
  static func isKeyLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }
}
