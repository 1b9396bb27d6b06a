/// The terms with their postings, sorted and cut into files of a size that suits the site.
struct TermShards {
  /// `["출금","…postings…",…]`, one list a file.
  private(set) var files: [[UInt8]] = []
  /// What each file's terms begin at: as much of the first term as sets it apart from the file before.
  private(set) var firsts: [String] = []
  private(set) var lexicon = Lexicon()
  /// The Chinese characters of all terms.
  private(set) var hanCharacters: Set<UInt16> = []

  private let table: TermTable
  /// The terms' numbers, sorted by term.
  private let order: [Int]

  init(_ builder: PostingsBuilder) {
    table = builder.extractor.terms
    let sorted = Self.sortedByTerm(builder.postings, termCount: table.count)
    let terms = table
    order = (0..<terms.count).sorted { terms[$0].lexicographicallyPrecedes(terms[$1]) }
    let target = Self.shardSize(postings: builder.postings.count)
    var file = JSONListWriter()
    var last: ArraySlice<UInt16> = []
    for number in order {
      let postings = sorted.postings[sorted.starts[number]..<sorted.starts[number + 1]]
      guard !postings.isEmpty else { continue }
      let term = String(decoding: table[number], as: UTF16.self)
      let code = PostingsCode.encode(postings)
      // A frequent term is a file of its own: its neighbours' queries need not load it.
      if file.count > 0, file.bytes.count + code.count >= target { finish(&file) }
      if file.count == 0 {
        firsts.append(Self.separator(between: last, and: table[number]))
      }
      last = table[number]
      file.append(Array(term.utf8))
      file.append(code)
      lexicon.add(term, table[number], documents: postings.count)
      for unit in table[number] where unit >= 0x3400 && unit <= 0x9FFF {
        hanCharacters.insert(unit)
      }
    }
    if file.count > 0 { finish(&file) }
    lexicon.finish(documents: builder.documentCount)
  }

  /// The shortest beginning of the second term that comes after the first.
  private static func separator(between first: ArraySlice<UInt16>, and second: ArraySlice<UInt16>)
    -> String
  {
    let shared = zip(first, second).prefix { $0 == $1 }.count
    return String(decoding: second.prefix(shared + 1), as: UTF16.self)
  }

  /// Whether the site may hold a phrase: for each of its words a term begins as it does.
  func mayHold(_ phrase: [UInt16]) -> Bool {
    let tokens = Tokenizer.tokens(phrase)
    return !tokens.isEmpty
      && tokens.allSatisfy { token in
        let length = token.range.count
        // Endings differ, those of a word less than those of a stem.
        let kept = token.kind == .han ? min(2, length) : max(min(2, length), length - 3)
        return holdsTerm(beginningWith: phrase[token.range].prefix(kept))
      }
  }

  private func holdsTerm(beginningWith prefix: ArraySlice<UInt16>) -> Bool {
    let place = firstPlace(notBefore: prefix)
    return place < order.count && table[order[place]].starts(with: prefix)
  }

  private func firstPlace(notBefore term: ArraySlice<UInt16>) -> Int {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if table[order[middle]].lexicographicallyPrecedes(term) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private mutating func finish(_ file: inout JSONListWriter) {
    files.append(file.finished)
    file = JSONListWriter()
  }

  /// Files grow with the square root of the index, as does their number: neither a query's bytes nor the
  /// entry's list of files grows as fast as the site.
  private static func shardSize(postings: Int) -> Int {
    min(16_384, max(4096, Int(Double(postings).squareRoot() * 3)))
  }

  /// A counting sort, which keeps the documents of each term in order.
  private static func sortedByTerm(
    _ postings: [PostingsBuilder.Posting], termCount: Int
  ) -> (starts: [Int], postings: [PostingsBuilder.Posting]) {
    var starts = [Int](repeating: 0, count: termCount + 1)
    for posting in postings { starts[Int(posting.term) + 1] += 1 }
    for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
    var next = starts
    let none = PostingsBuilder.Posting(term: 0, document: 0, level: 0)
    var sorted = [PostingsBuilder.Posting](repeating: none, count: postings.count)
    for posting in postings {
      sorted[next[Int(posting.term)]] = posting
      next[Int(posting.term)] += 1
    }
    return (starts, sorted)
  }
}

/// Postings as printable ASCII: first the distances between documents, then a character for each level.
enum PostingsCode {
  /// Values 0 to 90 as the characters from `#` on, without the backslash.
  private static func character(_ value: Int) -> UInt8 {
    UInt8(value < 57 ? value + 35 : value + 36)
  }

  /// A distance's last character holds its lower six bits, those before it digits of base 27.
  static func encode(_ postings: ArraySlice<PostingsBuilder.Posting>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(postings.count * 2)
    var before = -1
    for posting in postings {
      let distance = posting.document - before - 1
      appendHigh(distance / 64, to: &bytes)
      bytes.append(character(distance % 64))
      before = posting.document
    }
    for posting in postings { bytes.append(character(posting.level)) }
    return bytes
  }

  private static func appendHigh(_ value: Int, to bytes: inout [UInt8]) {
    guard value > 0 else { return }
    appendHigh(value / 27, to: &bytes)
    bytes.append(character(64 + value % 27))
  }
}

/// Writes a JSON list of texts that need no escapes.
struct JSONListWriter {
  private(set) var bytes: [UInt8] = [UInt8(ascii: "[")]
  private(set) var count = 0

  mutating func append(_ text: [UInt8]) {
    if count > 0 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    bytes += text
    bytes.append(UInt8(ascii: "\""))
    count += 1
  }

  var finished: [UInt8] { bytes + [UInt8(ascii: "]")] }
}
