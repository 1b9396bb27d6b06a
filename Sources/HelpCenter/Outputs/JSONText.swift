import Diagnostics

/// A JSON value that keeps the order of its keys, so that the same content gives the same bytes.
indirect enum JSONText: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONText])
  /// A list with each item on a line of its own, for readers and for version control.
  case lines([JSONText])
  case object([(key: String, value: JSONText)])

  /// An object without the keys that have no value.
  static func record(_ pairs: KeyValuePairs<String, JSONText?>) -> JSONText {
    .object(pairs.compactMap { key, value in value.map { (key, $0) } })
  }

  static func texts(_ items: [String]) -> JSONText? {
    items.isEmpty ? nil : .list(items.map(JSONText.text))
  }

  var json: String {
    var out: [UInt8] = []
    append(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// The same for a script element, which only `<` could end (HTML, section 4.12.1.3). By bytes: to
  /// Swift, `<` and a combining mark behind it are one other character.
  var jsonForScript: String {
    var out: [UInt8] = []
    append(to: &out)
    guard out.contains(0x3C) else { return String(decoding: out, as: UTF8.self) }
    let escaped = out.flatMap { $0 == 0x3C ? Array("\\u003C".utf8) : [$0] }
    return String(decoding: escaped, as: UTF8.self)
  }

  private func append(to out: inout [UInt8]) {
    switch self {
    case .text(let text): out.append(jsonString: text)
    case .number(let number): out.append(utf8: String(number))
    case .flag(let flag): out.append(utf8: flag ? "true" : "false")
    case .list(let items): Self.append(items, between: ("[", ",", "]"), to: &out)
    case .lines(let items):
      let signs = items.isEmpty ? ("[", "", "]") : ("[\n", ",\n", "\n]")
      Self.append(items, between: signs, to: &out)
    case .object(let pairs):
      out.append(UInt8(ascii: "{"))
      for (place, pair) in pairs.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        out.append(jsonString: pair.key)
        out.append(UInt8(ascii: ":"))
        pair.value.append(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private static func append(
    _ items: [JSONText], between signs: (String, String, String), to out: inout [UInt8]
  ) {
    out.append(utf8: signs.0)
    for (place, item) in items.enumerated() {
      if place > 0 { out.append(utf8: signs.1) }
      item.append(to: &out)
    }
    out.append(utf8: signs.2)
  }
}
