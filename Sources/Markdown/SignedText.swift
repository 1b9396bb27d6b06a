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
  /// Offset of the text itself.
  private let start: Int

  init(_ text: ArraySlice<UInt8>, _ finders: [SignFinder]) {
    start = text.startIndex
    var offsets: [Int] = []
    text.withUnsafeBufferPointer { buffer in
      for find in finders { offsets += find(buffer) }
      // A text that uses the sign itself could not be told from ours: it has to do without.
      if !offsets.isEmpty, Self.firstSign(in: buffer, from: 0) != nil { offsets = [] }
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
    if !offsets.isEmpty { removeSigns(from: tree) }
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
  /// Most texts have a handful of signs, so only the blocks that hold one are walked through.
  private func removeSigns(from tree: borrowing MarkdownTree) {
    guard let lines = linesWithSigns() else { return Self.removeSigns(below: tree.root) }
    var rest = lines[...]
    var block = tree.root.firstChild
    while let current = block {
      block = current.next
      // By where the next one begins: not every block knows its end.
      let end = block?.line ?? .max
      guard let line = rest.first, line < end else { continue }
      Self.removeSigns(below: current)
      rest = rest.drop { $0 < end }
    }
  }

  /// The lines (from 1) that have a sign, ascending. `nil` where that does not tell the block: the
  /// definition of a link carries its signs to wherever it is used.
  private func linesWithSigns() -> [Int]? {
    bytes.withUnsafeBufferPointer { text in
      if text.contains(UInt8(ascii: "]"), then: UInt8(ascii: ":")) { return nil }
      if text.firstIndex(of: 0x0D, from: 0) != nil { return nil }
      var lines: [Int] = []
      var (line, start) = (1, 0)
      for (index, offset) in offsets.enumerated() {
        let place = offset - self.start + index * Self.sign.count
        while let end = text.firstIndex(of: 0x0A, from: start), end < place {
          line += 1
          start = end + 1
        }
        lines.append(line)
      }
      return lines
    }
  }

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
  private static func clean(
    _ text: UnsafePointer<CChar>?, _ set: (UnsafePointer<CChar>) -> Int32
  ) {
    guard let text = text?.bytes, var place = firstSign(in: text, from: 0) else { return }
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(text.count)
    var start = 0
    while true {
      cleaned.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
      guard place < text.count else { break }
      start = place + sign.count
      place = firstSign(in: text, from: start) ?? text.count
    }
    cleaned.append(0)
    cleaned.withUnsafeBytes { _ = set($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
  }

  private static func firstSign(
    in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var start = start
    while let place = text.firstIndex(of: 0xE1, from: start) {
      if place + 2 < text.count, text[place + 1] == 0x9B, text[place + 2] == 0xAB { return place }
      start = place + 1
    }
    return nil
  }
}
