/// Why loading or publishing stopped; `description` is a sentence for people and says what to do.
public enum SiteIOError: Error, Hashable, Sendable {
  /// The folder at this path, one of the two that hold the inputs, does not exist.
  case missingFolder(String)
  /// The file at this path was to be made, and is there already.
  case exists(String)
  /// A system call failed on this path, for this reason (the system's own words).
  case disk(String, String)
  /// Another build holds the lock file at this path.
  case locked(String)
  /// The output folder at this path holds files, and they are not a published site.
  case notASite(String)
  /// The output folder at this path is a git checkout.
  case holdsRepository(String)
  /// The output folder at this path is, holds or lies inside the folders of the inputs.
  case outputContainsSource(String)
  /// An output file has a path that cannot be published: the path and why.
  case badOutputPath(String, String)
}

extension SiteIOError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingFolder(let path):
      "There is no folder '\(path)'. "
        + "Run this in the folder that holds Content and Templates, or name that folder."
    case .exists(let path):
      "'\(path)' is there already; nothing was written. "
        + "Remove it or choose another name, then try again."
    case .disk(let path, let reason):
      "'\(path)': \(reason). Check the path, its permissions and the free space, then try again."
    case .locked(let path):
      "Another build is publishing to the same folder (it holds '\(path)'). "
        + "Wait until it has finished, then try again."
    case .notASite(let path):
      "'\(path)' holds files but no 404.html, so it is not a site that was published here, "
        + "and publishing would delete them. Name an empty folder, or empty this one yourself."
    case .holdsRepository(let path):
      "'\(path)' holds a .git entry, which publishing would delete. "
        + "Publish to another folder and copy the site from there."
    case .outputContainsSource(let path):
      "The output folder '\(path)' overlaps the folders of the sources, "
        + "and publishing would delete them. Name a folder of its own, such as Public."
    case .badOutputPath(let path, let reason):
      "The output path '\(path)' cannot be published: \(reason). "
        + "Correct whatever makes this path, then build again."
    }
  }
}
