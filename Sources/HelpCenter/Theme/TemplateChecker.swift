import Diagnostics

/// Finds the names in templates that nothing stands behind. The engine would print nothing for
/// them, and a phone number that silently is not there is the worst mistake a theme can make.
struct TemplateChecker {
  private let templates: [String: TemplateSyntax]
  private(set) var diagnostics: [Diagnostic] = []
  /// Every word that a template names, and where it does first.
  private(set) var words: [String: SourceLocation] = [:]

  init(_ templates: [String: TemplateSyntax]) { self.templates = templates }

  /// Checks a page's template and every one that it includes, with the names the page offers.
  mutating func check(page name: String, fields: [String: FieldShape]) {
    guard let template = templates[name] else {
      diagnostics.append(
        Diagnostic(
          .error, "missing-template",
          at: SourceLocation(path: "Templates/\(name).mustache"), "the template is missing",
          hint: didYouMean(name, among: templates.keys.sorted())))
      return
    }
    check(template.tokens, in: Scope(levels: [fields], blocks: [:], depth: 0))
  }

  private struct Scope {
    /// Names by level, outermost first.
    var levels: [[String: FieldShape]]
    /// Blocks that a template below has filled.
    var blocks: [String: [TemplateSyntax.Token]]
    /// Templates entered on the way here.
    var depth: Int
  }

  private mutating func check(_ tokens: [TemplateSyntax.Token], in scope: Scope) {
    for token in tokens {
      switch token.kind {
      case .variable, .unescaped: _ = look(up: token, in: scope)
      case .section, .inverted: section(token, in: scope)
      case .block: check(scope.blocks[token.name] ?? token.children, in: scope)
      case .partial, .parent: include(token, in: scope)
      }
    }
  }

  private mutating func section(_ token: TemplateSyntax.Token, in scope: Scope) {
    var inner = scope
    if case .object(let fields)? = look(up: token, in: scope), token.kind == .section {
      inner.levels.append(fields())
    }
    check(token.children, in: inner)
  }

  private mutating func include(_ token: TemplateSyntax.Token, in scope: Scope) {
    guard let template = templates[token.name] else {
      report(
        "unknown-template", token, "there is no template '\(token.name)'",
        hint: didYouMean(
          token.name, among: templates.keys.sorted(),
          otherwise: "templates are named by their path under Templates/ without '.mustache'"))
      return
    }
    guard scope.depth < 32 else {
      report("template-cycle", token, "'\(token.name)' includes itself", hint: "break the circle")
      return
    }
    var inner = scope
    inner.depth += 1
    for block in token.children where block.kind == .block {
      // The innermost template's blocks win, as in the engine.
      if inner.blocks[block.name] == nil { inner.blocks[block.name] = block.children }
    }
    check(template.tokens, in: inner)
  }

  /// The shape behind a name, dots followed; reports it when there is none.
  private mutating func look(up token: TemplateSyntax.Token, in scope: Scope) -> FieldShape? {
    if token.name == "." { return .value }
    let names = token.name.split(separator: ".").map(String.init)
    guard let first = names.first,
      var shape = scope.levels.reversed().lazy.compactMap({ $0[first] }).first
    else {
      unknown(token, token.name, among: scope.levels.flatMap(\.keys))
      return nil
    }
    for name in names.dropFirst() {
      switch shape {
      case .words:
        if words[name] == nil { words[name] = token.location }
        return .value
      case .object(let fields):
        let known = fields()
        guard let next = known[name] else {
          unknown(token, name, among: Array(known.keys))
          return nil
        }
        shape = next
      case .value:
        unknown(token, token.name, among: [])
        return nil
      }
    }
    return shape
  }

  private mutating func unknown(
    _ token: TemplateSyntax.Token, _ name: String, among known: [String]
  ) {
    report(
      "unknown-template-name", token, "'\(token.name)' is not a name that this page offers",
      hint: didYouMean(
        name, among: known.sorted(), otherwise: "Templates/README.md lists the names of each page"))
  }

  private mutating func report(
    _ id: String, _ token: TemplateSyntax.Token, _ message: String, hint: String?
  ) {
    diagnostics.append(Diagnostic(.error, id, at: token.location, message, hint: hint))
  }
}
