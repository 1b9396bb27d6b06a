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

  /// Vowels with those into which an ending contracts them: 기 and 겨.
  private static let contracted = [
    20: 6, 6: 20, 8: 9, 9: 8, 13: 14, 14: 13, 18: 4, 11: 10, 10: 11,
  ]

  /// The forms of a verb's stem by its last syllable: 잠기, 잠긴, 잠겼.
  static func verbForms(_ word: Units) -> [TermRange] {
    guard let last = word.last, let parts = parts(last), word.count > 1 else { return [] }
    let head = Units(word.dropLast())
    return [parts.vowel, contracted[parts.vowel]].compactMap(\.self).map { vowel in
      let bare = syllable(parts.initial, vowel)
      return TermRange(low: head + [bare], high: head + [bare + 28])
    }
  }
}
