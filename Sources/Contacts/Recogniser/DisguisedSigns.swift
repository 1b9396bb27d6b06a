/// Characters that are read as others: signs, circled digits, letters that look like Latin ones.
/// `units.js` and `confusables.js` of the theme hold the same tables.
enum DisguisedSigns {
  /// The sign by the character that is read as it.
  static let signs: [UInt32: UInt32] = table([
    (
      "-",
      "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}ーｰㅡ\u{2043}\u{2796}\u{23AF}"
        + "\u{2500}\u{2501}﹘﹣－\u{2E3A}\u{2E3B}\u{1806}\u{58A}\u{207B}\u{208B}﹉\u{254C}\u{2504}"
    ),
    ("~", "〜～\u{223C}\u{2DC}"),
    (".", "．｡。\u{2024}﹒"),
    (
      "\u{B7}",
      "\u{2022}\u{2219}\u{22C5}\u{2027}・･\u{25CF}\u{25E6}\u{2218}\u{2E33}ㆍ\u{16EB}\u{16EC}"
        + "\u{119E}\u{2981}\u{25AA}"
    ),
    ("(", "[{（［｛【〔〈《「『〖〘\u{207D}\u{208D}\u{2768}\u{276A}\u{2772}｟\u{2985}"),
    (")", "]}）］｝】〕〉》」』〗〙\u{207E}\u{208E}\u{2769}\u{276B}\u{2773}｠\u{2986}"),
    ("/", "／\u{2215}\u{2044}＼\u{29F8}\u{2571}"),
    (":", "：\u{2236}﹕꞉︰\u{2D0}\u{2F8}"),
    (",", "，、﹐､\u{60C}"),
    ("@", "＠﹫"),
    ("+", "＋﹢\u{2795}\u{207A}\u{208A}"),
  ])

  /// The Latin letter by the letter that is taken for it (confusables.txt, UTS 39 section 4): the part that
  /// can spell the names of this site.
  static let confusables: [UInt32: UInt32] = table([
    ("a", "\u{430}\u{251}\u{3B1}ａ\u{1D00}ꭺ"),
    ("b", "\u{44C}\u{185}\u{42C}\u{432}\u{299}\u{13CF}\u{184}\u{253}"),
    ("c", "\u{441}\u{3F2}\u{1D04}\u{217D}ꮯ"),
    ("d", "\u{501}\u{257}\u{503}\u{13E7}ꓒ\u{111}\u{1D05}"),
    ("e", "\u{435}\u{454}\u{4BD}\u{25B}\u{3B5}\u{4BF}\u{1D07}ꬲ"),
    ("f", "\u{1E9D}ꞙ\u{17F}\u{192}\u{3DD}"),
    ("g", "\u{261}\u{581}\u{18D}\u{262}\u{50D}"),
    ("h", "\u{4BB}\u{570}\u{13C2}\u{43D}\u{29C}\u{127}"),
    ("i", "\u{456}\u{131}\u{269}\u{3B9}\u{4CF}\u{5D5}\u{26A}ꙇ\u{4C0}"),
    ("j", "\u{458}\u{3F3}\u{29D}\u{575}"),
    ("k", "\u{43A}\u{3BA}\u{138}\u{1D0B}\u{49D}\u{49B}"),
    ("l", "\u{4CF}\u{217C}|\u{5DF}\u{131}\u{140}\u{142}\u{2D4F}\u{2223}\u{1C0}"),
    ("m", "\u{43C}\u{1D0D}\u{3FB}"),
    ("n", "\u{578}\u{57C}\u{43F}\u{3B7}\u{274}\u{572}\u{43F}"),
    (
      "o",
      "\u{43E}\u{3BF}\u{3C3}\u{585}\u{1D0F}\u{585}\u{585}\u{585}\u{E50}\u{ED0}\u{101D}"
        + "\u{AE6}\u{966}\u{9E6}\u{A66}\u{BE6}\u{D66}〇\u{F8}\u{2C9F}\u{5E1}\u{647}"
    ),
    ("p", "\u{440}\u{3C1}\u{1D18}\u{FE}\u{3F1}\u{2CA3}"),
    ("q", "\u{51B}\u{563}\u{566}"),
    ("r", "\u{433}\u{1D26}\u{27E}\u{2C85}ꭇ\u{280}"),
    ("s", "\u{455}ꜱ\u{1BD}\u{282}"),
    ("t", "\u{442}\u{3C4}\u{1D1B}\u{21B}\u{163}\u{167}"),
    ("u", "\u{3C5}\u{57D}\u{1D1C}\u{581}\u{3BC}\u{446}\u{28B}\u{1D17}"),
    ("v", "\u{3BD}\u{475}\u{1D20}\u{5D8}"),
    ("w", "\u{51D}\u{448}\u{561}\u{1D21}\u{26F}\u{3C9}"),
    ("x", "\u{445}\u{3C7}\u{D7}\u{2179}"),
    ("y", "\u{443}\u{4AF}\u{3B3}\u{10E7}\u{1EFF}\u{28F}"),
    ("z", "\u{1D22}\u{290}\u{17C}\u{3B6}"),
  ])

  private static func table(_ rows: [(String, String)]) -> [UInt32: UInt32] {
    var found: [UInt32: UInt32] = [:]
    for (sign, others) in rows {
      for other in others.unicodeScalars { found[other.value] = sign.unicodeScalars.first!.value }
    }
    return found
  }

  /// Values of digits that are spelled in one character.
  static let spelled: [UInt32: UInt8] = {
    var found: [UInt32: UInt8] = [:]
    var value: UInt8 = 0
    for word in RecogniserWords.spelled {
      if let digit = UInt8(word) {
        value = digit
      } else {
        found[word.unicodeScalars.first!.value] = value
      }
    }
    return found
  }()

  /// The same by character of the basic plane, 255 for all others: it is asked for at every character.
  static let spelledByCharacter: [UInt8] = {
    var found = [UInt8](repeating: 255, count: 0x10000)
    for (sign, value) in spelled { found[Int(sign)] = value }
    return found
  }()

  /// The number in a circle or in brackets, which compatibility forms would leave with its brackets.
  static func circledDigits(_ c: UInt32) -> UInt32? {
    switch c {
    case 0x2460...0x2473: c - 0x2460 + 1
    case 0x2474...0x2487: c - 0x2474 + 1
    case 0x2488...0x249B: c - 0x2488 + 1
    case 0x24EA, 0x24FF, 0x1F10B...0x1F10C: 0
    case 0x24EB...0x24F4: c - 0x24EB + 11
    case 0x24F5...0x24FE: c - 0x24F5 + 1
    case 0x2776...0x277F: c - 0x2776 + 1
    case 0x2780...0x2789: c - 0x2780 + 1
    case 0x278A...0x2793: c - 0x278A + 1
    case 0x1F101...0x1F10A: c - 0x1F101
    case 0x3251...0x325F: c - 0x3251 + 21
    case 0x3220...0x3229: c - 0x3220 + 1
    case 0x3280...0x3289: c - 0x3280 + 1
    default: nil
    }
  }
}
