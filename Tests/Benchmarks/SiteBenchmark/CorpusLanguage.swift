import Foundation

/// Makes sentences of one language, random and always the same.
final class CorpusLanguage {
  /// What a sentence is about.
  struct Subject {
    var coin, network, exchange, topic: String
  }

  /// A part of a pattern: a text, or a slot with the particle behind it.
  private enum Part {
    case text(String)
    case slot(String, particle: String?)
  }

  let code: String
  let words: Vocabulary
  let coinWeights: [Double]
  private let nouns, verbs, adjectives, adverbs, rare: Weighted
  private let patterns: [[Part]]
  private let endings, middles, networks, coins: [String]

  struct Weighted {
    var words: [String]
    var weights: [Double]

    init(_ words: [String], _ power: Double) {
      self.words = words
      weights = CorpusLanguage.weights(words.count, power)
    }
  }

  static let errors = ["E", "ERR", "AUTH", "WD", "KYC", "NET"].flatMap { prefix in
    (1001..<1060).map { "\(prefix)-\($0)" }
  }

  init(_ code: String, seed: String, words: Vocabulary) {
    self.code = code
    self.words = words
    var random = PythonRandom("\(seed):vocab:\(code)")
    var tail: [String]
    switch code {
    case "en":
      tail = (words["en prefixes"] + [""]).flatMap { prefix in
        words["en roots"].flatMap { root in words["en suffixes"].map { prefix + root + $0 } }
      }
    case "ko":
      let all = words["ko syllables"]
      tail = all.flatMap { first in all.map { first + $0 } }
    default:
      let all = words["zh characters"]
      tail = all.flatMap { first in all.filter { $0 != first }.map { first + $0 } }
    }
    random.shuffle(&tail)
    rare = Weighted(Array(tail.prefix(8000)), 0.9)
    nouns = Weighted(words["\(code) nouns"], 0.9)
    verbs = Weighted(words["\(code) verbs"], 0.8)
    adjectives = Weighted(words["\(code) adjectives"], 0.7)
    adverbs = Weighted(words["\(code) adverbs"], 0.7)
    patterns = words["\(code) sentences"].map(Self.parts)
    (endings, middles) = (words["ko endings"], words["ko middles"])
    (networks, coins) = (words["networks"], words["coins"])
    coinWeights = Self.weights(coins.count, 0.9)
  }

  /// Zipf's law, summed up.
  private static func weights(_ count: Int, _ power: Double) -> [Double] {
    var sum = 0.0
    return (0..<count).map { index in
      let weight = 1 / pow(Double(index) + 2, power)
      sum = index == 0 ? weight : sum + weight
      return sum
    }
  }

  private static func parts(_ pattern: String) -> [Part] {
    pattern.replacing("}", with: "{").split(separator: "{", omittingEmptySubsequences: false)
      .enumerated().map { index, text in
        guard index % 2 == 1 else { return .text(String(text)) }
        let pieces = text.split(separator: ":", maxSplits: 1).map(String.init)
        return .slot(pieces[0], particle: pieces.count > 1 ? pieces[1] : nil)
      }
  }

  // MARK: Words

  private func pick(_ random: inout PythonRandom, _ list: Weighted) -> String {
    random.choice(list.words, cumulative: list.weights)
  }

  func pickNoun(_ random: inout PythonRandom) -> String { pick(&random, nouns) }

  func noun(_ random: inout PythonRandom) -> String {
    if random.random() < 0.08 { return pick(&random, rare) }
    let first = pick(&random, nouns)
    guard code != "en", random.random() < 0.10 else { return first }
    let second = pick(&random, nouns)
    guard first != second else { return first }
    return first + (code == "ko" && random.random() < 0.5 ? " " : "") + second
  }

  private func fill(
    _ slot: String, _ subject: Subject, _ random: inout PythonRandom
  ) -> String {
    switch slot {
    case "N": return random.random() < 0.12 ? subject.topic : noun(&random)
    case "V":
      let verb = pick(&random, verbs)
      return code == "ko" ? verb + random.choice(endings) : verb
    case "M": return pick(&random, verbs) + random.choice(middles)
    case "A": return pick(&random, adjectives)
    case "D": return pick(&random, adverbs)
    case "C":
      return random.random() < 0.5
        ? subject.coin : random.choice(coins, cumulative: coinWeights)
    case "X": return subject.exchange
    case "NET": return random.choice(networks)
    case "I": return String(random.integer(1...60))
    case "F": return String(format: "%.4g", random.random() * 10)
    case "E": return random.choice(Self.errors)
    default: return pick(&random, rare)
    }
  }

  // MARK: Sentences

  func sentence(_ random: inout PythonRandom, _ subject: Subject) -> String {
    var out = ""
    for part in random.choice(patterns) {
      switch part {
      case .text(let text): out += text
      case .slot(let slot, let particle):
        let word = fill(slot, subject, &random)
        out += particle.map { Self.joined(word, $0) } ?? word
      }
    }
    return out
  }

  /// A title or heading.
  func phrase(
    _ pattern: String, _ random: inout PythonRandom, _ subject: Subject
  ) -> String {
    let second = noun(&random)
    let verb = pick(&random, verbs)
    let adjective = pick(&random, adjectives)
    var text = pattern
    for (name, word) in [
      ("n2", second), ("v", verb), ("a", adjective), ("c", subject.coin),
      ("net", subject.network),
    ] { text = text.replacing("{\(name)}", with: word) }
    for particle in ["이", "을"] {
      text = text.replacing("{n:\(particle)}", with: Self.joined(subject.topic, particle))
    }
    return text.replacing("{n}", with: subject.topic)
  }

  func paragraph(_ random: inout PythonRandom, _ subject: Subject) -> String {
    let space = code == "zh" ? "" : " "
    var sentences = (0..<random.integer(3...5)).map { _ in sentence(&random, subject) }
    if random.random() < 0.5 {
      let place = random.below(sentences.count)
      sentences[place] =
        random.random() < 0.4
        ? "**\(sentences[place])**"
        : "\(sentences[place])\(space)`\(random.choice(Self.errors))`"
    }
    return sentences.joined(separator: space)
  }

  /// Words of English, characters of the others.
  func size(_ text: String) -> Int {
    code == "en"
      ? text.split(whereSeparator: \.isWhitespace).count
      : text.unicodeScalars.count { $0.value > 0x2E7F }
  }

  /// A Korean particle in the form that the word before it asks for.
  private static func joined(_ word: String, _ particle: String) -> String {
    let forms = ["을": ("를", "을"), "이": ("가", "이"), "은": ("는", "은"), "와": ("와", "과")]
    guard let (open, closed) = forms[particle], let last = word.unicodeScalars.last else {
      return word + particle
    }
    let isClosed =
      (0xAC00...0xD7A3).contains(last.value)
      ? (last.value - 0xAC00) % 28 != 0 : "LMNR136780".contains(String(last).uppercased())
    return word + (isClosed ? closed : open)
  }
}
