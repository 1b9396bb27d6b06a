/// A value that templates can look into: the names they may use are declared once, in `fields`,
/// both for rendering and for the check of the templates.
protocol TemplateContext: Sendable {
  static var fields: TemplateFields<Self> { get }
}

/// What a page's template is filled with.
protocol PageContext: TemplateContext {
  var frame: PageFrame { get }
}

/// What a name stands for, and the way to it from the value that has the name.
///
/// The ways take a pointer to that value and never copy it: a page has a hundred texts, and a copy
/// counts a reference to each. Who makes a `TemplateField` knows the type behind the pointer;
/// `TemplateFields` is generic over it, and `TemplateResolver` passes every field the value of the
/// type that declared it.
enum TemplateField: Sendable {
  /// `nil` when there is nothing to print; never empty.
  case text(@Sendable (UnsafeRawPointer) -> String?)
  case flag(@Sendable (UnsafeRawPointer) -> Bool)
  /// An object, or the items of a list.
  case items(Items)
  /// The interface's words.
  case words

  struct Items: Sendable {
    var isList: Bool
    /// The names of an item.
    var fields: @Sendable () -> [String: TemplateField]
    var isPresent: @Sendable (UnsafeRawPointer) -> Bool
    /// Calls its second argument with each item.
    var visit: @Sendable (UnsafeRawPointer, (UnsafeRawPointer) -> Void) -> Void
  }

  /// The same names, for a value that holds this one's at an offset of so many bytes.
  func moved(by offset: Int) -> TemplateField {
    switch self {
    case .text(let read): .text { read($0 + offset) }
    case .flag(let read): .flag { read($0 + offset) }
    case .items(let items):
      .items(
        Items(
          isList: items.isList, fields: items.fields, isPresent: { items.isPresent($0 + offset) },
          visit: { items.visit($0 + offset, $1) }))
    case .words: .words
    }
  }
}

/// The names of one kind of context.
struct TemplateFields<Context>: Sendable {
  private(set) var entries: [String: TemplateField] = [:]

  func text(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Self {
    adding(
      name,
      .text { context in
        let text = value(context.assumingMemoryBound(to: Context.self).pointee)
        return text?.isEmpty == true ? nil : text
      })
  }

  func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Self {
    adding(name, .flag { value($0.assumingMemoryBound(to: Context.self).pointee) })
  }

  func object<Child: TemplateContext>(
    _ name: String, _ value: @escaping @Sendable (Context) -> Child?
  ) -> Self {
    adding(
      name,
      .items(
        TemplateField.Items(
          isList: false, fields: { Child.fields.entries },
          isPresent: { value($0.assumingMemoryBound(to: Context.self).pointee) != nil },
          visit: { context, use in
            guard let child = value(context.assumingMemoryBound(to: Context.self).pointee)
            else { return }
            withUnsafePointer(to: child) { use(UnsafeRawPointer($0)) }
          })))
  }

  /// A list, and the flag `has-<name>` for what stands around it.
  func list<Child: TemplateContext>(
    _ name: String, _ value: @escaping @Sendable (Context) -> [Child]
  ) -> Self {
    adding(
      name,
      .items(
        TemplateField.Items(
          isList: true, fields: { Child.fields.entries },
          isPresent: { !value($0.assumingMemoryBound(to: Context.self).pointee).isEmpty },
          visit: { context, use in
            value(context.assumingMemoryBound(to: Context.self).pointee)
              .withUnsafeBufferPointer { children in
                guard var child = children.baseAddress else { return }
                for _ in children.indices {
                  use(UnsafeRawPointer(child))
                  child += 1
                }
              }
          }))
    )
    .flag("has-" + name) { !value($0).isEmpty }
  }

  func words(_ name: String) -> Self { adding(name, .words) }

  /// Takes over the names of another table, whose context is a stored part of this one's.
  func including<Part>(_ part: TemplateFields<Part>, _ path: KeyPath<Context, Part>) -> Self {
    guard let offset = MemoryLayout<Context>.offset(of: path) else {
      preconditionFailure("\(path) is not a stored property")
    }
    var copy = self
    for (name, field) in part.entries { copy.entries[name] = field.moved(by: offset) }
    return copy
  }

  private func adding(_ name: String, _ field: TemplateField) -> Self {
    var copy = self
    copy.entries[name] = field
    return copy
  }
}
