import Diagnostics

/// Collects what the loader leaves out, and the sentence for each.
struct SourceReport {
  private var found: [(path: BytePath, diagnostic: Diagnostic)] = []
  private var badNames: Set<BytePath> = []

  /// In byte order of the paths.
  var diagnostics: [Diagnostic] {
    found.sorted { $0.path < $1.path }.map(\.diagnostic)
  }

  /// Whether the path is UTF-8. One error is added for each name that is not, however many files
  /// lie below it.
  mutating func admitsName(_ path: BytePath) -> Bool {
    guard path.string == nil else { return true }
    var bad = path
    while let parent = bad.parent, parent.string == nil { bad = parent }
    if badNames.insert(bad).inserted {
      add(
        .error, .sourceNameNotUTF8, bad, "The name of this file or folder is not UTF-8.",
        hint: "Rename it; bytes that are not UTF-8 are shown as \\x and two digits.")
    }
    return false
  }

  /// The bytes that were read; without any, a diagnostic is added, but for a file that vanished: a
  /// file that is deleted during the load is no different from one that is deleted before it.
  mutating func bytes(of reading: SourceReading, at path: BytePath) -> [UInt8]? {
    switch reading {
    case .bytes(let bytes): return bytes
    case .vanished: break
    case .failed(let reason): addUnreadable(path, reason)
    case .link:
      add(
        .warning, .sourceSymbolicLink, path, "Symbolic links are not followed.",
        hint: "Put the file or folder itself here; a link may lead out of the project.")
    case .special:
      add(
        .warning, .sourceNotAFile, path, "This is a pipe, a socket or a device, not a file.",
        hint: "Remove it from the source folders.")
    }
    return nil
  }

  mutating func addUnreadable(_ path: BytePath, _ reason: String) {
    add(
      .error, .sourceUnreadable, path, "This cannot be read: \(reason).",
      hint: "Check its permissions and the disk.")
  }

  private mutating func add(
    _ severity: Severity, _ rule: Diagnostic.Rule, _ path: BytePath, _ message: String, hint: String
  ) {
    let location = SourceLocation(path: path.description, line: 1, column: 1)
    found.append((path, Diagnostic(severity, rule, at: location, message, hint: hint)))
  }
}
