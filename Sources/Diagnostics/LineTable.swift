/// Turns byte offsets of a UTF-8 file into lines and columns, and back.
///
/// Built once per file that has something to report; lines end at LF, CR or CRLF, as in
/// CommonMark 0.30 section 2.1 and YAML 1.2 section 5.4.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    // Without bounds checks and with one comparison for most bytes: every article has a table.
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] <= 0x0D {
        switch bytes[index] {
        case 0x0A: starts.append(index + 1)
        case 0x0D where index + 1 == bytes.count || bytes[index + 1] != 0x0A:
          starts.append(index + 1)
        default: break
        }
      }
    }
    self.starts = starts
  }

  public var lineCount: Int { starts.count }

  /// Line and column (both from 1, the column in Unicode scalars) of a byte offset.
  public func position(ofByte offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, 1 + scalars(from: starts[low], to: offset))
  }

  /// The column in Unicode scalars (from 1) of a column given in bytes (from 1), as libcmark counts.
  public func column(line: Int, byteColumn: Int) -> Int {
    guard starts.indices.contains(line - 1) else { return max(1, byteColumn) }
    let start = starts[line - 1]
    return 1 + scalars(from: start, to: min(start + max(0, byteColumn - 1), bytes.count))
  }

  /// The byte offset of a line's first byte; lines count from 1.
  public func offset(ofLine line: Int) -> Int {
    starts[min(max(line - 1, 0), starts.count - 1)]
  }

  public func location(path: String, byte offset: Int) -> SourceLocation {
    let (line, column) = position(ofByte: offset)
    return SourceLocation(path: path, line: line, column: column)
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    var count = 0
    for byte in bytes[start..<max(start, end)] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
