/// Reads web addresses, with a scheme or without, and mail addresses in units. `hosts.js` of the theme
/// does the same.
struct AddressReader {
  let units: ContactUnits
  private let hosts: HostReader

  init(_ units: ContactUnits) {
    self.units = units
    hosts = HostReader(units: units)
  }

  /// Ends an address: spaces, quotes, brackets, bars.
  private static func isEnd(_ c: UInt32) -> Bool {
    switch c {
    case 0, Sign.space, Sign.line, 0x22, 0x27, 0x3C, 0x3E, Sign.open, Sign.close, 0x60, Sign.bar:
      true
    default: false
    }
  }

  // MARK: What follows a host

  /// Where a port, a path and the rest of an address end.
  private func tailEnd(_ start: Int) -> Int {
    var at = start
    if units[at] == Sign.colon, Sign.isDigit(units[at + 1]) {
      at += 1
      while Sign.isDigit(units[at]) { at += 1 }
    }
    guard [Sign.slash, 0x3F, 0x23].contains(units[at]) else { return at }
    while !Self.isEnd(units[at]), units[at] != 0x5E, units[at] != Sign.comma { at += 1 }
    while at > start, [Sign.dot, Sign.comma, 0x3B, Sign.colon, 0x21].contains(units[at - 1]) {
      at -= 1
    }
    return at
  }

  /// The path without what ends a sentence behind it: "/Official_Upbit".
  private func path(_ from: Int, _ to: Int) -> String {
    var at = from
    if units[at] == Sign.colon {
      at += 1
      while at < to, Sign.isDigit(units[at]) { at += 1 }
    }
    guard at < to, units[at] == Sign.slash else { return "" }
    var end = at
    while end < to, units[end] > 0x20, units[end] < 0x7F, units[end] != 0x3F, units[end] != 0x23 {
      end += 1
    }
    while end > at, units[end - 1] == Sign.slash { end -= 1 }
    return end == at ? "" : units.string(at, end)
  }

  /// A host without a scheme, with what follows it.
  func bareHost(at start: Int) -> ContactMatch? {
    if let literal = hosts.literals.bracketedHost(at: start) {
      return self.literal(literal, from: start, isLive: false)
    }
    guard let host = hosts.host(at: start) else {
      return hosts.literals.fourNumbers(at: start).map { literal($0, from: start, isLive: false) }
    }
    let to = tailEnd(host.to)
    return ContactMatch(
      kind: .host, from: start, to: to, plain: host.text + path(host.to, to),
      isReserved: ReservedHost.contains(host.text), isOdd: host.isOdd)
  }

  /// A host written as numbers.
  private func literal(
    _ literal: HostLiterals.Literal, from: Int, isLive: Bool
  ) -> ContactMatch {
    let to = tailEnd(literal.to)
    return ContactMatch(
      kind: .host, from: from, to: to, plain: literal.host + path(literal.to, to),
      isReserved: ReservedHost.contains(literal.host), isLive: isLive)
  }

  private static let www = Array("www ".unicodeScalars.map(\.value))
  private static let spacedEndings: Set<String> = ["com", "net", "org", "kr", "cn", "io", "co"]

  /// "www upbit com", "upbit com": a host whose full stops are missing.
  func spacedHost(at start: Int) -> ContactMatch? {
    guard units[start] == 0x77, units.starts(with: Self.www, at: start) else {
      return spacedCom(at: start)
    }
    let from = start + Self.www.count
    var space = from
    while Sign.isWord(units[space]) && units[space] != 0x5F || units[space] == Sign.dash {
      space += 1
    }
    guard (2...40).contains(space - from), units[space] == Sign.space else { return nil }
    var to = space + 1
    while Sign.isLatin(units[to]) || Sign.isDigit(units[to]) { to += 1 }
    let ending = units.string(space + 1, to)
    guard Self.spacedEndings.contains(ending) else { return nil }
    return ContactMatch(
      kind: .host, from: start, to: to, plain: units.string(from, space) + "." + ending)
  }

