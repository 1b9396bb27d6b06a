/// Reads channels of a chat that are found by a name in Hangul: "카카오톡 채널 업비트고객센터도움". `channels.js` of the
/// theme does the same.
///
/// A word for a service with something before it makes a name of a word, quotes do without one: "카카오톡 채널 추가" names
/// nobody.
struct ChannelName {
  let units: ContactUnits
  private static let longest = 24

  /// - Parameters:
  ///   - start: The end of the chat's name, which is the label.
  /// - Returns: the name and its end; nil where no channel is named.
  func name(behind label: [UInt32], at start: Int) -> (text: String, to: Int)? {
    var at = afterSpaces(afterOne(of: Self.belongings, start))
    let word = Self.channels.first { units.starts(with: $0, at: at) }
    guard word != nil || Self.channels.contains(label) else { return nil }
    at += word?.count ?? 0
    let afterName = afterOne(of: Self.names, afterSpaces(at))
    if isEdge(afterParticle(afterName)) { at = afterName }
    let afterBe = afterParticle(at)
    if isEdge(afterBe) { at = afterBe }
    let edge = at
    at = afterSpaces(at)
    if [Sign.colon, 0x3D, 0x3E, 0x2192].contains(units[at]) { at = afterSpaces(at + 1) }
    let isQuoted = Self.quotes.contains(units[at])
    if isQuoted { at += 1 }
    guard at > edge else { return nil }
    let to = nameEnd(at, isQuoted)
    return to > at && isName(at, to, isQuoted) ? (units.string(at, to), to) : nil
  }

  private static let belongings = words(["에서"])
  private static let names = words(["이름", "명"])
  private static let being = words(["은", "는", "이", "을", "를"])
  private static let channels = words(RecogniserWords.channels)
  private static let particles = words([
    "입니다", "이며", "이고", "으로", "에서", "로", "을", "를", "은", "는", "에", "과", "와", "의",
  ])
  private static let quotes: Set<UInt32> = [Sign.open, 0x22, 0x27, 0x60, 0x201C, 0x2018]
  private static let quotesClosed: Set<UInt32> = [Sign.close, 0x22, 0x27, 0x60, 0x201D, 0x2019]

  private static func words(_ texts: [String]) -> [[UInt32]] {
    texts.map { $0.unicodeScalars.map(\.value) }
  }

  private func afterSpaces(_ start: Int) -> Int {
    var at = start
    while units[at] == Sign.space { at += 1 }
    return at
  }

  private func afterOne(of words: [[UInt32]], _ at: Int) -> Int {
    at + (words.first { units.starts(with: $0, at: at) }?.count ?? 0)
  }

  private func afterParticle(_ at: Int) -> Int { afterOne(of: Self.being, at) }

  private func isEdge(_ at: Int) -> Bool {
    at < units.count && !Sign.isCJK(units[at]) && !Sign.isWord(units[at])
  }

  private func nameEnd(_ start: Int, _ isQuoted: Bool) -> Int {
    var to = start
    while to - start < Self.longest {
      let c = units[to]
      let isSpace = isQuoted && c == Sign.space && to > start
      guard Sign.isCJK(c) || Sign.isWord(c) || isSpace else { break }
      to += 1
    }
    if isQuoted { return Self.quotesClosed.contains(units[to]) ? to : start }
    let particle = Self.particles.first {
      to - $0.count - start >= 3 && units.starts(with: $0, at: to - $0.count)
    }
    return to - (particle?.count ?? 0)
  }

  private func isName(_ from: Int, _ to: Int, _ isQuoted: Bool) -> Bool {
    let begins = [from, from + 1].allSatisfy { isHangul(units[$0]) || Sign.isLatin(units[$0]) }
    guard begins, (from..<to).contains(where: { isHangul(units[$0]) }) else { return false }
    let text = units.string(from, to)
    if RecogniserWords.noChannels.contains(where: text.hasPrefix) { return false }
    if isQuoted {
      return to - from >= 3 && !RecogniserWords.channelButtons.contains(where: text.hasSuffix)
    }
    let rest = text.unicodeScalars.dropFirst(2)
    return RecogniserWords.channelServices.contains {
      String(String.UnicodeScalarView(rest)).contains($0)
    }
  }

  private func isHangul(_ c: UInt32) -> Bool { (0xAC00...0xD7A3).contains(c) }
}
