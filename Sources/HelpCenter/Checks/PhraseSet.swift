/// Groups of phrases that are looked for in one pass over a text: every article is read for a hundred
/// of them.
struct PhraseSet: Sendable {
  private struct Phrase: Sendable {
    var bytes: [UInt8]
    var group: Int
  }

  /// By its first two bytes, the number of the bucket of phrases that begin so; 0 is none.
  private var buckets = [UInt8](repeating: 0, count: 1 << 16)
  private var phrases: [[Phrase]] = [[]]

  /// - Parameter groups: up to 32 lists of phrases of two bytes and more.
  init(_ groups: [[String]]) {
    for (group, words) in groups.enumerated() {
      for word in words {
        let bytes = Array(word.utf8)
        let start = Int(bytes[0]) << 8 | Int(bytes[1])
        if buckets[start] == 0 {
          precondition(phrases.count < 256)
          buckets[start] = UInt8(phrases.count)
          phrases.append([])
        }
        phrases[Int(buckets[start])].append(Phrase(bytes: bytes, group: group))
      }
    }
  }

  /// The groups of which a phrase stands in the text, each as a bit.
  func groups(in text: [UInt8]) -> UInt32 {
    var found: UInt32 = 0
    text.withUnsafeBufferPointer { text in
      buckets.withUnsafeBufferPointer { buckets in
        guard var start = text.first.map(Int.init) else { return }
        for place in 1..<max(1, text.count) {
          start = (start << 8 | Int(text[place])) & 0xFFFF
          let bucket = buckets[start]
          if bucket == 0 { continue }
          for phrase in phrases[Int(bucket)] where found & (1 << phrase.group) == 0 {
            let rest = UnsafeBufferPointer(rebasing: text[(place - 1)...])
            if rest.starts(with: phrase.bytes) { found |= 1 << phrase.group }
          }
        }
      }
    }
    return found
  }
}
