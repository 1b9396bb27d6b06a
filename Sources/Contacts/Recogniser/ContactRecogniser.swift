/// Finds what a text says about how to reach somebody: phone numbers, web and mail addresses, names in
/// chats, in every disguise. Wrong contact data costs readers money, so a text may hold none that no
/// source stands behind.
///
/// `recognise.js` of the theme does the same for what readers paste on the verify page;
/// `Tests/Vectors/contacts.json` holds the cases that both must find. One pass over the bytes.
///
/// 1. A line that shows no sign of a contact is passed: `ContactLineFilter`.
/// 2. Any other is brought back from its disguise, character by character: `ContactUnits`.
/// 3. At each word: an address with a scheme, a mail address, a host (`AddressReader`), a name behind a
///    messenger's (`NameReader`).
/// 4. At each digit, of any script or spelled, the run of digits: `PhoneRuns`, `PhoneForms`.
public struct ContactRecogniser: Sendable {
  public enum Kind: String, Sendable, Hashable {
    case phone, mail, host, handle
    /// A name in a network that its label tells: `kakao:upbit_help`.
    case id
  }

  public struct Value: Sendable, Hashable {
    public var kind: Kind
    /// As it is written.
    public var text: String
    /// Offset of its first byte.
    public var offset: Int
    /// Without its disguise: digits, with a plus where one stands; host and path; `name@host`; `@name`;
    /// `network:name`; letters in lower case.
    public var plain: String
    /// Some letters only look like those of `plain`, or hide others between them.
    public var isOdd: Bool
    /// The address of a link, with its scheme.
    public var isLive: Bool
    /// Whether all of it stands in code.
    public var code: Code = .none
  }

  /// What a value stands in: authors write addresses to type as spans of code, programs as blocks.
  public enum Code: Sendable, Hashable {
    case none, span, block
  }

  /// Host names under which everybody has a page: only the whole address says whose it is.
  public static let sharedHosts = RecogniserWords.sharedHosts

  /// The values in the order in which they stand, without those that nobody can own.
  /// - Parameter bytes: A text in valid UTF-8.
  public static func values(in bytes: [UInt8]) -> [Value] {
    values(in: bytes, passesQuietLines: true)
  }

  /// - Parameter passesQuietLines: Whether `ContactLineFilter` is asked; a test compares both ways.
  static func values(in bytes: [UInt8], passesQuietLines: Bool) -> [Value] {
    var found: [Value] = []
    bytes.withUnsafeBufferPointer { bytes in
      for line in ContactLines(bytes) {
        if passesQuietLines, !ContactLineFilter.mayHoldContact(bytes, line.range) { continue }
        let units = ContactUnits(bytes, line.range, isCode: line.isCode)
        let matches = scan(units)
        func add(_ match: ContactMatch, _ units: ContactUnits) {
          let range = units.range(of: match)
          found.append(
            Value(
              kind: match.kind, text: String(decoding: bytes[range], as: UTF8.self),
              offset: range.lowerBound, plain: match.plain, isOdd: match.isOdd,
              isLive: match.isLive, code: code(of: match, units, line.isCode)))
        }
        for match in matches where !match.isReserved { add(match, units) }
        if units.isToldSpaceless {
          let left = units.withoutSpaces()
          for match in spaceless(units, left, besides: matches) where !match.isReserved {
            add(match, left)
          }
        }
      }
    }
    return found
  }

  private static func code(
    of match: ContactMatch, _ units: ContactUnits, _ isBlock: Bool
  ) -> Code {
    guard (match.from..<match.to).allSatisfy(units.isCode) else { return .none }
    return isBlock ? .block : .span
  }

  /// "acme coin.ne t (without spaces)": addresses that are there once the spaces of their line are gone.
  private static func spaceless(
    _ units: ContactUnits, _ left: ContactUnits, besides matches: [ContactMatch]
  ) -> [ContactMatch] {
    // Both stand in the order of the line, in which each match is looked for by halving.
    let seen = matches.map(units.range)
    let spaces = units.units.filter { $0.sign == Sign.space }.map(\.from)
    return scan(left).filter { match in
      guard match.kind == .host || match.kind == .mail,
        match.plain.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return false }
      let range = left.range(of: match)
      let space = first(in: spaces) { $0 > range.lowerBound }
      let known = first(in: seen) { $0.upperBound > range.lowerBound }
      return (space.map { $0 < range.upperBound } ?? false)
        && !(known.map { $0.overlaps(range) } ?? false)
    }
  }

  /// The first of which something holds that holds of all behind it.
  private static func first<Element>(
    in sorted: [Element], where isPast: (Element) -> Bool
  ) -> Element? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < sorted.count ? sorted[low] : nil
  }

  private static func scan(_ units: ContactUnits) -> [ContactMatch] {
    var found: [ContactMatch] = []
    let readers = ContactReaders(units)
    var at = 0
    while at < units.count {
      if let match = readers.match(at: at) {
        found.append(match)
        at = max(match.to, at + 1)
      } else if PhoneRuns.mayBegin(units[at]) {
        at = max(readers.phones.numbers(at: at, into: &found), wordEnd(units, at))
      } else {
        at += 1
      }
    }
    return found
  }

  /// Letters that are one word are passed at once.
  private static func wordEnd(_ units: ContactUnits, _ at: Int) -> Int {
    guard Sign.isLatin(units[at]) else { return at + 1 }
    var to = at + 1
    while Sign.isLatin(units[to]) { to += 1 }
    return to
  }
}

