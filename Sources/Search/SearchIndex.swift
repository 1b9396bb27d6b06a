// The search index of one language, as the JSON files that the browser loads.
//
// 1. The build hands over the `SearchDocument`s of a language in a fixed order.
// 2. `PostingsBuilder` folds their texts, splits them into terms and weighs each term in each document.
// 3. `TermShards` sorts the terms and cuts them into files, so that a query loads the few that it needs.
// 4. `Lexicon` keeps the frequent terms by themselves, for queries that must be guessed: typos, initials.
// 5. Each document is a file: what is shown of it, and its text for a last look at a match. What is shown of a few
//    documents is a file too: most queries of one word need no more.
// 6. Titles and keywords, by which whole questions are compared, are one file, unless the site is too large for that.
// 7. What readers type instead of the pages' words is cut into files by its beginning.
// 8. The words of English are a file of their own where they are not the readers' first.
// 9. All files but the entry have a hash in their name, of their content or of a group that they belong to. The entry,
//    `index.json`, lists the hashes; when everything together is small, it holds the files.
//
// The browser's side is Templates/assets/search/core.js. The same documents give the same bytes.

import Diagnostics

/// All documents that readers of a language can find.
public struct SearchIndex: Sendable {
  /// The form of the JSON; a client that does not know it asks for nothing more.
  public static let version = 4
  /// Up to this many bytes of parts, the entry holds them all.
  static let smallSize = 96 * 1024
  /// Documents whose heads are one file.
  static let headsTogether = 4

  /// The folder of the files, and of the pages.
  public var language: String
  public var documents: [SearchDocument]
  public var synonyms: [SearchSynonyms]
  /// BCP 47 tag of the language, which decides how texts are split; documents with another are marked,
  /// and come after the others.
  public var tag: String
  /// Another name that results have for the section of a page, beside `of`.
  public var sectionKey: String?
  /// Whether the rules know the words of exchanges.
  public var knowsExchanges: Bool
  /// What readers type who want a card, by card.
  public var asks: [SearchCard: SearchAsk]

  public init(
    language: String, tag: String? = nil, documents: [SearchDocument],
    synonyms: [SearchSynonyms] = [], asks: [SearchCard: SearchAsk] = [:],
    sectionKey: String? = nil, knowsExchanges: Bool = true
  ) {
    self.sectionKey = sectionKey
    self.knowsExchanges = knowsExchanges
    self.language = language
    self.tag = tag ?? language
    self.asks = asks
    self.documents = documents
    self.synonyms = synonyms
  }

  /// The files, the entry last.
  public func files() -> [SearchIndexFile] {
    let rules = rules
    var builder = PostingsBuilder(simplifies: isChinese, rules: rules)
    for document in documents { builder.add(document) }
    let shards = TermShards(builder)
    var parts = IndexParts(language: language)

    let terms = parts.add("t", shards.files)
    let lexicon = parts.add("w", shards.lexicon.json(known: knownWords))
    let pinyin = isChinese ? parts.add("p", pinyinPart(shards.hanCharacters).json) : nil
    let asked = QuestionsPart(documents: documents).json.map { parts.add("q", $0) }
    let texts = documents.map { DocumentPart(document: $0).whole }
    let groups = parts.add("d", texts)
    let isSmall = parts.size <= Self.smallSize
    let synonyms = SynonymsPart(synonyms, folding: folding(shards), terms: shards)
    let said = isSmall ? "" : parts.add("s", synonyms.parts)
    let writesEnglishApart =
      !isSmall && ["ko", "zh"].contains(SearchRules.primaryLanguage(of: tag))
    let english =
      writesEnglishApart ? parts.add("r", Array(Self.json(.english).utf8)) : nil
    let heads = isSmall ? "" : parts.add("h", headFiles)
    var entry = [
      "\"version\":\(Self.version)", "\"language\":\(jsonString(language))",
      "\"count\":\(documents.count)", "\"runs\":\(runs())", "\"names\":\(namesJSON())",
      "\"terms\":[\(jsonString(shards.firsts.joined(separator: " "))),\"\(terms)\"]",
      "\"words\":\"\(lexicon)\"",
    ]
    if let asked { entry.append("\"asked\":\"\(asked)\"") }
    if let sectionKey { entry.append("\"section\":\(jsonString(sectionKey))") }
    if let pinyin { entry.append("\"pinyin\":\"\(pinyin)\"") }
    if isChinese { entry.append("\"variants\":\(variants(of: shards.hanCharacters))") }
    let foreign = documents.indices.filter { documents[$0].language != tag }
    if !foreign.isEmpty {
      entry.append("\"foreign\":[\(foreign.map(String.init).joined(separator: ","))]")
    }
    if let cards = cardsJSON(shards) { entry.append("\"cards\":\(cards)") }
    entry.append(isSmall ? "\"synonyms\":\(synonyms.json)" : "\"said\":\"\(said)\"")
    if let english { entry.append("\"english\":\"\(english)\"") }
    entry.append("\"rules\":\(Self.json(english == nil ? rules : rules.withoutEnglish))")
    entry.append("\"docs\":\"\(groups)\"")
    entry.append("\"heads\":\"\(heads)\"")
    return parts.files(entry: entry, inline: isSmall)
  }

