/// A field of a document made ready for needles: folded, with its tokens.
struct FieldText: Sendable {
  /// A token; its text is a stretch of the field's units.
  struct Word: Sendable {
    var kind: TokenKind
    var gap: TokenGap
    var start: Int32
    var end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// UTF-16 units of the text as it stands.
  let length: Int
  /// The folded text, and behind it the numbers that have commas, without these.
  let units: Units
  private let foldedLength: Int
  let words: [Word]
  /// A few bits for every character: most needles' first characters stand nowhere in a field.
  private var characters = [UInt64](repeating: 0, count: 32)

  init(_ text: String, _ analysis: QueryAnalysis) {
    let folded = analysis.folding.foldShown(text)
    length = text.utf16.count
    foldedLength = folded.count
    var units = folded
    words = Tokenizer.tokens(folded).map { token in
      var range = token.range
      if token.hasCommas {
        let before = units.count
        units += folded[token.range].filter { $0 != 0x2C }
        range = before..<units.count
      }
      return Word(
        kind: token.kind, gap: token.gap, start: Int32(range.lowerBound),
        end: Int32(range.upperBound))
    }
    self.units = units
    for unit in folded { characters[Int(unit & 31)] |= 1 << UInt64(unit >> 5 & 63) }
  }

  var folded: ArraySlice<UInt16> { units[..<foldedLength] }

  /// The length of the longest line of the folded text that stands in another.
  func longestLine(in text: Units) -> Int {
    folded.split(separator: 0x0A).filter {
      $0.count <= text.count && text[...].firstPlace(of: Units($0)) != nil
    }
    .map(\.count).max() ?? 0
  }

  /// Whether a character may stand in the text; `false` is certain.
  func mayHold(_ unit: UInt16) -> Bool {
    characters[Int(unit & 31)] >> UInt64(unit >> 5 & 63) & 1 == 1
  }

  /// Whether a needle may stand in the text, by the character that it begins with.
  func mayHold(_ needle: Needle) -> Bool {
    guard let first = needle.first else { return false }
    if needle.count == 1, first.kind == .han { return true }
    return first.text.first.map(mayHold) ?? true
  }

  func text(_ word: Int) -> ArraySlice<UInt16> { units[words[word].range] }

  /// Whether a token of a kind stands there and follows the one before closely.
  func continues(_ word: Int, _ kind: TokenKind) -> Bool {
    word < words.count && words[word].kind == kind && words[word].gap != .apart
  }
}
