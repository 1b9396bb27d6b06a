import CCmark
import Diagnostics

/// A file of Markdown, and the way from libcmark's lines to the file's.
final class OriginFile {
  let path: String
  let bytes: [UInt8]
  let bodyOffset: Int
  /// The body as libcmark gets it.
  let text: SignedText
  /// Offset of every line's first byte, in the whole file.
  private let lineStarts: [Int]
  /// Lines of the file above the Markdown.
  let linesAbove: Int
  /// The place that was asked for last: thousands of findings on one line would otherwise each count
  /// it from its start.
  private var last = (line: 0, byteColumn: 1, column: 1)
  /// The first pipe at or after a place. Asked of every paragraph in turn, and most texts have few.
  private var pipe = (from: 0, at: -1)
  /// How many lines of link definitions a block began with; see `RewritePass.definitionLines`.
  var lastDefinitions: (block: MarkdownNode, line: Int, count: Int)?

  init(_ source: MarkdownSource, _ signs: [SignFinder]) {
    path = source.path
    bytes = source.bytes
    bodyOffset = source.bodyOffset
    let starts = bytes.withUnsafeBufferPointer { LineTable.starts(in: $0) }
    let offset = bodyOffset
    lineStarts = starts
    linesAbove = starts[...].countOfFirst { start, _ in start <= offset } - 1
    text = SignedText(source.bytes[source.bodyOffset...], signs)
  }

  /// - Parameters:
  ///   - line: from 1, counted from the top of the Markdown.
  ///   - byteColumn: in the text with signs, as libcmark tells it.
  func location(line: Int, byteColumn: Int) -> SourceLocation {
    let start = lineStart(max(1, line))
    return writtenLocation(
      line: line,
      byteColumn: text.writtenColumn(byteColumn, lineStart: max(start, bodyOffset)))
  }

  /// The same of a column in the text as written. A place beyond the line's end, which libcmark
  /// tells of some texts with tabs, is its end.
  func writtenLocation(line number: Int, byteColumn: Int) -> SourceLocation {
    let number = min(max(1, number), lineStarts.count - linesAbove)
    let line = range(ofLine: number)
    if last.line != number || last.byteColumn > byteColumn { last = (number, 1, 1) }
    let end = min(max(byteColumn, 1), line.count + 1)
    if end > last.byteColumn {
      let start = line.lowerBound - 1
      last.column += bytes.withUnsafeBufferPointer {
        $0.scalarCount(start + last.byteColumn..<start + end)
      }
      last.byteColumn = end
    }
    return SourceLocation(path: path, line: number + linesAbove, column: last.column)
  }

  /// Lines of the Markdown.
  var lineCount: Int { lineStarts.count - linesAbove }

  /// Whether the text has anything that looks like a link definition.
  private(set) lazy var mayDefineLinks =
    bytes[bodyOffset...].contains(UInt8(ascii: "]"), then: UInt8(ascii: ":"))

  /// A line of the Markdown (from 1) without its line end.
  func line(_ number: Int) -> ArraySlice<UInt8> { bytes[range(ofLine: number)] }

  /// Whether one of some lines of the Markdown (from 1) holds a pipe.
  func hasPipe(inLines lines: ClosedRange<Int>) -> Bool {
    let start = lineStart(lines.lowerBound)
    if start < pipe.from || start > pipe.at {
      let next = bytes.withUnsafeBufferPointer { $0.firstIndex(of: UInt8(ascii: "|"), from: start) }
      pipe = (start, next ?? bytes.count)
    }
    return pipe.at < lineEnd(lines.upperBound)
  }

  func range(ofLine number: Int) -> Range<Int> {
    let start = lineStart(number)
    var end = lineEnd(number)
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func lineStart(_ number: Int) -> Int {
    lineStarts[min(max(number + linesAbove - 1, 0), lineStarts.count - 1)]
  }

  /// Where the line after this one begins.
  private func lineEnd(_ number: Int) -> Int {
    number + linesAbove < lineStarts.count ? lineStart(number + 1) : bytes.count
  }
}
