/// The texts of a site as readers of one language see them, put in order once: a page asks for its
/// neighbours and its kin, and no list is looked through for it.
struct LanguageLists: Sendable {
  /// The articles of a category.
  struct Shelf: Sendable {
    /// In the order in which readers see them.
    var articles: [Document] = []
    /// The tags of each article, as numbers, each once.
    fileprivate var tags: [[Int]] = []
    /// The articles with a tag, by its number.
    fileprivate var tagged: [[Int]] = []
  }

  /// The categories that readers walk through one behind the other, each with those below it, by the
  /// id of any of them.
  private var families: [String: [String]] = [:]
  /// Keyed by `exchange/category`.
  private var shelves: [String: Shelf] = [:]
  /// Where an article stands on its shelf.
  private var places: [DocumentID: Int] = [:]
  /// Newest first, keyed by exchange.
  private var notices: [String: [Document]] = [:]
  private var allNotices: [Document] = []

  /// - Parameter documents: the edition of each text that readers of the language see.
  /// - Parameter categories: in the site's order.
  init(_ documents: [Document], categories: [Category] = []) {
    for family in Dictionary(grouping: categories.map(\.id), by: Self.root).values
    where family.count > 1 {
      for id in family { families[id] = family }
    }
    for document in documents {
      switch document.id.kind {
      case .article(let category):
        shelves[Self.key(document.id.exchange, category), default: Shelf()].articles
          .append(document)
      case .notice: allNotices.append(document)
      case .urgent: break
      }
    }
    allNotices.sort { ($1.id.slug, $0.id.exchange) < ($0.id.slug, $1.id.exchange) }
    for notice in allNotices { notices[notice.id.exchange, default: []].append(notice) }
    for key in shelves.keys {
      shelves[key]!.putInOrder()
      for (place, article) in shelves[key]!.articles.enumerated() { places[article.id] = place }
    }
  }

  var articleCount: Int { places.count }

  func articles(of exchange: String, category: String) -> [Document] {
    shelves[Self.key(exchange, category)]?.articles ?? []
  }

  /// Of one exchange, or of all.
  func notices(of exchange: String?) -> [Document] {
    exchange.map { notices[$0] ?? [] } ?? allNotices
  }

  /// Where an article stands in its category, from 0.
  func place(of id: DocumentID) -> Int? { places[id] }

  /// The articles before and behind one on its shelf; at an end of it, those of the shelves around it
  /// in the same category of the first level.
  func neighbours(of document: Document) -> (previous: Document?, next: Document?) {
    guard let (shelf, place) = find(document) else { return (nil, nil) }
    let articles = shelf.articles
    return (
      place > 0 ? articles[place - 1] : shelves(around: document).before.last?.articles.last,
      place + 1 < articles.count
        ? articles[place + 1] : shelves(around: document).behind.first?.articles.first
    )
  }

  /// The shelves with articles that a reader walks through before and behind that of a document.
  private func shelves(around document: Document) -> (before: [Shelf], behind: [Shelf]) {
    guard case .article(let category) = document.id.kind, let family = families[category],
      let place = family.firstIndex(of: category)
    else { return ([], []) }
    func filled(_ ids: ArraySlice<String>) -> [Shelf] {
      ids.compactMap { shelves[Self.key(document.id.exchange, $0)] }
    }
    return (filled(family[..<place]), filled(family[(place + 1)...]))
  }

  /// Articles of the same shelf: those that share the most tags first, within them the first on the
  /// shelf; then those of the shelves around it.
  ///
  /// - Parameter skipped: ids that are passed over.
  func related(to document: Document, limit: Int, skipping skipped: Set<DocumentID>) -> [Document] {
    guard let (shelf, place) = find(document) else { return [] }
    var found: [Document] = []
    let kin = shelf.kin(of: place)
    for other in kin where !skipped.contains(shelf.articles[other].id) {
      if found.count == limit { break }
      found.append(shelf.articles[other])
    }
    guard found.count < limit else { return found }
    let passed = Set(kin)
    for (other, article) in shelf.articles.enumerated()
    where other != place && !passed.contains(other) && !skipped.contains(article.id) {
      found.append(article)
      if found.count == limit { return found }
    }
    let (before, behind) = shelves(around: document)
    let around = (before + behind).lazy.flatMap(\.articles).filter { !skipped.contains($0.id) }
    return found + around.prefix(limit - found.count)
  }

  private func find(_ document: Document) -> (shelf: Shelf, place: Int)? {
    guard case .article(let category) = document.id.kind, let place = places[document.id],
      let shelf = shelves[Self.key(document.id.exchange, category)]
    else { return nil }
    return (shelf, place)
  }

  private static func root(of category: String) -> String {
    String(category.prefix { $0 != "/" })
  }

  private static func key(_ exchange: String, _ category: String) -> String {
    exchange + "/" + category
  }
}

extension LanguageLists.Shelf {
  /// Of a tag that more articles have, only the first so many are looked at: a category in which all
  /// articles share a tag costs no more for each than one in which few do.
  private static let widestTag = 64

  fileprivate mutating func putInOrder() {
    articles.sort {
      ($0.frontMatter.order ?? .max, $0.id.slug) < ($1.frontMatter.order ?? .max, $1.id.slug)
    }
    var numbers: [String: Int] = [:]
    for (place, article) in articles.enumerated() {
      var own: [Int] = []
      for tag in article.frontMatter.tags {
        let number = numbers[tag] ?? tagged.count
        if number == tagged.count {
          numbers[tag] = number
          tagged.append([])
        }
        if !own.contains(number) {
          own.append(number)
          tagged[number].append(place)
        }
      }
      tags.append(own)
    }
  }

  /// The articles that share a tag with one, those that share most first.
  fileprivate func kin(of place: Int) -> [Int] {
    let own = tags[place]
    var others = own.flatMap { tagged[$0].prefix(Self.widestTag) }
    others.sort()
    var ranked: [(shared: Int, place: Int)] = []
    for other in others where other != place && other != ranked.last?.place {
      ranked.append((tags[other].count { own.contains($0) }, other))
    }
    ranked.sort { ($1.shared, $0.place) < ($0.shared, $1.place) }
    return ranked.map(\.place)
  }
}
