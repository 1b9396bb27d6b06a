/// A look at the first bytes of lines: whether one may hold a mark that `LineMarks` knows. It is asked
/// of every line of an article, so that nothing is made of those that begin with a word.
enum LineOpening {
  static func mayBeMarked(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count > 1 else { return false }
    let second = line[1]
    let third = line.count > 2 ? line[2] : 0
    if line[line.count - 1] == UInt8(ascii: "}") { return true }
    switch line[0] {
    case UInt8(ascii: "@"): return second == UInt8(ascii: "[")
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return Self.numbers(line)
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "("), 0x09, 0xC2, 0xE1, 0xF0:
      return true
    case UInt8(ascii: "*"):
      // `**굵게**` begins many lines.
      return second != UInt8(ascii: "*") || third == 0x20
    case UInt8(ascii: "+"):
      return second >= 0x80 || second == UInt8(ascii: "-") || second == UInt8(ascii: "[")
    case UInt8(ascii: "["): return Self.mayBeBox(second)
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: "."), UInt8(ascii: "'"), 0x22, UInt8(ascii: "/"), UInt8(ascii: "$"):
      return second == line[0]
    // `import … from`, `export const`
    case UInt8(ascii: "i"): return Self.begins(line, "import ")
    case UInt8(ascii: "e") where second == UInt8(ascii: "x"): return Self.begins(line, "export ")
    case UInt8(ascii: "a")...UInt8(ascii: "h"), UInt8(ascii: "A")...UInt8(ascii: "H"):
      return (second == UInt8(ascii: ".") || second == UInt8(ascii: ")")) && third == 0x20
    case UInt8(ascii: "S"), UInt8(ascii: "s"):
      return second | 0x20 == UInt8(ascii: "t") && third | 0x20 == UInt8(ascii: "e")
    case 0xE2:
      // A quote mark begins a line often; three of them fence nothing.
      let isQuote = second == 0x80 && (0x98...0x9F).contains(third)
      return !isQuote || (line.count > 3 && line[3] == 0xE2)
    case 0xE3:
      // Of Chinese punctuation: a space, 》, and 「 《 【 before a Latin letter.
      guard second == 0x80 else { return true }
      return third == 0x80 || third == 0x8B
        || [0x8A, 0x8C, 0x90].contains(third) && line.count > 3
          && (line[3] < 0x80 || line[3] == 0xEF)
    case 0xEF: return true
    case 0xE4...0xED: return Self.numbersInScript(line)
    default: return false
    }
  }

  private static func begins(_ line: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in line.count > word.count && line.starts(with: word) }
  }

  /// Digits with a sign behind them, or a word that counts.
  private static func numbers(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = 0
    while end < line.count, end < 9, (0x30...0x39).contains(line[end]) { end += 1 }
    guard end < line.count else { return false }
    switch line[end] {
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      return end + 1 < line.count && !(0x30...0x39).contains(line[end + 1])
    case 0x20:
      return end + 1 < line.count
        && (line[end + 1] == UInt8(ascii: ".") || line[end + 1] == UInt8(ascii: ")"))
    case 0xEF, 0xE3: return true
    case 0xEB: return end + 1 < line.count && line[end + 1] == 0x8B  // 단계
    default: return false
    }
  }

  /// `[ ]`, `[x]`, `[!NOTE]`, `[TOC]`
  private static func mayBeBox(_ second: UInt8) -> Bool {
    switch second {
    case 0x20, UInt8(ascii: "!"), UInt8(ascii: "]"), UInt8(ascii: "["), 0xEF, UInt8(ascii: "x"),
      UInt8(ascii: "X"), UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "s"),
      UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "c"):
      true
    default: false
    }
  }

  /// `가. `, `一、`, `第一步`, `첫째`
  private static func numbersInScript(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count > 4 else { return false }
    switch line[3] {
    case UInt8(ascii: "."), UInt8(ascii: ")"): return line[4] == 0x20
    case 0xE3: return line[4] == 0x80 && line.count > 5 && line[5] == 0x81
    case 0xEF: return line[4] == 0xBC
    case 0xEC: return line[4] == 0xA7 && line.count > 5 && line[5] == 0xB8
    default:
      return line[0] == 0xE7 && line[1] == 0xAC && line[2] == 0xAC
        || line[3] == 0xE5 && line[4] == 0x8D
    }
  }
}

extension OriginFile {
  /// Whether one of some lines of the Markdown (from 1) may hold a mark.
  /// - Parameter byteColumn: where the first of them begins.
  func mayBeMarked(_ lines: ClosedRange<Int>, byteColumn: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for number in lines {
        let range = range(ofLine: number)
        var start = range.lowerBound
        if number == lines.lowerBound { start += byteColumn - 1 }
        while start < range.upperBound, Self.isBefore(bytes[start]) { start += 1 }
        guard start < range.upperBound else { continue }
        if LineOpening.mayBeMarked(UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound])) {
          return true
        }
      }
      return false
    }
  }

  /// What stands before the text of a line: spaces and the marks of quotes.
  private static func isBefore(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">")
  }
}
