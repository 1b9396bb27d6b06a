#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The system calls that may fail for reasons a test cannot bring about everywhere: a full disk, a
/// file system without hard links or without an exchange. Each returns what the call returns and
/// leaves its reason in `errno`.
struct DiskCalls: Sendable {
  /// Writes to a descriptor: the count of bytes written, or -1.
  var write: @Sendable (Int32, UnsafeRawPointer, Int) -> Int
  /// Gives the file at a path in one folder the same path in another folder: 0 or -1.
  var link: @Sendable (_ path: UnsafePointer<CChar>, _ from: Int32, _ to: Int32) -> Int32
  /// Exchanges two names in one folder in one step: 0 or -1.
  var exchange: @Sendable (Int32, UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32

  static let system = DiskCalls(
    write: { systemWrite($0, $1, $2) },
    link: { path, old, new in linkat(old, path, new, path, 0) },
    exchange: { folder, first, second in
      #if canImport(Darwin)
        return renameatx_np(folder, first, folder, second, UInt32(RENAME_SWAP))
      #else
        guard let renameat2 else {
          errno = ENOSYS
          return -1
        }
        let exchangeFlag: UInt32 = 2
        return renameat2(folder, first, folder, second, exchangeFlag)
      #endif
    })
}

#if !canImport(Darwin)
  private typealias RenameAt2 =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// Looked up by name: the header declares it only under `_GNU_SOURCE`, which a Swift package
  /// cannot set for Glibc, and `syscall` takes variable arguments, which Swift cannot pass.
  private let renameat2 = dlsym(nil, "renameat2").map { unsafeBitCast($0, to: RenameAt2.self) }
#endif

/// The system's `write`, which the property of the same name hides.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}
