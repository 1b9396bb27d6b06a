import Foundation

/// Articles in three languages, the same for the same number of articles and exchanges: those of
/// `make_corpus.py`, to the byte.
struct Corpus {
  static let languages = ["ko", "zh", "en"]
  static let categories = [
    "account", "kyc", "deposit", "withdrawal", "trading", "fees", "security", "api",
  ]

  struct Place {
    var exchange: String
    var category: Int
    var slug: String
  }

  /// Whose file names and links the articles have.
  enum Layout { case ours, hugo }

  let exchanges: [String]
  private let plan: [Place]
  private let mates: [String: [Int]]
  private let words = Vocabulary()
  private let seed: String

  init(articles: Int, exchanges count: Int? = nil, seed: String = "helpcenter-1") {
    self.seed = seed
    let names = words["exchanges"]
    let count = count ?? max(4, min(40, articles / 100))
    let exchanges = (0..<count).map { $0 < names.count ? names[$0] : "exchange\($0)" }
    var random = PythonRandom("\(seed):plan:\(articles):\(count)")
    let nouns = words["en nouns"].filter { $0.unicodeScalars.allSatisfy(\.properties.isAlphabetic) }
    plan = (0..<articles).map { index in
      let slug = "\(random.choice(nouns))-\(random.choice(nouns))-"
      return Place(
        exchange: exchanges[index % count], category: index / count % Self.categories.count,
        slug: slug + String(format: "%05d", index))
    }
    self.exchanges = exchanges
    mates = Dictionary(grouping: plan.indices) { [plan] in
      "\(plan[$0].exchange)/\(plan[$0].category)"
    }
  }

  /// Calls `take` with the path and the text of every article: `upbit/fees/a-b-00001.ko.md`, or
  /// `ko/upbit/fees/a-b-00001.md`.
  func write(_ layout: Layout, _ take: (_ path: String, _ text: String) throws -> Void) rethrows {
    for code in Self.languages {
      let language = CorpusLanguage(code, seed: seed, words: words)
      for (index, place) in plan.enumerated() {
        let folder = "\(place.exchange)/\(Self.categories[place.category])/\(place.slug)"
        let path = layout == .ours ? "\(folder).\(code).md" : "\(code)/\(folder).md"
        try take(path, article(index, language, layout))
      }
    }
  }

  private func link(from index: Int, to other: Int, _ code: String, _ layout: Layout) -> String {
    let (here, there) = (plan[index], plan[other])
    let name = there.slug + (layout == .ours ? ".\(code).md" : ".md")
    if here.exchange != there.exchange {
      return "../../\(there.exchange)/\(Self.categories[there.category])/\(name)"
    }
    return here.category == there.category
      ? name : "../\(Self.categories[there.category])/\(name)"
  }

  private func article(_ index: Int, _ language: CorpusLanguage, _ layout: Layout) -> String {
    let code = language.code
    let place = plan[index]
    let names = words["\(code) categories"]
    var random = PythonRandom("\(seed):\(code):\(index)")
    // What is the same in all languages.
    var shared = PythonRandom("\(seed):shared:\(index)")
    let coin = shared.choice(words["coins"], cumulative: language.coinWeights)
    let network = shared.choice(words["networks"])
    let pattern = shared.below(6)
    var topic = code == "en" ? names[place.category].lowercased() : names[place.category]
    let usual = ["account", "api"].contains(Self.categories[place.category]) ? 0.3 : 0.5
    if shared.random() < usual { topic = language.noun(&random) }
    let exchange = place.exchange.prefix(1).uppercased() + place.exchange.dropFirst()
    let subject = CorpusLanguage.Subject(
      coin: coin, network: network, exchange: exchange, topic: topic)
    let phrase = language.phrase(words["\(code) titles"][pattern], &random, subject)
    let title = capitalised(phrase) + (code == "zh" ? "（\(exchange)）" : " (\(exchange))")
    let description = language.sentence(&random, subject)
    let wanted = code == "en" ? random.integer(600...900) : random.integer(1250...1750)
    let mates = mates["\(place.exchange)/\(place.category)"]!
    var others = (0..<2).map { _ in mates[shared.below(mates.count)] }
    others += (0..<3).map { _ in shared.below(plan.count) }
    var body = Body(language: language)
    body.add(language.paragraph(&random, subject))
    let note = (0..<2).map { _ in "> " + language.sentence(&random, subject) }
    body.add("> [!NOTE]\n" + note.joined(separator: "\n"))
    let left = sections(
      &body, wanted, others.map { (plan[$0], link(from: index, to: $0, code, layout)) }, subject,
      place.exchange, &random)
    let rest = left.isEmpty ? [others[4]] : Array(others.suffix(left.count).prefix(3))
    body.add("## " + Self.seeAlso[code]!)
    body.add(
      rest.map {
        "- [\(names[plan[$0].category]) \(plan[$0].slug)](\(link(from: index, to: $0, code, layout)))"
      }.joined(separator: "\n"))
    var tags: [String] = []
    let more = (0..<2).map { _ in language.pickNoun(&random) }
    for tag in [names[place.category], coin, network] + more where !tags.contains(tag) {
      tags.append(tag)
    }
    let year = shared.integer(3...6)
    let month = shared.integer(1...12)
    let day = shared.integer(1...28)
    return """
      ---
      title: \(quoted(title))
      description: \(quoted(description))
      category: \(Self.categories[place.category])
      tags: [\(tags.map(quoted).joined(separator: ", "))]
      updated: 202\(year)-\(String(format: "%02d-%02d", month, day))
      ---

      \(body.parts.joined(separator: "\n\n"))

      """
  }

