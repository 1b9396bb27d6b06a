/// What a language's queries and texts are split by: the rules of its index, made ready. A class, because every step
/// hands it on.
final class QueryAnalysis: Sendable {
  /// As the browser folds: variants only of those characters that the site uses.
  let folding: Folding
  let stemmer: KoreanStemmer
  /// What people say without meaning it.
  let stop: Set<Units>
  /// What says little.
  let weak: Set<Units>
  /// Endings of verbs alone, without particles.
  let endings: Set<Units>
  /// Chinese courtesy, the longest first, and the words that only look as if they held it.
  let hanStop: [Units]
  let hanKept: [Units]
  private let hanCourtesy: Set<Units>
  let hanFree: Set<UInt16>
  let nounVerbs: Set<UInt16>

  init(language: String, rules: SearchRules, characters: Set<UInt16>) {
    func words(_ text: String) -> [Units] { text.split(separator: " ").map { Units($0.utf16) } }
    folding = language == "zh" ? Folding(simplifiesTo: characters) : Folding(simplifies: false)
    stemmer = KoreanStemmer(rules)
    stop = Set(words(rules.stop))
    weak = Set(words(rules.weak))
    endings = Set(words(rules.endings))
    hanStop = words(rules.hanStop)
    hanKept = words(rules.hanKept)
    hanCourtesy = Set(hanStop)
    hanFree = Set(rules.hanFree.utf16)
    nounVerbs = Set(rules.nounVerbs.utf16)
  }

  /// A Korean word without particles and endings.
  func koreanStem(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    word.prefix(stemmer.stemLength(word))
  }

  /// A token as the index has it: a Korean word without its ending.
  func bare(_ kind: TokenKind, _ text: Units) -> Units {
    kind == .hangul ? Units(koreanStem(text[...])) : text
  }

  /// The pieces of a Chinese run that say something.
  /// - Parameter alone: Whether the run is the whole query; then a single character is a piece.
  func pieces(of run: Units, alone: Bool = false) -> [Units] {
    if hanCourtesy.contains(run) { return [] }
    let rest = run.count < 3 ? [run] : withoutCourtesy(run)
    let pieces = rest.filter { $0.count > 1 }
    return !pieces.isEmpty || !alone && run.count > 1 ? pieces : rest
  }

  /// A run cut at its courtesy.
  private func withoutCourtesy(_ run: Units) -> [Units] {
    var pieces: [Units] = []
    var piece: Units = []
    var at = 0
    while at < run.count {
      if let kept = hanKept.first(where: { run.holds($0, at: at) }) {
        piece += kept
        at += kept.count
      } else if let courtesy = hanStop.first(where: { run.holds($0, at: at) }) {
        if !piece.isEmpty { pieces.append(piece) }
        piece = []
        at += courtesy.count
      } else {
        piece.append(run[at])
        at += 1
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}

/// A token of a query.
struct QueryToken: Sendable {
  var kind: TokenKind
  var gap: TokenGap
  /// Without the commas of numbers.
  var text: Units
  /// Its place in the folded query.
  var range: Range<Int>
  /// As it was typed, capitals and all; `nil` when folding changed the query's length.
  var raw: Units?
  /// What stands before it.
  var link: UInt16?

  static func tokens(_ folded: Units) -> [QueryToken] {
    Tokenizer.tokens(folded).map { token in
      let units = folded[token.range]
      return QueryToken(
        kind: token.kind, gap: token.gap,
        text: token.hasCommas ? units.filter { $0 != 0x2C } : Units(units), range: token.range,
        link: token.range.lowerBound > 0 ? folded[token.range.lowerBound - 1] : nil)
    }
  }
}
