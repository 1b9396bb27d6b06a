import Diagnostics

/// The site's words by themselves, for the queries that no term answers: typos, initials, words run together.
struct Lexicon: Sendable {
  struct Entry {
    var term: String
    var documents: Int

    /// How frequent the word is: a letter, `b` for a word of one document.
    var level: UInt8 {
      UInt8(ascii: "a") + UInt8(Int.bitWidth - documents.leadingZeroBitCount)
    }
  }

  private(set) var entries: [Entry] = []

  /// A large site keeps its most frequent words: enough to guess from, and quick to load.
  static let limit = 5000
  /// In how many documents a word must stand on a large site; a typo of the site's own is no help.
  static let rare = 2

  mutating func add(_ term: String, _ units: ArraySlice<UInt16>, documents: Int) {
    guard units.count >= 2, units.count <= 20, !units.contains(where: { 0x30...0x39 ~= $0 }) else {
      return
    }
    entries.append(Entry(term: term, documents: documents))
  }

  /// Keeps the words worth guessing.
  mutating func finish(documents: Int) {
    guard entries.count > Self.limit else { return }
    var counts = [Int](repeating: 0, count: documents + 2)
    for entry in entries { counts[entry.documents] += 1 }
    // The largest threshold that keeps `limit` words at least, if the rare ones allow.
    var threshold = documents
    var kept = 0
    while threshold > Self.rare, kept + counts[threshold] <= Self.limit {
      kept += counts[threshold]
      threshold -= 1
    }
    entries.removeAll { $0.documents <= threshold }
  }

  /// Three texts: the words with spaces between, for each a letter that says how frequent it is, and the words that are
  /// correct in any case. Chinese pairs that begin with the same character have it once: 提交币现.
  func json(known: String) -> [UInt8] {
    var words = ""
    var first: UInt16 = 0
    for entry in entries {
      let pair = Self.pair(entry.term)
      if let pair, pair.first == first {
        words += String(decoding: [pair.second], as: UTF16.self)
      } else {
        words += (words.isEmpty ? "" : " ") + entry.term
      }
      first = pair?.first ?? 0
    }
    let levels = entries.map(\.level)
    return Array(
      "[\"\(words)\",\"\(String(decoding: levels, as: UTF8.self))\",\(jsonString(known))]".utf8)
  }

  /// The characters of a Chinese term.
  private static func pair(_ term: String) -> (first: UInt16, second: UInt16)? {
    var units = term.utf16.makeIterator()
    guard let first = units.next(), let second = units.next(), units.next() == nil else {
      return nil
    }
    let han: ClosedRange<UInt16> = 0x3400...0x9FFF
    return han.contains(first) && han.contains(second) ? (first, second) : nil
  }
}
