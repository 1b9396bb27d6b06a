import Diagnostics

/// The places of all files of a site. Says of each whether a disk, or a host, would take it: what
/// stops a publish is found by the checks, with the file that causes it.
struct OutputPaths {
  /// What ext4, APFS and NTFS take for one name, counted as the strictest does.
  static let longestName = 255
  /// `PATH_MAX` of macOS, less its closing zero; Linux takes four times as much.
  static let longestPath = 1023

  private var owners: [String: OutputJob] = [:]

  /// `nil` when the file can be written as far as is known.
  mutating func add(_ job: OutputJob) -> Diagnostic? {
    if let fault = Self.lengthFault(of: job) { return fault }
    let key = Self.key(job.path)
    if let owner = owners[key] {
      return Diagnostic(
        .error, .duplicateRoute, at: job.origin,
        "'\(job.path)' would be written twice; \(Self.place(owner)) makes it too",
        hint: "rename one, or remove the alias")
    }
    owners[key] = job
    return nil
  }

  /// Files for which others need a folder. Asked when all are known.
  func conflicts() -> [Diagnostic] {
    owners.compactMap { key, job in
      var folder = key[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard let owner = owners[String(folder)] else { continue }
        return Diagnostic(
          .error, .duplicateRoute, at: job.origin,
          "'\(job.path)' cannot be written: '\(owner.path)' is taken by \(Self.place(owner))",
          hint: "rename one, or remove the alias")
      }
      return nil
    }
  }

  /// The file that makes another, and the line where it is one of many in it: an alias.
  private static func place(_ job: OutputJob) -> String {
    job.origin.line > 1 ? "\(job.origin.path):\(job.origin.line)" : job.origin.path
  }

  /// Many hosts and file systems take no notice of case, some none of how a letter is composed.
  private static func key(_ path: String) -> String {
    guard !path.utf8.allSatisfy({ $0 < 0x80 }) else { return path.lowercased() }
    return path.normalizedToNFC().uppercased().lowercased()
  }

  private static func lengthFault(of job: OutputJob) -> Diagnostic? {
    let names = job.path.utf8.split(separator: UInt8(ascii: "/"))
    if let name = names.first(where: { $0.count > longestName }) {
      let excess = name.count - longestName
      let start = String(decoding: name.prefix(240), as: UTF8.self).prefix(24)
      let own = job.path.hasPrefix("assets/") ? "; the fingerprint that is added has 9 of them" : ""
      return Diagnostic(
        .error, .nameTooLong, at: job.origin,
        "the name '\(start)…' would have \(name.count) bytes on the disk, which takes \(longestName)\(own)",
        hint: "shorten it by \(excess) bytes or more; a Korean or Chinese sign has 3")
    }
    guard job.path.utf8.count > longestPath else { return nil }
    return Diagnostic(
      .error, .nameTooLong, at: job.origin,
      "the path '\(job.path.prefix(24))…' would have \(job.path.utf8.count) bytes; the limit is \(longestPath)",
      hint: "shorten the names of its folders; a Korean or Chinese sign has 3 bytes")
  }
}
