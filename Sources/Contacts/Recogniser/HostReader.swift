/// Reads a host in units, in any of the ways to hide a full stop: `upbit.com`, `upbit[.]com`,
/// `upbit 점 com`, `업비트 닷컴`. `hosts.js` of the theme does the same.
struct HostReader {
  /// How a full stop is written.
  enum DotForm { case plain, sure, comma, bracket, spaced, apart, word }

  struct Host {
    var text: String
    var to: Int
    var labels: Int
    var forms: Set<DotForm>
    /// Some letters only look like what they are read as.
    var isOdd: Bool
  }

  let units: ContactUnits
  let literals: HostLiterals

  init(units: ContactUnits) {
    self.units = units
    literals = HostLiterals(units)
  }

  private typealias Label = Range<Int>

  static func isHost(_ c: UInt32) -> Bool {
    Sign.isWord(c) || c == Sign.dash || Sign.isCJK(c) || (c > 0x2FFF && c < 0xE000)
      || (c > 0xBF && c < 0x2000)
  }

  // MARK: Full stops

  private static let dots = RecogniserWords.dots.map { $0.unicodeScalars.map(\.value) }

  private func dotWord(at index: Int) -> [UInt32]? {
    let c = units[index]
    guard Sign.isCJK(c) || c == 0x64 else { return nil }
    return Self.dots.first { units.starts(with: $0, at: index) }
  }

  func afterSpaces(_ start: Int) -> Int {
    var at = start
    while units[at] == Sign.space, at - start < 3 { at += 1 }
    return at
  }

  private func dot(at start: Int) -> (to: Int, form: DotForm)? {
    let c = units[start]
    if c == Sign.dot, Self.isHost(units[start + 1]) { return (start + 1, .plain) }
    if c == Sign.middle, Self.isHost(units[start + 1]) { return (start + 1, .sure) }
    if literals.replacedByDot.contains(c), Self.isHost(units[start + 1]) {
      return (start + 1, .bracket)
    }
    if literals.isDashedDot(at: start) { return (start + 5, .word) }
    if c == Sign.comma, Sign.isLatin(units[start + 1]) { return (start + 1, .comma) }
    let at = afterSpaces(start)
    if units[at] == Sign.open || units[at] == 0x3C { return bracketedDot(at) }
    if units[at] == Sign.dot { return (afterSpaces(at + 1), at > start ? .apart : .spaced) }
    guard let word = dotWord(at: at) else { return nil }
    let to = at + word.count
    if Sign.isLatin(word[0]), at == start || units[to] != Sign.space { return nil }
    return (afterSpaces(to), .word)
  }

  private func bracketedDot(_ at: Int) -> (to: Int, form: DotForm)? {
    var inside = at + 1
    while units[inside] == Sign.space { inside += 1 }
    var end: Int
    if [Sign.dot, Sign.middle, Sign.comma].contains(units[inside]) {
      end = inside + 1
    } else if let word = dotWord(at: inside) {
      end = inside + word.count
    } else {
      return nil
    }
    while units[end] == Sign.space { end += 1 }
    guard units[end] == Sign.close || units[end] == 0x3E else { return nil }
    return (afterSpaces(end + 1), .bracket)
  }

  // MARK: Labels

  /// The end of a label of one script: Latin letters and digits, or others.
  private func labelEnd(_ start: Int) -> Int {
    let isLatin = Sign.isWord(units[start])
    var at = start
    while at < units.count, at - start < 64, Self.isHost(units[at]) {
      let isOfLatin = Sign.isWord(units[at]) || units[at] == Sign.dash
      if isLatin ? !isOfLatin : isOfLatin && units[at] != Sign.dash { break }
      if !isLatin, units.isCode(at) != units.isCode(start) { break }
      if isLatin, at > start, literals.isDashedDot(at: at) { break }
      at += 1
    }
    while at > start, units[at - 1] == Sign.dash { at -= 1 }
    return at
  }

  private func text(_ labels: [Label]) -> String {
    labels.map { units.string($0.lowerBound, $0.upperBound) }.joined(separator: ".")
  }

