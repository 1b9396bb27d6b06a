import Mustache

/// A value that templates can look into: the names they may use are declared once, in `fields`,
/// both for rendering and for the check of the templates.
protocol TemplateContext: MustacheParent, Sendable {
  static var fields: TemplateFields<Self> { get }
}

extension TemplateContext {
  /// Called by the template engine. A name that is declared but absent answers with a null, so that
  /// the engine does not take the value of an outer context for it.
  func child(named name: String) -> Any? {
    Self.fields.entries[name].map { $0.value(self) ?? AbsentValue() }
  }
}

/// What a name stands for, as far as the check of templates needs to know.
enum FieldShape: Sendable {
  /// A text or a yes/no: no names below it.
  case value
  /// An object or the items of a list.
  case object(@Sendable () -> [String: FieldShape])
  /// The interface's words.
  case words
}

/// The names of one kind of context, each with its shape and the way to its value.
struct TemplateFields<Context>: Sendable {
  struct Entry: Sendable {
    var shape: FieldShape
    var value: @Sendable (Context) -> Any?
  }

  private(set) var entries: [String: Entry] = [:]

  var shapes: [String: FieldShape] { entries.mapValues(\.shape) }

  func text(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Self {
    adding(name, .value) { context in value(context).flatMap { $0.isEmpty ? nil : $0 } }
  }

  func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Self {
    adding(name, .value) { value($0) }
  }

  func object<Child: TemplateContext>(
    _ name: String, _ value: @escaping @Sendable (Context) -> Child?
  ) -> Self {
    adding(name, .object { Child.fields.shapes }) { value($0) }
  }

  /// A list, and the flag `has-<name>` for what stands around it.
  func list<Child: TemplateContext>(
    _ name: String, _ value: @escaping @Sendable (Context) -> [Child]
  ) -> Self {
    adding(name, .object { Child.fields.shapes }) { value($0) }
      .flag("has-" + name) { !value($0).isEmpty }
  }

  func words(_ name: String, _ value: @escaping @Sendable (Context) -> Words) -> Self {
    adding(name, .words) { value($0) }
  }

  /// Takes over the names of another table, whose context is part of this one's.
  func including<Part>(
    _ part: TemplateFields<Part>, _ value: @escaping @Sendable (Context) -> Part
  ) -> Self {
    var copy = self
    for (name, entry) in part.entries {
      copy.entries[name] = Entry(shape: entry.shape) { entry.value(value($0)) }
    }
    return copy
  }

  private func adding(
    _ name: String, _ shape: FieldShape, _ value: @escaping @Sendable (Context) -> Any?
  ) -> Self {
    var copy = self
    copy.entries[name] = Entry(shape: shape, value: value)
    return copy
  }
}

/// Stands for a declared name without a value.
struct AbsentValue: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
