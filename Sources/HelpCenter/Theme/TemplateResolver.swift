import Diagnostics

/// A piece of a page's template whose names are resolved: values stand in slots, the page's own in
/// slot 0, each item of a list that is being printed in one further up.
indirect enum TemplateNode: Sendable {
  case literal([UInt8])
  case word(String, escaped: Bool)
  case text(slot: Int, read: @Sendable (UnsafeRawPointer) -> String?, escaped: Bool)
  /// Printed when the word has a text; inverted, when it has none.
  case ifWord(String, inverted: Bool, [TemplateNode])
  case ifPresent(
    slot: Int, test: @Sendable (UnsafeRawPointer) -> Bool, inverted: Bool, [TemplateNode])
  /// Printed for each item, which stands in the slot `item`.
  case each(slot: Int, items: TemplateField.Items, item: Int, [TemplateNode])
}

/// Resolves the names in a page's template and in all that it includes, and finds those that nothing
/// stands behind: a phone number that silently is not there is the worst mistake a theme can make.
struct TemplateResolver {
  /// Templates within templates, blocks included; deeper ones include themselves.
  private static let maximalDepth = 64
  /// Tags of a page, partials included. The largest page of the theme has a thousand; a dozen
  /// templates that each include the next one twice would have no end.
  private static let maximalTags = 100_000

  private let templates: [String: TemplateSyntax]
  private(set) var diagnostics: [Diagnostic] = []
  /// Every word that a template names, and where it does first.
  private(set) var words: [String: SourceLocation] = [:]
  private var tags = 0

  init(_ templates: [String: TemplateSyntax]) { self.templates = templates }

  /// A page's template with all that it includes, for the names the page offers. Complete only when
  /// there are no findings.
  mutating func resolve(page name: String, fields: [String: TemplateField]) -> [TemplateNode] {
    guard let template = templates[name] else {
      diagnostics.append(
        Diagnostic(
          .error, .missingTemplate,
          at: SourceLocation(path: "Templates/\(name).mustache"), "the template is missing",
          hint: didYouMean(
            name, among: templates.keys.sorted(),
            otherwise: "every theme has one; Templates/README.md lists them")))
      return []
    }
    tags = 0
    let page = Scope(
      levels: [Level(slot: 0, fields: fields)], next: 1, blocks: [:], template: template, depth: 0)
    return resolve(template.tokens, in: page)
  }

  private struct Level {
    var slot: Int
    var fields: [String: TemplateField]
  }

  private struct Block {
    var tokens: [TemplateSyntax.Token]
    var template: TemplateSyntax
  }

  private struct Scope {
    /// Names by level, outermost first.
    var levels: [Level]
    /// The first free slot.
    var next: Int
    /// Blocks that a template below has filled.
    var blocks: [String: Block]
    /// Whose bytes the tokens are.
    var template: TemplateSyntax
    /// Templates and blocks entered on the way here.
    var depth: Int
  }

