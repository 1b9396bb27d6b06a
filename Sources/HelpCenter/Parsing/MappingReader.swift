import Contacts
import Diagnostics
import Yams

/// A value with the place where it is written.
struct Located<Value: Sendable>: Sendable {
  var value: Value
  var location: SourceLocation
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// Reads the values of one YAML mapping by key, and reports every key that nobody asked for.
///
/// A reader never stops at the first mistake: a wrong value is reported and read as absent, so that
/// one run reports all of them. Local to one parse; the findings leave it as values.
final class MappingReader {
  let document: YAMLDocument
  let location: SourceLocation
  private(set) var diagnostics: [Diagnostic] = []
  private let pairs: [(key: Node, value: Node)]
  /// The first pair of each key: language files have hundreds.
  private let places: [String: Int]
  private var known: [String] = []

  init(_ mapping: Node.Mapping, at location: SourceLocation, in document: YAMLDocument) {
    self.document = document
    self.location = location
    pairs = mapping.map { (key: $0.key, value: $0.value) }
    places = Self.places(of: pairs)
  }

  /// The document's root as a mapping; an empty document is an empty mapping.
  init(root document: YAMLDocument) {
    self.document = document
    location = SourceLocation(path: document.path, line: document.linesAbove + 1)
    diagnostics = document.doubts
    pairs = document.root?.mapping?.map { (key: $0.key, value: $0.value) } ?? []
    places = Self.places(of: pairs)
    if let node = document.root, node.mapping == nil, !node.isNull {
      report(
        .wrongType, at: document.location(of: node), "a mapping 'key: value' is wanted here",
        hint: "Content/README.md shows a complete file")
    }
  }

  private static func places(of pairs: [(key: Node, value: Node)]) -> [String: Int] {
    let keys = pairs.enumerated().compactMap { at, pair in
      pair.key.scalar.map { ($0.string, at) }
    }
    return Dictionary(keys, uniquingKeysWith: { first, _ in first })
  }

  func report(
    _ rule: Diagnostic.Rule, at location: SourceLocation?, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(.error, rule, at: location ?? self.location, message, hint: hint))
  }

  func append(_ found: [Diagnostic]) { diagnostics += found }

  /// The node of a key, unless it is missing or empty (`key:` with nothing behind it).
  func node(_ key: String) -> Node? {
    known.append(key)
    guard let node = places[key].map({ pairs[$0].value }), !node.isNull else { return nil }
    return node
  }

  func keyLocation(_ key: String) -> SourceLocation? {
    places[key].map { document.location(of: pairs[$0].key) }
  }

  /// All keys in the order written.
  var keys: [Located<String>] {
    pairs.compactMap { pair in
      pair.key.scalar.map { Located(value: $0.string, location: document.location(of: pair.key)) }
    }
  }

  func missing(_ key: String, hint: String) {
    report(.missingKey, at: location, "'\(key)' is missing", hint: hint)
  }

  /// Reports the keys that were never asked for. Call it last.
  func finish() {
    // A key may be asked for twice, and a hint names it once.
    var names: Set<String> = []
    let known = known.filter { names.insert($0).inserted }
    for pair in pairs {
      guard let key = pair.key.scalar?.string else {
        report(
          .wrongType, at: document.location(of: pair.key), "a key must be a plain word",
          hint: "write 'key: value'")
        continue
      }
      if !names.contains(key), let sign = key.first(where: { "：，、".contains($0) }) {
        // `{ko： …， zh： …}` is one long key.
        report(
          .yamlSign, at: document.location(of: pair.key),
          "'\(sign)' in '\(key)' is no sign of YAML",
          hint: "write ': ' behind a key and ', ' between two, both with a space")
      } else if !names.contains(key) {
        report(
          .unknownKey, at: document.location(of: pair.key), "'\(key)' is not a key here",
          hint: didYouMean(
            key, among: known, otherwise: "known keys: \(known.joined(separator: ", "))"))
      }
    }
  }
}

// MARK: Single values

extension MappingReader {
  func string(_ key: String) -> Located<String>? {
    guard let node = node(key) else { return nil }
    return text(of: node, what: "'\(key)'")
  }

  func text(of node: Node, what: String) -> Located<String>? {
    let place = document.location(of: node)
    guard let scalar = node.scalar else {
      report(.wrongType, at: place, "\(what) must be a text", hint: "put the text in quotes")
      return nil
    }
    let value = scalar.string.normalizedToNFC().trimmingSpaces()
    // "\u202E" is seen in the file and hidden in the page.
    if scalar.style == .doubleQuoted, let hidden = HiddenCharacters.finding(in: value, at: place) {
      diagnostics.append(hidden)
    }
    guard !value.isEmpty else {
      report(.emptyValue, at: place, "\(what) is empty", hint: "write a text or leave it out")
      return nil
    }
    return Located(value: value, location: place)
  }

  func requiredString(_ key: String, hint: String) -> Located<String>? {
    if let value = string(key) { return value }
    if node(key) == nil { missing(key, hint: hint) }
    return nil
  }

