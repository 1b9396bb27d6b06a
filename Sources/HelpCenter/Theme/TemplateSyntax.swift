import Diagnostics

/// The texts and tags of one template, as a tree with places.
struct TemplateSyntax: Sendable {
  /// Of the file.
  var bytes: [UInt8]
  var tokens: [Token]
  /// What stands in the place of some of the bytes, in their order: published names of assets.
  var replacements: [(range: Range<Int>, bytes: [UInt8])] = []

  struct Token: Sendable {
    enum Kind: Sendable {
      case text
      case variable, unescaped
      case section, inverted
      /// `{{$name}}`: a block that a template below may fill.
      case block
      case partial
      /// `{{<name}}`: this template fills the blocks of another.
      case parent
    }
    var kind: Kind
    /// Of a text, in the file.
    var range: Range<Int> = 0..<0
    /// Of a tag.
    var name = ""
    var location: SourceLocation
    var children: [Token] = []
  }

  /// A text as it is printed.
  func text(_ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    var place = range.lowerBound
    for item in replacements where range.contains(item.range.lowerBound) {
      out += bytes[place..<item.range.lowerBound] + item.bytes
      place = item.range.upperBound
    }
    return out + bytes[place..<range.upperBound]
  }
}

/// Reads the texts and tags of a template and reports the malformed ones.
///
/// A line that holds nothing but one tag that prints nothing of its own is not part of the text
/// (Mustache specification 1.4, "standalone" tags); its indentation is not carried into a partial,
/// which would change the text of a `pre`.
struct TemplateScanner {
  private let path: String
  private let bytes: [UInt8]
  private let lines: LineTable
  private var position = 0
  private(set) var diagnostics: [Diagnostic] = []

  static func scan(
    _ file: SourceFile
  ) -> (syntax: TemplateSyntax, diagnostics: [Diagnostic]) {
    var scanner = TemplateScanner(file)
    let tokens = scanner.tokens(until: nil)
    return (TemplateSyntax(bytes: file.bytes, tokens: tokens), scanner.diagnostics)
  }

  private init(_ file: SourceFile) {
    path = file.path
    bytes = file.bytes
    lines = LineTable(file.bytes)
  }

  /// The tokens up to the end of the file or of the section that is open.
  private mutating func tokens(until open: TemplateSyntax.Token?) -> [TemplateSyntax.Token] {
    var found: [TemplateSyntax.Token] = []
    var textStart = position
    func addText(upTo end: Int) {
      guard end > textStart else { return }
      found.append(
        TemplateSyntax.Token(
          kind: .text, range: textStart..<end,
          location: lines.location(path: path, byte: textStart)))
    }
    while let start = nextOpening() {
      let location = lines.location(path: path, byte: start)
      guard let tag = readTag(at: start, location) else { continue }
      if tag.sigil == UInt8(ascii: "/") {
        if let open, open.name == tag.name {
          // A parent has its line as a whole.
          addText(upTo: open.kind == .parent ? start : leaveLine(of: tag, from: start))
          return found
        }
        report(
          .templateSyntax, location, "'{{/\(tag.name)}}' closes no open section",
          hint: open.map { "the open one is '\($0.name)'" } ?? "remove it")
        continue
      }
      if let kind = kind(of: tag, location) {
        var token = TemplateSyntax.Token(kind: kind, name: tag.name, location: location)
        if kind == .parent { token.children = blocks(of: token) }
        addText(upTo: leaveLine(of: tag, from: start))
        if kind == .block, open?.kind == .parent { position = lineEnd(position) ?? position }
        if [.section, .inverted, .block].contains(kind) { token.children = tokens(until: token) }
        found.append(token)
      } else {
        addText(upTo: leaveLine(of: tag, from: start))
      }
      textStart = position
    }
    addText(upTo: bytes.count)
    if let open {
      report(
        .templateSyntax, open.location, "'\(open.name)' is opened here and never closed",
        hint: "add '{{/\(open.name)}}'")
    }
    return found
  }

