import Diagnostics
import Yams

/// One YAML document with its place in its file, limited to what content needs.
///
/// Yams composes the tree with a line and column for every node; its decoding errors have none,
/// which is why the values are read off the tree by `MappingReader`. Anchors, aliases and tags are
/// refused: an alias can make a small file huge, and a tag can change what a value means.
struct YAMLDocument {
  let path: String
  /// Lines of the file above the document (the opening `---` of front matter).
  let linesAbove: Int
  let root: Node?
  /// What can be read and looks as if it was meant otherwise.
  let doubts: [Diagnostic]

  /// The largest YAML text that is read, in bytes. A hand-written file is far below it.
  static let sizeLimit = 1 << 20
  /// The deepest nesting that is read; Yams recurses.
  static let depthLimit = 64

  /// - Throws: the finding, when the text is not YAML that content may use.
  init(_ text: String, path: String, linesAbove: Int = 0) throws(Diagnostic) {
    self.path = path
    self.linesAbove = linesAbove
    guard text.utf8.count <= Self.sizeLimit else {
      throw Diagnostic(
        .error, .yamlTooLarge, at: SourceLocation(path: path, line: linesAbove + 1),
        "the YAML is larger than \(Self.sizeLimit) bytes", hint: "split it into several files")
    }
    if let line = Self.lineNestedTooDeeply(text) {
      throw Diagnostic(
        .error, .yamlTooDeep, at: SourceLocation(path: path, line: linesAbove + line),
        "the YAML is nested deeper than \(Self.depthLimit) levels", hint: "flatten it")
    }
    do {
      // Every value is read as the text that it is; what YAML would take it for costs a regular
      // expression for each.
      root = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch {
      throw Self.finding(for: error, in: text, path: path, linesAbove: linesAbove)
    }
    if let root, let refused = Self.refusedFeature(in: root, text: text) {
      throw Diagnostic(
        .error, .yamlFeature, at: refused.location(path, linesAbove),
        "\(refused.feature) are not allowed in content files", hint: "write the value out")
    }
    let signs = YAMLSigns(text, path: path, linesAbove: linesAbove)
    doubts = root.map(signs.findings) ?? []
  }

  /// The place of a node in the whole file.
  func location(of node: Node) -> SourceLocation {
    guard let mark = node.mark else { return SourceLocation(path: path, line: linesAbove + 1) }
    return SourceLocation(path: path, line: mark.line + linesAbove, column: mark.column)
  }

  private static func finding(
    for error: any Error, in text: String, path: String, linesAbove: Int
  ) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let signs = YAMLSigns(text, path: path, linesAbove: linesAbove)
      if let cause = signs.cause(ofErrorAt: mark.line) { return cause }
      let fault = YAMLFault(problem, at: mark, context: context, lines: signs.lines)
      return Diagnostic(
        .error, .yamlSyntax,
        at: SourceLocation(path: path, line: fault.line + linesAbove, column: fault.column),
        fault.message, hint: fault.hint)
    case .duplicatedKeysInMapping(let keys, let context):
      return RepeatedKey(keys.first ?? "", first: context.mark, in: text)
        .finding(path: path, linesAbove: linesAbove)
    case .reader(let problem, _, let value, _):
      let before = text.unicodeScalars.prefix { $0.value != UInt32(truncatingIfNeeded: value) }
      return Diagnostic(
        .error, .yamlSyntax,
        at: SourceLocation(
          path: path, line: linesAbove + 1 + before.count { $0 == "\n" },
          column: 1 + before.reversed().prefix { $0 != "\n" }.count),
        "YAML: \(problem)", hint: "remove the character")
    default:
      return Diagnostic(
        .error, .yamlSyntax, at: SourceLocation(path: path, line: linesAbove + 1),
        "YAML: the text cannot be read", hint: YAMLFault.commonHint)
    }
  }
}

// MARK: What is refused

extension YAMLDocument {
  private struct Refused {
    var feature: String
    var mark: Mark

    func location(_ path: String, _ linesAbove: Int) -> SourceLocation {
      SourceLocation(path: path, line: mark.line + linesAbove, column: mark.column)
    }
  }

  /// The first anchor or tag in document order. An alias can only follow an anchor, so stopping at
  /// the first anchor also means that no alias is ever followed.
  ///
  /// Looked up in the text: Yams holds a node's anchor weakly, so that it is gone by now.
  private static func refusedFeature(in root: Node, text: String) -> Refused? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "!") }) else {
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var stack = [root]
    while let node = stack.popLast() {
      if let mark = node.mark {
        switch first(at: mark, in: lines) {
        case "&": return Refused(feature: "anchors and aliases", mark: mark)
        case "!": return Refused(feature: "tags", mark: mark)
        default: break
        }
      }
      switch node {
      case .mapping(let mapping):
        for (key, value) in mapping.reversed() { stack += [value, key] }
      case .sequence(let sequence): stack += sequence.reversed()
      case .scalar, .alias: break
      }
    }
    return nil
  }

  private static func first(at mark: Mark, in lines: [Substring]) -> Unicode.Scalar? {
    guard lines.indices.contains(mark.line - 1) else { return nil }
    return lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first
  }

  /// A cautious count of nesting before Yams recurses over it: indentation, `- - -` and brackets.
  private static func lineNestedTooDeeply(_ text: String) -> Int? {
    var brackets = 0
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let indentation = line.prefix { $0 == 0x20 || $0 == 0x2D }.count
      for byte in line {
        if byte == 0x5B || byte == 0x7B { brackets += 1 }
        if byte == 0x5D || byte == 0x7D { brackets = max(0, brackets - 1) }
      }
      let dashes = line.prefix { $0 == 0x20 || $0 == 0x2D }.count { $0 == 0x2D }
      if brackets > depthLimit || indentation > depthLimit * 4 || dashes > depthLimit {
        return number
      }
    }
    return nil
  }
}
