/// The signs that input methods and word processors put where Markdown wants its own.
enum MarkSigns {
  /// A space that Markdown takes for a letter.
  static func spaceName(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xA0: "a no-break space"
    case 0x3000: "a full-width space"
    case 0x1680, 0x2000...0x200A, 0x202F, 0x205F: "a space of special width"
    default: nil
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || spaceName(scalar) != nil
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  static func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value | 0x20) && scalar.isASCII
  }

  static func isUpper(_ scalar: Unicode.Scalar) -> Bool { (0x41...0x5A).contains(scalar.value) }

  static func isCJK(_ scalar: Unicode.Scalar) -> Bool { EmphasisRun.isCJKLetter(scalar.value) }

  /// What an item of a list may begin with, apart from a Latin word.
  static func beginsItem(_ scalar: Unicode.Scalar) -> Bool {
    isCJK(scalar) || "[*`\"“‘「『《〈【（［(".unicodeScalars.contains(scalar)
  }

  /// Dashes that are not the hyphen of the keyboard.
  static func isOtherDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0x2500, 0x2501, 0x30FC, 0x3161: true
    default: false
    }
  }

  /// A sign of full width as that of ASCII.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
  }

  /// The bracket that closes this one, of every width.
  static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "{": "}"
    case "｛": "｝"
    case "「": "」"
    case "【": "】"
    case "［": "］"
    case "《": "》"
    case "[": "]"
    case "(": ")"
    case "（": "）"
    default: nil
    }
  }

  static let hashes: Set<Unicode.Scalar> = ["#", "＃", "﹟"]
  static let bars: Set<Unicode.Scalar> = ["｜", "│", "┃", "∣", "￨", "ㅣ"]
  /// Bullets that are nothing else at the start of a line.
  static let bullets: Set<Unicode.Scalar> = [
    "•", "◦", "‣", "⁃", "∙", "▪", "▫", "⦁", "・", "･", "·", "ㆍ", "‧",
  ]
  /// Signs that are bullets where several lines begin with them.
  static let likelyBullets: Set<Unicode.Scalar> = [
    "※", "○", "●", "■", "□", "◆", "◇", "▶", "▷", "►", "★", "☆", "✔", "✓", "✅", "☑", "➤", "→", "⇒",
    "▲",
    "△", "☞", "👉", "ㅇ", "ㅁ", "◎", "▣", "❖",
  ]
}

/// One line of a paragraph, or the part of it that is looked at.
typealias MarkLine = ArraySlice<Unicode.Scalar>

extension MarkLine {
  func at(_ offset: Int) -> Unicode.Scalar? {
    offset >= 0 && startIndex + offset < endIndex ? self[startIndex + offset] : nil
  }

  var text: String { String(String.UnicodeScalarView(self)) }

  /// How many equal signs begin the line.
  func run(of sign: Unicode.Scalar) -> Int { prefix { $0 == sign }.count }

  func begins(with text: String) -> Bool { starts(with: text.unicodeScalars) }

  var trimmed: MarkLine {
    var line = drop(while: MarkSigns.isSpace)
    while let last = line.last, MarkSigns.isSpace(last) { line = line.dropLast() }
    return line
  }
}

/// What is wrong at a place of a line or text.
struct StrayMark {
  /// In scalars.
  var offset: Int
  var message: String
  var hint: String
}
