import CCmark
import Diagnostics

/// A file of Markdown, and the way from libcmark's lines to the file's.
final class OriginFile {
  let path: String
  let bytes: [UInt8]
  let bodyOffset: Int
  /// The body as libcmark gets it.
  let text: SignedText
  private(set) lazy var lines = LineTable(bytes)
  /// Lines of the file above the Markdown.
  private(set) lazy var linesAbove = lines.position(ofByte: bodyOffset).line - 1
  /// The place that was asked for last: thousands of findings on one line would otherwise each count
  /// it from its start.
  private var last = (line: 0, byteColumn: 1, column: 1)
  /// How many lines of link definitions a block began with; see `RewritePass.definitionLines`.
  var lastDefinitions: (block: MarkdownNode, line: Int, count: Int)?

  init(_ source: MarkdownSource, _ signs: [SignFinder]) {
    path = source.path
    bytes = source.bytes
    bodyOffset = source.bodyOffset
    text = SignedText(source.bytes[source.bodyOffset...], signs)
  }

  /// - Parameters:
  ///   - line: from 1, counted from the top of the Markdown.
  ///   - byteColumn: in the text with signs, as libcmark tells it.
  func location(line: Int, byteColumn: Int) -> SourceLocation {
    let start = lines.offset(ofLine: max(1, line) + linesAbove)
    return writtenLocation(
      line: line,
      byteColumn: text.writtenColumn(byteColumn, lineStart: max(start, bodyOffset)))
  }

  /// The same of a column in the text as written. A place beyond the line's end, which libcmark
  /// tells of some texts with tabs, is its end.
  func writtenLocation(line number: Int, byteColumn: Int) -> SourceLocation {
    let number = min(max(1, number), lines.lineCount - linesAbove)
    let line = line(number)
    if last.line != number || last.byteColumn > byteColumn { last = (number, 1, 1) }
    let end = min(max(byteColumn, 1), line.count + 1)
    if end > last.byteColumn {
      let passed = line.dropFirst(last.byteColumn - 1).prefix(end - last.byteColumn)
      for byte in passed where byte & 0xC0 != 0x80 { last.column += 1 }
      last.byteColumn = end
    }
    return SourceLocation(path: path, line: number + linesAbove, column: last.column)
  }

  /// Whether the text has anything that looks like a link definition.
  private(set) lazy var mayDefineLinks =
    bytes[bodyOffset...].contains(UInt8(ascii: "]"), then: UInt8(ascii: ":"))

  /// A line of the Markdown (from 1) without its line end.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    var line = lines(number, through: number)
    while line.last == 0x0A || line.last == 0x0D { line = line.dropLast() }
    return line
  }

  /// Some lines of the Markdown (from 1), with their line ends.
  func lines(_ first: Int, through last: Int) -> ArraySlice<UInt8> {
    let start = lines.offset(ofLine: first + linesAbove)
    let next = last + linesAbove + 1
    return bytes[start..<(next <= lines.lineCount ? lines.offset(ofLine: next) : bytes.count)]
  }
}
