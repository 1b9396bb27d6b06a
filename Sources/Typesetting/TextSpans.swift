/// What belongs to the word before it: a Korean particle, a closing sign, an English ending.
enum Particles {
  /// Longer ones are words.
  private static let limit = 14

  /// - Returns: how many of the scalars; 0 where the next word begins at once.
  static func length(in text: [Unicode.Scalar]) -> Int {
    var length = 0
    while length < text.count, length <= limit {
      let scalar = text[length]
      guard !scalar.properties.isWhitespace, !scalar.isHan,
        !"（(“‘「《【".unicodeScalars.contains(scalar)
      else { break }
      length += 1
    }
    return length > limit ? 0 : length
  }
}

/// The pieces of a text that get an element of their own.
struct TextSpans {
  struct Span: Equatable {
    var range: Range<Int>
    var opening: String
  }

  /// Hangul of at most so many characters is a name, which stays whole; a longer text may break at
  /// its spaces.
  private static let nameLength = 14

  static func spans(in text: [Unicode.Scalar], marksHangul: Bool) -> [Span] {
    var spans = KeptRuns.runs(in: text).map { Span(range: $0, opening: "<span class=\"k\">") }
    guard marksHangul else { return spans }
    for run in hangulRuns(in: text) {
      // A number with a Korean unit is one piece.
      var range = run
      spans.removeAll { span in
        guard span.range.overlaps(range) else { return false }
        range =
          min(
            range.lowerBound, span.range.lowerBound)..<max(range.upperBound, span.range.upperBound)
        return true
      }
      let isKept = range.count <= nameLength
      spans.append(Span(range: range, opening: "<span\(isKept ? " class=\"k\"" : "") lang=\"ko\">"))
    }
    return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Hangul with the spaces and signs between its words: `1:1 문의하기`, `더보기 > 인증/보안`.
  private static func hangulRuns(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var at = 0
    while at < text.count {
      guard text[at].isHangul else {
        at += 1
        continue
      }
      var end = at + 1
      var next = end
      while next < text.count, next - end <= 3 {
        if text[next].isHangul {
          next += 1
          end = next
        } else if " /·.,-".unicodeScalars.contains(text[next]) {
          next += 1
        } else {
          break
        }
      }
      var start = at
      if start > 1, text[start - 1] == " ", text[start - 2].isDigit {
        var number = start - 2
        while number > 0, text[number - 1].isDigit || text[number - 1] == ":" { number -= 1 }
        if text[number..<start].contains(":") { start = number }
      }
      runs.append(start..<end)
      at = end
    }
    return runs
  }
}
