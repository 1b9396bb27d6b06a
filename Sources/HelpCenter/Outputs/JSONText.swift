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

  /// The same for a script element, which only `<` could end (HTML, section 4.12.1.3). By bytes: to
  /// Swift, `<` and a combining mark behind it are one other character.
  var jsonForScript: String {
    var out: [UInt8] = []
    for byte in json.utf8 {
      if byte == 0x3C { out += Array("\\u003C".utf8) } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  var json: String {
    switch self {
    case .text(let text): jsonString(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
    case .lines(let items):
      items.isEmpty ? "[]" : "[\n" + items.map(\.json).joined(separator: ",\n") + "\n]"
    case .object(let pairs):
      "{" + pairs.map { "\(jsonString($0.key)):\($0.value.json)" }.joined(separator: ",") + "}"
    }
  }
}
