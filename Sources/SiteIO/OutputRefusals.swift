/// What a publish could delete by mistake, and therefore refuses to touch.
extension OutputPlace {
  /// Refuses a folder that was not published here. Throws `SiteIOError.notASite`,
  /// `.holdsRepository`, `DiskFailure`.
  func refuseForeignFolder(calls: DiskCalls) throws {
    guard exists else { return }
    let names = try Folder(path, calls: calls).entries().map(\.name)
    if names.contains(SiteNames.repository) { throw SiteIOError.holdsRepository(path) }
    let isEmpty = names.allSatisfy(\.isHidden)
    if !isEmpty && !names.contains(SiteNames.notFoundPage) { throw SiteIOError.notASite(path) }
  }

  /// Refuses an output that is or holds the source folder or one of the two input folders, or lies
  /// inside one of the two: `Templates` may well have a `404.html`. Throws
  /// `SiteIOError.outputContainsSource`.
  func refuseOverlap(withSource source: String) throws {
    let inputs = SiteNames.sourceFolders.map { "\(source)/\($0)" }
    let holding = ([source] + inputs).flatMap(RealPath.foldersAbove)
    let holdsSource = exists && FolderIdentity(path).map(holding.contains) == true
    let inside = inputs.compactMap { FolderIdentity($0) }
    let liesInside = RealPath.foldersAbove(path).contains(where: inside.contains)
    if holdsSource || liesInside { throw SiteIOError.outputContainsSource(path) }
  }
}
