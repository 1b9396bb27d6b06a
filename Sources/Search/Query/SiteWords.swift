/// The frequent words of a site, by script, and those that are spelled correctly in any case.
struct SiteWords: Sendable {
  private(set) var latin: [Units] = []
  private(set) var hangul: [Units] = []
  /// Pairs of characters.
  private(set) var han: [Units] = []
  let known: Set<Units>
  /// `known` in order.
  let knownWords: [Units]
  private var levels: [Units: UInt8] = [:]

  /// For a word that is only known.
  private static let lowestLevel: UInt8 = 96

  init(_ prepared: PreparedIndex, _ analysis: QueryAnalysis) {
    let correct = analysis.folding.fold(prepared.index.knownWords)
    var seen = Set<Units>()
    knownWords = correct.split(separator: 0x20).map { Units($0) }
      .filter { seen.insert($0).inserted }
    known = seen
    for entry in prepared.shards.lexicon.entries {
      let word = Units(entry.term.utf16)
      levels[word] = entry.level
      if word[0] < 0x3400 {
        latin.append(word)
      } else if Hangul.parts(word[0]) != nil {
        hangul.append(word)
      } else {
        han.append(word)
      }
    }
  }

  func isFrequent(_ word: some Sequence<UInt16>) -> Bool { levels[Units(word)] != nil }

  /// How frequent a word is.
  func level(_ word: Units) -> UInt8 { levels[word] ?? Self.lowestLevel }

  /// The most frequent first.
  func best(_ words: [Units]) -> [Units] {
    words.map { (word: $0, level: level($0)) }
      .sorted { $0.level == $1.level ? $0.word.isBefore($1.word) : $0.level > $1.level }
      .map(\.word)
  }
}
