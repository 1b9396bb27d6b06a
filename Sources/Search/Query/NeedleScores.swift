import Foundation

/// What the index says of a needle.
struct Found {
  /// By document. Of the same width as in the browser, so that equal pages stay equal.
  var scores: [Float]
  /// How many documents have a score.
  var documents: Int
  /// Whether a term is the text itself.
  var exact: Bool
  /// The rarer what was found, the more it says.
  var rarity: Double
}

extension Found {
  /// What a page gains that says the same in two ways.
  private static let also = 0.3

  /// Adds what another way of finding gives: the better of both, with a part of the other where that leaves room below
  /// `most`.
  mutating func add(_ other: [Float], boost: Double, most: Double = 0) {
    documents = 0
    for at in scores.indices {
      let value = Double(scores[at])
      let more = Double(other[at]) * boost
      let best = max(value, more)
      if best > 0 { documents += 1 }
      if more > 0 {
        let room = most > best ? min(value, more) * (1 - best / most) * Self.also : 0
        scores[at] = Float(best + room)
      }
    }
  }
}

/// Asks the terms of an index for needles. `store.js` in Templates/assets/search does the same.
struct NeedleScores: Sendable {
  let shards: TermShards
  let count: Int

  /// Documents that have all the units; whether these follow each other, their texts say.
  func all(_ needle: Needle) -> Found {
    guard let head = needle.first else { return summary([Float](repeating: 0, count: count)) }
    let first = scores(of: head)
    if needle.count == 1 { return first }
    var score = first.scores
    for unit in needle.dropFirst() {
      let other = scores(of: unit).scores
      for at in score.indices { score[at] = min(score[at], other[at]) }
    }
    return summary(score)
  }

  private func scores(of unit: NeedleUnit) -> Found {
    if unit.kind == .han { return hanScores(unit) }
    var found = scores(ranges(of: unit)) { term in
      if term.elementsEqual(unit.text) { return 1 }
      if unit.kind != .word || EnglishStemmer.stem(term) == unit.root { return 0.85 }
      return unit.open && term.starts(with: unit.text) ? 0.7 : 0
    }
    for split in unit.splits { found.add(all(split).scores, boost: 0.9) }
    return found
  }

  private func ranges(of unit: NeedleUnit) -> [TermRange] {
    guard unit.kind == .word else { return unit.ranges }
    // A short word is looked up by itself: kyc would load all of kyc1001.
    let isLong = unit.text.count > 3 && !unit.text.contains { $0.isDigit }
    if unit.open || isLong { return [.beginning(with: unit.root)] }
    return [.only(unit.text), .only(unit.text + Units("s"))]
  }

  private func hanScores(_ unit: NeedleUnit) -> Found {
    if unit.pairs.isEmpty { return scores([.beginning(with: unit.text)]) { _ in 1 } }
    var masks = [Int32](repeating: 0, count: count)
    var sums = [Double](repeating: 0, count: count)
    for (bit, pair) in unit.pairs.enumerated() {
      let bits: Int32 = 3 &<< Int32(truncatingIfNeeded: bit)
      let found = scores([.only(pair)]) { _ in 1 }
      guard found.documents > 0 else { continue }
      for (at, score) in found.scores.enumerated() where score > 0 {
        masks[at] |= bits
        sums[at] += Double(score)
      }
    }
    return summary(
      (0..<count).map { at in
        unit.isCovered(by: masks[at]) ? Float(sums[at] / Double(unit.pairs.count)) : 0
      })
  }

  /// How much every document is about what the terms of the ranges stand for; `factor` is what a term counts.
  private func scores(_ ranges: [TermRange], factor: (ArraySlice<UInt16>) -> Double) -> Found {
    var score = [Float](repeating: 0, count: count)
    var exact = false
    for range in ranges {
      for place in shards.places(from: range.low, to: range.high) {
        let share = factor(shards.term(at: place))
        if share == 1 { exact = true }
        if share == 0 { continue }
        for posting in shards.postings(at: place) {
          let value = Float(Double(posting.level) / Double(PostingsBuilder.levels) * share)
          score[posting.document] = max(score[posting.document], value)
        }
      }
    }
    var found = summary(score, exact: exact)
    for at in found.scores.indices {
      found.scores[at] = Float(Double(found.scores[at]) * found.rarity)
    }
    return found
  }

  private func summary(_ scores: [Float], exact: Bool? = nil) -> Found {
    let documents = scores.count { $0 > 0 }
    let others = Double(count - documents) + 0.5
    return Found(
      scores: scores, documents: documents, exact: exact ?? (documents > 0),
      rarity: log(1 + others / (Double(documents) + 0.5)))
  }
}
