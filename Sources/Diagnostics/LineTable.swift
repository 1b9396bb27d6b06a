#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Turns byte offsets of a UTF-8 file into lines and columns, and back.
///
/// Built once per file that has something to report; lines end at LF, CR or CRLF, as in
/// CommonMark 0.30 section 2.1 and YAML 1.2 section 5.4.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = bytes.withUnsafeBufferPointer(Self.starts)
  }

  /// Where lines begin. Every article has a table, so the C library looks for the lines; a text with CR
  /// is looked through byte by byte.
  package static func starts(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    guard let base = bytes.baseAddress else { return starts }
    starts.reserveCapacity(bytes.count / 32)
    if memchr(base, 0x0D, bytes.count) == nil {
      var start = 0
      while let end = memchr(base + start, 0x0A, bytes.count - start) {
        start = UnsafeRawPointer(end) - UnsafeRawPointer(base) + 1
        starts.append(start)
      }
      return starts
    }
    for index in bytes.indices {
      let isCR = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if isCR || bytes[index] == 0x0A { starts.append(index + 1) }
    }
    return starts
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

  /// The places of many offsets, ascending. Each byte is counted once, however long a line is: a file
  /// of one line that is full of mistakes would else cost the square of its length.
  public func locations(path: String, bytes offsets: [Int]) -> [SourceLocation] {
    var number = 0
    var (from, column) = (0, 1)
    return offsets.map { offset in
      while number + 1 < starts.count, starts[number + 1] <= offset {
        number += 1
        (from, column) = (starts[number], 1)
      }
      column += scalars(from: from, to: min(offset, bytes.count))
      from = max(from, offset)
      return SourceLocation(path: path, line: number + 1, column: column)
    }
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    var count = 0
    for byte in bytes[start..<max(start, end)] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
