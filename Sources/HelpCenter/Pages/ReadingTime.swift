import Markdown

/// How long a text takes to read.
enum ReadingTime {
  /// Characters a minute: what Medium reckons with for Korean ("Read time", Medium Help Center).
  static let koreanCharacters = 500
  /// Characters a minute: between what China's curriculum (义务教育语文课程标准, 2011) asks of grades 5
  /// and 6, 300, and of grades 7 to 9, 500, in silent reading.
  static let chineseCharacters = 400
  /// Words a minute: 238 for non-fiction (M. Brysbaert, "How many words do we read per minute?",
  /// Journal of Memory and Language 109, 2019), rounded down for steps that are done while reading.
  static let words = 230

  /// Minutes, rounded up: at least one.
  static func minutes(of body: RenderedMarkdown, languageTag: String) -> Int {
    let texts = body.sections.flatMap { [$0.title, $0.text] }
    let family = languageTag.prefix { $0 != "-" }
    switch family {
    case "ko": return quotient(texts, characterCount, koreanCharacters)
    case "zh", "ja": return quotient(texts, characterCount, chineseCharacters)
    default: return quotient(texts, wordCount, words)
    }
  }

  private static func quotient(
    _ texts: [String], _ count: (String) -> Int, _ perMinute: Int
  ) -> Int {
    let total = texts.reduce(0) { $0 + count($1) }
    return max(1, (total + perMinute - 1) / perMinute)
  }

  /// Unicode scalars but for white space; a Hangul syllable is one in form C.
  private static func characterCount(_ text: String) -> Int {
    text.utf8.count { $0 > 0x20 && $0 & 0xC0 != 0x80 }
  }

  private static func wordCount(_ text: String) -> Int {
    var isInside = false
    return text.utf8.count { byte in
      defer { isInside = byte > 0x20 }
      return byte > 0x20 && !isInside
    }
  }
}
