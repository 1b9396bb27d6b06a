/// A number and the sign behind it, at the start of a line: `1.`, `２）`, `3、`.
struct Numbering {
  var digits: Int
  var value: Int
  /// In scalars, with its sign.
  var length: Int
  var text: String
  /// Whether number and sign are those of Markdown.
  var isASCII: Bool
  var next: Unicode.Scalar?

  /// Whether Markdown would begin a list with it.
  var isPlain: Bool { isASCII && next == " " }

  init?(_ line: MarkLine) {
    let number = line.prefix(10).prefix(while: MarkSigns.isDigit)
    guard !number.isEmpty, number.count <= 9, let sign = line.at(number.count) else { return nil }
    guard ".)．）、｡。".unicodeScalars.contains(sign) else { return nil }
    digits = number.count
    value = number.reduce(0) { $0 * 10 + Int($1.value - ($1.value > 0xFF ? 0xFF10 : 0x30)) }
    length = digits + 1
    text = line.prefix(length).text
    isASCII = (sign == "." || sign == ")") && number.allSatisfy(MarkSigns.isASCIIDigit)
    next = line.at(length)
  }
}

/// A sign that people begin the items of a list with, and Markdown does not.
struct ListSign {
  /// The same for all items of a list.
  var kind: String
  var text: String
  var isNumber: Bool
  /// Whether one line alone shows that a list is meant.
  var isCertain: Bool

  init?(_ line: MarkLine) {
    guard let first = line.first, let next = line.at(1) else { return nil }
    let isSpaced = MarkSigns.isSpace(next)
    if MarkSigns.bullets.contains(first) {
      // `·` may begin a name, `···` is left out.
      guard next != first, !MarkSigns.isDigit(next) else { return nil }
      self.init(String(first), isCertain: isSpaced || MarkSigns.beginsItem(next))
      return
    }
    if MarkSigns.likelyBullets.contains(first) || MarkSigns.isOtherDash(first) {
      guard next != first, first != "ㅇ" && first != "ㅁ" || isSpaced else { return nil }
      if MarkSigns.isOtherDash(first), line.dropFirst().trimmed.first.map(MarkSigns.isDigit) ?? true
      {
        return nil
      }
      self.init(String(first))
      return
    }
    guard let (kind, length) = Self.numbering(line, first, next) else { return nil }
    self.init(kind, text: line.prefix(length).text, isNumber: true)
  }

  private init(_ kind: String, text: String? = nil, isNumber: Bool = false, isCertain: Bool = false)
  {
    self.kind = kind
    self.text = text ?? kind
    self.isNumber = isNumber
    self.isCertain = isCertain
  }

  private static func numbering(
    _ line: MarkLine, _ first: Unicode.Scalar, _ next: Unicode.Scalar
  ) -> (kind: String, length: Int)? {
    switch first.value {
    case 0x2460...0x24FF, 0x2776...0x2793, 0x3260...0x327B, 0x3200...0x321E, 0x2160...0x217F,
      0x3220...0x3229, 0x3280...0x3289:
      return ("circled", 1)
    default: break
    }
    // (1), （一）, (가)
    if first == "(" || first == "（",
      let close = line.prefix(5).firstIndex(where: { ")）".unicodeScalars.contains($0) })
    {
      let inner = line[(line.startIndex + 1)..<close]
      guard !inner.isEmpty, inner.allSatisfy(isOrdinal) else { return nil }
      return ("bracketed", close - line.startIndex + 1)
    }
    if let words = wordNumbering(line) { return words }
    // 一、 가. ㄱ. a. A) — with a space behind the ASCII ones.
    let ordinals = line.prefix(3).prefix(while: isOrdinal)
    guard !ordinals.isEmpty, !ordinals.contains(where: MarkSigns.isDigit),
      let sign = line.at(ordinals.count)
    else { return nil }
    let isHan = "一二三四五六七八九十".unicodeScalars.contains(first)
    if isHan { return "、．.".unicodeScalars.contains(sign) ? ("han", ordinals.count + 1) : nil }
    guard ordinals.count == 1, sign == "." || sign == ")" || sign == "．" || sign == "）",
      let after = line.at(2), sign == "．" || sign == "）" || MarkSigns.isSpace(after)
    else { return nil }
    return (MarkSigns.isLatin(first) ? "letter" : "hangul", 2)
  }

  /// `1 . 하나`, `Step 1.`, `1단계`, `첫째,`, `第一步`
  private static func wordNumbering(_ line: MarkLine) -> (kind: String, length: Int)? {
    let digits = line.prefix(3).prefix(while: MarkSigns.isDigit).count
    if digits > 0 {
      let rest = line.dropFirst(digits)
      if rest.begins(with: " . ") || rest.begins(with: " ) ") { return ("spaced", digits + 2) }
      return rest.begins(with: "단계") ? ("단계", digits + 2) : nil
    }
    for (word, kind) in [("첫째", "째"), ("둘째", "째"), ("셋째", "째"), ("넷째", "째")]
    where line.begins(with: word) { return (kind, 2) }
    if line.begins(with: "第"), let next = line.at(1), isOrdinal(next), line.at(2) == "步" {
      return ("第", 3)
    }
    guard line.prefix(5).text.lowercased() == "step ", line.at(5).map(MarkSigns.isDigit) == true
    else {
      return nil
    }
    return ("step", 6)
  }

  private static func isOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    MarkSigns.isDigit(scalar)
      || "一二三四五六七八九十가나다라마바사아자차카타파하ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊ".unicodeScalars.contains(scalar)
      || "abcdefghABCDEFGH".unicodeScalars.contains(scalar)
  }
}