  /// The host that begins at a unit.
  /// - Parameter anyEnding: It stands in a mail address or behind a scheme, where the last label may be
  ///   any word.
  func host(at start: Int, anyEnding: Bool = false) -> Host? {
    guard Self.isHost(units[start]), units[start] != Sign.dash else { return nil }
    // Most words are no hosts, which what stands behind them tells before anything is kept.
    let first = labelEnd(start)
    guard first > start, dot(at: first) != nil || spelledEnding(first, start..<first) != nil else {
      return nil
    }
    var labels: [Label] = []
    var at = start
    var best: Host?
    var forms: Set<DotForm> = []
    while labels.count < 12 {
      let to = labelEnd(at)
      if to == at { break }
      labels.append(at..<to)
      if labels.count > 1, isEnding(labels, forms, anyEnding) {
        best = Host(text: text(labels), to: to, labels: labels.count, forms: forms, isOdd: false)
      }
      // "upbit닷컴": the ending in one word with its full stop.
      if let end = spelledEnding(to, at..<to) {
        best = Host(
          text: text(labels) + ".com", to: end, labels: labels.count + 1, forms: [.word],
          isOdd: false)
        break
      }
      guard let dot = dot(at: to), dot.to < units.count else { break }
      // A span of code begins a name of its own: "끝이`.upbit.com`".
      if Sign.isCJK(units[at]), units.isCode(dot.to) != units.isCode(at) { break }
      let isBeforeEnding = RecogniserWords.sureEndings.contains(
        units.string(dot.to, labelEnd(dot.to)))
      // Once a host is whole, only a full stop without spaces can go on with it, or another ending.
      let isInSentence = dot.form == .spaced || dot.form == .comma
      if best != nil, dot.form != .plain, dot.form != .bracket, !isBeforeEnding || isInSentence {
        break
      }
      // "1. upbit.com", "Wait. upbit.com": only an ending can stand behind a full stop with a space,
      // or a comma.
      if isInSentence || dot.form == .apart, !isBeforeEnding { break }
      forms.insert(dot.form)
      at = dot.to
    }
    guard var found = best else { return nil }
    found.isOdd = (start..<found.to).contains { place in
      units.isOdd(place) && (place > start || !Sign.isCJK(units[place]))
    }
    return found
  }

  private static let spelledEndings = [
    "닷컴", "닷넷", " 닷컴", "점컴", "쩜컴", " 점컴", " 쩜컴", " 닷 컴", " 점 컴", " 쩜 컴", "닷 컴", "点康姆",
  ].map { $0.unicodeScalars.map(\.value) }
  /// "닷컴버블": words of the dot-com years.
  private static let wordsOfDotCom: Set<String> = ["버블", "기업", "시대", "열풍", "회사", "붕괴"]

  private func spelledEnding(_ at: Int, _ label: Label) -> Int? {
    let c = units[at]
    guard c == Sign.space || Sign.isCJK(c), label.count >= 2,
      let word = Self.spelledEndings.first(where: { units.starts(with: $0, at: at) })
    else { return nil }
    let to = at + word.count
    return Self.wordsOfDotCom.contains(units.string(to, to + 2)) ? nil : to
  }

  // MARK: Endings

  private static let reserved = Set(RecogniserWords.reserved)
  private static let spacedEndings: Set<String> = [
    "com", "net", "org", "kr", "cn", "io", "co", "me", "info", "vip", "xyz", "top",
  ]
  private static let commaEndings: Set<String> = ["com", "net", "org", "kr", "cn"]
  private static let shortNameEndings: Set<String> = ["com", "net", "org"]
  private static let capitalEndings: Set<String> = [
    "com", "net", "org", "io", "co", "kr", "me", "cc",
  ]
  private static let numberEndings: Set<String> = [
    "com", "net", "org", "cn", "kr", "me", "cc", "io", "xyz", "top", "vip", "co",
  ]
  private static let wordsThatEnd: Set<String> = [
    "is", "it", "in", "at", "to", "do", "no", "so", "me", "my", "be", "am", "as", "us", "id",
  ]

  /// Whether the last label makes a host of those before it.
  private func isEnding(_ labels: [Label], _ forms: Set<DotForm>, _ anyEnding: Bool) -> Bool {
    let last = labels[labels.count - 1]
    let name = labels[labels.count - 2]
    let text = units.string(last.lowerBound, last.upperBound)
    if text.hasPrefix("xn--"), text.count > 4, Sign.isWord(units[last.lowerBound]) { return true }
    if anyEnding, forms.isSubset(of: [.plain]) {
      let isWord =
        (2...24).contains(last.count) && last.allSatisfy { Sign.isLatin(units[$0]) }
        && !RecogniserWords.fileEndings.contains(text)
      return isWord || RecogniserWords.endings.contains(text)
    }
    guard
      RecogniserWords.endings.contains(text) || RecogniserWords.sureEndings.contains(text)
        || Self.reserved.contains(text)
    else { return false }
    let host = self.text(labels)
    if RecogniserWords.shortHosts.contains(host) { return true }
    return forms.isSubset(of: [.plain])
      ? isPlainEnding(labels, text, host) : isHiddenEnding(name, last, text, forms)
  }

