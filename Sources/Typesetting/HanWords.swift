/// Where Chinese may be cut between two characters without cutting a word.
///
/// The words are those of `HanWords.list`, the longest that fits first, from the left and from the
/// right: where both agree is a cut. What the list does not know stays whole, with its neighbours.
public enum HanWords {
  private static let words = Set(
    list.split { $0 == " " || $0 == "\n" }.map { Array($0.unicodeScalars) })
  private static let longest = words.lazy.map(\.count).max() ?? 1

  /// - Returns: the places before whose character a line may begin.
  public static func cuts(in text: [Unicode.Scalar]) -> Set<Int> {
    var cuts: Set<Int> = []
    var at = 0
    while at < text.count {
      guard text[at].isHan else {
        at += 1
        continue
      }
      var end = at
      while end < text.count, text[end].isHan { end += 1 }
      cuts.formUnion(fromLeft(text, at..<end).intersection(fromRight(text, at..<end)))
      at = end
    }
    return cuts
  }

  private static func fromLeft(_ text: [Unicode.Scalar], _ run: Range<Int>) -> Set<Int> {
    var cuts: Set<Int> = []
    var at = run.lowerBound
    var isKnown = false
    while at < run.upperBound {
      let length = (1...min(longest, run.upperBound - at)).last { length in
        words.contains(Array(text[at..<at + length]))
      }
      if isKnown, length != nil { cuts.insert(at) }
      isKnown = length != nil
      at += length ?? 1
    }
    return cuts
  }

  private static func fromRight(_ text: [Unicode.Scalar], _ run: Range<Int>) -> Set<Int> {
    var cuts: Set<Int> = []
    var at = run.upperBound
    var isKnown = false
    while at > run.lowerBound {
      let length = (1...min(longest, at - run.lowerBound)).last { length in
        words.contains(Array(text[at - length..<at]))
      }
      if isKnown, length != nil { cuts.insert(at) }
      isKnown = length != nil
      at -= length ?? 1
    }
    return cuts
  }
}
