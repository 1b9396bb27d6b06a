import CDisk

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What this process runs.
package enum ProgramFiles {
  /// The program and the libraries on which it runs, each once and in the order of their paths.
  package static var paths: [String] {
    var found: Set<String> = []
    withUnsafeMutablePointer(to: &found) { found in
      cdisk_each_program_file(
        { path, found in
          guard let path else { return }
          found!.assumingMemoryBound(to: Set<String>.self).pointee.insert(String(cString: path))
        }, found)
    }
    return found.sorted()
  }
}

/// What tells a file that is not the site's, such as the program itself, from another at its path.
package enum FileIdentity {
  /// Size, times, inode and device of what the path leads to; nil when nothing is there.
  package static func text(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileStatus(status).identity
  }
}
