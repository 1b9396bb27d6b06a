/// Words of the site that are near to one that it does not have.
struct Typos: Sendable {
  /// A word with what it is compared by: its stem, or the keys that type it.
  private struct Candidate: Sendable {
    var word: Units
    var compared: Units
  }

  private let latin: [Candidate]
  private let hangul: [Candidate]
  private let latinStems: Set<Units>
  private let words: SiteWords
  private let analysis: QueryAnalysis

  /// How many of the nearest words are taken.
  private static let nearest = 4

  init(_ words: SiteWords, _ analysis: QueryAnalysis) {
    func others(_ list: [Units]) -> [Units] {
      let known = Set(list)
      return words.knownWords.filter { !known.contains($0) }
    }
    latin = (words.latin + others(words.latin)).map {
      Candidate(word: $0, compared: EnglishStemmer.stem($0))
    }
    latinStems = Set(latin.prefix(words.latin.count).map(\.compared))
    let korean = others(words.hangul).filter { Hangul.parts($0[0]) != nil }
    hangul = (words.hangul + korean).map { Candidate(word: $0, compared: Hangul.keys($0)) }
    self.words = words
    self.analysis = analysis
  }

  func english(_ word: Units) -> [NeedleUnit] {
    let stem = EnglishStemmer.stem(word)
    if words.known.contains(word) || words.known.contains(stem) || word.contains(where: \.isDigit) {
      return []
    }
    let most = word.count < 5 ? 0 : word.count < 9 ? 1 : 2
    if most == 0 { return [] }
    var distance = EditDistance()
    return nearest(latin, atMost: most) { candidate, most in
      let most = candidate.word[0] == word[0] ? most : 1
      return min(
        distance.between(word, candidate.word[...], atMost: most),
        distance.between(stem, candidate.compared[...], atMost: most))
    }.map { .word($0, open: true) }
  }

  func korean(_ word: Units) -> [NeedleUnit] {
    if words.known.contains(word) || word.count < 2 { return [] }
    let keys = Hangul.keys(word)
    var distance = EditDistance()
    return nearest(hangul, atMost: keys.count < 10 ? 1 : 2) { candidate, most in
      let other = candidate.word
      let isAlike = abs(word.count - other.count) < 2
      let near = isAlike ? distance.between(keys, candidate.compared[...], atMost: most) : .max
      if near <= most || other.count <= word.count { return near }
      let head = other[..<word.count]
      if word.count < 3, !words.known.contains(Units(head)) { return near }
      let headKeys = candidate.compared.prefix(Self.keyCount(head))
      return distance.between(keys, headKeys, atMost: most)
    }.map { found in
      .korean(found.count > word.count + 1 ? Units(found.prefix(word.count)) : found, analysis)
    }
  }

  private static func keyCount(_ text: ArraySlice<UInt16>) -> Int { Hangul.keys(text).count }

  /// Words at the smallest distance, up to `most`.
  private func nearest(
    _ candidates: [Candidate], atMost most: Int, _ measure: (Candidate, Int) -> Int
  ) -> [Units] {
    var most = most
    var found: [Units] = []
    for candidate in candidates {
      let far = measure(candidate, most)
      if far > most || far == 0 { continue }
      if far < most { found = [] }
      most = far
      found.append(candidate.word)
    }
    return Array(words.best(found).prefix(Self.nearest))
  }

  /// Two words of the site that were typed as one.
  func apart(_ word: Units) -> [NeedleUnit] {
    stride(from: 2, through: word.count - 2, by: 1).compactMap { at in
      let (left, right) = (Units(word[..<at]), Units(word[at...]))
      guard words.isFrequent(left) else { return nil }
      guard
        words.isFrequent(right)
          || right.count > 3 && latinStems.contains(EnglishStemmer.stem(right))
      else { return nil }
      return .word(word, splits: [[.word(left), .word(right)]])
    }
  }
}
