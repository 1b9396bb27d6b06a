/// Collects the terms of documents and says how much each document is about each term.
///
/// BM25F: occurrences count by the weight of their field, a long field's less; then they saturate. What is
/// left for the browser is the rarity of the terms.
struct PostingsBuilder: Sendable {
  /// What an occurrence in a field counts, and the length in terms at which it counts just that.
  struct Field: Sendable {
    var weight: Float
    var usualLength: Float
    /// How much the length matters, 0 to 1.
    var lengthShare: Float

    static let title = Field(weight: 10, usualLength: 6, lengthShare: 0.6)
    static let keywords = Field(weight: 6, usualLength: 10, lengthShare: 0.3)
    static let summary = Field(weight: 3, usualLength: 16, lengthShare: 0.3)
    static let names = Field(weight: 2, usualLength: 4, lengthShare: 0)
    static let heading = Field(weight: 3, usualLength: 6, lengthShare: 0.3)
    static let body = Field(weight: 1, usualLength: 300, lengthShare: 0.5)
  }

  /// Levels of a posting's weight: 1 to 15.
  static let levels: Float = 15
  private static let saturation: Float = 4

  private(set) var extractor: TermExtractor
  private let folding: Folding
  private var sums: [Float] = []
  private var touched: [Int] = []
  /// Of the field that is being added; kept for its memory.
  private var fieldTerms: [TermExtractor.Occurrence] = []
  /// Term, document and level of every posting, in the order of documents.
  private(set) var postings: [Posting] = []
  private(set) var documentCount = 0

  struct Posting: Sendable {
    var term: UInt32
    /// The document's number in the upper bits, the level in the lower four.
    private var packed: UInt32

    init(term: Int, document: Int, level: Int) {
      self.term = UInt32(term)
      packed = UInt32(document) << 4 | UInt32(level)
    }

    var document: Int { Int(packed >> 4) }
    var level: Int { Int(packed & 15) }
  }

  init(simplifies: Bool, rules: SearchRules) {
    extractor = TermExtractor(rules)
    folding = Folding(simplifies: simplifies)
  }

  mutating func add(_ document: SearchDocument) {
    add([document.title], .title)
    add(document.keywords, .keywords)
    add([document.summary], .summary)
    add([document.exchangeName, document.exchange, document.categoryName], .names)
    add(document.sections.map(\.title), .heading)
    add(document.sections.map(\.text), .body)
    for term in touched {
      let level = (Self.levels * sums[term] / (sums[term] + Self.saturation)).rounded()
      postings.append(
        Posting(term: term, document: documentCount, level: max(1, Int(level))))
      sums[term] = 0
    }
    touched.removeAll(keepingCapacity: true)
    documentCount += 1
  }

  private mutating func add(_ texts: [String], _ field: Field) {
    fieldTerms.removeAll(keepingCapacity: true)
    for text in texts where !text.isEmpty {
      extractor.extract(folding.fold(text), into: &fieldTerms)
    }
    let length = Float(fieldTerms.count) / field.usualLength
    let weight = field.weight / (1 - field.lengthShare + field.lengthShare * length)
    if sums.count < extractor.terms.count {
      sums += [Float](repeating: 0, count: extractor.terms.count + 4096 - sums.count)
    }
    for occurrence in fieldTerms {
      let term = Int(occurrence.term)
      if sums[term] == 0 { touched.append(term) }
      sums[term] += occurrence.share * weight
    }
  }
}