  private struct Body {
    let language: CorpusLanguage
    var parts: [String] = []
    var size = 0

    init(language: CorpusLanguage) { self.language = language }

    mutating func add(_ text: String) {
      parts.append(text)
      size += language.size(text)
    }
  }

  private static let seeAlso = ["en": "See also", "ko": "관련 문서", "zh": "相关文章"]

  /// Sections until the article is long enough; what links are left.
  private func sections(
    _ body: inout Body, _ wanted: Int, _ links: [(place: Place, href: String)],
    _ subject: CorpusLanguage.Subject, _ exchange: String, _ random: inout PythonRandom
  ) -> ArraySlice<(place: Place, href: String)> {
    let language = body.language
    var links = links[...]
    var headings = words["\(language.code) headings"]
    random.shuffle(&headings)
    var number = 0
    while body.size < wanted - 60 {
      let heading = language.phrase(headings[number % headings.count], &random, subject)
      let repeated = number >= headings.count ? " \(number)" : ""
      body.add((number % 3 != 2 ? "## " : "### ") + capitalised(heading) + repeated)
      body.add(language.paragraph(&random, subject))
      if let block = block(number % 5, language, subject, exchange, &random) { body.add(block) }
      if let link = links.popFirst() {
        let name = words["\(language.code) categories"][link.place.category]
        let text = "[\(name) \(link.place.slug.split(separator: "-").last!)](\(link.href))"
        switch language.code {
        case "en": body.add("For more, read \(text).")
        case "ko": body.add("자세한 내용은 \(text) 문서를 참고하세요.")
        default: body.add("更多信息请参阅\(text)。")
        }
      }
      number += 1
    }
    return links
  }

  private func block(
    _ kind: Int, _ language: CorpusLanguage, _ subject: CorpusLanguage.Subject,
    _ exchange: String, _ random: inout PythonRandom
  ) -> String? {
    switch kind {
    case 0:
      return (1...random.integer(3...5)).map {
        "\($0). " + language.sentence(&random, subject)
      }.joined(separator: "\n")
    case 1:
      let table = words["\(language.code) table"]
      var rows = ["| \(table.joined(separator: " | ")) |", "| --- | --- | ---: | ---: |"]
      for _ in 0..<random.integer(3...6) {
        let coin = random.choice(words["coins"])
        let network = random.choice(words["networks"])
        let least = String(format: "%.3g", random.random() * 10)
        rows.append(
          "| \(coin) | \(network) | \(least) | \(String(format: "%.3g", random.random())) |")
      }
      return rows.joined(separator: "\n")
    case 2:
      return (0..<random.integer(3...5)).map { _ in
        "- " + language.sentence(&random, subject)
      }.joined(separator: "\n")
    case 3:
      let amount = String(format: "%.4f", random.random() * 100)
      return """
        ```json
        {
          "exchange": "\(exchange)",
          "coin": "\(subject.coin)",
          "network": "\(subject.network)",
          "amount": "\(amount)",
          "code": "\(random.choice(CorpusLanguage.errors))"
        }
        ```
        """
    default: return nil
    }
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "").replacing("\"", with: "'") + "\""
  }
}
