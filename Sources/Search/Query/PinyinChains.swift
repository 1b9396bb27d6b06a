/// Chinese that is typed as it sounds: strings of characters that stand next to each other on the site.
struct PinyinChains: Sendable {
  /// The characters by syllable, and the syllables by character.
  private var characters: [Units: [UInt16]] = [:]
  private var syllables: [UInt16: [Units]] = [:]
  /// The pairs of the site by their first character, and these in the order of the pairs.
  private var following: [UInt16: [Pair]] = [:]
  private var firsts: [UInt16] = []
  /// How many chains are kept.
  private let few: Int

  private struct Pair: Sendable {
    var second: UInt16
    var level: UInt8
  }

  /// The strings that are followed further.
  private static let most = 200

  init(_ words: SiteWords, characters used: Set<UInt16>, few: Int) {
    self.few = few
    for (syllable, all) in Pinyin.characters.sorted(by: { $0.key < $1.key }) {
      for character in all
      where Pinyin.commonCharacters.contains(character) || used.contains(UInt16(character.value)) {
        add(Units(syllable.utf16), UInt16(character.value))
      }
    }
    // People write lü and nü with v or with u.
    for (syllable, all) in characters where "nl".utf16.contains(syllable[0]) && syllable.count > 1 {
      guard syllable[1] == UInt16(UInt8(ascii: "v")) else { continue }
      let other = [syllable[0], UInt16(UInt8(ascii: "u"))] + syllable.dropFirst(2)
      for character in all { add(other, character) }
    }
    for pair in words.han {
      if following[pair[0]] == nil { firsts.append(pair[0]) }
      following[pair[0], default: []].append(Pair(second: pair[1], level: words.level(pair)))
    }
  }

  private mutating func add(_ syllable: Units, _ character: UInt16) {
    characters[syllable, default: []].append(character)
    syllables[character, default: []].append(syllable)
  }

  /// Strings of which each character passes its test; the most frequent.
  private func chains(_ tests: [UnitSet], alike: (Units) -> Int = { _ in 0 }) -> [Units] {
    guard let first = tests.first else { return [] }
    var found = firsts.filter(first.contains).map { (text: [$0], low: UInt8(127), alike: 0) }
    for test in tests.dropFirst() {
      found = found.flatMap { chain in
        (following[chain.text[chain.text.count - 1]] ?? []).filter { test.contains($0.second) }
          .map { pair in
            let text = chain.text + [pair.second]
            return (text, min(chain.low, pair.level), alike(text))
          }
      }
      found.sort { one, other in
        if one.alike != other.alike { return one.alike > other.alike }
        return one.low != other.low ? one.low > other.low : one.text.isBefore(other.text)
      }
      found = Array(found.prefix(Self.most))
    }
    return found.prefix(few).map(\.text)
  }

  /// The Chinese that letters may stand for.
  func units(_ letters: Units) -> [NeedleUnit] {
    guard 2...36 ~= letters.count, letters.allSatisfy({ $0.isSmallLetter || $0 == 0xFC }) else {
      return []
    }
    var seen: [Int: [[Syllable]]] = [:]
    let written = letters.map { $0 == 0xFC ? UInt16(UInt8(ascii: "v")) : $0 }
    var ways = readings(written[...], &seen).filter { $0.count > 1 }.map { $0.map(test) }
    if ways.isEmpty, letters.count < 8 {
      ways.append(letters.map { test(Syllable(letters: [$0], isOpen: true)) })
    }
    return ways.flatMap { chains($0) }.prefix(few).map { .han($0) }
  }

  /// A syllable, or the beginning of one.
  private struct Syllable {
    var letters: Units
    var isOpen = false
  }

  private func test(_ syllable: Syllable) -> UnitSet {
    guard syllable.isOpen else { return UnitSet(characters[syllable.letters] ?? []) }
    return UnitSet(characters.filter { $0.key.starts(with: syllable.letters) }.flatMap(\.value))
  }

  /// The ways to read letters as syllables; the last may be unfinished.
  private func readings(_ letters: ArraySlice<UInt16>, _ seen: inout [Int: [[Syllable]]])
    -> [[Syllable]]
  {
    if letters.isEmpty { return [[]] }
    if let found = seen[letters.count] { return found }
    var found: [[Syllable]] = []
    for size in stride(from: min(6, letters.count), to: 0, by: -1) {
      let head = Units(letters.prefix(size))
      if characters[head] != nil {
        for rest in readings(letters.dropFirst(size), &seen) {
          found.append([Syllable(letters: head)] + rest)
        }
      }
      if found.count > 12 { break }
    }
    let whole = Units(letters)
    if characters[whole] == nil, letters.count < 6,
      characters.keys.contains(where: { $0.starts(with: whole) })
    {
      found.append([Syllable(letters: whole, isOpen: true)])
    }
    seen[letters.count] = found
    return found
  }

  /// Characters that sound alike: 提限 for 提现.
  func homophones(_ text: Units, free: Set<UInt16>) -> [NeedleUnit] {
    let tests = text.map { character in
      UnitSet([character] + (syllables[character] ?? []).flatMap { characters[$0] ?? [] })
    }
    let alike = { (other: Units) in zip(other, text).count { $0 == $1 } }
    return chains(tests, alike: alike).filter { $0 != text }.prefix(4)
      .map { .han($0, free: free) }
  }
}