  private mutating func resolve(
    _ tokens: [TemplateSyntax.Token], in scope: Scope
  ) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    for token in tokens {
      if token.kind != .text { tags += 1 }
      guard tags <= Self.maximalTags else {
        if tags == Self.maximalTags + 1 {
          tags += 1
          report(
            .templateCycle, token, "the templates of this page include each other too often",
            hint: "include each partial once")
        }
        return nodes
      }
      switch token.kind {
      case .text: nodes.append(.literal(scope.template.text(token.range)))
      case .variable, .unescaped: if let node = value(token, in: scope) { nodes.append(node) }
      case .section, .inverted: nodes += section(token, in: scope)
      case .block: nodes += block(token, in: scope)
      case .partial, .parent: nodes += include(token, in: scope)
      }
    }
    return nodes
  }

  // MARK: Tags

  private mutating func value(
    _ token: TemplateSyntax.Token, in scope: Scope
  ) -> TemplateNode? {
    let escaped = token.kind == .variable
    switch look(up: token, in: scope) {
    case .word(let key)?: return .word(key, escaped: escaped)
    case .field(.text(let read), let slot)?: return .text(slot: slot, read: read, escaped: escaped)
    case .field(.flag, _)?:
      unprintable(token, "is yes or no", hint: "use it as a section, '{{#\(token.name)}}'")
      return nil
    case .field(.items, _)?, .field(.words, _)?:
      unprintable(
        token, "has names of its own and no text", hint: "name one of them, '\(token.name).…'")
      return nil
    case nil: return nil
    }
  }

  private mutating func section(
    _ token: TemplateSyntax.Token, in scope: Scope
  ) -> [TemplateNode] {
    let inverted = token.kind == .inverted
    var inner = scope
    switch look(up: token, in: scope) {
    case .word(let key)?:
      return [.ifWord(key, inverted: inverted, resolve(token.children, in: scope))]
    case .field(.items(let items), let slot)? where !inverted:
      inner.levels.append(Level(slot: scope.next, fields: items.fields()))
      inner.next += 1
      let children = resolve(token.children, in: inner)
      return [.each(slot: slot, items: items, item: scope.next, children)]
    case .field(.items(let items), let slot)?:
      let children = resolve(token.children, in: scope)
      return [.ifPresent(slot: slot, test: items.isPresent, inverted: true, children)]
    case .field(.flag(let test), let slot)?:
      let children = resolve(token.children, in: scope)
      return [.ifPresent(slot: slot, test: test, inverted: inverted, children)]
    case .field(.text(let read), let slot)?:
      // Within, '.' is the text.
      if !inverted { inner.levels.append(Level(slot: slot, fields: [".": .text(read)])) }
      let children = resolve(token.children, in: inner)
      return [.ifPresent(slot: slot, test: { read($0) != nil }, inverted: inverted, children)]
    case .field(.words, _)?, nil:
      // Read for what else is wrong in it.
      let children = resolve(token.children, in: scope)
      return inverted ? [] : children
    }
  }

  private mutating func block(
    _ token: TemplateSyntax.Token, in scope: Scope
  ) -> [TemplateNode] {
    guard let filled = scope.blocks[token.name] else { return resolve(token.children, in: scope) }
    guard var inner = entered(token, scope) else { return [] }
    inner.template = filled.template
    return resolve(filled.tokens, in: inner)
  }

  private mutating func include(
    _ token: TemplateSyntax.Token, in scope: Scope
  ) -> [TemplateNode] {
    guard let template = templates[token.name] else {
      report(
        .unknownTemplate, token, "there is no template '\(token.name)'",
        hint: didYouMean(
          token.name, among: templates.keys.sorted(),
          otherwise: "templates are named by their path under Templates/ without '.mustache'"))
      return []
    }
    guard var inner = entered(token, scope) else { return [] }
    for block in token.children where block.kind == .block {
      // The innermost template's blocks win.
      if inner.blocks[block.name] == nil {
        inner.blocks[block.name] = Block(tokens: block.children, template: scope.template)
      }
    }
    inner.template = template
    return resolve(template.tokens, in: inner)
  }

  private mutating func entered(_ token: TemplateSyntax.Token, _ scope: Scope) -> Scope? {
    guard scope.depth < Self.maximalDepth else {
      report(.templateCycle, token, "'\(token.name)' includes itself", hint: "break the circle")
      return nil
    }
    var inner = scope
    inner.depth += 1
    return inner
  }

  // MARK: Names

  private enum Found {
    case field(TemplateField, slot: Int)
    case word(String)
  }

  /// What stands behind a name, dots followed; reports it when there is nothing.
  private mutating func look(up token: TemplateSyntax.Token, in scope: Scope) -> Found? {
    let names = token.name == "." ? ["."] : token.name.split(separator: ".").map(String.init)
    // '.' is the innermost value and never one further out.
    let levels = token.name == "." ? scope.levels.suffix(1) : scope.levels[...]
    guard let first = names.first,
      let level = levels.last(where: { $0.fields[first] != nil }), var field = level.fields[first]
    else {
      unknown(token, token.name, among: scope.levels.flatMap(\.fields.keys))
      return nil
    }
    for (index, name) in names.enumerated().dropFirst() {
      switch field {
      case .words:
        guard index == names.count - 1 else {
          unknown(token, token.name, among: [])
          return nil
        }
        if words[name] == nil { words[name] = token.location }
        return .word(name)
      case .items(let items) where !items.isList:
        let known = items.fields()
        guard let next = known[name] else {
          unknown(token, name, among: Array(known.keys))
          return nil
        }
        field = next.within(items)
      case .text, .flag, .items:
        unknown(token, token.name, among: [])
        return nil
      }
    }
    return .field(field, slot: level.slot)
  }

  private mutating func unknown(
    _ token: TemplateSyntax.Token, _ name: String, among known: [String]
  ) {
    report(
      .unknownTemplateName, token, "'\(token.name)' is not a name that this page offers",
      hint: didYouMean(
        name, among: known.sorted(), otherwise: "Templates/README.md lists the names of each page"))
  }

  private mutating func unprintable(
    _ token: TemplateSyntax.Token, _ reason: String, hint: String
  ) {
    report(.unknownTemplateName, token, "'\(token.name)' \(reason)", hint: hint)
  }

  private mutating func report(
    _ rule: Diagnostic.Rule, _ token: TemplateSyntax.Token, _ message: String, hint: String?
  ) {
    diagnostics.append(Diagnostic(.error, rule, at: token.location, message, hint: hint))
  }
}

extension TemplateField {
  /// The same field, from the value that has the object.
  fileprivate func within(_ object: Items) -> TemplateField {
    switch self {
    case .text(let read):
      .text { outer in
        var text: String?
        object.visit(outer) { text = read($0) }
        return text
      }
    case .flag(let read):
      .flag { outer in
        var flag = false
        object.visit(outer) { flag = read($0) }
        return flag
      }
    case .items(let items):
      .items(
        Items(
          isList: items.isList, fields: items.fields,
          isPresent: { outer in
            var isPresent = false
            object.visit(outer) { isPresent = items.isPresent($0) }
            return isPresent
          },
          visit: { outer, use in object.visit(outer) { items.visit($0, use) } }))
    case .words: .words
    }
  }
}
