/// Finds phone numbers in units, however they are grouped and spelled. `numbers.js` of the theme does
/// the same.
///
/// 1. A run is read: groups of digits, of figures, of spelled digits or of letters that look like
///    digits, and what stands between them.
/// 2. Among its groups the longest number is looked for that can begin and end where it does.
/// 3. The words before and behind decide what may also be an amount, an order or a short number.
struct PhoneRuns {
  enum Kind { case figures, spelled, alike }

  struct Group {
    var digits: [UInt8]
    var kind: Kind
    var from: Int
    var to: Int
    /// What stands before it.
    var gap: DigitGap = []
  }

  let units: ContactUnits
  /// A number has at most so many groups; more are a table.
  private static let mostGroups = 18
  private static let longestGap = 8
  private static let longestRun = 400

  init(_ units: ContactUnits) { self.units = units }

  /// Whether digits may begin here.
  static func mayBegin(_ c: UInt32) -> Bool {
    Sign.isDigit(c) || Sign.isLatin(c) || c == 0x2B || c == Sign.bar || Sign.spelledDigit(c) != nil
      || c == 0xCC9C || c == 0x5343
  }

  /// Adds the numbers of the run of digits that begins at a unit.
  /// - Returns: where the run ends; `at` when no digit stands there.
  func numbers(at: Int, into found: inout [ContactMatch]) -> Int {
    if units[at] == 0x31 || units[at] == 0x2B, !isPartBefore(at),
      let number = VanityNumber(units: units).number(at: at)
    {
      found.append(number)
      return number.to
    }
    let plus = plusEnd(at)
    let run = run(from: plus ?? at)
    guard let end = run.last?.to else { return at }
    let count = run.reduce(0) { $0 + $1.digits.count }
    if count >= 4, !isPartBefore(at) { search(run, plus: plus == nil ? nil : at, into: &found) }
    return end
  }

  /// Behind a plus, where the digits of an international number begin.
  private func plusEnd(_ at: Int) -> Int? {
    guard units[at] == 0x2B else { return nil }
    var to = at + 1
    while to - at < 4, [Sign.space, Sign.close, Sign.open, Sign.dash].contains(units[to]) {
      to += 1
    }
    return Sign.isDigit(units[to]) ? to : nil
  }

  private func run(from start: Int) -> [Group] {
    var run: [Group] = []
    var at = start
    var gap: DigitGap = []
    while run.count < Self.longestRun, var group = group(at: at) {
      group.gap = gap
      run.append(group)
      (gap, at) = self.gap(from: group.to)
    }
    return run
  }

  // MARK: Gaps

  private func gap(from start: Int) -> (kinds: DigitGap, to: Int) {
    var at = start
    var kinds: DigitGap = []
    while at < units.count, at - start < Self.longestGap {
      let c = units[at]
      let word = hyphenEnd(at)
      if word > at,
        at == start || kinds.subtracting(.space).isEmpty || kinds.contains(.bracket)
      {
        kinds.insert(.word)
        at = word
        continue
      }
      let isOne = c == 0x4E00 && Sign.isDigit(units[at - 1])
      if Sign.isDigit(c) || Sign.isLatin(c) || (Sign.spelledDigit(c) != nil && !isOne) { break }
      // From one cell of a table to the next.
      if c == Sign.bar, kinds == .space, units[at + 1] == Sign.space {
        kinds.insert(.cell)
        at += 1
        continue
      }
      guard let kind = Self.kind(of: c, isFirst: kinds.isEmpty) else { break }
      kinds.insert(kind)
      at += 1
    }
    return (kinds, at)
  }

  private static func kind(of c: UInt32, isFirst: Bool) -> DigitGap? {
    switch c {
    case Sign.space: .space
    case Sign.dash, 0x5F, 0x4E00: .dash
    case Sign.dot, Sign.middle: .dot
    case Sign.open, Sign.close, 0x3C, 0x3E: .bracket
    case Sign.slash: .slash
    case Sign.comma: .comma
    case Sign.colon: .colon
    case Sign.tilde: .tilde
    case Sign.line: .line
    case 0x2B: nil
    case Sign.bar: isFirst ? .other : nil
    default: Sign.isCJK(c) ? nil : .other
    }
  }

