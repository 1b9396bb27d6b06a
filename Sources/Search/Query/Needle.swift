/// What is looked for: units that follow each other, in the terms of the index and in texts.
typealias Needle = [NeedleUnit]

/// The terms from `low` to before `high`.
struct TermRange: Sendable {
  var low: Units
  var high: Units

  static func beginning(with text: Units) -> TermRange {
    TermRange(low: text, high: text + [0xFFFF])
  }

  static func only(_ text: Units) -> TermRange { TermRange(low: text, high: text + [0]) }

  func contains(_ text: some Collection<UInt16>) -> Bool {
    !text.isBefore(low) && text.isBefore(high)
  }
}

/// A word, a Korean word or a piece of Chinese. A class, so that handing one on copies nothing.
final class NeedleUnit: Sendable {
  let kind: TokenKind
  let text: Units
  /// Of a word: its stem, and whether more may follow, because it is still being typed.
  let root: Units
  let open: Bool
  /// Of a Korean word: what a text there must be among, and how much of it was typed.
  let ranges: [TermRange]
  let size: Int
  /// Of a piece of Chinese: its neighbours in pairs; the places of characters that may be missing; whether the better
  /// part is enough; whether nothing but the whole will do.
  let pairs: [Units]
  let free: [Int]
  let loose: Bool
  let exact: Bool
  /// The same in parts that stand apart.
  let splits: [Needle]

  private init(
    _ kind: TokenKind, _ text: Units, root: Units = [], open: Bool = false,
    ranges: [TermRange] = [], size: Int = 0, pairs: [Units] = [], free: [Int] = [],
    loose: Bool = false, exact: Bool = true, splits: [Needle] = []
  ) {
    self.kind = kind
    self.text = text
    self.root = root
    self.open = open
    self.ranges = ranges
    self.size = size
    self.pairs = pairs
    self.free = free
    self.loose = loose
    self.exact = exact
    self.splits = splits
  }
}

extension NeedleUnit {
  static func word(_ text: Units, open: Bool = false, splits: [Needle] = []) -> NeedleUnit {
    NeedleUnit(.word, text, root: EnglishStemmer.stem(text), open: open, splits: splits)
  }

  /// Korean text that begins with one of the ranges; `size` is how much of it the reader typed.
  static func ranges(
    _ ranges: [TermRange], size: Int, text: Units = [], splits: [Needle] = []
  ) -> NeedleUnit {
    NeedleUnit(.hangul, text, ranges: ranges, size: size, splits: splits)
  }

  static func start(_ text: Units, splits: [Needle] = []) -> NeedleUnit {
    ranges([.beginning(with: text)], size: text.count, text: text, splits: splits)
  }

  /// From its start on; a single syllable is only itself.
  private static func startOrWhole(_ text: Units, splits: [Needle] = []) -> NeedleUnit {
    text.count > 1
      ? start(text, splits: splits) : ranges([.only(text)], size: 1, text: text, splits: splits)
  }

  /// A Korean word: from its start on, or in parts with spaces between.
  static func korean(_ text: Units, _ analysis: QueryAnalysis) -> NeedleUnit {
    start(text, splits: koreanSplits(text, analysis, atMost: 3))
  }

  private static func koreanSplits(
    _ text: Units, _ analysis: QueryAnalysis, atMost most: Int
  ) -> [Needle] {
    guard most > 1, text.count < 11, text.count > 1 else { return [] }
    func stands(_ part: ArraySlice<UInt16>) -> Bool {
      part.count > 1 || part.first.map(analysis.stemmer.isShort) == true
    }
    var splits: [Needle] = []
    for at in 1..<text.count {
      guard stands(text[..<at]), stands(text[at...]) else { continue }
      let bare = Units(analysis.koreanStem(text[..<at]))
      let head = ranges([.only(bare)], size: at, text: bare)
      let right = Units(text[at...])
      splits.append([head, start(right)])
      for rest in koreanSplits(right, analysis, atMost: most - 1) { splits.append([head] + rest) }
    }
    return splits
  }

  /// A piece of Chinese, all of it; or without characters that are `free`; when `loose`, only the better part.
  static func han(_ text: Units, free: Set<UInt16> = [], loose: Bool = false, lacking: [Int] = [])
    -> NeedleUnit
  {
    let places = text.count > 2 ? text.indices.filter { free.contains(text[$0]) } : []
    return NeedleUnit(
      .han, text, pairs: zip(text, text.dropFirst()).map { [$0, $1] }, free: places + lacking,
      loose: loose, exact: free.isEmpty)
  }

  /// A phrase as a needle: words next to each other, spaces aside.
  static func phrase(_ text: String, _ analysis: QueryAnalysis) -> Needle {
    phrase(analysis.folding.fold(text), analysis)
  }

  static func phrase(_ folded: Units, _ analysis: QueryAnalysis) -> Needle {
    var needle: Needle = []
    var run: [Units] = []
    let tokens = QueryToken.tokens(folded)
    for (at, token) in tokens.enumerated() {
      let kind = token.kind
      switch kind {
      case .han:
        needle.append(.han(token.text))
        continue
      case .word: run.append(token.text)
      case .hangul:
        let follows = token.gap == .none && at > 0 && tokens[at - 1].kind == .word
        if !follows || !analysis.stemmer.isEnding(token.text[...]) {
          run.append(analysis.bare(kind, token.text))
        }
      }
      let after = at + 1 < tokens.count ? tokens[at + 1] : nil
      if run.isEmpty || after?.kind == kind && (kind == .hangul || after?.gap == .link) { continue }
      needle.append(joined(run, kind))
      run = []
    }
    return needle
  }

  /// Words that may stand as one or apart.
  private static func joined(_ run: [Units], _ kind: TokenKind) -> NeedleUnit {
    let text = Units(run.joined())
    if kind == .word {
      return word(text, splits: run.count > 1 ? [run.map { word($0) }] : [])
    }
    return startOrWhole(text, splits: run.count > 1 ? [run.map { startOrWhole($0) }] : [])
  }

  /// Whether enough of a piece of Chinese is covered, by bits: all but the characters that may be missing.
  ///
  /// 32 bits that go round, as in the browser: of longer pieces both know no better.
  func isCovered(by mask: Int32) -> Bool {
    var missing = 0
    for at in text.indices where mask &>> Int32(truncatingIfNeeded: at) & 1 == 0 {
      if !free.contains(at) { missing += 1 }
    }
    if mask == 0 { return false }
    let hasThree = mask & (mask &>> 1) & (mask &>> 2) > 0
    return missing == 0 || loose && Double(missing) <= Double(text.count) * 0.4 && hasThree
  }
}
