import Diagnostics

/// What readers type and what is found instead, folded, which takes a browser longer than a search.
///
/// 1. Of what is found instead only what the site may hold stands there.
/// 2. A small index has all of it in its entry: `[["출금","인출"],…]`, where a group of which the site has only some words
///    holds two lists, all and these.
/// 3. Else it is cut into files by what a query's word begins with, so that a word loads what is said of few words. All
///    their groups hold two lists: what is typed and begins so, and what is found.
struct SynonymsPart {
  /// A file for each beginning; several share one.
  static let files = 64

  var groups: [SearchSynonyms]

  init(_ synonyms: [SearchSynonyms], folding: Folding, terms: TermShards) {
    func folded(_ words: [String], where isKept: ([UInt16]) -> Bool = { _ in true }) -> [String] {
      words.map(folding.fold).filter(isKept).map { String(decoding: $0, as: UTF16.self) }
    }
    groups = synonyms.compactMap { group in
      let present = folded(group.to, where: terms.mayHold)
      return present.isEmpty ? nil : SearchSynonyms(from: folded(group.from), to: present)
    }
  }

  /// All in one list.
  var json: String {
    let items = groups.map { group in
      group.to == group.from
        ? Self.list(group.to) : "[\(Self.list(group.from)),\(Self.list(group.to))]"
    }
    return "[\(items.joined(separator: ","))]"
  }

  /// A list for each place; none where there is nothing to say.
  var parts: [[UInt8]] {
    guard !groups.isEmpty else { return [] }
    var items = [[String]](repeating: [], count: Self.files)
    for group in groups {
      let to = Self.list(group.to)
      let byPlace = Dictionary(grouping: group.from, by: Self.place)
      for case (let place?, let from) in byPlace {
        items[place].append("[\(Self.list(from)),\(to)]")
      }
    }
    return items.map { Array("[\($0.joined(separator: ","))]".utf8) }
  }

  /// The file of a folded phrase: by its first character, and by the second where the first is Latin, of which there are
  /// few. A browser asks with the phrase's words run together, which may have lost their endings but not these.
  static func place(of phrase: String) -> Int? {
    let units = Array(phrase.utf16)
    let joined = Tokenizer.tokens(units).prefix(2).flatMap { token in
      units[token.range].filter { $0 != UInt16(ascii: ",") }
    }
    guard let first = joined.first else { return nil }
    // A stem may have a y for an i.
    let second = first < 128 && joined.count > 1 ? Int(joined[1]) % 16 : 0
    return (Int(first) * 7 + second * 3) % files
  }

  private static func list(_ words: [String]) -> String {
    "[\(words.map(jsonString).joined(separator: ","))]"
  }
}

extension UInt16 {
  fileprivate init(ascii: Unicode.Scalar) { self = UInt16(UInt8(ascii: ascii)) }
}