/// What a reader has found, in units.
struct ContactMatch {
  var kind: ContactRecogniser.Kind
  var from: Int
  var to: Int
  var plain: String
  var isReserved = false
  var isOdd = false
  var isLive = false
}

extension ContactUnits {
  /// The bytes of the text in which a match stands.
  fileprivate func range(of match: ContactMatch) -> Range<Int> {
    bytes(match.from..<match.to)
  }
}

private struct ContactReaders {
  let units: ContactUnits
  let phones: PhoneRuns
  let addresses: AddressReader
  let names: NameReader

  init(_ units: ContactUnits) {
    self.units = units
    phones = PhoneRuns(units)
    addresses = AddressReader(units)
    names = NameReader(units)
  }

  func match(at: Int) -> ContactMatch? {
    let c = units[at]
    if c == Sign.at { return names.handle(at: at) }
    if c == Sign.open { return addresses.bareHost(at: at) }
    let isLatin = Sign.isLatin(c)
    if isLatin || Sign.isCJK(c), let id = names.id(at: at) { return id }
    guard isWordStart(at) else { return nil }
    if isLatin, let found = addresses.address(at: at) ?? addresses.spacedHost(at: at) {
      return found
    }
    return addresses.mail(at: at) ?? addresses.bareHost(at: at)
  }

  /// Whether a word begins here, or a script changes.
  private func isWordStart(_ at: Int) -> Bool {
    let c = units[at]
    let before = units[at - 1]
    if Sign.isWord(c) {
      return !(Sign.isWord(before) || (before == Sign.dash && Sign.isWord(units[at - 2])))
    }
    if Sign.isCJK(c) { return !Sign.isCJK(before) }
    return c > 0xBF && c < 0x2000 && !Sign.isCJK(before)
  }
}

/// The lines of a text; one that ends with a hyphen, a colon, a full stop or an at sign goes on with the
/// next, as Markdown joins them.
private struct ContactLines: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var start = 0
  /// The sign and the length of the fence of a block of code.
  private var fence: (sign: UInt8, length: Int)?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> (range: Range<Int>, isCode: Bool)? {
    while start < bytes.count {
      var end = lineEnd(start)
      if let mark = mark(start, end),
        fence == nil || (mark.sign == fence!.sign && mark.length >= fence!.length)
      {
        fence = fence == nil ? mark : nil
        start = end + 1
        continue
      }
      var joined = 0
      while joined < 2, end < bytes.count, isOpenEnded(start, end) || isNumberParted(start, end),
        continues(end + 1)
      {
        end = lineEnd(end + 1)
        joined += 1
      }
      defer { start = end + 1 }
      return (start..<end, fence != nil)
    }
    return nil
  }

  private func lineEnd(_ from: Int) -> Int {
    var end = from
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  private func mark(_ start: Int, _ end: Int) -> (sign: UInt8, length: Int)? {
    var at = start
    while at < end, at - start < 3, bytes[at] == 0x20 { at += 1 }
    guard at < end, bytes[at] == 0x60 || bytes[at] == 0x7E else { return nil }
    var to = at
    while to < end, to - start < 80, bytes[to] == bytes[at] { to += 1 }
    return to - at >= 3 ? (bytes[at], to - at) : nil
  }

  private func isOpenEnded(_ start: Int, _ end: Int) -> Bool {
    var last = end
    while last > start,
      bytes[last - 1] == 0x20 || bytes[last - 1] == 0x0D || bytes[last - 1] == 0x09
    {
      last -= 1
    }
    guard last > start else { return false }
    if [0x2D, 0x40, 0x3A, 0x2E].contains(bytes[last - 1]) { return true }
    let tail = bytes[Swift.max(start, last - 3)..<last]
    return ["‐", "‑", "–", "—", "＠", "："].contains { tail.elementsEqual($0.utf8) }
  }

  /// Whether a line ends with the first digits of a number, and the next begins with others.
  private func isNumberParted(_ start: Int, _ end: Int) -> Bool {
    func isDigit(_ at: Int) -> Bool { bytes[at] >= 0x30 && bytes[at] <= 0x39 }
    func isSpace(_ at: Int) -> Bool { [0x20, 0x09, 0x0D].contains(bytes[at]) }
    let first = Swift.max(start, end - 8)
    var last = end
    while last > first, isSpace(last - 1) { last -= 1 }
    var from = last
    while from > first, isDigit(from - 1) { from -= 1 }
    guard (2...4).contains(last - from) else { return false }
    var next = end + 1
    while next < bytes.count, next - end < 8, isSpace(next) { next += 1 }
    var to = next
    while to < bytes.count, to - next < 9, isDigit(to) { to += 1 }
    return (3...8).contains(to - next)
  }

  private func continues(_ from: Int) -> Bool {
    var at = from
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    guard at < bytes.count else { return false }
    return ![0x0A, 0x0D, 0x2D, 0x2A, 0x2B, 0x3E, 0x23, 0x7C, 0x60, 0x7E].contains(bytes[at])
  }
}
