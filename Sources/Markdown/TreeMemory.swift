import CCmark

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Memory for libcmark's trees of one article after another.
///
/// libcmark asks for a piece of memory for each node and each text of one, and frees them one by one.
/// Here they are laid out in a row, and all of them are gone at once when the article is done, which
/// saves a sixth of an article's time.
///
/// libcmark's callbacks are told sizes and nothing else, so they find the memory by their thread:
/// articles are rendered on several threads at once, but each of them on one, from start to end.
struct TreeMemory {
  /// Enough for most articles; the first is kept for the next article of the thread.
  private static let chunkSize = 256 << 10
  /// Of every block, as from the C library.
  private static let alignment = 16
  /// Right before every block stands its size, for when it grows.
  private static let headerSize = MemoryLayout<Int>.size

  private var chunks: [UnsafeMutableRawPointer]
  /// The first byte that is free, and the end of its chunk.
  private var place: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  /// The block that was handed out last. Nothing stands behind it, so it can grow where it is.
  private var last: UnsafeMutableRawPointer?

  private init() {
    place = .allocate(byteCount: Self.chunkSize, alignment: Self.alignment)
    end = place + Self.chunkSize
    chunks = [place]
  }

  private func deallocateChunks(after count: Int) {
    for chunk in chunks.dropFirst(count) { chunk.deallocate() }
  }
}

// MARK: For the module

extension TreeMemory {
  /// Runs what makes trees; none of their nodes is valid afterwards. One may run within another, as
  /// the site may render a second article to answer what the first one asks.
  static func use<Result>(_ work: () -> Result) -> Result {
    let memory = ofThread
    let before = memory.pointee
    let count = before.chunks.count
    defer {
      memory.pointee.deallocateChunks(after: count)
      memory.pointee = before
      memory.pointee.last = nil
    }
    return work()
  }

  private static var ofThread: UnsafeMutablePointer<TreeMemory> {
    _ = functions
    if let known = pthread_getspecific(threadKey) {
      return known.assumingMemoryBound(to: TreeMemory.self)
    }
    let memory = UnsafeMutablePointer<TreeMemory>.allocate(capacity: 1)
    memory.initialize(to: TreeMemory())
    pthread_setspecific(threadKey, memory)
    return memory
  }

  /// To be handed to libcmark for all that becomes part of a tree.
  nonisolated(unsafe) static let functions: UnsafeMutablePointer<cmark_mem> = {
    createThreadKey()
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
          precondition(!overflow, "libcmark asked for more memory than there is")
          let block = TreeMemory.inUse.pointee.allocate(bytes)
          memset(block, 0, bytes)
          return block
        },
        realloc: { block, size in TreeMemory.inUse.pointee.resize(block, to: size) },
        free: { block in
          if let block { TreeMemory.inUse.pointee.free(block) }
        }))
    return functions
  }()

  private static var inUse: UnsafeMutablePointer<TreeMemory> {
    guard let memory = pthread_getspecific(threadKey) else {
      preconditionFailure("a tree is made outside of TreeMemory.use")
    }
    return memory.assumingMemoryBound(to: TreeMemory.self)
  }

  /// Set before libcmark knows the functions that read it. A constant would be asked each time
  /// whether it has its value yet.
  nonisolated(unsafe) private static var threadKey: pthread_key_t = 0

  private static func createThreadKey() {
    var key = pthread_key_t()
    let status = pthread_key_create(&key) { memory in
      // The thread ends. An Optional on Linux only.
      let memory: UnsafeMutableRawPointer? = memory
      guard let memory = memory?.assumingMemoryBound(to: TreeMemory.self) else { return }
      memory.pointee.deallocateChunks(after: 0)
      memory.deinitialize(count: 1)
      memory.deallocate()
    }
    precondition(status == 0, "the process has no thread-specific data left")
    threadKey = key
  }
}

// MARK: Blocks

extension TreeMemory {
  private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let needed = Self.alignment + Self.rounded(size)
    if needed > end - place { addChunk(for: needed) }
    let block = place + Self.alignment
    (block - Self.headerSize).storeBytes(of: size, as: Int.self)
    place += needed
    last = block
    return block
  }

  private mutating func resize(
    _ block: UnsafeMutableRawPointer?, to size: Int
  ) -> UnsafeMutableRawPointer {
    guard let block else { return allocate(size) }
    let header = block - Self.headerSize
    let oldSize = header.load(as: Int.self)
    // The HTML grows so, a half at a time, and need not move for it.
    if block == last, Self.rounded(size) <= end - block {
      place = block + Self.rounded(size)
    } else if size > oldSize {
      let new = allocate(size)
      memcpy(new, block, oldSize)
      return new
    }
    header.storeBytes(of: size, as: Int.self)
    return block
  }

  private mutating func free(_ block: UnsafeMutableRawPointer) {
    guard block == last else { return }
    place = block - Self.alignment
    last = nil
  }

  /// Twice as large as the one before, so that a long article has few of them.
  private mutating func addChunk(for needed: Int) {
    let size = max(Self.chunkSize << min(chunks.count, 8), 2 * needed)
    place = .allocate(byteCount: size, alignment: Self.alignment)
    end = place + size
    chunks.append(place)
  }

  private static func rounded(_ size: Int) -> Int { (size + alignment - 1) & ~(alignment - 1) }
}
