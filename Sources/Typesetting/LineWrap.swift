/// Breaks a text into lines of a width, where no browser does it: in drawings.
///
/// Korean and English break at spaces. Chinese breaks between characters, but not inside a word of
/// `HanWords`, not before a closing sign and not behind an opening one (GB/T 15834; CLREQ 3.1.3).
/// Nothing breaks inside `KeptRuns`. A piece that is wider than a line is cut where it must be.
public enum LineWrap {
  /// - Parameter width: of a line, in ems.
  public static func lines(of text: String, width: Double, bold: Bool) -> [String] {
    var lines: [String] = []
    var line: [Unicode.Scalar] = []
    func finish() {
      while line.last == " " { line.removeLast() }
      if !line.isEmpty { lines.append(String(String.UnicodeScalarView(line))) }
      line = []
    }
    for piece in pieces(of: Array(text.unicodeScalars)) {
      let trimmed = piece.last == " " ? piece.dropLast() : piece[...]
      if !line.isEmpty, TextWidth.ems(line + trimmed, bold: bold) > width { finish() }
      for scalar in piece {
        if TextWidth.ems(line + [scalar], bold: bold) > width, scalar != " " { finish() }
        if scalar != " " || !line.isEmpty { line.append(scalar) }
      }
    }
    finish()
    return balanced(lines, text, width, bold)
  }

  /// The same number of lines, the last not much shorter than the others.
  private static func balanced(
    _ lines: [String], _ text: String, _ width: Double, _ bold: Bool
  ) -> [String] {
    guard lines.count > 1, let last = lines.last,
      TextWidth.ems(last.unicodeScalars, bold: bold) < width * 0.3
    else { return lines }
    var best = lines
    for share in stride(from: 0.95, through: 0.6, by: -0.05) {
      let tried = greedy(text, width * share, bold)
      guard tried.count == lines.count, let last = tried.last else { break }
      best = tried
      if TextWidth.ems(last.unicodeScalars, bold: bold) > width * 0.45 { break }
    }
    return best
  }

  private static func greedy(_ text: String, _ width: Double, _ bold: Bool) -> [String] {
    var lines: [String] = []
    var line: [Unicode.Scalar] = []
    for piece in pieces(of: Array(text.unicodeScalars)) {
      let trimmed = piece.last == " " ? piece.dropLast() : piece[...]
      if !line.isEmpty, TextWidth.ems(line + trimmed, bold: bold) > width {
        lines.append(String(String.UnicodeScalarView(line)).trimmed)
        line = []
      }
      line += piece
    }
    if !line.isEmpty { lines.append(String(String.UnicodeScalarView(line)).trimmed) }
    return lines
  }

  /// What stays together, each with the space behind it.
  static func pieces(of text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let kept = KeptRuns.runs(in: text)
    let words = HanWords.cuts(in: text)
    var pieces: [[Unicode.Scalar]] = []
    var piece: [Unicode.Scalar] = []
    var run = 0
    for (at, scalar) in text.enumerated() {
      while run < kept.count, kept[run].upperBound <= at { run += 1 }
      let isInside = run < kept.count && kept[run].lowerBound < at && at < kept[run].upperBound
      if at > 0, !isInside, mayBreak(text[at - 1], scalar, isCut: words.contains(at)) {
        pieces.append(piece)
        piece = []
      }
      piece.append(scalar)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func mayBreak(
    _ left: Unicode.Scalar, _ right: Unicode.Scalar, isCut: Bool
  ) -> Bool {
    if right == " " || closing.contains(right) || opening.contains(left) { return false }
    if left == " " { return true }
    if left.isHan && right.isHan { return isCut }
    return (left.isHan || wideSigns.contains(left)) && !right.isHangul
      || right.isHan && !left.isHangul || wideSigns.contains(left)
  }

  private static let closing = Set("，。、：；？！）》」』】”’…%,.:;?!)]~·".unicodeScalars)
  private static let opening = Set("（《「『【“‘([".unicodeScalars)
  private static let wideSigns = Set("，。、：；？！）》」』】".unicodeScalars)
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