  private func isHiddenEnding(
    _ name: Label, _ last: Label, _ text: String, _ forms: Set<DotForm>
  ) -> Bool {
    let isSure =
      RecogniserWords.sureEndings.contains(text) || Self.reserved.contains(text)
      || (forms.contains(.bracket) && RecogniserWords.endings.contains(text))
    guard isSure, name.count >= 2 else { return false }
    if forms.contains(.apart),
      Sign.isCJK(units[name.lowerBound])
        || RecogniserWords.noHosts.contains(units.string(name.lowerBound, name.upperBound))
    {
      return false
    }
    // "OpenTelemetry .NET"
    if forms.contains(.apart), text == "net", units.isUpper(last.lowerBound) { return false }
    guard forms.contains(.spaced) || forms.contains(.comma) else { return true }
    // "…at Upbit. Com…" ends a sentence, "net, com" is a list.
    if units.isUpper(last.lowerBound) || Sign.isCJK(units[name.lowerBound])
      || !Self.spacedEndings.contains(text)
    {
      return false
    }
    return !forms.contains(.comma) || (name.count >= 4 && Self.commaEndings.contains(text))
  }

  private func isPlainEnding(_ labels: [Label], _ text: String, _ host: String) -> Bool {
    let last = labels[labels.count - 1]
    let name = labels[labels.count - 2]
    if Sign.isWord(units[last.upperBound])
      || (name.count < 2 && !Self.shortNameEndings.contains(text) && labels.count < 3)
    {
      return false
    }
    // "Please wait.Call us": a full stop without a space behind it.
    if units.isUpper(last.lowerBound), !units.isUpper(last.upperBound - 1),
      !units.isUpper(name.lowerBound), !Self.capitalEndings.contains(text)
    {
      return false
    }
    if name.allSatisfy({ Sign.isDigit(units[$0]) }), !Self.numberEndings.contains(text) {
      return false
    }
    let nameText = units.string(name.lowerBound, name.upperBound)
    // No name that is registered holds an underscore: "tutorial_an.py" is a file.
    if nameText.contains("_") { return false }
    if labels.count == 2, text == "net", ["asp", "vb", "ado", "system"].contains(nameText) {
      return false
    }
    if units.isCode(last.lowerBound), RecogniserWords.codeEndings.contains(text),
      host.unicodeScalars.allSatisfy({ Sign.isLatin($0.value) || $0 == "." }),
      units[last.upperBound] != Sign.slash
    {
      return false
    }
    guard Sign.isCJK(units[name.lowerBound]) else { return true }
    return RecogniserWords.endings.contains(text) && !Self.wordsThatEnd.contains(text)
  }
}

/// Hosts that nobody can own, or that stand for documents.
public enum ReservedHost {
  /// Whether a host is reserved for examples and tests (RFC 2606, RFC 6761), or an address of a network
  /// of one's own or of documents (RFC 1918, RFC 5737).
  public static func contains(_ host: String) -> Bool {
    if host.contains(":") { return isReservedIPv6(host) }
    let numbers = host.split(separator: ".").map { Int($0) }
    if numbers.count == 4, !numbers.contains(nil) {
      let numbers = numbers.compactMap { $0 }
      switch (numbers[0], numbers[1], numbers[2]) {
      case (127, _, _), (10, _, _), (0, _, _), (192, 168, _), (172, 16...31, _), (192, 0, 2),
        (198, 51, 100), (203, 0, 113):
        return true
      default: return false
      }
    }
    return RecogniserWords.reserved.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// A network's own addresses, and those of documents (RFC 4193, RFC 4291, RFC 3849).
  private static func isReservedIPv6(_ host: String) -> Bool {
    if host == "::" || host == "::1" { return true }
    return ["fe8", "fe9", "fea", "feb", "fc", "fd", "ff", "2001:db8:", "2001:0db8:"]
      .contains(where: host.hasPrefix)
  }
}
