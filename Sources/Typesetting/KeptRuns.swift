/// Finds what a line must not tear apart: dates, and numbers with their units.
///
/// `2026-08-18`, `2026년 8월 18일`, `72 小时`, `100만 원`, `24-hour`, `KRW 1 million`, `1~3 days`. A number
/// alone is kept too, as browsers break behind the hyphen of `1588-0000`.
public enum KeptRuns {
  /// The longest run that is kept; a longer one might not fit a narrow column.
  static let limit = 26

  /// - Returns: ranges of scalars in order, each with something to keep: at least two characters of
  ///   which a browser might part one from the other.
  public static func runs(in text: some RandomAccessCollection<Unicode.Scalar>) -> [Range<Int>] {
    let text = Array(text)
    var found: [Range<Int>] = []
    var at = 0
    while at < text.count {
      guard text[at].isDigit, at == 0 || !text[at - 1].isWordPart else {
        at += 1
        continue
      }
      let end = endOfQuantity(text, at)
      let start = start(before: at, in: text, notBefore: found.last?.upperBound ?? 0)
      if end - start <= limit, canBreak(text[start..<end]) { found.append(start..<end) }
      at = end
    }
    return found
  }

  /// Digits alone do not break, nor do letters right behind them.
  private static func canBreak(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    run.contains { " -–/~×".unicodeScalars.contains($0) || $0.isHan }
  }

  /// A number, its unit, and what goes on behind it: `8월 18일` behind `2026년`.
  private static func endOfQuantity(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    var end = endOfNumber(text, start)
    var parts = 0
    while parts < 4, let (unit, goesOn) = endOfUnit(text, end) {
      end = unit
      parts += 1
      guard goesOn else { break }
      let next = end < text.count && text[end] == " " ? end + 1 : end
      if next < text.count, text[next].isDigit { end = endOfNumber(text, next) }
    }
    return end
  }

  /// Digits, and the signs between them: `2026-08-18`, `09:00-18:00`, `1,000.5`, `1~3`, `50%`.
  private static func endOfNumber(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    var at = start
    while at < text.count {
      if text[at].isDigit {
        at += 1
      } else if at + 1 < text.count, text[at + 1].isDigit,
        "-.,:/~–×".unicodeScalars.contains(text[at])
      {
        at += 1
      } else {
        break
      }
    }
    return at < text.count && text[at] == "%" ? at + 1 : at
  }

  private static func endOfUnit(_ text: [Unicode.Scalar], _ number: Int) -> (Int, Bool)? {
    guard number < text.count else { return nil }
    let gap = text[number] == " " || text[number] == "-" ? 1 : 0
    let start = number + gap
    guard start < text.count else { return nil }
    let first = text[start]
    if first.isASCIILetter {
      var end = start
      while end < text.count, text[end].isASCIILetter { end += 1 }
      let word = String(String.UnicodeScalarView(text[start..<end]))
      if end < text.count, text[end].isDigit { return nil }
      let isSymbol = (2...5).contains(word.count) && word.allSatisfy(\.isUppercase)
      guard gap == 0 || isSymbol || QuantityWords.latin.contains(word.lowercased()) else {
        return nil
      }
      return (end, QuantityWords.goOn.contains(word.lowercased()))
    }
    guard text[number] != "-" else { return nil }
    for length in stride(from: min(4, text.count - start), to: 0, by: -1) {
      let word = String(String.UnicodeScalarView(text[start..<start + length]))
      if QuantityWords.eastAsian.contains(word) {
        return (start + length, QuantityWords.goOn.contains(word))
      }
    }
    // Hangul that stands right behind a number is its unit, whatever it says.
    guard gap == 0, first.isHangul else { return nil }
    var end = start
    while end < text.count, text[end].isHangul { end += 1 }
    return end - start <= 4 ? (end, false) : nil
  }

  /// `KRW `, `US$`, `August `, `第 ` in front of a number.
  private static func start(
    before number: Int, in text: [Unicode.Scalar], notBefore limit: Int
  ) -> Int {
    var at = number
    while at > limit, QuantityWords.signs.contains(text[at - 1]) { at -= 1 }
    let gap = at > limit && text[at - 1] == " " ? 1 : 0
    var word = at - gap
    while word > limit, text[word - 1].isASCIILetter { word -= 1 }
    let latin = String(String.UnicodeScalarView(text[word..<max(word, at - gap)]))
    if !latin.isEmpty, QuantityWords.before.contains(latin) { return word }
    if at - gap > limit, text[at - gap - 1] == "第" || text[at - gap - 1] == "约" {
      return at - gap - 1
    }
    return at
  }
}

/// The words that stand with numbers in the languages of help sites.
enum QuantityWords {
  static let signs: Set<Unicode.Scalar> = ["$", "₩", "¥", "€", "+", "~", "≈", "#"]
  static let before: Set<String> = [
    "KRW", "USD", "US", "CNY", "EUR", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
  ]
  static let latin: Set<String> = [
    "hour", "hours", "minute", "minutes", "second", "seconds", "day", "days", "week", "weeks",
    "month", "months", "year", "years", "working", "business", "million", "billion", "thousand",
    "won", "dollars", "percent", "times", "digits", "characters", "words", "confirmations", "am",
    "pm", "mb", "kb", "gb", "kst", "utc", "h", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december", "coins", "steps",
  ]
  /// Of several at one place, the longest counts.
  static let eastAsian: Set<String> = [
    "年", "月", "日", "号", "点", "时", "分", "秒", "天", "周", "小时", "分钟", "个月", "个", "次", "万", "亿",
    "千", "万韩元", "亿韩元", "韩元", "万元", "元", "美元", "人民币", "条", "位", "倍", "级", "步", "种", "岁", "家",
    "项", "词", "个词", "个字", "个工作日", "工作日", "个小时", "笔", "名", "件", "份", "枚", "单", "年内", "次确认",
    "시간", "분", "초", "일", "주", "개월", "달", "년", "월", "만", "억", "천", "원", "만원", "만 원", "억 원",
    "천만 원", "영업일", "개", "번", "회", "명", "건", "자리", "단계", "시", "세", "가지", "퍼센트", "단어",
  ]
  /// Behind these another number or unit belongs to the same quantity.
  static let goOn: Set<String> = [
    "年", "月", "日", "年内", "点", "시", "년", "월", "일", "万", "亿", "千", "만", "억", "천", "million",
    "billion",
    "thousand", "working", "business", "january", "february", "march", "april", "may", "june",
    "july",
    "august", "september", "october", "november", "december", "am", "pm",
  ]
}

extension Unicode.Scalar {
  var isDigit: Bool { (0x30...0x39).contains(value) }

  var isASCIILetter: Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }

  /// A digit behind one of these is no number: `ERC20`, `_1`.
  var isWordPart: Bool { isDigit || isASCIILetter || self == "_" }

  /// Syllables and letters of Hangul.
  public var isHangul: Bool {
    (0xAC00...0xD7A3).contains(value) || (0x1100...0x11FF).contains(value)
      || (0x3130...0x318F).contains(value)
  }

  /// Chinese characters.
  public var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
      || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }
}
