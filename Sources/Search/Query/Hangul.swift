/// Korean syllables by their parts, and by the keys that type them on the layout with two sets.
enum Hangul {
  /// A syllable's parts, each by its number in Unicode; `final` is 0 when there is none.
  struct Parts {
    var initial, vowel, final: Int
  }

  static let initials = Units("rRseEfaqQtTdwWczxvg")
  static let vowels = words("k o i O j p u P h hk ho hl y n nj np nl b m ml l")
  static let finals =
    [[]] + words("r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g")
  private static let openVowels = Set(Units("koiOjpuPhynbml"))

  private static func words(_ text: String) -> [Units] {
    text.split(separator: " ").map { Units($0.utf16) }
  }

  static func parts(_ unit: UInt16) -> Parts? {
    guard 0xAC00...0xD7A3 ~= unit else { return nil }
    let code = Int(unit) - 0xAC00
    return Parts(initial: code / 588, vowel: code / 28 % 21, final: code % 28)
  }

  static func syllable(_ initial: Int, _ vowel: Int, _ final: Int = 0) -> UInt16 {
    UInt16(0xAC00 + (initial * 21 + vowel) * 28 + final)
  }

  /// The consonant that a syllable begins with; any other character as it is.
  static func initial(of unit: UInt16) -> UInt16 {
    parts(unit).map { UInt16(0x1100 + $0.initial) } ?? unit
  }

  static func isInitial(_ unit: UInt16) -> Bool { 0x1100...0x1112 ~= unit }

  /// Two consonants that an input method has joined, as initials again: ㄳ is ㄱㅅ.
  static func initialsApart(_ text: Units) -> Units {
    text.flatMap { unit -> Units in
      guard 0x11A8...0x11C2 ~= unit else { return [unit] }
      return finals[Int(unit) - 0x11A7].compactMap { key in
        initials.firstIndex(of: key).map { UInt16(0x1100 + $0) }
      }
    }
  }

  /// The keys that type a Korean text.
  static func keys(_ text: some Sequence<UInt16>) -> Units {
    var keys: Units = []
    for unit in text {
      if let parts = parts(unit) {
        keys.append(initials[parts.initial])
        keys += vowels[parts.vowel] + finals[parts.final]
      } else if isInitial(unit) {
        keys.append(initials[Int(unit) - 0x1100])
      } else if 0x1161...0x1175 ~= unit {
        keys += vowels[Int(unit) - 0x1161]
      } else {
        keys.append(unit)
      }
    }
    return keys
  }

  /// The Korean text that the keys type; empty when they type none.
  static func text(fromKeys letters: Units) -> Units {
    let shifted = Set(Units("RETQWOP"))
    let typed = letters.map { $0.isCapitalLetter && !shifted.contains($0) ? $0 + 32 : $0 }
    var text: Units = []
    var at = 0
    while at < typed.count {
      guard let initial = initials.firstIndex(of: typed[at]),
        let vowel = longest(vowels, typed, at + 1)
      else { return [] }
      at += 1 + vowels[vowel].count
      // A consonant before a vowel begins the next syllable.
      let final = longest(finals, typed, at) { end in
        end >= typed.count || !openVowels.contains(typed[end])
      }
      text.append(syllable(initial, vowel, final ?? 0))
      at += final.map { finals[$0].count } ?? 0
    }
    return text
  }

  /// The longest of the parts that stands there.
  private static func longest(
    _ parts: [Units], _ typed: Units, _ at: Int, where mayEnd: (Int) -> Bool = { _ in true }
  ) -> Int? {
    for size in [2, 1] where at + size <= typed.count && mayEnd(at + size) {
      if let found = parts.firstIndex(where: { $0.count == size && typed.holds($0, at: at) }) {
        return found
      }
    }
    return nil
  }

  /// What a word may become whose last syllable is not finished: 출ㄱ, 출그, 출긊 on the way to 출금.
  static func completion(_ word: Units) -> TermRange? {
    guard let last = word.last else { return nil }
    let head = Units(word.dropLast())
    if isInitial(last) {
      let first = syllable(Int(last) - 0x1100, 0)
      return TermRange(low: head + [first], high: head + [first + 588])
    }
    guard let parts = parts(last) else { return nil }
    let bare = syllable(parts.initial, parts.vowel)
    guard let key = finals[parts.final].last else {
      return TermRange(low: head + [bare], high: head + [bare + 28])
    }
    // The initial that the final becomes when a vowel follows.
    guard let next = initials.firstIndex(of: key) else { return nil }
    let first = syllable(next, 0)
    return TermRange(low: head + [bare, first], high: head + [bare, first + 588])
  }

  /// Vowels of stems with those of their forms: 기 and 겨, 그 and 가.
  private static let contracted = [
    0: [18], 4: [18], 6: [20], 8: [9], 9: [8], 10: [11], 11: [10], 13: [14], 14: [13],
    18: [4, 0], 20: [6],
  ]
  /// What endings begin with behind a consonant: 적어, 팔아, 적으.
  private static let openings = [0, 4, 18]

  /// The forms of a verb's stem by its last syllable: 잠기, 잠긴, 잠겼; 보내, 보냈; 적었, 적으; 누르, 눌러; 팔면, 팔았.
  static func verbForms(_ word: Units) -> [TermRange] {
    let head = Units(word.dropLast())
    guard let last = word.last.flatMap(parts), let before = head.last.flatMap(parts) else {
      return []
    }
    let opens = before.final > 0 && last.initial == 11 ? openings : []
    var seen = Set<Int>()
    var forms = ([last.vowel] + (contracted[last.vowel] ?? []) + opens)
      .filter { seen.insert($0).inserted }
      .map { block(head, last.initial, $0) }
    // A stem of one syllable with an ending.
    if head.count == 1, before.final > 0, last.initial != 11 {
      forms += openings.map { block(head, 11, $0) }
    }
    guard last.initial == 5, let end = head.last else { return forms }
    if last.vowel == 18, before.final == 0 {
      let stem = head.dropLast() + [end + 8]
      forms += [block(Units(stem), 5, 4), block(Units(stem), 5, 0)]
    }
    if last.vowel < 5, before.final == 8 {
      forms.append(block(Units(head.dropLast() + [end - 8]), 5, 18))
    }
    return forms
  }

  /// What begins with a text and a syllable, whatever consonant that ends in.
  private static func block(_ head: Units, _ initial: Int, _ vowel: Int) -> TermRange {
    let bare = syllable(initial, vowel)
    return TermRange(low: head + [bare], high: head + [bare + 28])
  }
}
