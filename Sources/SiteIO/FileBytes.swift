#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Folder {
  /// Opens a file for reading, never through a link and never waiting for the other end of a pipe.
  private func openForReading(_ relative: BytePath) throws -> Int32 {
    try call(.open, relative) { openat($0, $1, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
  }

  /// The bytes of a regular file; nil when the path names something else. Throws `DiskFailure`.
  func read(_ relative: BytePath) throws -> [UInt8]? {
    let file = try openForReading(relative)
    defer { close(file) }
    var status = stat()
    try call(.status, on: file, at: relative) { fstat($0, &status) }
    guard EntryKind(mode: status.st_mode) == .file else { return nil }
    // One byte more than the file is long: a read that leaves it empty has met the end of the
    // file, and the read that would return nothing is saved.
    let size = Int(status.st_size)
    var bytes = try readPart(file, count: size + 1, expected: size, relative)
    var isFull = bytes.count > size
    while isFull {
      let part = try readPart(file, count: bytes.count, expected: nil, relative)
      isFull = part.count == bytes.count
      bytes += part
    }
    return bytes
  }

  /// Whether the regular file at the path holds exactly these bytes. Reads in parts, and no further
  /// than the first part that differs. Throws `DiskFailure`.
  func file(_ relative: BytePath, holds bytes: [UInt8]) throws -> Bool {
    let file = try openForReading(relative)
    defer { close(file) }
    return try bytes.withUnsafeBytes { bytes in
      try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { space in
        var compared = 0
        while true {
          let (got, code) = fill(space, file, expected: bytes.count - compared)
          guard code == 0 else { throw DiskFailure(path: fullPath(relative), code: code) }
          guard got <= bytes.count - compared else { return false }
          if got > 0, memcmp(bytes.baseAddress! + compared, space.baseAddress!, got) != 0 {
            return false
          }
          compared += got
          if got < space.count { return compared == bytes.count }
        }
      }
    }
  }

  /// Up to `count` bytes from where the file stands; fewer only at its end.
  private func readPart(
    _ file: Int32, count: Int, expected: Int?, _ relative: BytePath
  ) throws -> [UInt8] {
    var code: Int32 = 0
    let part = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let space = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count)
      (filled, code) = fill(space, file, expected: expected)
    }
    guard code == 0 else { throw DiskFailure(path: fullPath(relative), code: code) }
    return part
  }

  /// Reads until the space is full or the file ends: the bytes read, and `errno` or 0.
  ///
  /// A short read that ends where the file is `expected` to end is taken for the end. Elsewhere a
  /// short read says nothing: network file systems may return less than there is.
  private func fill(
    _ space: UnsafeMutableRawBufferPointer, _ file: Int32, expected: Int?
  ) -> (count: Int, code: Int32) {
    var filled = 0
    while filled < space.count {
      let (got, code) = calls.make(.read) {
        systemRead(file, space.baseAddress! + filled, space.count - filled)
      }
      if got < 0 { return (filled, code) }
      filled += got
      if got == 0 || (filled == expected && filled < space.count) { break }
    }
    return (filled, 0)
  }
}

/// The system's `read`, which a method of the same name would hide.
private func systemRead(_ file: Int32, _ space: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, space, count)
}
