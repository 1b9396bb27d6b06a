import Foundation

/// How concepts come by their ways.
extension QueryPlanner {
  @discardableResult
  func meet(_ concept: Concept, _ needle: Needle, _ boost: Double) -> Found {
    let found = scores.all(needle)
    concept.meet(needle, found, boost: boost)
    return found
  }

  /// Neighbours that may be one word on the page: white list, 로그 인, tx id.
  func joinNeighbours(_ list: [QueryToken], _ concepts: [Concept]) {
    for (at, (token, next)) in zip(list, list.dropFirst()).enumerated() {
      guard next.kind == token.kind, next.kind != .han, next.gap != .apart else { continue }
      let involved = concepts.filter {
        $0.chain.isEmpty && ($0.first == at || $0.first == at + 1)
      }
      if involved.isEmpty { continue }
      let text = token.text + analysis.bare(next.kind, next.text)
      let needle =
        token.kind == .word
        ? [NeedleUnit.word(text, open: at + 2 == list.count)] : [NeedleUnit.start(text)]
      let found = scores.all(needle)
      guard found.exact || involved.count > 1 else { continue }
      for concept in involved { concept.meet(needle, found, boost: 0.9) }
    }
  }

  func addSynonyms(_ list: [QueryToken], _ concepts: [Concept]) {
    for size in stride(from: min(4, list.count), to: 0, by: -1) {
      for at in 0...(list.count - size) {
        let involved = concepts.filter { $0.first >= at && $0.last < at + size }
        guard !involved.allSatisfy(\.spelled),
          let others = synonyms[QuerySynonyms.key(list[at..<(at + size)], analysis)]
        else { continue }
        addPhrases(others, to: involved)
        // Weak words that have a meaning together: 어디로 문의.
        if size > 1 { for concept in involved { concept.isPhrase = true } }
      }
    }
    for concept in concepts where concept.kind == .han {
      if let own = synonyms[concept.text] {
        if !concept.spelled { addPhrases(own, to: [concept]) }
      } else {
        for unit in partsReplaced(concept.text) { meet(concept, [unit], 0.6) }
      }
    }
  }

  /// A longer piece of Chinese with another word for the longest part that has one.
  private func partsReplaced(_ text: Units) -> [NeedleUnit] {
    guard text.count > 3 else { return [] }
    for size in stride(from: min(6, text.count - 1), to: 1, by: -1) {
      for at in 0...(text.count - size) {
        let part = Units(text[at..<(at + size)])
        let others = (synonyms[part] ?? []).filter(\.isHan)
        guard !others.isEmpty, let place = text.firstPlace(of: part) else { continue }
        return others.prefix(6).map { other in
          let replaced = text[..<place] + other.text + text[(place + size)...]
          return .han(Units(replaced), free: analysis.hanFree)
        }
      }
    }
    return []
  }

  func addPhrases(_ others: [QuerySynonyms.Word], to involved: [Concept]) {
    var seen = Set<Units>()
    let needles = others.filter { seen.insert($0.text).inserted }.prefix(Most.synonyms)
      .map(\.needle).filter { !$0.isEmpty }
    let found = needles.map(scores.all)
    for concept in involved {
      concept.spelled = true
      for (needle, found) in zip(needles, found) { concept.meet(needle, found, boost: 0.6) }
    }
  }
}

/// Synonyms by what they are recognised by.
struct QuerySynonyms: Sendable {
  struct Word: Sendable {
    /// As the content writes it.
    var text: Units
    var needle: Needle
    /// Whether it is Chinese, two characters or more.
    var isHan: Bool
  }

  private var groups: [Units: [Word]] = [:]

  /// - Parameter synonyms: Those that the index tells the browser.
  init(_ synonyms: [SearchSynonyms], _ analysis: QueryAnalysis) {
    for group in synonyms {
      let words = group.to.map { word in
        let text = Units(word.utf16)
        return Word(
          text: text, needle: NeedleUnit.phrase(word, analysis),
          isHan: text.count > 1 && text.allSatisfy { 0x3400...0x9FFF ~= $0 })
      }
      for word in group.from {
        let tokens = QueryToken.tokens(analysis.folding.fold(word))
        let key = Self.key(tokens[...], analysis)
        let text = Units(word.utf16)
        if !key.isEmpty { groups[key, default: []] += words.filter { $0.text != text } }
      }
    }
  }

  subscript(key: Units) -> [Word]? { groups[key] }

  /// By which a phrase is recognised however it is spaced and inflected.
  static func key(_ tokens: ArraySlice<QueryToken>, _ analysis: QueryAnalysis) -> Units {
    tokens.reduce(into: []) { key, token in
      key +=
        token.kind == .word
        ? EnglishStemmer.stem(token.text) : analysis.bare(token.kind, token.text)
    }
  }
}
