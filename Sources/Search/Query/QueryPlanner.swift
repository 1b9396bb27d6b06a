/// Turns queries into plans. `planner` in Templates/assets/search/core.js does the same.
///
/// 1. The query is folded and split into tokens.
/// 2. Tokens become concepts; courtesy and bare endings are dropped.
/// 3. Each concept is asked for as it stands, with its neighbour as one word, and by its synonyms.
/// 4. What the index does not know is guessed at.
struct QueryPlanner {
  let analysis: QueryAnalysis
  let scores: NeedleScores
  let synonyms: QuerySynonyms
  let guesses: Guesses
  /// Whether the index is one file.
  let isSmall: Bool

  enum Most {
    static let words = 24
    static let concepts = 10
    static let synonyms = 12
  }

  /// What a word counts that says little.
  private static let weakWeight = 0.4

  /// - Parameter inParts: Whether words are also looked for in parts.
  func plan(_ query: String, inParts: Bool) -> QueryPlan {
    let folded = analysis.folding.fold(query)
    let list = tokens(query, folded)
    var concepts = Array(self.concepts(of: list).prefix(Most.concepts))
    let dropped = folded.count > 2 && list.indices.contains { isDropped(list, $0, concepts) }
    for concept in concepts { concept.exact = meet(concept, [unit(of: concept)], 1).exact }
    joinNeighbours(list, concepts)
    addSynonyms(list, concepts)
    if inParts || concepts.contains(where: { isUnclear($0, isAlone: concepts.count == 1) }) {
      guesses.guess(&concepts, with: self, inParts: inParts)
    }
    // Of a long piece of a sentence, the better part is enough.
    for concept in concepts where dropped && concept.kind == .han && concept.text.count > 4 {
      meet(concept, [.han(concept.text, free: analysis.hanFree, loose: true)], 0.5)
    }
    if dropped, concepts.allSatisfy({ $0.weight < 1 && !$0.verbal && !$0.isPhrase }) {
      concepts = []
    }
    var phrase: Needle = []
    if let first = concepts.first, let last = concepts.last {
      let range = list[first.first].range.lowerBound..<list[last.last].range.upperBound
      phrase = NeedleUnit.phrase(Units(folded[range]), analysis)
    }
    let isSentence = dropped || concepts.contains { $0.verbal || $0.isPart } || list.count > 4
    return QueryPlan(folded: folded, concepts: concepts, phrase: phrase, isSentence: isSentence)
  }

  private func tokens(_ query: String, _ folded: Units) -> [QueryToken] {
    let typed = Units(query.compatibilityComposed.utf16)
    return QueryToken.tokens(folded).prefix(Most.words).map { token in
      var token = token
      if typed.count == folded.count { token.raw = Units(typed[token.range]) }
      return token
    }
  }

  /// Whether no concept stands for a token, or not for all of it.
  private func isDropped(_ list: [QueryToken], _ at: Int, _ concepts: [Concept]) -> Bool {
    if list[at].kind == .han {
      return !analysis.pieces(of: list[at].text).joined().elementsEqual(list[at].text)
    }
    return !concepts.contains { $0.first <= at && $0.last >= at }
  }

  private func isUnclear(_ concept: Concept, isAlone: Bool) -> Bool {
    if concept.ways.isEmpty { return true }
    if isSmall { return concept.kind != .han }
    switch concept.kind {
    case .word: return !concept.exact && !concept.spelled && guesses.pinyin != nil
    case .hangul: return isAlone && (concept.found?.documents ?? 0) < 10
    case .han: return false
    }
  }

  private func unit(of concept: Concept) -> NeedleUnit {
    switch concept.kind {
    case .han: return .han(concept.text, free: analysis.hanFree)
    case .hangul: return .korean(concept.text, analysis)
    case .word:
      let chain = concept.chain.isEmpty ? Self.wordAndNumber(concept.text) : concept.chain
      let last = chain.count - 1
      let parts = chain.enumerated().map {
        NeedleUnit.word($1, open: concept.open && $0 == last)
      }
      return .word(concept.text, open: concept.open, splits: parts.isEmpty ? [] : [parts])
    }
  }

  /// The parts of letters with a number, which may stand apart: ISO 27001 for iso27001.
  private static func wordAndNumber(_ text: Units) -> [Units] {
    guard let place = text.indices.dropFirst().first(where: { text[$0].isDigit != text[0].isDigit })
    else { return [] }
    let parts = [text[..<place], text[place...]]
    let isPlain = parts.allSatisfy { part in
      part.allSatisfy { part.first!.isDigit ? $0.isDigit : $0.isSmallLetter }
    }
    return isPlain ? parts.map(Units.init) : []
  }
}

extension QueryPlanner {
  private func concepts(of list: [QueryToken]) -> [Concept] {
    var concepts: [Concept] = []
    for (at, token) in list.enumerated() {
      if token.kind == .han {
        let run = Units(token.text.prefix(Most.words))
        for piece in analysis.pieces(of: run, alone: list.count == 1) {
          concepts.append(Concept(.han, piece, first: at, last: at, weight: weight(piece)))
        }
        continue
      }
      let text = analysis.bare(token.kind, token.text)
      if saysNothing(token, text, at, list) { continue }
      let isLast = at == list.count - 1
      if let last = concepts.last, isJoined(token, text, at, to: last) {
        last.join(text, at: at, open: isLast)
      } else {
        concepts.append(concept(token, text, at, list))
      }
    }
    return concepts
  }

  private func weight(_ text: Units, isWeak: Bool = false) -> Double {
    isWeak || analysis.weak.contains(text) ? Self.weakWeight : 1
  }

  private func follows(_ at: Int, _ list: [QueryToken]) -> Bool {
    list[at].gap == .none && at > 0 && list[at - 1].kind == .word
  }

  /// Courtesy, and an ending by itself or behind a word of another script.
  private func saysNothing(_ token: QueryToken, _ text: Units, _ at: Int, _ list: [QueryToken])
    -> Bool
  {
    let isEnding = analysis.stemmer.isEnding(token.text[...])
    if token.kind == .hangul, follows(at, list), isEnding { return true }
    guard list.count > 1 || text.count > 1 else { return false }
    return analysis.stop.contains(token.text) || analysis.stop.contains(text)
      || token.text.count > 1 && isEnding
  }

  /// Whether a word continues the one before: two-factor, 1588 5682.
  private func isJoined(_ token: QueryToken, _ text: Units, _ at: Int, to last: Concept) -> Bool {
    guard token.kind == .word, last.kind == .word, last.last == at - 1 else { return false }
    switch token.gap {
    case .link: return token.link.map { !Units("/&+").contains($0) } ?? true
    case .space: return last.text.areDigits && text.areDigits
    default: return false
    }
  }

  private func concept(_ token: QueryToken, _ text: Units, _ at: Int, _ list: [QueryToken])
    -> Concept
  {
    let isKorean = token.kind == .hangul
    let ending = Units(token.text.dropFirst(text.count))
    let verbal =
      isKorean && analysis.endings.contains(ending) && !analysis.nounVerbs.contains(ending[0])
    let isCounter =
      isKorean && follows(at, list) && list[at - 1].text.allSatisfy { $0.isDigit || $0 == 0x2E }
    let isWeak = verbal || isCounter || analysis.weak.contains(token.text)
    let isLast = at == list.count - 1
    return Concept(
      token, text, at: at, weight: weight(text, isWeak: isWeak),
      open: isLast && !(text.areDigits && text.count <= 3), verbal: verbal)
  }
}
