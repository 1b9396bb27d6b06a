/// Takes particles and endings off Korean words; at least two syllables stay, or a noun of one.
struct KoreanStemmer: Sendable {
  private var endings: Set<[UInt16]>
  private var kept: Set<[UInt16]>
  private var short: Set<UInt16>
  private var prefixes: Set<UInt16>
  private var longest: Int

  init(_ rules: SearchRules) {
    func words(_ text: String) -> [[UInt16]] { text.split(separator: " ").map { Array($0.utf16) } }
    endings = Set(words(rules.particles) + words(rules.endings))
    kept = Set(words(rules.kept))
    short = Set(words(rules.short).compactMap { $0.count == 1 ? $0[0] : nil })
    prefixes = Set(words(rules.prefixes).compactMap { $0.count == 1 ? $0[0] : nil })
    longest = endings.map(\.count).max() ?? 0
  }

  /// How many syllables of a word are its stem.
  func stemLength(_ word: ArraySlice<UInt16>) -> Int {
    var length = word.count
    for _ in 0..<3 {
      let shorter = strippedLength(word.prefix(length))
      if shorter == length { break }
      length = shorter
    }
    return length
  }

  private func strippedLength(_ word: ArraySlice<UInt16>) -> Int {
    let length = word.count
    let first = word.startIndex
    if length >= 2, isKept(word) { return length }
    var size = min(longest, length - 1)
    while size > 0 {
      let rest = length - size
      if rest >= 2 || short.contains(word[first]),
        endings.contains(Array(word[(first + rest)...]))
      {
        return rest
      }
      size -= 1
    }
    return length
  }

  /// Whether the word ends in a noun that must not be cut.
  private func isKept(_ word: ArraySlice<UInt16>) -> Bool {
    for size in 2...4 where word.count >= size {
      if kept.contains(Array(word.suffix(size))) { return true }
    }
    return false
  }

  /// Whether the token, right behind a word of another script, is only its particle: `OTP를`.
  func isEnding(_ word: ArraySlice<UInt16>) -> Bool { endings.contains(Array(word)) }

  /// Whether a syllable is a noun, so that a stem may be it alone.
  func isShort(_ syllable: UInt16) -> Bool { short.contains(syllable) }

  /// Whether a syllable before a noun leaves it the same noun.
  func isPrefix(_ syllable: UInt16) -> Bool { prefixes.contains(syllable) }

  /// Where in a stem, beside its start, a noun may begin that readers look for: after two syllables
  /// (본인인증), or after a syllable such as 재 (재인증). At least two syllables follow.
  func innerStarts(_ stem: ArraySlice<UInt16>) -> ClosedRange<Int>? {
    let last = stem.count - 2
    let first = stem.count > 2 && prefixes.contains(stem[stem.startIndex]) ? 1 : 2
    return first <= last ? first...min(last, 12) : nil
  }
}
