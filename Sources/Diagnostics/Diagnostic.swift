// What the tool tells an author, as values.
//
// 1. A stage that finds something wrong returns a `Diagnostic`: where, what, and how to mend it.
// 2. One run collects them all, sorts them by place (`Diagnostic` is `Comparable`) and drops doubles.
// 3. A `DiagnosticFormatter` writes them for a terminal, for a program (JSON) or for CI.

/// How bad a finding is. Errors stop publishing; warnings do under `--strict`; notices never do.
public enum Severity: String, Sendable, Hashable, CaseIterable, Codable {
  case notice, warning, error
}

/// A place in a source file.
///
/// `line` and `column` count from 1, from the top of the file (front matter included);
/// a column is a Unicode scalar, as YAML parsers and most editors count.
public struct SourceLocation: Sendable, Hashable, Codable {
  /// Path relative to the source folder, with `/`.
  public var path: String
  public var line: Int
  public var column: Int

  public init(path: String, line: Int = 1, column: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
  }
}

/// One finding: the place, what is wrong there, and a hint that names the fix.
public struct Diagnostic: Error, Sendable, Hashable, Codable {
  public var severity: Severity
  public var rule: Rule
  /// The place; `nil` when the finding belongs to no file (no base URL given).
  public var location: SourceLocation?
  /// What is wrong, as one sentence without a full stop.
  public var message: String
  /// How to mend it.
  public var hint: String?

  public init(
    _ severity: Severity, _ rule: Rule, at location: SourceLocation?, _ message: String,
    hint: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.location = location
    self.message = message
    self.hint = hint
  }

  /// The rule's stable name, in kebab case: `unknown-key`.
  public var id: String { rule.rawValue }
}

extension Diagnostic: Comparable {
  /// By path, line and column; findings without a place come last. Ties break on the texts, so that
  /// the order never depends on which thread found what first.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    switch (a.location, b.location) {
    case (let x?, let y?) where x != y:
      return (x.path, x.line, x.column) < (y.path, y.line, y.column)
    case (.some, nil): return true
    case (nil, .some): return false
    default:
      return (a.id, a.message, a.hint ?? "", a.severity.rawValue)
        < (b.id, b.message, b.hint ?? "", b.severity.rawValue)
    }
  }
}

extension Sequence<Diagnostic> {
  /// The findings in reading order, each once.
  public func inReadingOrder() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }.sorted()
  }

  /// Warnings turned into errors (`--strict`); notices stay.
  public func strict() -> [Diagnostic] {
    map { diagnostic in
      var copy = diagnostic
      if copy.severity == .warning { copy.severity = .error }
      return copy
    }
  }

  public var hasErrors: Bool { contains { $0.severity == .error } }
}
