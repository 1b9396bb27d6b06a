/// Takes the common endings off English words: what is left is equal for withdraw, withdrawal and withdrawals.
///
/// The same steps in the same order as `stem` in Templates/assets/search/text.js.
enum EnglishStemmer {
  static func stem(_ word: some Collection<UInt16>) -> [UInt16] {
    var word = Array(word)
    guard word.count >= 4, word.allSatisfy({ 0x61...0x7A ~= $0 }) else { return word }
    takePlural(&word)
    if word.count >= 6, word.ends(with: "ied") { word.replaceEnd(3, with: "y") }
    takeSuffix(&word)
    takeParticiple(&word)
    let count = word.count
    if count >= 2, word[count - 1] == word[count - 2], !isOne(of: "aeiou", word[count - 1]) {
      word.removeLast()
    }
    if word.count >= 4, word.ends(with: "e") { word.removeLast() }
    if word.count >= 5, word.ends(with: "y") || word.ends(with: "i") { word.removeLast() }
    return word
  }

  private static func takePlural(_ word: inout [UInt16]) {
    if word.ends(with: "ies") { word.replaceEnd(3, with: "y") }
    if esBearers.contains(where: { word.ends(with: $0) }) { word.removeLast(2) }
    if word.ends(with: "s"), word.count >= 2, !isOne(of: "sui", word[word.count - 2]) {
      word.removeLast()
    }
  }

  private static let esBearers: [StaticString] = ["sses", "shes", "ches", "xes", "zes"]

  /// The longest ending that leaves four letters; that of appeal is none.
  private static func takeSuffix(_ word: inout [UInt16]) {
    if word.ends(with: "eal") { return }
    if let suffix = suffixes.first(where: {
      word.count >= $0.utf8CodeUnitCount + 4 && word.ends(with: $0)
    }) {
      word.removeLast(suffix.utf8CodeUnitCount)
    }
  }

  /// The longest first.
  private static let suffixes: [StaticString] = [
    "ification", "ificating", "ificator", "ificated", "ificate", "ication",
    "icating", "icator", "icated", "icate", "ation", "ating", "ator", "ated", "ment", "ness",
    "ate", "ify", "ity", "ion", "al", "ly",
  ]

  /// `ing` and `ed`, behind three letters with a vowel among them.
  private static func takeParticiple(_ word: inout [UInt16]) {
    for ending: StaticString in ["ing", "ed"] where word.ends(with: ending) {
      let rest = word.dropLast(ending.utf8CodeUnitCount)
      if rest.count >= 3, rest.contains(where: { isOne(of: "aeiouy", $0) }) { word = Array(rest) }
      return
    }
  }

  private static func isOne(of letters: StaticString, _ unit: UInt16) -> Bool {
    letters.withUTF8Buffer { $0.contains { UInt16($0) == unit } }
  }
}

extension [UInt16] {
  /// Whether these are its last letters.
  fileprivate func ends(with letters: StaticString) -> Bool {
    letters.withUTF8Buffer { bytes in
      guard bytes.count <= count else { return false }
      for index in bytes.indices where self[count - bytes.count + index] != UInt16(bytes[index]) {
        return false
      }
      return true
    }
  }

  fileprivate mutating func replaceEnd(_ size: Int, with letters: String) {
    removeLast(size)
    append(contentsOf: letters.utf16)
  }
}
