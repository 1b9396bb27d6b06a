#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The new site while it is built, beside the present one.
struct NextFolder {
  let folder: Folder
  private let calls: DiskCalls

  /// Makes the folder `name` and the whole new site in it. On failure nothing of it is left. Throws
  /// `DiskFailure`.
  init(
    _ name: BytePath, in parent: Folder, plan: PublishPlan, present: PresentSite?, calls: DiskCalls
  ) throws {
    do {
      try parent.makeFolder(name)
      folder = try Folder(name, in: parent)
      self.calls = calls
      for path in plan.folders { try folder.makeFolder(path) }
      if let present {
        for path in plan.carried { try carry(path, from: present) }
      }
      for file in plan.written { try write(file.bytes, to: file.path) }
    } catch {
      // A full disk must not stay full of half a site. The first failure is the one to report.
      try? parent.removeTree(name)
      throw error
    }
  }

  /// Takes a file over by a hard link, or, where there are none (exFAT, some mounts), by a copy
  /// with the same time, so that a tool that compares times sees no change.
  private func carry(_ path: BytePath, from present: PresentSite) throws {
    let linked = path.withCPath { calls.link($0, present.folder.descriptor, folder.descriptor) }
    if linked == 0 { return }
    guard let status = present.files[path], let bytes = try present.folder.read(path) else {
      throw DiskFailure(path: present.folder.fullPath(path), code: EINVAL)
    }
    try write(bytes, to: path)
    let modified = timespec(
      tv_sec: status.modifiedSeconds, tv_nsec: status.modifiedNanoseconds)
    try folder.call(path) { utimensat($0, $1, [modified, modified], AT_SYMLINK_NOFOLLOW) }
  }

  private func write(_ bytes: [UInt8], to path: BytePath) throws {
    try folder.write(bytes, to: path, with: calls.write)
  }
}

extension Folder {
  /// Makes a new file, with permissions 0644 less the umask; never opens one that is there, because
  /// its bytes may belong to the published site. Throws `DiskFailure`.
  func write(
    _ bytes: [UInt8], to path: BytePath, with write: (Int32, UnsafeRawPointer, Int) -> Int
  ) throws {
    let file = try call(path) {
      openat($0, $1, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    }
    var code: Int32 = 0
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count, code == 0 {
        let count = write(file, bytes.baseAddress! + written, bytes.count - written)
        if count >= 0 { written += count } else if errno != EINTR { code = errno }
      }
    }
    // Network file systems may report a full disk only here.
    if close(file) != 0, code == 0, errno != EINTR { code = errno }
    guard code == 0 else { throw DiskFailure(path: fullPath(path), code: code) }
  }
}
