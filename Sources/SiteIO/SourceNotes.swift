/// What builds note for later ones, in `.helpcenter/` beside `Content`.
///
/// Nothing there is needed: what cannot be read counts as missing, and what cannot be written is not
/// written. The folder tells git to leave it alone. Who reads a note must be able to tell a whole one
/// from half of one: a kill may leave either, and two builds may write at once.
package struct SourceNotes: Sendable {
  private let source: String
  private let calls: DiskCalls

  private static let folder = BytePath(".helpcenter")
  private static let ignored = BytePath(".gitignore")

  /// - Parameter source: the folder that holds `Content`.
  package init(source: String, calls: DiskCalls = .system) {
    (self.source, self.calls) = (source, calls)
  }

  package func read(_ name: String) -> [UInt8]? {
    guard let folder = try? Folder(Self.folder, in: Folder(source, calls: calls)) else {
      return nil
    }
    return try? folder.read(BytePath(name))
  }

  /// Puts a note in the place of the one before; false where that is not possible.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) -> Bool {
    do {
      let folder = try made()
      let next = BytePath("\(name).next")
      try folder.removeTree(next)
      try folder.write(bytes, to: next)
      try folder.move(next, to: BytePath(name), in: folder)
      return true
    } catch {
      return false
    }
  }

  private func made() throws -> Folder {
    let source = try Folder(source, calls: calls)
    if try !source.holds(Self.folder) { try source.makeFolder(Self.folder) }
    let folder = try Folder(Self.folder, in: source)
    if try !folder.holds(Self.ignored) { try folder.write(Array("*\n".utf8), to: Self.ignored) }
    return folder
  }
}
