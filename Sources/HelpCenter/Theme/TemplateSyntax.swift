import Diagnostics

/// The tags of one template, as a tree with places; the engine's own tree has none.
struct TemplateSyntax: Sendable {
  /// `partials/seal` for `Templates/partials/seal.mustache`.
  var name: String
  var path: String
  var tokens: [Token]

  struct Token: Sendable {
    enum Kind: Sendable {
      case variable, unescaped
      case section, inverted
      /// `{{$name}}`: a block that a template below may fill.
      case block
      case partial
      /// `{{<name}}`: this template fills the blocks of another.
      case parent
    }
    var kind: Kind
    var name: String
    var location: SourceLocation
    var children: [Token] = []
  }
}

/// Reads the tags of a template and reports the malformed ones.
struct TemplateScanner {
  private let path: String
  private let bytes: [UInt8]
  private let lines: LineTable
  private var position = 0
  private(set) var diagnostics: [Diagnostic] = []

  static func scan(
    _ file: SourceFile, name: String
  ) -> (syntax: TemplateSyntax, diagnostics: [Diagnostic]) {
    var scanner = TemplateScanner(file)
    let tokens = scanner.tokens(until: nil)
    return (
      TemplateSyntax(name: name, path: file.path, tokens: tokens), scanner.diagnostics
    )
  }

  private init(_ file: SourceFile) {
    path = file.path
    bytes = file.bytes
    lines = LineTable(file.bytes)
  }

  /// The tags up to the end of the file or of the section that is open.
  private mutating func tokens(until open: TemplateSyntax.Token?) -> [TemplateSyntax.Token] {
    var found: [TemplateSyntax.Token] = []
    while let start = nextOpening() {
      let location = lines.location(path: path, byte: start)
      guard let tag = readTag(at: start, location) else { continue }
      if tag.sigil == UInt8(ascii: "/") {
        if let open, open.name == tag.name { return found }
        report(
          "template-syntax", location, "'{{/\(tag.name)}}' closes no open section",
          hint: open.map { "the open one is '\($0.name)'" })
        continue
      }
      guard let kind = kind(of: tag, location) else { continue }
      var token = TemplateSyntax.Token(kind: kind, name: tag.name, location: location)
      switch kind {
      case .section, .inverted, .block, .parent: token.children = tokens(until: token)
      case .variable, .unescaped, .partial: break
      }
      found.append(token)
    }
    if let open {
      report(
        "template-syntax", open.location, "'\(open.name)' is opened here and never closed",
        hint: "add '{{/\(open.name)}}'")
    }
    return found
  }

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
      report("template-syntax", location, "the tag is never closed", hint: "add '}}'")
      position = bytes.count
      return nil
    }
    position = end + close.count
    var inner = String(decoding: bytes[open..<end], as: UTF8.self).trimmingSpaces()
    if triple { return Tag(sigil: UInt8(ascii: "{"), name: inner) }
    guard let first = inner.utf8.first else {
      report("template-syntax", location, "the tag is empty", hint: nil)
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
        "template-syntax", location, "changes of delimiters or settings are not allowed",
        hint: "remove the tag")
      return nil
    }
    let isName = tag.name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x5F
    }
    guard isName, !tag.name.isEmpty else {
      report(
        "template-syntax", location, "'\(tag.name)' is not a name",
        hint: "names are lower-case letters, digits, hyphens and dots")
      return nil
    }
    return kind
  }

  private mutating func report(
    _ id: String, _ location: SourceLocation, _ message: String, hint: String?
  ) {
    diagnostics.append(Diagnostic(.error, id, at: location, message, hint: hint))
  }
}
