/// Something that a page must be about, with the ways to say it. A class: a plan's steps fill it one after another.
final class Concept {
  struct Way {
    var needle: Needle
    /// What it is worth beside the way that was found first.
    var worth: Double
  }

  let kind: TokenKind
  fileprivate(set) var text: Units
  /// The tokens of the query that it stands for.
  let first: Int
  fileprivate(set) var last: Int
  /// What it counts.
  let weight: Double
  /// The token as it was typed: folded, and with its capitals.
  private(set) var typed: Units?
  private(set) var raw: Units?
  /// Whether it may still be growing: the last word of a query.
  private(set) var open = false
  /// A verb: the query is a sentence.
  private(set) var verbal = false
  /// A part of a word that no page has.
  private(set) var isPart = false
  /// The words that marks join to it: two-factor.
  fileprivate(set) var chain: [Units] = []

  private(set) var ways: [Way] = []
  /// Whether a term is the text itself.
  var exact = false
  /// Whether it has synonyms, so that it is no typing error.
  var spelled = false
  /// Whether it means something together with its neighbours.
  var isPhrase = false
  /// What the index says of it; `nil` when nothing.
  private(set) var found: Found?
  private var boost: Double?
  private var rarity: Int32 = 0

  init(_ kind: TokenKind, _ text: Units, first: Int, last: Int, weight: Double) {
    self.kind = kind
    self.text = text
    self.first = first
    self.last = last
    self.weight = weight
  }

  /// A word of the query.
  convenience init(
    _ token: QueryToken, _ text: Units, at place: Int, weight: Double, open: Bool, verbal: Bool
  ) {
    self.init(token.kind, text, first: place, last: place, weight: weight)
    typed = token.text
    raw = token.raw
    self.open = open
    self.verbal = verbal
  }

  /// A part of another concept.
  convenience init(partOf whole: Concept, _ text: Units, weight: Double) {
    self.init(whole.kind, text, first: whole.first, last: whole.last, weight: weight)
    isPart = true
  }

  /// Takes the next word of the query in as a part of this one.
  func join(_ text: Units, at place: Int, open: Bool) {
    chain = (chain.isEmpty ? [self.text] : chain) + [text]
    self.text += text
    last = place
    self.open = open
  }

  var isFound: Bool { (found?.documents ?? 0) > 0 }

  /// Adds a way to meet the concept, if any document has it.
  func meet(_ needle: Needle, _ other: Found, boost: Double) {
    guard other.documents > 0 else { return }
    let usual = self.boost ?? boost
    self.boost = usual
    ways.append(Way(needle: needle, worth: boost / usual))
    // Another way is worth no more for being rarer: a synonym that few pages have must not come before the word.
    if found == nil { rarity = other.rarity }
    let share = boost * min(1, Double(rarity) / Double(other.rarity))
    if found == nil {
      found = other
      if share == 1 { return }
      found?.scores = [Int32](repeating: 0, count: other.scores.count)
    }
    found?.add(other.scores, boost: share, rarity: rarity)
  }
}

/// What a query asks for.
struct QueryPlan {
  /// The folded query.
  var folded: Units
  var concepts: [Concept]
  /// The query as it was typed, without the courtesy around it.
  var phrase: Needle
  /// A sentence need not be met whole.
  var isSentence: Bool

  /// Whether all that is asked for is one thing of several words, which pages have as a whole or not at all.
  var isPhrase: Bool {
    guard let only = concepts.first, concepts.count == 1 else { return false }
    return !only.chain.isEmpty || only.kind == .han && only.text.count > 4
  }
}
