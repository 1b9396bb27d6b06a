/// The terms of folded text, each with how much an occurrence counts.
///
/// Words as they stand; compounds such as `two-factor` also joined; Korean stems and the nouns inside them; Chinese
/// bigrams, and the last character of a run alone, so that every character begins a term.
struct TermExtractor: Sendable {
  private let stemmer: KoreanStemmer
  private(set) var terms = TermTable()
  /// Words and Korean words as they stand, and what each gives: the terms' numbers, the first in full.
  private var surfaces = TermTable()
  private var termsOfSurface: [[Int32]] = []
  private var bigrams: [UInt32: Int32] = [:]

  /// A word longer than this is cut: nobody types it, and it may be a key in a code block.
  static let longestWord = 32
  /// What a noun inside a compound counts.
  static let innerShare: Float = 0.5

  init(_ rules: SearchRules) { stemmer = KoreanStemmer(rules) }

  /// A term in a text, and how much it counts there.
  struct Occurrence: Sendable {
    var term: Int32
    var share: Float
  }

  /// Adds the terms of a text.
  mutating func extract(_ text: [UInt16], into found: inout [Occurrence]) {
    let tokens = Tokenizer.tokens(text)
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .han: extractHan(text[token.range], &found)
      case .hangul:
        let followsWord =
          token.gap == .none && index > 0 && tokens[index - 1].kind == .word
        if followsWord, stemmer.isEnding(text[token.range]) { continue }
        extractSurface(text[token.range], hangul: true, &found)
      case .word:
        extractSurface(word(text, token), hangul: false, &found)
        extractChain(tokens, index, text, &found)
      }
    }
  }

  private func word(_ text: [UInt16], _ token: Token) -> ArraySlice<UInt16> {
    let units = token.hasCommas ? text[token.range].filter { $0 != 0x2C }[...] : text[token.range]
    return units.prefix(Self.longestWord)
  }

  private mutating func extractSurface(
    _ units: ArraySlice<UInt16>, hangul: Bool, _ found: inout [Occurrence]
  ) {
    let surface = surfaces.number(units)
    if surface == termsOfSurface.count {
      termsOfSurface.append(hangul ? koreanTerms(units) : [Int32(terms.number(units))])
    }
    var share: Float = 1
    for term in termsOfSurface[surface] {
      found.append(Occurrence(term: term, share: share))
      share = Self.innerShare
    }
  }

  private mutating func koreanTerms(_ word: ArraySlice<UInt16>) -> [Int32] {
    let stem = word.prefix(stemmer.stemLength(word)).prefix(Self.longestWord)
    var numbers = [Int32(terms.number(stem))]
    for start in stemmer.innerStarts(stem).map(Array.init) ?? [] {
      numbers.append(Int32(terms.number(stem.dropFirst(start))))
    }
    return numbers
  }

  /// The word and up to three that marks join to it, as one: erc20 for `ERC-20`; digits also across a space.
  private mutating func extractChain(
    _ tokens: [Token], _ index: Int, _ text: [UInt16], _ found: inout [Occurrence]
  ) {
    var joined: [UInt16] = []
    for next in tokens[(index + 1)...].prefix(3) {
      guard next.kind == .word, next.gap == .link || isNumberGroup(text, next, after: tokens[index])
      else { break }
      if joined.isEmpty { joined = Array(word(text, tokens[index])) }
      joined += word(text, next)
      guard joined.count <= Self.longestWord else { break }
      found.append(Occurrence(term: Int32(terms.number(joined[...])), share: 1))
    }
  }

  private func isNumberGroup(_ text: [UInt16], _ token: Token, after first: Token) -> Bool {
    token.gap == .space && first.range.count >= 2 && token.range.count >= 3
      && (text[first.range] + text[token.range]).allSatisfy { 0x30...0x39 ~= $0 }
  }

  private mutating func extractHan(_ run: ArraySlice<UInt16>, _ found: inout [Occurrence]) {
    for index in run.indices {
      let isLast = index + 1 == run.endIndex
      let second = isLast ? 0 : run[index + 1]
      let key = UInt32(run[index]) << 16 | UInt32(second)
      if let number = bigrams[key] {
        found.append(Occurrence(term: number, share: 1))
      } else {
        let number = Int32(terms.number(run[index..<(isLast ? index + 1 : index + 2)]))
        bigrams[key] = number
        found.append(Occurrence(term: number, share: 1))
      }
    }
  }
}
