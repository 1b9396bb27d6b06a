/// Writes findings for a reader: a person at a terminal, a program, or a CI service.
public enum DiagnosticFormatter: String, Sendable, CaseIterable {
  /// `path:line:column: error: message`, the form that editors and terminals make clickable.
  case text
  /// One JSON object a line: `severity`, `id`, `path`, `line`, `column`, `message`, `hint`.
  case json
  /// Workflow commands that GitHub turns into annotations
  /// (docs.github.com, "Workflow commands for GitHub Actions").
  case github

  /// One finding, without a line break at its end.
  /// - Parameter color: whether the text form may use ANSI colours.
  public func format(_ diagnostic: Diagnostic, color: Bool = false) -> String {
    switch self {
    case .text: Self.text(diagnostic, color: color)
    case .json: Self.json(diagnostic)
    case .github: Self.github(diagnostic)
    }
  }

  private static func text(_ d: Diagnostic, color: Bool) -> String {
    let place = d.location.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
    let code =
      switch d.severity {
      case .error: "31"
      case .warning: "33"
      case .notice: "36"
      }
    let label =
      color ? "\u{1B}[1;\(code)m\(d.severity.rawValue):\u{1B}[0m" : "\(d.severity.rawValue):"
    let hint = d.hint.map { "\n    hint: " + visible($0) } ?? ""
    return "\(visible(place))\(label) \(visible(d.message))\(hint)"
  }

  /// Control characters from a source file must not steer the reader's terminal.
  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func json(_ d: Diagnostic) -> String {
    func quoted(_ text: String?) -> String { text.map(jsonString) ?? "null" }
    return "{\"severity\":\"\(d.severity.rawValue)\",\"id\":\(jsonString(d.id)),"
      + "\"path\":\(quoted(d.location?.path)),"
      + "\"line\":\(d.location.map { String($0.line) } ?? "null"),"
      + "\"column\":\(d.location.map { String($0.column) } ?? "null"),"
      + "\"message\":\(jsonString(d.message)),\"hint\":\(quoted(d.hint))}"
  }

  private static func github(_ d: Diagnostic) -> String {
    // By scalars: "\r\n" is one Character, and a line break that gets through begins a command.
    func escape(_ text: String, _ signs: [Unicode.Scalar]) -> String {
      var out = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if signs.contains(scalar) {
          let hex = String(scalar.value, radix: 16, uppercase: true)
          out.append(contentsOf: ("%" + (hex.count == 1 ? "0" : "") + hex).unicodeScalars)
        } else {
          out.append(scalar)
        }
      }
      return String(out)
    }
    func data(_ text: String) -> String { escape(text, ["%", "\r", "\n"]) }
    func property(_ text: String) -> String { escape(text, ["%", "\r", "\n", ":", ","]) }
    var properties = ["title=\(property(d.id))"]
    if let place = d.location {
      properties += ["file=\(property(place.path))", "line=\(place.line)", "col=\(place.column)"]
    }
    let hint = d.hint.map { "\nhint: \($0)" } ?? ""
    return
      "::\(d.severity.rawValue) \(properties.joined(separator: ","))::\(data(d.message + hint))"
  }
}

/// A JSON string literal of the text, quotes included (RFC 8259, section 7).
public func jsonString(_ text: String) -> String {
  var out: [UInt8] = []
  out.append(jsonString: text)
  return String(decoding: out, as: UTF8.self)
}

extension [UInt8] {
  /// Appends the text as a JSON string, quotes included (RFC 8259, section 7).
  public mutating func append(jsonString text: String) {
    var text = text
    text.withUTF8 { bytes in
      append(UInt8(ascii: "\""))
      var start = 0
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        append(contentsOf: Self.jsonEscape(of: byte))
        start = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
      append(UInt8(ascii: "\""))
    }
  }

  private static func jsonEscape(of byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [UInt8(ascii: "\\"), byte]
    case 0x0A: return Array("\\n".utf8)
    default:
      let hex = String(byte, radix: 16)
      return Array("\\u00\(hex.count == 1 ? "0" : "")\(hex)".utf8)
    }
  }
}
