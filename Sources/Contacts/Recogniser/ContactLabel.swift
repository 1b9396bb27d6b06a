/// What the words around a number say of it.
struct ContactLabel {
  /// Somebody is called.
  let isCall: Bool
  /// An order, an account, a block: no number to call.
  let isOther: Bool

  private typealias Words = [Unicode.Scalar: [[Unicode.Scalar]]]
  private static let calls = byLast(RecogniserWords.calls)
  private static let others = byLast(RecogniserWords.otherNumbers)

  private static func byLast(_ words: [String]) -> Words {
    Dictionary(grouping: words.map { Array($0.unicodeScalars) }) { $0.last! }
  }

  /// Before 1332 and its like; two words.
  private static let withoutArea = Array("국번 없이".unicodeScalars)

  private static let particles = [
    "is", "no", "number", "me", "us", "at", "on", "는", "은", "가", "이", "를", "을", "로", "으로", "为", "是",
    "请", ":", "#", "(",
    " ", "\n",
  ].map { Array($0.unicodeScalars) }
  private static let joints = Set(" \n\t:#()\"'“”‘’=-~.,*_|>".unicodeScalars)

  /// Looks at the 28 units before a place.
  init(_ units: ContactUnits, before from: Int) {
    var start = from
    while start > 0, from - start < 28, units[start - 1] != Sign.line { start -= 1 }
    var text = (start..<max(start, from)).compactMap { Unicode.Scalar(units[$0]) }[...]
    while let last = text.last, Self.joints.contains(last) { text.removeLast() }
    var bare = text
    while let particle = Self.particles.first(where: { Self.ends(bare, with: $0) }) {
      bare.removeLast(particle.count)
    }
    func ends(_ word: [Unicode.Scalar]) -> Bool {
      [text, bare].contains { part in
        guard Self.ends(part, with: word) else { return false }
        guard Sign.isLatin(word[0].value), let before = part.dropLast(word.count).last else {
          return true
        }
        return !(Sign.isLatin(before.value) || Sign.isDigit(before.value))
      }
    }
    func endsWithOne(of words: Words) -> Bool {
      [text.last, bare.last].contains { last in
        last.flatMap { words[$0] }?.contains(where: ends) ?? false
      }
    }
    isCall = endsWithOne(of: Self.calls) || Self.ends(text, with: Self.withoutArea)
    isOther = endsWithOne(of: Self.others)
  }

  private static func ends(_ text: ArraySlice<Unicode.Scalar>, with word: [Unicode.Scalar]) -> Bool
  {
    text.count >= word.count && text.suffix(word.count).elementsEqual(word)
  }

  private static let callsBehind = RecogniserWords.callsBehind.map {
    $0.unicodeScalars.map(\.value)
  }

  /// Whether a word for a call follows: "95588 客服".
  static func isCallBehind(_ line: ContactUnits, _ to: Int) -> Bool {
    var at = to
    while line[at] == Sign.space, at - to < 2 { at += 1 }
    return callsBehind.contains { word in
      guard line.starts(with: word, at: at) else { return false }
      // Particles stand right behind, and "call" behind them.
      return word.count > 1 || (at == to && hasCall(line, at + 1))
    }
  }

  private static let korean = ["전화", "연락", "걸"].map { $0.unicodeScalars.map(\.value) }

  private static func hasCall(_ line: ContactUnits, _ from: Int) -> Bool {
    (from...from + 2).contains { at in korean.contains { line.starts(with: $0, at: at) } }
  }

  private static let units = RecogniserWords.units.map { $0.unicodeScalars.map(\.value) }
  private static let particlesAsUnits = Set("만자개인배".unicodeScalars.map(\.value))
  private static let unitsWithoutSpace = Set("자배쪽개통聪页倍条字".unicodeScalars.map(\.value))

  /// Whether a unit of an amount or a count follows.
  static func isCounted(_ line: ContactUnits, _ to: Int, isGrouped: Bool) -> Bool {
    var at = to
    while line[at] == Sign.space, at - to < 2 { at += 1 }
    if line[at] == 0x25 { return true }
    return units.contains { unit in
      guard line.starts(with: unit, at: at) else { return false }
      if Sign.isLatin(line[at]) { return !Sign.isWord(line[at + unit.count]) }
      guard unit.count == 1 else { return true }
      // "1588-5682만 이용": a particle, where money would follow.
      if isGrouped, particlesAsUnits.contains(unit[0]) { return false }
      return !(at > to && unitsWithoutSpace.contains(unit[0]))
    }
  }

  static func isCurrency(_ units: ContactUnits, before from: Int) -> Bool {
    var at = from - 1
    while units[at] == Sign.space { at -= 1 }
    return [0x24, 0x20A9, 0xA5, 0xFFE6, 0x20AC, 0xA3, 0x2248].contains(units[at])
  }
}
