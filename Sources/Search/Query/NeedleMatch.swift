/// Whether a needle stands in a text. `find` in Templates/assets/search/text.js does the same, and says where.
///
/// A unit is a word, a Korean word (from its start, or from a noun inside it; spaces do not matter) or a piece of
/// Chinese, which may come in parts but never as scattered characters.
struct NeedleMatch {
  let field: FieldText
  let analysis: QueryAnalysis

  func holds(_ needle: Needle) -> Bool {
    guard let first = needle.first else { return false }
    if needle.count == 1, first.kind == .han { return holdsHan(first) }
    return field.words.indices.contains { mayStand(first, at: $0) && stands(needle, at: $0) }
  }

  /// Whether a unit may begin at a token, by its first character: true of few tokens, and quickly said.
  private func mayStand(_ unit: NeedleUnit, at place: Int) -> Bool {
    let word = field.words[place]
    guard word.kind == unit.kind, let first = unit.text.first else {
      return word.kind == unit.kind
    }
    if unit.kind == .word { return field.units[Int(word.start)] == first }
    for at in word.range where field.units[at] == first { return true }
    return false
  }

  private func stands(_ needle: Needle, at start: Int) -> Bool {
    var next = start
    for unit in needle {
      let isFirst = next == start
      guard isFirst || field.continues(next, unit.kind), next < field.words.count,
        let end = end(of: unit, at: next, atStart: !isFirst)
      else { return false }
      next = end
    }
    return true
  }

  /// The token behind a unit that begins at a token of its kind.
  private func end(of unit: NeedleUnit, at word: Int, atStart: Bool) -> Int? {
    switch unit.kind {
    case .word: wordEnd(unit, at: word)
    case .hangul: koreanEnd(unit, at: word, atStart: atStart)
    case .han: hanEnd(unit, at: word, atStart: atStart)
    }
  }

  private func hanEnd(_ unit: NeedleUnit, at word: Int, atStart: Bool) -> Int? {
    let text = field.text(word)
    if atStart { return text.starts(with: unit.text) ? word + 1 : nil }
    return text.firstPlace(of: unit.text) == nil ? nil : word + 1
  }

  private func wordEnd(_ unit: NeedleUnit, at word: Int) -> Int? {
    let first = field.text(word)
    guard first.first == unit.text.first else { return nil }
    if isMatch(first, unit, mayBeOpen: true) { return word + 1 }
    var joined = first
    var next = word + 1
    while joined.count < unit.text.count, field.continues(next, .word) {
      joined += field.text(next)
      if isMatch(joined, unit, mayBeOpen: field.words[next].gap == .link) { return next + 1 }
      next += 1
    }
    return nil
  }

  private func isMatch(_ text: ArraySlice<UInt16>, _ unit: NeedleUnit, mayBeOpen: Bool) -> Bool {
    if unit.open, mayBeOpen, text.starts(with: unit.text) { return true }
    // Steps of the stemmer take letters off the end, or put a y there.
    guard text.starts(with: unit.root.dropLast()) else { return false }
    return text.elementsEqual(unit.text) || EnglishStemmer.stem(text) == unit.root
  }
}

extension NeedleMatch {
  private func koreanEnd(_ unit: NeedleUnit, at place: Int, atStart: Bool) -> Int? {
    let word = field.text(place)
    let last = atStart || unit.size < 2 ? 0 : max(0, word.count - 2)
    for start in 0...last {
      if let first = unit.text.first, word[word.startIndex + start] != first { continue }
      // A noun inside begins after two syllables, or after one such as 재.
      if start == 1, word.count < 3 || !analysis.stemmer.isPrefix(word[word.startIndex]) {
        continue
      }
      let rest = word.dropFirst(start)
      if isWithin(rest, unit) || unit.size < 2 && isWithin(analysis.koreanStem(rest), unit) {
        return place + 1
      }
      if let end = endAcross(unit, rest, at: place) { return end }
    }
    return nil
  }

  private func isWithin(_ text: some Collection<UInt16>, _ unit: NeedleUnit) -> Bool {
    unit.ranges.contains { $0.contains(text) }
  }

  /// A Korean word whose parts stand apart in the text; what follows the first must be two syllables of it, or a whole
  /// word.
  private func endAcross(_ unit: NeedleUnit, _ rest: ArraySlice<UInt16>, at place: Int) -> Int? {
    guard field.continues(place + 1, .hangul) else { return nil }
    let shared = zip(unit.text, rest).prefix { $0 == $1 }.count
    if shared == rest.count, let end = endAcross(unit, from: Units(rest), at: place) { return end }
    // A stem of one syllable is a noun that is known.
    guard shared > 1 || shared == 1 && rest.first.map(analysis.stemmer.isShort) == true else {
      return nil
    }
    let stem = analysis.koreanStem(rest)
    guard stem.count <= shared, stem.count < rest.count else { return nil }
    return endAcross(unit, from: Units(stem), at: place)
  }

  private func endAcross(_ unit: NeedleUnit, from start: Units, at place: Int) -> Int? {
    let text = unit.text
    var joined = start
    var end = place + 1
    while joined.count < text.count, text.starts(with: joined), field.continues(end, .hangul) {
      let next = field.text(end)
      let used = text.count - joined.count
      let whole = joined + next
      if isWithin(whole, unit), isEnough(next, used: used, of: text) { return end + 1 }
      joined = text.starts(with: whole) ? whole : joined + analysis.koreanStem(next)
      end += 1
    }
    return nil
  }

  private func isEnough(_ next: ArraySlice<UInt16>, used: Int, of text: Units) -> Bool {
    used > 1 || text.count > 3 || next.count == used
      || analysis.stemmer.isEnding(next.dropFirst(used))
  }

  private func holdsHan(_ unit: NeedleUnit) -> Bool {
    let folded = field.folded
    func holds(_ piece: Units) -> Bool {
      piece.allSatisfy(field.mayHold) && folded.firstPlace(of: piece) != nil
    }
    if holds(unit.text) { return true }
    if unit.exact { return false }
    var mask: Int32 = 0
    for (at, pair) in unit.pairs.enumerated() where holds(pair) {
      mask |= 3 &<< Int32(truncatingIfNeeded: at)
    }
    return unit.isCovered(by: mask)
  }
}
