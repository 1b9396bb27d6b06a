/// A document made ready for needles.
struct DocumentFields: Sendable {
  struct Section: Sendable {
    var id: String
    var heading: FieldText
    var text: FieldText
  }

  let title: FieldText
  /// Summary, keywords, and the names of what it belongs to.
  let others: [FieldText]
  let sections: [Section]

  /// - Parameter names: Those of exchanges and categories.
  init(_ document: SearchDocument, names: [String: String], _ analysis: QueryAnalysis) {
    func field(_ text: String) -> FieldText { FieldText(text, analysis) }
    title = field(document.title)
    let belongs = [
      names[document.exchange] ?? "", document.exchange, names[document.category] ?? "",
    ]
    others = [
      field(document.summary), field(document.keywords.joined(separator: "\n")),
      field(belongs.joined(separator: "\n")),
    ]
    sections = document.sections.map {
      Section(id: $0.id, heading: field($0.title), text: field($0.text))
    }
  }
}

/// How well a document meets a query.
struct Measure {
  /// The weight of the concepts that it meets.
  var met: Double
  /// What the place of the words makes its score worth.
  var bonus: Double
  /// The section that says more than the head.
  var section: String?
}

extension QueryPlan {
  /// `measure` in Templates/assets/search/text.js does the same.
  func measure(_ document: DocumentFields, _ analysis: QueryAnalysis) -> Measure {
    let none = [Double](repeating: 0, count: concepts.count)
    let whole = weigh(concepts.map { _ in 1 })
    let inTitle = meets([document.title], none, analysis)
    let inHead = meets(document.others, inTitle, analysis)
    // A short title that says it all comes first, before it one that says it as it was typed, before all what is typed as
    // it is the title or a keyword, which editors write as readers ask; or nearly so.
    let length = Double(min(80, document.title.length))
    let typed =
      [document.title, document.others[1]].map { $0.longestLine(in: folded) }.max() ?? 0
    var bonus = 1 + weigh(inTitle) / whole * (1.25 - length / 320)
    bonus += stands(phrase, [document.title], analysis) ? 0.5 : 0
    bonus += stands(phrase, document.others, analysis) ? 0.25 : 0
    let share = Double(typed) / Double(max(1, folded.count))
    bonus += 2 * (share * share * share * share)
    if inHead.allSatisfy({ $0 > 0 }) { return Measure(met: met(inHead), bonus: bonus) }
    var best: (worth: Double, id: String?) = (0, nil)
    var inAll = inHead
    for section in document.sections {
      let inHeading = meets([section.heading], none, analysis)
      let worths = meets([section.text], inHeading, analysis)
      for at in inAll.indices { inAll[at] = max(inAll[at], worths[at]) }
      let hasPhrase = stands(phrase, [section.heading, section.text], analysis)
      let worth = weigh(worths) + weigh(inHeading) / 2 + (hasPhrase ? whole / 2 : 0)
      if worth > best.worth { best = (worth, section.id) }
    }
    return Measure(
      met: met(inAll), bonus: bonus + best.worth / whole / 4,
      section: met(inAll) > met(inHead) ? best.id : nil)
  }

  private func stands(_ needle: Needle, _ fields: [FieldText], _ analysis: QueryAnalysis) -> Bool {
    fields.contains {
      $0.mayHold(needle) && NeedleMatch(field: $0, analysis: analysis).holds(needle)
    }
  }

  /// For every concept the worth of the best way that stands there, or what was known before.
  private func meets(
    _ fields: [FieldText], _ known: [Double], _ analysis: QueryAnalysis
  ) -> [Double] {
    zip(concepts, known).map { concept, known in
      var best = known
      for way in concept.ways where way.worth > best {
        if stands(way.needle, fields, analysis) { best = way.worth }
      }
      return best
    }
  }

  private func weigh(_ worths: [Double]) -> Double {
    zip(worths, concepts).reduce(0) { $0 + $1.0 * $1.1.weight }
  }

  private func met(_ worths: [Double]) -> Double { weigh(worths.map { $0 > 0 ? 1 : 0 }) }
}
