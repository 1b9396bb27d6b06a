@testable import HelpCenter

/// Data of any form as a context, so that templates can be tried without a page.
enum MustacheValue: Sendable, Decodable {
  case none
  case text(String)
  case flag(Bool)
  case list([MustacheValue])
  case object([String: MustacheValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Int.self) {
      self = .text(String(number))
    } else if let number = try? value.decode(Double.self) {
      self = .text(String(number))
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([MustacheValue].self) {
      self = .list(list)
    } else if let object = try? value.decode([String: MustacheValue].self) {
      self = .object(object)
    } else {
      self = .none
    }
  }

  /// Every name at any depth.
  var names: Set<String> {
    switch self {
    case .object(let values): Set(values.keys).union(values.values.flatMap(\.names))
    case .list(let items): Set(items.flatMap(\.names))
    case .none, .text, .flag: []
    }
  }

  /// The fields of values such as these: a list's items can have different names.
  static func fields(of samples: [MustacheValue]) -> [String: TemplateField] {
    var children: [String: [MustacheValue]] = [:]
    for sample in samples {
      if case .object(let values) = sample {
        for (name, value) in values { children[name, default: []].append(value) }
      } else {
        children[".", default: []].append(sample)
      }
    }
    return Dictionary(uniqueKeysWithValues: children.map { ($0, field($0, samples: $1)) })
  }

  private static func field(_ name: String, samples: [MustacheValue]) -> TemplateField {
    let inner = samples.flatMap { sample -> [MustacheValue] in
      switch sample {
      case .list(let items): items
      case .object: [sample]
      case .none, .text, .flag: []
      }
    }
    switch samples.first {
    case .list?, .object?:
      let isList = if case .list? = samples.first { true } else { false }
      return .items(
        TemplateField.Items(
          isList: isList, fields: { fields(of: inner) },
          isPresent: { !at($0)[name].items.isEmpty },
          visit: { value, use in
            for item in at(value)[name].items {
              withUnsafePointer(to: item) { use(UnsafeRawPointer($0)) }
            }
          }))
    case .flag?:
      return .flag { if case .flag(true) = at($0)[name] { true } else { false } }
    case .text?, .some(.none), nil:
      return .text { if case .text(let text) = at($0)[name], !text.isEmpty { text } else { nil } }
    }
  }

  private static func at(_ value: UnsafeRawPointer) -> MustacheValue {
    value.assumingMemoryBound(to: MustacheValue.self).pointee
  }

  private subscript(_ name: String) -> MustacheValue {
    if name == "." { return self }
    if case .object(let values) = self { return values[name] ?? .none }
    return .none
  }

  private var items: [MustacheValue] {
    switch self {
    case .list(let items): items
    case .object: [self]
    case .none, .text, .flag: []
    }
  }
}

/// Renders templates with any data; without a page and a theme.
struct MustacheTrial {
  /// By name; `page` is the one that is rendered.
  var templates: [String: String]
  /// Names that templates may use and that have no value.
  var absent: Set<String> = []
  var words: [String: String] = [:]

  func render(_ data: MustacheValue) -> (text: String?, findings: [String]) {
    var fields = MustacheValue.fields(of: [data])
    fields["words"] = .words
    for name in absent where fields[name] == nil { fields[name] = .text { _ in nil } }
    var findings: [String] = []
    var syntax: [String: TemplateSyntax] = [:]
    for (name, text) in templates {
      let file = SourceFile(path: "Templates/\(name).mustache", bytes: Array(text.utf8))
      let (value, found) = TemplateScanner.scan(file)
      syntax[name] = value
      findings += found.map(\.id)
    }
    var resolver = TemplateResolver(syntax)
    let nodes = resolver.resolve(page: "page", fields: fields)
    findings += resolver.diagnostics.map(\.id)
    guard findings.isEmpty else { return (nil, findings) }
    let program = TemplateProgram(nodes, words: Words(language: "en", texts: words))
    let bytes = withUnsafePointer(to: data) { program.run(UnsafeRawPointer($0)) }
    return (String(decoding: bytes, as: UTF8.self), [])
  }
}
