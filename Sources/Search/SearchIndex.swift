// The search index of one language, as the JSON files that the browser loads.
//
// 1. The build hands over the `SearchDocument`s of a language in a fixed order.
// 2. `PostingsBuilder` folds their texts, splits them into terms and weighs each term in each document.
// 3. `TermShards` sorts the terms and cuts them into files, so that a query loads the few that it needs.
// 4. `Lexicon` keeps the frequent terms by themselves, for queries that must be guessed: typos, initials.
// 5. The documents' heads, a few in each file, and each one's text are for what is shown.
// 6. All files but the entry have a hash of their content in their name. The entry, `index.json`, lists
//    them; when everything together is small, it holds them.
//
// The browser's side is Templates/assets/search/core.js. The same documents give the same bytes.

import Diagnostics

/// All documents that readers of a language can find.
public struct SearchIndex: Sendable {
  /// The form of the JSON; a client that does not know it asks for nothing more.
  public static let version = 2
  /// Up to this many bytes of parts, the entry holds them all.
  static let smallSize = 96 * 1024
  /// Documents whose heads are one file.
  static let headsTogether = 4
  /// Up to this many files of heads, the entry lists them itself.
  static let directHeads = 512
  /// Files of heads that one page of the directory lists.
  static let pageSize = 128

  public var language: String
  public var documents: [SearchDocument]
  public var synonyms: [SearchSynonyms]

  public init(language: String, documents: [SearchDocument], synonyms: [SearchSynonyms] = []) {
    self.language = language
    self.documents = documents
    self.synonyms = synonyms
  }

  /// The files, the entry last.
  public func files() -> [SearchIndexFile] { PreparedIndex(self).files() }

  /// The files of an index whose terms are ready.
  func files(_ shards: TermShards) -> [SearchIndexFile] {
    let rules = SearchRules.language(language)
    var parts = IndexParts(language: language)

    let terms = shards.files.map { parts.add("t", $0) }
    let lexicon = parts.add("w", shards.lexicon.json(known: knownWords))
    let usesHan = language == "zh"
    let pinyin = usesHan ? parts.add("p", PinyinPart(characters: shards.hanCharacters).json) : nil
    let heads = headFiles(&parts)
    var entry = [
      "\"version\":\(Self.version)", "\"language\":\(jsonString(language))",
      "\"count\":\(documents.count)", "\"runs\":\(runs())", "\"names\":\(namesJSON())",
      "\"terms\":[\(jsonString(shards.firsts.joined(separator: " "))),\"\(terms.joined())\"]",
      "\"words\":\"\(lexicon)\"",
    ]
    if let pinyin { entry.append("\"pinyin\":\"\(pinyin)\"") }
    if usesHan { entry.append("\"variants\":\(variants(of: shards.hanCharacters))") }
    entry.append("\"synonyms\":\(synonymsJSON(shards))")
    entry.append("\"rules\":\(Self.json(rules))")
    if heads.count <= Self.directHeads || parts.size <= Self.smallSize {
      entry.append("\"docs\":\"\(heads.joined())\"")
    } else {
      let pages = Self.groups(of: Self.pageSize, heads).map { page in
        parts.add("l", Array("\"\(page.joined())\"".utf8))
      }
      entry.append("\"pages\":\"\(pages.joined())\"")
    }
    return parts.files(entry: entry, inline: parts.size <= Self.smallSize)
  }

  /// Adds the documents' texts and heads; the answer are the hashes of the heads' files.
  private func headFiles(_ parts: inout IndexParts) -> [String] {
    let heads = documents.map { document in
      let text = parts.add("x", DocumentText(document: document).json)
      return DocumentHead(document: document, text: text).json
    }
    return Self.groups(of: Self.headsTogether, heads).map { group in
      parts.add("d", Array("[\(group.joined(separator: ",\n"))]".utf8))
    }
  }

  private static func groups(of size: Int, _ items: [String]) -> [ArraySlice<String>] {
    stride(from: 0, to: items.count, by: size).map {
      items[$0..<min($0 + size, items.count)]
    }
  }

  /// Everything that is spelled correctly, in the words of the rules and of the synonyms.
  var knownWords: String {
    let rules = SearchRules.language(language)
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

  /// The names of exchanges and categories.
  var names: [String: String] {
    var names: [String: String] = [:]
    for document in documents {
      names[document.exchange] = document.exchangeName
      names[document.category] = document.categoryName
    }
    return names
  }

  /// Each once: `[["upbit","업비트"],…]`.
  private func namesJSON() -> String {
    let items = names.sorted { $0.key < $1.key }.map {
      "[\(jsonString($0.key)),\(jsonString($0.value))]"
    }
    return "[\(items.joined(separator: ","))]"
  }

  /// Two texts of the same length: variants of the characters that the site uses, and these.
  private func variants(of characters: Set<UInt16>) -> String {
    let used = HanVariants.simplified.filter { characters.contains(UInt16($0.value.value)) }
      .sorted { $0.key < $1.key }
    let from = String(String.UnicodeScalarView(used.map(\.key)))
    let to = String(String.UnicodeScalarView(used.map(\.value)))
    return "[\(jsonString(from)),\(jsonString(to))]"
  }

  /// The synonyms, of what is found instead only what the site may hold.
  func presentSynonyms(_ terms: TermShards) -> [SearchSynonyms] {
    let folding = Folding(simplifies: language == "zh")
    return synonyms.compactMap { group in
      let present = group.to.filter { terms.mayHold(folding.fold($0)) }
      return present.isEmpty ? nil : SearchSynonyms(from: group.from, to: present)
    }
  }

  /// `[["출금","인출"],…]`; a group of which the site has only some words holds two lists, all and these.
  private func synonymsJSON(_ terms: TermShards) -> String {
    func list(_ words: [String]) -> String {
      "[\(words.map(jsonString).joined(separator: ","))]"
    }
    let items = presentSynonyms(terms).map { group in
      group.to == group.from ? list(group.to) : "[\(list(group.from)),\(list(group.to))]"
    }
    return "[\(items.joined(separator: ","))]"
  }

  static func json(_ rules: SearchRules) -> String {
    let items = rules.lists.filter { !$0.words.isEmpty && $0.key != "known" }.map {
      "\"\($0.key)\":\(jsonString($0.words))"
    }
    return "{\(items.joined(separator: ","))}"
  }
}