  private static let com = Array("com".unicodeScalars.map(\.value))
  private static let coKr = Array("co kr".unicodeScalars.map(\.value))
  private static let ports = [" port", " object", " interface", " surrogate"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// "upbit com", "acme co kr": no other word is written before "com".
  private func spacedCom(at start: Int) -> ContactMatch? {
    var space = start
    while Sign.isLatin(units[space]) || Sign.isDigit(units[space]) || units[space] == Sign.dash {
      space += 1
    }
    guard (4...40).contains(space - start), units[space] == Sign.space, !units.isUpper(space + 1),
      !units.isCode(start),
      let ending = [Self.com, Self.coKr].first(where: { units.starts(with: $0, at: space + 1) }),
      ![Sign.dot, Sign.dash, Sign.slash, Sign.at].contains(units[start - 1])
    else { return nil }
    let to = space + 1 + ending.count
    let goesOn =
      [Sign.dot, Sign.slash, Sign.colon].contains(units[to])
      && (Sign.isLatin(units[to + 1]) || Sign.isDigit(units[to + 1]))
    let name = units.string(start, space)
    guard !goesOn, !Sign.isLatin(units[to]), !Sign.isDigit(units[to]), units[to] != Sign.dash,
      !Self.ports.contains(where: { units.starts(with: $0, at: to) }),
      name.utf8.contains(where: { (0x61...0x7A).contains($0) }),
      !RecogniserWords.noHosts.contains(name)
    else { return nil }
    return ContactMatch(
      kind: .host, from: start, to: to, plain: name + (ending == Self.com ? ".com" : ".co.kr"))
  }

  // MARK: Schemes

  private static let spelledScheme = Array("h t t p".unicodeScalars.map(\.value))
  private static let webSchemes: Set<String> = [
    "http", "https", "hxxp", "hxxps", "htxp", "htxps", "hxtp", "hxtps", "ftp", "ws", "wss", "p",
    "ps",
    "ttp", "ttps", "httpp", "httpps", "htp", "htps",
  ]

  /// An address with its scheme, from where the scheme begins.
  func address(at start: Int) -> ContactMatch? {
    var at = start
    while at - start < 14,
      Sign.isLatin(units[at]) || Sign.isDigit(units[at]) || units[at] == Sign.dash
    {
      at += 1
    }
    let isSpaced = at - start == 1 && units.starts(with: Self.spelledScheme, at: start)
    let scheme: String
    if isSpaced {
      scheme = "http"
      at = start + 7
      if units[at] == Sign.space, units[at + 1] == 0x73 { at += 2 }
    } else {
      scheme = ""
    }
    guard let slashes = slashes(from: at) else { return nil }
    let name = isSpaced ? scheme : units.string(start, at)
    if RecogniserWords.chatSchemes.contains(name), HostReader.isHost(units[slashes]) {
      var end = slashes
      while !Self.isEnd(units[end]) { end += 1 }
      return ContactMatch(
        kind: .id, from: start, to: end, plain: "\(name):\(units.string(slashes, end))")
    }
    guard Self.webSchemes.contains(name), units[slashes] != Sign.slash else { return nil }
    let host = hosts.afterSpaces(slashes)
    // "`https://` and": the span ends with the scheme.
    if units.isCode(start), !units.isCode(host) { return nil }
    return authority(start, host)
  }

  /// The end of "://", also as "[:]//" and ": //".
  private func slashes(from at: Int) -> Int? {
    var colon = at
    while units[colon] == Sign.space || units[colon] == Sign.open { colon += 1 }
    guard units[colon] == Sign.colon else { return nil }
    colon += 1
    while units[colon] == Sign.close
      || (units[colon] == Sign.space
        && (units[colon + 1] == Sign.slash || units[colon + 1] == Sign.space))
    {
      colon += 1
    }
    var slashes = colon
    while units[slashes] == Sign.slash
      || (units[slashes] == Sign.space && units[slashes + 1] == Sign.slash)
    {
      slashes += 1
    }
    return slashes > colon ? slashes : nil
  }

  private func authority(_ from: Int, _ start: Int) -> ContactMatch? {
    if let literal = hosts.literals.bracketedAddress(at: start) {
      return self.literal(literal, from: from, isLive: true)
    }
    var end = start
    while !Self.isEnd(units[end]), ![Sign.slash, 0x3F, 0x23].contains(units[end]) { end += 1 }
    let begin = (start..<max(start, end)).last { units[$0] == Sign.at }.map { $0 + 1 } ?? start
    var found = hosts.host(at: begin, anyEnding: true)
    // "docs.astral.sh": behind a scheme a name may end like a file.
    if let end = found?.to, units[end] == Sign.dot, Sign.isLatin(units[end + 1]) { found = nil }
    var to = found?.to ?? begin
    if found == nil {
      while to < end, Sign.isWord(units[to]) || units[to] == Sign.dot || units[to] == Sign.dash {
        to += 1
      }
    }
    var host = found?.text ?? units.string(begin, to)
    while host.hasSuffix(".") { host.removeLast() }
    let last = tailEnd(to)
    let isNumeric = host.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    if host.isEmpty || (found == nil && !isNumeric && ReservedHost.contains(host)) {
      return ContactMatch(kind: .host, from: from, to: last, plain: host, isReserved: true)
    }
    let isName = host.contains(".") || host.contains("-") || host.unicodeScalars.count >= 3
    if found == nil, !isName { return nil }
    return ContactMatch(
      kind: .host, from: from, to: last, plain: host + path(to, last),
      isReserved: ReservedHost.contains(host), isOdd: found?.isOdd ?? false, isLive: true)
  }

  // MARK: Mail

  private static func isLocal(_ c: UInt32) -> Bool {
    Sign.isWord(c) || [Sign.dot, 0x2B, Sign.dash, 0x25].contains(c)
  }

  /// A mail address whose name begins here.
  func mail(at start: Int) -> ContactMatch? {
    let isLatin = Self.isLocal(units[start])
    guard isLatin || Sign.isCJK(units[start]) else { return nil }
    var end = start
    while end - start < 64, isLatin ? Self.isLocal(units[end]) : Sign.isCJK(units[end]) { end += 1 }
    if !isLatin, units[end] != Sign.at { return nil }
    guard end > start, let sign = at(end),
      let host = hosts.host(at: sign.to, anyEnding: sign.form == .plain)
    else { return nil }
    if sign.form == .word, !host.forms.contains(.word) { return nil }
    var name = units.string(start, end)
    while name.hasSuffix(".") { name.removeLast() }
    if name == "git", sign.form == .plain {
      // "git@github.com:owner/name.git" is an address for programs.
      var to = host.to
      while to < units.count, units[to] != Sign.space, units[to] != Sign.line,
        !Sign.isCJK(units[to])
      {
        to += 1
      }
      return ContactMatch(
        kind: .mail, from: start, to: to, plain: "git@\(host.text)", isReserved: true)
    }
    let isOdd = host.isOdd || (start + 1..<max(start + 1, end)).contains { units.isOdd($0) }
    return ContactMatch(
      kind: .mail, from: start, to: host.to, plain: "\(name)@\(host.text)",
      isReserved: ReservedHost.contains(host.text), isOdd: isOdd)
  }

  private enum AtForm { case plain, spaced, bracket, word, named }
  private static let ats = RecogniserWords.ats.map { $0.unicodeScalars.map(\.value) }
  private static let bracketedAts = [[Sign.at]] + ats + [[0x61]]

  /// An at sign in any form.
  private func at(_ start: Int) -> (to: Int, form: AtForm)? {
    if units[start] == Sign.at, HostReader.isHost(units[start + 1]) { return (start + 1, .plain) }
    let at = hosts.afterSpaces(start)
    if units[at] == Sign.at { return (hosts.afterSpaces(at + 1), .spaced) }
    if units[at] == Sign.open || units[at] == 0x3C {
      let inside = hosts.afterSpaces(at + 1)
      guard let word = Self.bracketedAts.first(where: { units.starts(with: $0, at: inside) }) else {
        return nil
      }
      let end = hosts.afterSpaces(inside + word.count)
      let isClosed = units[end] == Sign.close || units[end] == 0x3E
      return isClosed ? (hosts.afterSpaces(end + 1), .bracket) : nil
    }
    guard let word = Self.ats.first(where: { units.starts(with: $0, at: at) }) else { return nil }
    let to = at + word.count
    let isEnglish = Sign.isLatin(word[0])
    if isEnglish, at == start || units[to] != Sign.space { return nil }
    return (hosts.afterSpaces(to), isEnglish ? .word : .named)
  }
}
