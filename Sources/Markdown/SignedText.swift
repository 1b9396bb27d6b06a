import CCmark

/// Finds the offsets in a text before which libcmark needs a sign to read it as we want.
typealias SignFinder = @Sendable (UnsafeBufferPointer<UInt8>) -> [Int]

/// A text with signs put in for libcmark, and the way back to the text as written.
///
/// libcmark asks nobody what a `*` may open, but a punctuation mark beside it changes the answer. So
/// the text is given one where that is wanted, and all of them are taken out of the tree again right
/// after parsing. Nothing is parsed twice, and everything else stays CommonMark.
struct SignedText {
  /// RUNIC SINGLE PUNCTUATION: to libcmark a mark like any other.
  static let sign: [UInt8] = [0xE1, 0x9B, 0xAB]

  /// What libcmark is given.
  let bytes: ArraySlice<UInt8>
  /// Offsets in the text as written, each with a sign before it, ascending.
  private let offsets: [Int]

  init(_ text: ArraySlice<UInt8>, _ finders: [SignFinder]) {
    var offsets: [Int] = []
    text.withUnsafeBufferPointer { buffer in
      for find in finders { offsets += find(buffer) }
      // A text that uses the sign itself could not be told from ours: it has to do without.
      if !offsets.isEmpty, Self.containsSign(buffer) { offsets = [] }
    }
    guard !offsets.isEmpty else {
      (bytes, self.offsets) = (text, [])
      return
    }
    self.offsets = offsets.map { $0 + text.startIndex }.sorted()
    var signed: [UInt8] = []
    signed.reserveCapacity(text.count + Self.sign.count * offsets.count)
    var start = text.startIndex
    for offset in self.offsets {
      signed += text[start..<offset]
      signed += Self.sign
      start = offset
    }
    signed += text[start...]
    bytes = signed[...]
  }

  /// The tree of the text as written.
  func parse() -> MarkdownTree {
    let tree = MarkdownTree(parsing: bytes)
    if !offsets.isEmpty { Self.removeSigns(below: tree.root) }
    return tree
  }

  /// The column as written of a column that libcmark tells; both from 1, in bytes.
  /// - Parameter lineStart: offset of the line's first byte in the text as written.
  func writtenColumn(_ column: Int, lineStart: @autoclosure () -> Int) -> Int {
    guard !offsets.isEmpty else { return column }
    let start = lineStart()
    let first = offsets[...].countOfFirst { offset, _ in offset < start }
    let signs = offsets[first...].countOfFirst { offset, before in
      offset - start + Self.sign.count * before < column - 1
    }
    return column - Self.sign.count * signs
  }
}

extension ArraySlice<Int> {
  /// How many numbers at the beginning fit, by halving: a line may have many. The second argument is
  /// how many stand before the one that is asked about.
  func countOfFirst(where fits: (Int, Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if fits(self[startIndex + middle], middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: Taking the signs out

extension SignedText {
  private static func removeSigns(below root: MarkdownNode) {
    root.walk { node in
      let pointer = node.pointer
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
        clean(cmark_node_get_literal(pointer)) { cmark_node_set_literal(pointer, $0) }
      case CMARK_NODE_CODE_BLOCK:
        clean(cmark_node_get_literal(pointer)) { cmark_node_set_literal(pointer, $0) }
        clean(cmark_node_get_fence_info(pointer)) { cmark_node_set_fence_info(pointer, $0) }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        clean(cmark_node_get_url(pointer)) { cmark_node_set_url(pointer, $0) }
        clean(cmark_node_get_title(pointer)) { cmark_node_set_title(pointer, $0) }
      default: break
      }
    }
  }

  /// Hands over the text without signs when it has any.
  private static func clean(_ text: UnsafePointer<CChar>?, _ set: (String) -> Int32) {
    guard let text, containsSign(text.bytes) else { return }
    let scalars = String(cString: text).unicodeScalars.filter { $0 != "\u{16EB}" }
    _ = set(String(String.UnicodeScalarView(scalars)))
  }

  private static func containsSign(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let place = bytes.firstIndex(of: sign[0], from: start) {
      if bytes[place...].starts(with: sign) { return true }
      start = place + 1
    }
    return false
  }
}