  func bool(_ key: String) -> Bool? {
    guard let text = string(key) else { return nil }
    switch text.value {
    case "true": return true
    case "false": return false
    default:
      report(
        .wrongType, at: text.location, "'\(key)' must be true or false",
        hint: "write '\(key): true' or '\(key): false'")
      return nil
    }
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = string(key) else { return nil }
    guard let number = Int(text.value), range.contains(number) else {
      report(
        .wrongType, at: text.location,
        "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        hint: "write digits alone")
      return nil
    }
    return number
  }

  func date(_ key: String) -> Located<CalendarDate>? {
    guard let text = string(key) else { return nil }
    guard let date = CalendarDate(text.value) else {
      report(
        .badDate, at: text.location, "'\(text.value)' is not a date",
        hint: "write it as YYYY-MM-DD, for example 2026-11-21")
      return nil
    }
    return Located(value: date, location: text.location)
  }

  /// A day, or a minute of it.
  func moment(_ key: String) -> Located<CalendarMoment>? {
    guard let text = string(key) else { return nil }
    guard let moment = CalendarMoment(text.value) else {
      report(
        .badDate, at: text.location, "'\(text.value)' is neither a date nor a date and a time",
        hint: "write it as YYYY-MM-DD or YYYY-MM-DD HH:MM, for example 2026-12-01 14:30")
      return nil
    }
    return Located(value: moment, location: text.location)
  }

  /// The day on which something was seen or done, which cannot lie ahead.
  func partialDate(_ key: String, notAfter clock: SiteClock) -> PartialDate? {
    guard let date = partialDate(key) else { return nil }
    reportFuture(date, clock, latest: clock.today)
    return date.value
  }

  func partialDate(_ key: String) -> Located<PartialDate>? {
    guard let text = string(key) else { return nil }
    guard let date = PartialDate(text.value) else {
      report(
        .badDate, at: text.location, "'\(text.value)' is not a date",
        hint: "write it as YYYY, YYYY-MM or YYYY-MM-DD")
      return nil
    }
    return Located(value: date, location: text.location)
  }

  /// Nobody has seen on a day to come that a value is right, and a slip of a year would keep it
  /// fresh for as long.
  func reportFuture(_ date: Located<PartialDate>, _ clock: SiteClock, latest: CalendarDate) {
    guard date.value.firstDay > latest else { return }
    let isTomorrow = date.value.firstDay == clock.today.adding(days: 1)
    report(
      .futureDate, at: date.location,
      "'\(date.value)' is after the day of the build, which is \(clock.today) in \(clock.zone.name)",
      hint: isTomorrow && clock.zone == .utc
        ? "where it is that day already, set 'time-zone' in site.yaml"
        : "write the day on which it was done or seen")
  }

  /// Nobody plans for so long: a slip of a year takes a text out of everybody's sight.
  func reportFar(
    _ date: CalendarDate, at location: SourceLocation, years: Int, _ clock: SiteClock,
    _ what: String
  ) {
    guard let latest = clock.today.adding(days: years * 366), date > latest else { return }
    report(
      .futureDate, at: location, "'\(date)' is over \(years) years away, and \(what) before",
      hint: "correct the year")
  }

  /// One of a fixed set of words.
  func choice<Value>(_ key: String, _ type: Value.Type) -> Value?
  where Value: RawRepresentable<String> & CaseIterable {
    guard let text = string(key) else { return nil }
    if let value = Value(rawValue: text.value) { return value }
    let words = Value.allCases.map(\.rawValue)
    report(
      .unknownValue, at: text.location, "'\(text.value)' is not a value of '\(key)'",
      hint: didYouMean(
        text.value, among: words, otherwise: "one of: \(words.joined(separator: ", "))"))
    return nil
  }
}

// MARK: Lists and mappings

extension MappingReader {
  /// The items of a list, each with its place; a single text counts as a list of one.
  func strings(_ key: String) -> [Located<String>] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      return text(of: node, what: "'\(key)'").map { [$0] } ?? []
    }
    return sequence.compactMap { text(of: $0, what: "an item of '\(key)'") }
  }

  func nodes(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      report(
        .wrongType, at: document.location(of: node), "'\(key)' must be a list",
        hint: "begin each item with '- '")
      return []
    }
    return Array(sequence)
  }

  /// Reads a mapping below a key, and its unknown keys with it.
  func mapping<Value>(_ key: String, _ read: (MappingReader) -> Value?) -> Value? {
    guard let node = node(key) else { return nil }
    return mapping(of: node, what: "'\(key)'", read)
  }

  func mapping<Value>(of node: Node, what: String, _ read: (MappingReader) -> Value?) -> Value? {
    let place = document.location(of: node)
    guard let mapping = node.mapping else {
      report(
        .wrongType, at: place, "\(what) must be a mapping 'key: value'",
        hint: "write its keys below it, each with ': ' behind it")
      return nil
    }
    let reader = MappingReader(mapping, at: place, in: document)
    let value = read(reader)
    reader.finish()
    diagnostics += reader.diagnostics
    return value
  }

  func mappings<Value>(_ key: String, _ read: (MappingReader) -> Value?) -> [Value] {
    nodes(key).compactMap { mapping(of: $0, what: "an item of '\(key)'", read) }
  }
}

extension Node {
  /// `key:` with nothing behind it, `~` or `null`, unquoted.
  var isNull: Bool {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
  }
}
