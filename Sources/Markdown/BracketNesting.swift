/// Pictures nested thousands deep.
///
/// libcmark 0.30.2 looks at every open `![` of a paragraph each time it closes a link, so 192 KiB of
/// `![[]()` take it seconds, and twice that four times as long (mended in 0.30.3). Where a paragraph
/// has more brackets open than any article, a sign within `![` makes the next ones plain brackets.
enum BracketNesting {
  static let limit = 2000

  static func signs(_ text: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard hasManyBrackets(text) else { return [] }
    var found: [Int] = []
    var open = 0
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "["):
        if open >= limit, text[index - 1] == UInt8(ascii: "!") { found.append(index) }
        open += 1
      case UInt8(ascii: "]"): open = max(0, open - 1)
      case 0x0A where isBlankLine(text, index + 1): open = 0
      default: break
      }
      index += 1
    }
    return found
  }

  /// A cheap look: hardly any text has so many brackets at all.
  private static func hasManyBrackets(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    var start = 0
    while let place = text.firstIndex(of: UInt8(ascii: "["), from: start) {
      count += 1
      if count > limit { return true }
      start = place + 1
    }
    return false
  }

  private static func isBlankLine(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var index = start
    while index < text.count, text[index] == 0x20 || text[index] == 0x0D { index += 1 }
    return index >= text.count || text[index] == 0x0A
  }
}
