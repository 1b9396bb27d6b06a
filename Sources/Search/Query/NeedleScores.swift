import Foundation

/// What the index says of a needle.
struct Found {
  /// By document; whole numbers below 2^30, as in the browser, so that equal pages stay equal.
  var scores: [Int32]
  /// How many documents have a score.
  var documents: Int
  /// Whether a term is the text itself.
  var exact: Bool
  /// The rarer what was found, the more it says: of `Found.rarityUnit`, at least 1.
  var rarity: Int32
}

extension Found {
  /// What a term's highest level is worth.
  static let best: Int32 = 60
  /// Of what rarities are parts.
  static let rarityUnit = 1024.0
  /// Of what shares are parts.
  private static let shareUnit: Int32 = 256
  /// The share that a page gains that says the same in two ways.
  private static let also: Int32 = 77

  /// Adds what another way of finding gives: the better of both, with a part of the other where that leaves room below
  /// the best of a rarity.
  mutating func add(_ other: [Int32], boost: Double, rarity: Int32 = 0) {
    let share = Int32((boost * Double(Self.shareUnit)).rounded())
    let most = rarity * Self.best
    let ofMost = most > 0 ? (1 << 28) / most : 0
    documents = 0
    for at in scores.indices {
      let value = scores[at]
      if other[at] > 0 {
        let more = 1 + (other[at] * share) >> 8
        let best = max(value, more)
        let isRoom = value > 0 && best < most
        let room = isRoom ? ((Self.shareUnit - (best * ofMost) >> 20) * Self.also) >> 8 : 0
        scores[at] = best + (min(value, more) * room) >> 8
      }
      if scores[at] > 0 { documents += 1 }
    }
  }
}

/// Asks the terms of an index for needles. `store.js` in Templates/assets/search does the same.
struct NeedleScores: Sendable {
  let shards: TermShards
  let count: Int

  /// Documents that have all the units; whether these follow each other, their texts say.
  func all(_ needle: Needle) -> Found {
    guard let head = needle.first else { return summary([Int32](repeating: 0, count: count)) }
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
    let pairs = unit.pairs.map { scores([.only($0)]) { _ in 1 } }
    if pairs.count == 1 { return pairs[0] }
    var masks = [Int32](repeating: 0, count: count)
    var sums = masks
    for (bit, found) in pairs.enumerated() where found.documents > 0 {
      let bits: Int32 = 3 &<< Int32(truncatingIfNeeded: bit)
      for (at, score) in found.scores.enumerated() where score > 0 {
        masks[at] |= bits
        sums[at] += score
      }
    }
    return summary(
      (0..<count).map { at in
        unit.isCovered(by: masks[at]) ? 1 + sums[at] / Int32(unit.pairs.count) : 0
      })
  }

  /// How much every document is about what the terms of the ranges stand for; `factor` is what a term counts.
  private func scores(_ ranges: [TermRange], factor: (ArraySlice<UInt16>) -> Double) -> Found {
    var score = [Int32](repeating: 0, count: count)
    var exact = false
    for range in ranges {
      for place in shards.places(from: range.low, to: range.high) {
        let share = factor(shards.term(at: place))
        if share == 1 { exact = true }
        if share == 0 { continue }
        let best = Double(Found.best) / Double(PostingsBuilder.levels)
        for posting in shards.postings(at: place) {
          let value = Int32((Double(posting.level) * share * best).rounded())
          score[posting.document] = max(score[posting.document], value)
        }
      }
    }
    var found = summary(score, exact: exact)
    for at in found.scores.indices { found.scores[at] *= found.rarity }
    return found
  }

  private func summary(_ scores: [Int32], exact: Bool? = nil) -> Found {
    let documents = scores.count { $0 > 0 }
    let others = Double(count - documents) + 0.5
    let rarity = log(1 + others / (Double(documents) + 0.5)) * Found.rarityUnit
    return Found(
      scores: scores, documents: documents, exact: exact ?? (documents > 0),
      rarity: max(1, Int32(rarity.rounded())))
  }
}