  private static let hyphens = RecogniserWords.hyphens.map { $0.unicodeScalars.map(\.value) }

  /// The end of a word for the hyphen that stands between digits; `at` when none does.
  private func hyphenEnd(_ at: Int) -> Int {
    let c = units[at]
    guard Sign.isCJK(c) || c == 0x64 || c == 0x68 || c == 0x6D,
      let word = Self.hyphens.first(where: { units.starts(with: $0, at: at) })
    else { return at }
    let to = at + word.count
    var next = to
    while units[next] == Sign.space || units[next] == Sign.close { next += 1 }
    if Sign.isLatin(c), Sign.isLatin(units[to]) { return at }
    let isBeforeDigit =
      Sign.isDigit(units[next]) || Sign.spelledDigit(units[next]) != nil
      || (Sign.isLatin(c) && Sign.isLatin(units[next]))
    return isBeforeDigit ? to : at
  }

  // MARK: Numbers among groups

  private func search(_ run: [Group], plus: Int?, into found: inout [ContactMatch]) {
    var first = 0
    while first < run.count {
      let isPlus = plus != nil && first == 0
      // "09:00 2026-11-21": the minutes of a time begin no number.
      let isMinutes = first > 0 && run[first].gap == .colon && run[first].digits.count <= 2
      if !isMinutes, first == 0 || Self.isBorder(run[first], run[first - 1]),
        let (last, phone) = longest(run, first, isPlus)
      {
        found.append(
          ContactMatch(
            kind: .phone, from: isPlus ? plus! : run[first].from, to: run[last].to, plain: phone))
        first = last
      }
      first += 1
    }
  }

  /// Whether a number can end before a group, and another begin with it.
  private static func isBorder(_ group: Group, _ previous: Group) -> Bool {
    group.gap.isEmpty
      ? group.kind != previous.kind
      : !group.gap.subtracting([.dash, .dot, .tilde, .word, .other]).isEmpty
  }

  /// The longest number from a group on: one of a form that is known, else one that "call" stands before.
  private func longest(_ run: [Group], _ first: Int, _ isPlus: Bool) -> (Int, String)? {
    var label: ContactLabel?
    var counts: [Int] = [0]
    let most = min(run.count, first + Self.mostGroups)
    for group in run[first..<most] { counts.append(counts.last! + group.digits.count) }
    for anyForm in [false, true] {
      for last in stride(from: most - 1, through: first, by: -1) {
        if last + 1 < run.count, !Self.isBorder(run[last + 1], run[last]) { continue }
        let count = counts[last - first + 1]
        if count > 18 || count < 4 { continue }
        let words = label ?? ContactLabel(units, before: run[first].from - (isPlus ? 1 : 0))
        label = words
        if let phone = phone(run, first...last, isPlus, words, anyForm) { return (last, phone) }
      }
      guard label?.isCall == true else { return nil }
    }
    return nil
  }

  private func phone(
    _ run: [Group], _ range: ClosedRange<Int>, _ isPlus: Bool, _ label: ContactLabel,
    _ anyForm: Bool
  ) -> String? {
    let groups = run[range]
    var gaps = groups.dropFirst().reduce(into: DigitGap()) { $0.formUnion($1.gap) }
    // Over cells and lines goes only what is to be called, and begins none of them as a count.
    if gaps.contains(.cell) || (gaps.contains(.line) && !gaps.contains(.dash)) {
      let isCounted = ContactLabel.isCounted(units, run[range.upperBound].to, isGrouped: true)
      if !label.isCall || anyForm || isCounted { return nil }
      gaps = .dash
    }
    let isSpelled = groups.contains { $0.kind == .spelled }
    if isSpelled, !isMeantAsDigits(groups) { return nil }
    let digits = groups.flatMap(\.digits)
    let end = run[range.upperBound].to
    if digits.count < 7, !isPlus {
      return !isSpelled && isShort(digits, groups.count, gaps, label, end)
        ? String(decoding: digits, as: UTF8.self) : nil
    }
    let forms = PhoneForms(
      groups: groups.map(\.digits), gaps: gaps, isPlus: isPlus, isSpelled: isSpelled,
      isCall: anyForm)
    guard let phone = forms.phone, !isPartAfter(end), isPlus || !label.isOther else { return nil }
    let isLoose = groups.count == 1 || isPlus || digits[0] != 0x30
    if isLoose, !label.isCall, ContactLabel.isCounted(units, end, isGrouped: groups.count > 1) {
      return nil
    }
    if isLoose, ContactLabel.isCurrency(units, before: run[range.lowerBound].from) { return nil }
    return isAmongCards(run, range) && !isSpelled ? nil : phone
  }

