/// What kind of characters a token is made of.
enum TokenKind: UInt8, Sendable {
  /// Letters and digits of scripts that write words apart.
  case word = 1
  case hangul, han
}

/// How a token follows the one before it.
enum TokenGap: UInt8, Sendable {
  /// Nothing between: the script changes, as in `KYC인증`.
  case none
  /// One mark that joins words and numbers: `two-factor`, `1588-5682`.
  case link
  /// White space alone.
  case space
  /// Anything else, or the start.
  case apart
}

/// A stretch of folded text.
struct Token: Sendable {
  var kind: TokenKind
  var gap: TokenGap
  var range: Range<Int>
  /// Whether the text holds commas that are not part of the term: `1,000`.
  var hasCommas = false
}

/// Splits folded text into tokens. Templates/assets/search/text.js does the same.
enum Tokenizer {
  static func tokens(_ text: [UInt16]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 4)
    text.withUnsafeBufferPointer { units in
      classes.withUnsafeBufferPointer { classes in
        var at = 0
        var last = -1  // where the token before ends
        while at < units.count {
          let kind = classes[Int(units[at])]
          guard kind != 0 else {
            at += 1
            continue
          }
          let start = at
          var commas = false
          at = end(of: kind, from: at, units, classes)
          if kind == TokenKind.word.rawValue {
            at = extendNumber(start, at, units, classes, &commas)
          }
          tokens.append(
            Token(
              kind: TokenKind(rawValue: kind)!,
              gap: last < 0 ? .apart : gap(units, last, start), range: start..<at,
              hasCommas: commas))
          last = at
        }
      }
    }
    return tokens
  }

  private static func end(
    of kind: UInt8, from start: Int, _ units: UnsafeBufferPointer<UInt16>,
    _ classes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var at = start + 1
    while at < units.count, classes[Int(units[at])] == kind { at += 1 }
    return at
  }

  /// A number goes on behind a decimal point, and behind a comma with three digits: 0.05; 1,000.
  private static func extendNumber(
    _ start: Int, _ end: Int, _ units: UnsafeBufferPointer<UInt16>,
    _ classes: UnsafeBufferPointer<UInt8>, _ commas: inout Bool
  ) -> Int {
    var end = end
    guard areDigits(units[start..<end]) else { return end }
    while end + 1 < units.count, units[end] == 0x2E || units[end] == 0x2C {
      guard classes[Int(units[end + 1])] == TokenKind.word.rawValue else { break }
      let next = self.end(of: TokenKind.word.rawValue, from: end + 1, units, classes)
      guard areDigits(units[(end + 1)..<next]) else { break }
      if units[end] == 0x2C {
        guard next - end == 4 else { break }
        commas = true
      }
      end = next
    }
    return end
  }

  private static func areDigits(_ units: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
    for unit in units where unit < 0x30 || unit > 0x39 { return false }
    return true
  }

  private static func gap(
    _ units: UnsafeBufferPointer<UInt16>, _ from: Int, _ to: Int
  ) -> TokenGap {
    if from == to { return .none }
    if to == from + 1, isLink(units[from]) { return .link }
    for index in from..<to where !isSpace(units[index]) { return .apart }
    return .space
  }

  /// `-`, `_`, `.`, `/`, `@`, `'`, `’`, `:`, `+`, `&`, and the hyphens of Unicode.
  private static func isLink(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2D, 0x5F, 0x2E, 0x2F, 0x40, 0x27, 0x2019, 0x3A, 0x2B, 0x26, 0x2010...0x2013: true
    default: false
    }
  }

  private static func isSpace(_ unit: UInt16) -> Bool { unit == 0x20 || 9...13 ~= unit }

  /// The `TokenKind` of every UTF-16 unit; 0 for what stands between tokens.
  private static let classes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    let ranges: [(ClosedRange<Int>, TokenKind)] = [
      (0x30...0x39, .word), (0x61...0x7A, .word), (0xDF...0xF6, .word), (0xF8...0x1FF, .word),
      (0x200...0x10FF, .word), (0x1100...0x11FF, .hangul),
      (0x1E00...0x1FFF, .word), (0x3041...0x30FF, .word), (0x3400...0x9FFF, .han),
      (0x3005...0x3005, .han), (0xAC00...0xD7A3, .hangul), (0xF900...0xFAFF, .han),
    ]
    for (range, kind) in ranges {
      for unit in range { table[unit] = kind.rawValue }
    }
    table[0x30FB] = 0  // the middle dot between Japanese words
    return table
  }()
}
