// Searches one language's index as the browser does, so that a build can say what readers will find.
//
// 1. `QueryPlanner` turns a query into concepts: what a page must be about. A concept has ways to be met, each a needle
//    with its worth; courtesy is dropped, words have synonyms, and `Guesses` says what an unknown word may have meant.
// 2. `NeedleScores` asks the terms of the index which documents have a needle, and how much they are about it.
// 3. The documents with most concepts, the rarer ones first, are candidates.
// 4. `Measure` looks at the best ones' texts: `NeedleMatch` decides whether the words stand there and in which section.
// 5. A query that finds nothing is planned once more in parts.
//
// Templates/assets/search does the same to the files of the index; a change here is one there. The cases in
// Tests/Vectors/search-results.json hold for both.

/// A document that a query finds.
public struct SearchResult: Sendable, Hashable {
  /// Relative to the site's root, with the section that says most.
  public var url: String
  /// Its place in `SearchIndex.documents`.
  public var document: Int
  public var score: Double
}

/// The search of one language, ready for queries on any thread.
public struct SiteSearch: Sendable {
  /// As many UTF-16 units of a query as are looked at.
  private static let queryLimit = 200
  /// Of what weights are parts where they are whole numbers.
  private static let weightUnit = 25.0
  /// What makes scores small numbers.
  private static let scoreUnit = 1_536_000.0

  private let index: SearchIndex
  private let analysis: QueryAnalysis
  private let planner: QueryPlanner
  private let documents: [DocumentFields]
  private let isSmall: Bool

  init(_ prepared: PreparedIndex) {
    index = prepared.index
    isSmall = prepared.isSmall
    let shards = prepared.shards
    let rules = SearchRules.language(index.language)
    analysis = QueryAnalysis(
      language: index.language, rules: rules, characters: shards.hanCharacters)
    planner = QueryPlanner(
      analysis: analysis,
      scores: NeedleScores(shards: shards, count: index.documents.count),
      synonyms: QuerySynonyms(index.presentSynonyms(shards), analysis),
      guesses: Guesses(prepared, few: isSmall ? 40 : 8, analysis), isSmall: isSmall)
    let names = index.names
    documents = index.documents.map { [analysis] in
      DocumentFields($0, names: names, analysis)
    }
  }

  /// The best documents for a query.
  public func results(_ query: String, limit: Int = 10) -> [SearchResult] {
    let text = String(
      decoding: Units(query.utf16).trimmed.prefix(Self.queryLimit),
      as: UTF16.self)
    let found = search(text, limit: limit, inParts: false)
    // What finds nothing as it stands may say something in parts.
    return found.isEmpty ? search(text, limit: limit, inParts: true) : found
  }

  private func search(_ query: String, limit: Int, inParts: Bool) -> [SearchResult] {
    let plan = planner.plan(query, inParts: inParts)
    let wanted = plan.concepts.reduce(0) { $0 + $1.weight }
    let needed = wanted * (plan.isSentence ? 0.5 : 0.66) - 1e-6
    let isEnough = { (met: Double) in met > 0 && met >= needed }
    let candidates = candidates(plan, wanted: wanted, limit: limit, isEnough)

    // The index does not know what stands next to what. A large site's tail is estimated, not read; nor is
    // more than the best documents where none of these has the words.
    var read = 0
    var results: [SearchResult] = []
    let most = isSmall ? documents.count : limit + 5
    let few = plan.isPhrase ? 2 : 10
    let mayHaveMore = { isSmall || results.count < limit && (read < few || !results.isEmpty) }
    while read < candidates.count, read < most, mayHaveMore() {
      let some = candidates[read...].prefix(
        plan.isPhrase && read == 0 ? few : max(limit - results.count, 5))
      read += some.count
      for candidate in some {
        let measure = plan.measure(documents[candidate.at], analysis)
        guard isEnough(measure.met) else { continue }
        let anchor = measure.section.map { $0.isEmpty ? "" : "#\($0)" } ?? ""
        results.append(
          SearchResult(
            url: index.documents[candidate.at].url + anchor, document: candidate.at,
            score: Double(candidate.score) / Self.scoreUnit * measure.bonus))
      }
    }
    results.sort { ($1.score, $0.document) < ($0.score, $1.document) }
    return Array(results.prefix(limit))
  }

  /// The documents that may be results, the best first.
  private func candidates(
    _ plan: QueryPlan, wanted: Double, limit: Int, _ isEnough: (Double) -> Bool
  ) -> [(at: Int, score: Int32)] {
    var met = [Int32](repeating: 0, count: documents.count)
    var scores = met
    func parts(_ weight: Double) -> Int32 { Int32((weight * Self.weightUnit).rounded()) }
    for concept in plan.concepts {
      guard let found = concept.found?.scores else { continue }
      let weight = parts(concept.weight)
      for at in found.indices where found[at] > 0 {
        met[at] += weight
        scores[at] += weight * found[at]
      }
    }
    let whole = parts(wanted)
    let candidates = scores.indices.compactMap { at -> (at: Int, score: Int32)? in
      guard isEnough(Double(met[at]) / Self.weightUnit) else { return nil }
      guard met[at] < whole else { return (at, scores[at]) }
      let share = Double(met[at]) / Double(whole)
      return (at, Int32(Double(scores[at]) * (share * share)))
    }
    let ranked = candidates.sorted { ($1.score, $0.at) < ($0.score, $1.at) }
    let most = isSmall ? documents.count : limit + 5
    guard ranked.count > most else { return ranked }
    // All that are as good as the last one.
    let least = ranked[most - 1].score
    return ranked.prefix { $0.score >= least }
  }
}