  /// What stands between the blocks of a parent is not printed: it must be nothing but text.
  private mutating func blocks(of parent: TemplateSyntax.Token) -> [TemplateSyntax.Token] {
    let children = tokens(until: parent)
    for token in children where token.kind != .block && token.kind != .text {
      report(
        .templateSyntax, token.location,
        "'\(token.name)' stands in '{{<\(parent.name)}}' outside of its blocks",
        hint: "move it into a block, '{{$main}}…{{/main}}'")
    }
    return children.filter { $0.kind == .block }
  }

  /// Goes to the end of the line where a tag that prints nothing of its own stands alone. Returns
  /// where the text before the tag ends.
  private mutating func leaveLine(of tag: Tag, from start: Int) -> Int {
    guard let sigil = tag.sigil, "#^/!><$".utf8.contains(sigil) else { return start }
    var lineStart = start
    while lineStart > 0, Self.isSpace(bytes[lineStart - 1]) { lineStart -= 1 }
    guard lineStart == 0 || bytes[lineStart - 1] == 0x0A, let end = lineEnd(position) else {
      return start
    }
    position = end
    return lineStart
  }

  /// The start of the next line, where only white space is left in this one.
  private func lineEnd(_ place: Int) -> Int? {
    var end = place
    while end < bytes.count, Self.isSpace(bytes[end]) { end += 1 }
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0A ? end + 1 : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private mutating func nextOpening() -> Int? {
    while position + 1 < bytes.count {
      if bytes[position] == 0x7B, bytes[position + 1] == 0x7B { return position }
      position += 1
    }
    position = bytes.count
    return nil
  }

  private struct Tag {
    var sigil: UInt8?
    var name: String
  }

  /// Reads from `{{` to the matching `}}` or `}}}`.
  private mutating func readTag(at start: Int, _ location: SourceLocation) -> Tag? {
    let triple = start + 2 < bytes.count && bytes[start + 2] == 0x7B
    let close: [UInt8] = triple ? [0x7D, 0x7D, 0x7D] : [0x7D, 0x7D]
    let open = start + close.count
    var end = open
    while end + close.count <= bytes.count, Array(bytes[end..<end + close.count]) != close {
      end += 1
    }
    guard end + close.count <= bytes.count else {
      report(.templateSyntax, location, "the tag is never closed", hint: "add '}}'")
      position = bytes.count
      return nil
    }
    position = end + close.count
    var inner = String(decoding: bytes[open..<end], as: UTF8.self).trimmingSpaces()
    if triple { return Tag(sigil: UInt8(ascii: "{"), name: inner) }
    guard let first = inner.utf8.first else {
      report(.templateSyntax, location, "the tag is empty", hint: "write a name, or remove it")
      return nil
    }
    guard "#^/>!<$&=%".utf8.contains(first) else { return Tag(sigil: nil, name: inner) }
    inner = String(inner.dropFirst()).trimmingSpaces()
    return Tag(sigil: first, name: inner)
  }

  private mutating func kind(
    of tag: Tag, _ location: SourceLocation
  ) -> TemplateSyntax.Token.Kind? {
    let kind: TemplateSyntax.Token.Kind
    switch tag.sigil {
    case nil: kind = .variable
    case UInt8(ascii: "{"), UInt8(ascii: "&"): kind = .unescaped
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "$"): kind = .block
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "!"): return nil
    default:
      report(
        .templateSyntax, location, "changes of delimiters or settings are not allowed",
        hint: "remove the tag")
      return nil
    }
    let isName = tag.name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x5F
    }
    guard isName, !tag.name.isEmpty else {
      report(
        .templateSyntax, location, "'\(tag.name)' is not a name",
        hint: "names are lower-case letters, digits, hyphens and dots")
      return nil
    }
    return kind
  }

  private mutating func report(
    _ rule: Diagnostic.Rule, _ location: SourceLocation, _ message: String, hint: String?
  ) {
    diagnostics.append(Diagnostic(.error, rule, at: location, message, hint: hint))
  }
}
