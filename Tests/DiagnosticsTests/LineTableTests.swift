import Diagnostics
import Testing

struct LineTableTests {
  /// A text with `⟦` at the byte that is looked up, and the line and column it should have.
  struct Place: Sendable, CustomTestStringConvertible {
    var bytes: [UInt8]
    var offset: Int
    var line: Int
    var column: Int
    var testDescription: String

    init(_ marked: String, _ line: Int, _ column: Int) {
      let parts = marked.unicodeScalars.split(separator: "⟦", omittingEmptySubsequences: false)
      precondition(parts.count == 2, "one marker, please")
      offset = String(parts[0]).utf8.count
      bytes = Array(String(parts[0]).utf8) + Array(String(parts[1]).utf8)
      self.line = line
      self.column = column
      testDescription = marked.debugDescription
    }
  }

  static let columns: [Place] = [
    Place("⟦", 1, 1), Place("⟦abc", 1, 1), Place("ab⟦c", 1, 3), Place("abc⟦", 1, 4),
    Place("가나⟦다", 1, 3), Place("一二三⟦", 1, 4), Place("가나\n다⟦라", 2, 2),
    Place("cafe\u{301}⟦s", 1, 6), Place("cafe⟦\u{301}s", 1, 5),
    Place("\u{1100}\u{1161}\u{11A8}⟦x", 1, 4),
    Place("👨‍👩‍👧⟦x", 1, 6), Place("é⟦x", 1, 2), Place("\u{FEFF}⟦x", 1, 2),
    Place("\u{FEFF}\n⟦x", 2, 1), Place("a\tb⟦", 1, 4), Place("a\0⟦b", 1, 3),
  ]

  @Test(arguments: columns)
  func countsColumnsInUnicodeScalars(place: Place) {
    let found = LineTable(place.bytes).position(ofByte: place.offset)
    #expect(found == (place.line, place.column))
  }

  static let lineEnds: [Place] = [
    Place("a⟦\nb", 1, 2), Place("a\n⟦b", 2, 1), Place("a\n⟦", 2, 1), Place("\n⟦\n", 2, 1),
    Place("a\r⟦b", 2, 1), Place("a\r⟦", 2, 1), Place("\r⟦\r", 2, 1),
    Place("a⟦\r\nb", 1, 2), Place("a\r\n⟦b", 2, 1), Place("a\r\n⟦", 2, 1),
    Place("\r\n\r\n⟦", 3, 1), Place("\n\r⟦x", 3, 1), Place("\r\r\n⟦x", 3, 1),
    // No other character ends a line, whatever Unicode says of it.
    Place("a\u{2028}⟦b", 1, 3), Place("a\u{85}⟦b", 1, 3), Place("a\u{B}\u{C}⟦b", 1, 4),
  ]

  @Test(arguments: lineEnds)
  func endsLinesAtLFAndCRAndCRLF(place: Place) {
    let found = LineTable(place.bytes).position(ofByte: place.offset)
    #expect(found == (place.line, place.column))
  }

  @Test func countsTheByteBetweenCRAndLFToTheLineThatTheyEnd() {
    #expect(LineTable(Array("a\r\nb".utf8)).position(ofByte: 2) == (1, 3))
  }

  @Test(arguments: [
    ("", 1), ("a", 1), ("a\n", 2), ("\n\n", 3), ("a\rb\r\nc\n", 4), ("\u{FEFF}", 1),
  ])
  func countsLines(text: String, count: Int) {
    #expect(LineTable(Array(text.utf8)).lineCount == count)
  }

  @Test(arguments: [
    ("", 1, 0), ("ab\ncd", 1, 0), ("ab\ncd", 2, 3), ("가\r\n나", 2, 5), ("ab\ncd", 0, 0),
    ("ab\ncd", -5, 0), ("ab\ncd", 3, 3), ("ab\n", 2, 3), ("a", .max, 0),
  ])
  func findsWhereALineBeginsAndStaysInTheFile(text: String, line: Int, offset: Int) {
    #expect(LineTable(Array(text.utf8)).offset(ofLine: line) == offset)
  }

  @Test func keepsOffsetsOutsideTheFileAtItsEnds() {
    let table = LineTable(Array("가\n나다".utf8))
    #expect(table.position(ofByte: -1) == (1, 1))
    #expect(table.position(ofByte: .min) == (1, 1))
    #expect(table.position(ofByte: 1000) == (2, 3))
    #expect(table.position(ofByte: .max) == (2, 3))
  }

  @Test(arguments: [
    (1, 1, 1), (1, 4, 2), (1, 7, 3), (2, 1, 1), (2, 2, 2), (2, 0, 1), (2, -3, 1), (9, 4, 4),
    (0, 0, 1), (2, 1000, 3),
  ])
  func turnsAColumnOfBytesIntoOneOfScalars(line: Int, byteColumn: Int, column: Int) {
    let table = LineTable(Array("가나\nab".utf8))
    #expect(table.column(line: line, byteColumn: byteColumn) == column)
  }

  @Test func givesALocationWithThePath() {
    let location = LineTable(Array("가\n나다".utf8)).location(path: "a/가.md", byte: 7)
    #expect(location == SourceLocation(path: "a/가.md", line: 2, column: 2))
  }

  @Test(arguments: 0..<40)
  func agreesWithAWalkOverRandomBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
      Bool.random(using: &generator)
        ? [0x0A, 0x0D, 0x61, 0x80, 0xBF, 0xC2, 0xEA, 0xF0].randomElement(using: &generator)!
        : UInt8.random(in: 0...255, using: &generator)
    }
    let table = LineTable(bytes)
    let walked = walk(bytes)
    let found = (0...bytes.count).map { Position(table.position(ofByte: $0)) }
    #expect(found == walked)
    #expect(table.lineCount == walked.last!.line)
    for (offset, position) in walked.enumerated() {
      let start = table.offset(ofLine: position.line)
      #expect(start == walked.firstIndex { $0.line == position.line })
      #expect(
        table.column(line: position.line, byteColumn: offset - start + 1) == position.column)
    }
  }

  struct Position: Equatable {
    var line = 1
    var column = 1

    init() {}
    init(_ pair: (line: Int, column: Int)) { (line, column) = pair }
  }

  /// The position of every offset, the end included: the obvious way.
  private func walk(_ bytes: [UInt8]) -> [Position] {
    var here = Position()
    var all = [here]
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x0A || (byte == 0x0D && next != 0x0A) {
        here.line += 1
        here.column = 1
      } else if !(0x80...0xBF).contains(byte) {
        here.column += 1
      }
      all.append(here)
    }
    return all
  }
}