  /// Whether a short number stands beside a word that says that it is called.
  private func isShort(
    _ digits: [UInt8], _ groups: Int, _ gaps: DigitGap, _ label: ContactLabel, _ end: Int
  ) -> Bool {
    guard PhoneForms.isShort(digits), !isPartAfter(end), !label.isOther else { return false }
    // "95 588": only where no amount can be meant.
    let isGrouped = groups > 1
    if isGrouped, digits[0] != 0x39 || !gaps.subtracting([.space, .dash]).isEmpty { return false }
    let isCalled =
      label.isCall || (digits.count > 4 && ContactLabel.isCallBehind(units, end))
    return isCalled && !ContactLabel.isCounted(units, end, isGrouped: isGrouped)
  }

  /// Whether words among digits are digits: "15팔팔-5682", and not "시행령이 2026-08-11".
  private func isMeantAsDigits(_ groups: ArraySlice<Group>) -> Bool {
    if groups.allSatisfy({ $0.kind == .spelled }) { return true }
    let first = groups[groups.startIndex]
    if first.kind == .spelled, Sign.isCJK(units[first.from]), Sign.isCJK(units[first.from - 1]) {
      return false
    }
    return groups.indices.allSatisfy { at in
      let group = groups[at]
      return group.kind != .spelled || Sign.isLatin(units[group.from]) || group.digits.count > 2
        || (at > groups.startIndex && group.gap.isEmpty)
        || (at + 1 < groups.endIndex && groups[at + 1].gap.isEmpty)
    }
  }

  /// "1588 5682 1234 5678": four groups of four are a card's number.
  private func isAmongCards(_ run: [Group], _ range: ClosedRange<Int>) -> Bool {
    let (first, last) = (range.lowerBound, range.upperBound)
    guard last - first == 1, run[first].digits.count == 4, run[last].digits.count == 4 else {
      return false
    }
    func isFour(_ at: Int) -> Bool { run.indices.contains(at) && run[at].digits.count == 4 }
    guard let beside = [last + 1, first - 1].first(where: isFour) else { return false }
    return run[max(beside, first)].gap == .space && run[last].gap == .space
  }

  // MARK: Words that digits are part of

  /// Whether the digits continue a word, a path or another number: `A-1588`, `#1234`, `0x15`.
  private func isPartBefore(_ start: Int) -> Bool {
    var at = start - 1
    if Sign.isWord(units[at]) { return !isCallWord(endingAt: start) }
    while [Sign.dash, Sign.dot, Sign.slash, 0x23, 0x3D].contains(units[at]) {
      if units[at] == 0x23 { return true }
      at -= 1
    }
    if at == start - 1 || at < 0 { return false }
    return Sign.isWord(units[at]) && !isCallWord(endingAt: at + 1)
  }

  private static let callWords = Set(RecogniserWords.calls).union([
    "t", "m", "p", "h", "hp", "f", "no", "cs", "to", "at",
  ])
  private static let longestCall = callWords.map(\.unicodeScalars.count).max()!

  /// Whether letters that end here are a word for a call: "tel15885682", "T.02-123-4567".
  private func isCallWord(endingAt end: Int) -> Bool {
    var at = end
    while Sign.isLatin(units[at - 1]) { at -= 1 }
    if Sign.isWord(units[at - 1]) { return false }
    guard end - at <= Self.longestCall else { return false }
    return Self.callWords.contains(units.string(at, end))
  }

  private func isPartAfter(_ to: Int) -> Bool {
    let c = units[to]
    if Sign.isWord(c) || c == 0x25 {
      let isExtension =
        units.string(to, to + 3) == "ext" || (c == 0x78 && Sign.isDigit(units[to + 1]))
      return !isExtension
    }
    let next = units[to + 1]
    return (c == Sign.dash || c == Sign.dot || c == Sign.slash)
      && (Sign.isLatin(next) || (c != Sign.dot && Sign.isDigit(next)))
  }
}
