/// The parts of a word that pages have, where none has the word: 市价单手滑, 휴면계정풀기.
struct WordParts {
  let guesses: Guesses
  let planner: QueryPlanner

  /// What a part counts that is no word of the site's subject.
  private static let unknownShare = 0.4

  /// Characters of a part.
  private static func sizes(_ kind: TokenKind) -> ClosedRange<Int> {
    kind == .word ? 3...14 : 2...6
  }

  /// The best parts, or none. A query of nothing else must hold a word that is known.
  func parts(of whole: Concept, isAlone: Bool) -> [Concept] {
    let text = whole.text
    let sizes = Self.sizes(whole.kind)
    guard text.count >= sizes.lowerBound + 2 else { return [] }
    // The best parts of the text up to each place: known ones, long ones, few.
    var best: [(worth: Int, parts: [Concept])] = [(0, [])]
    for end in 1...text.count {
      best.append(best[end - 1])
      for size in sizes where size <= end {
        let piece = Units(text[(end - size)..<end])
        let isKnown = isKnown(piece)
        let before = best[end - size]
        let worth = before.worth + size * (isKnown ? 2 : 1) - 1
        // Pairs of characters are in files that are here already; other words must be on the list. What alone has
        // found nothing finds nothing again.
        guard worth > best[end].worth, !guesses.analysis.stop.contains(piece),
          !isAlone || size < text.count,
          whole.kind == .han || isKnown || guesses.words.isFrequent(piece)
        else { continue }
        let part = part(piece, of: whole, isKnown: isKnown)
        if !part.ways.isEmpty { best[end] = (worth, before.parts + [part]) }
      }
    }
    let parts = best[text.count].parts
    let covers = parts.reduce(0) { $0 + $1.text.count } * 2 >= text.count
    return covers && (!isAlone || parts.contains { isKnown($0.text) }) ? parts : []
  }

  private func isKnown(_ piece: Units) -> Bool {
    (guesses.words.known.contains(piece) || planner.synonyms[piece] != nil)
      && !guesses.analysis.weak.contains(piece)
  }

  private func part(_ piece: Units, of whole: Concept, isKnown: Bool) -> Concept {
    let part = Concept(
      partOf: whole, piece, weight: isKnown ? whole.weight : whole.weight * Self.unknownShare)
    let unit =
      switch whole.kind {
      case .han: NeedleUnit.han(piece)
      case .hangul: NeedleUnit.korean(piece, guesses.analysis)
      case .word: NeedleUnit.word(piece)
      }
    planner.meet(part, [unit], 0.8)
    if let others = planner.synonyms[piece] { planner.addPhrases(others, to: [part]) }
    return part
  }
}