  private func pinyinPart(_ characters: Set<UInt16>) -> PinyinPart {
    PinyinPart(
      characters: characters, unwanted: knowsExchanges ? [] : SearchRules.charactersOfExchanges)
  }

  private var isChinese: Bool { SearchRules.primaryLanguage(of: tag) == "zh" }

  private var rules: SearchRules {
    let rules = SearchRules.language(tag)
    return knowsExchanges ? rules : rules.withoutExchanges
  }

  private var headFiles: [[UInt8]] {
    stride(from: 0, to: documents.count, by: Self.headsTogether).map { start in
      let group = documents[start..<min(start + Self.headsTogether, documents.count)]
      let heads = group.map { DocumentPart(document: $0).head }
      return Array("[\(heads.joined(separator: ",\n"))]".utf8)
    }
  }

  /// Everything that is spelled correctly, in the words of the rules and of the synonyms.
  private var knownWords: String {
    let words = synonyms.flatMap { $0.from + ($0.from == $0.to ? [] : $0.to) }
    return ([rules.known] + words).joined(separator: " ")
  }

  /// Stretches of documents of one exchange and category: `[["upbit","security",3],…]`.
  private func runs() -> String {
    var runs: [(exchange: String, category: String, count: Int)] = []
    for document in documents {
      if let last = runs.last, last.exchange == document.exchange,
        last.category == document.category
      {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((document.exchange, document.category, 1))
      }
    }
    let items = runs.map {
      "[\(jsonString($0.exchange)),\(jsonString($0.category)),\($0.count)]"
    }
    return "[\(items.joined(separator: ","))]"
  }

  /// The names of exchanges and categories, each once: `[["upbit","업비트"],…]`.
  private func namesJSON() -> String {
    var names: [String: String] = [:]
    for document in documents {
      names[document.exchange] = document.exchangeName
      names[document.category] = document.categoryName
    }
    let items = names.sorted { $0.key < $1.key }.map {
      "[\(jsonString($0.key)),\(jsonString($0.value))]"
    }
    return "[\(items.joined(separator: ","))]"
  }

  /// `{"contact":["전화|…","사칭|…",{"upbit":12}],…}`: what is typed for a card and what speaks against it, folded; the documents by exchange, `""` for that of all.
  private func cardsJSON(_ terms: TermShards) -> String? {
    let folding = folding(terms)
    let items = SearchCard.allCases.compactMap { card -> String? in
      let owners = documents.indices.filter { documents[$0].card == card }
        .map { "\(jsonString(documents[$0].cardOwner)):\($0)" }
      guard !owners.isEmpty else { return nil }
      let ask = asks[card] ?? SearchAsk()
      let lists = [ask.words, ask.not].map { words in
        jsonString(
          words.map { word in
            let folded = String(decoding: folding.fold(word), as: UTF16.self)
            // Korean and Chinese are found however they are spaced.
            return folded.contains { $0.isASCII && $0.isLetter }
              ? folded : folded.replacing(" ", with: "")
          }.joined(separator: "|"))
      }
      return
        "\"\(card.rawValue)\":[\(lists.joined(separator: ",")),{\(owners.joined(separator: ","))}]"
    }
    return items.isEmpty ? nil : "{\(items.joined(separator: ","))}"
  }

  private func folding(_ terms: TermShards) -> Folding {
    isChinese
      ? Folding(simplifiesTo: terms.hanCharacters) : Folding(simplifies: false)
  }

  /// Two texts of the same length: variants of the characters that the site uses, and these.
  private func variants(of characters: Set<UInt16>) -> String {
    let used = HanVariants.simplified.filter { characters.contains(UInt16($0.value.value)) }
      .sorted { $0.key < $1.key }
    let from = String(String.UnicodeScalarView(used.map(\.key)))
    let to = String(String.UnicodeScalarView(used.map(\.value)))
    return "[\(jsonString(from)),\(jsonString(to))]"
  }

  private static func json(_ rules: SearchRules) -> String {
    let items = rules.lists.filter { !$0.words.isEmpty && $0.key != "known" }.map {
      "\"\($0.key)\":\(jsonString($0.words))"
    }
    return "{\(items.joined(separator: ","))}"
  }
}
