/// Scripts and style sheets without what only their authors need: comments in lines of their own and, in
/// scripts, behind code; indentation, empty lines, and the spaces beside operators, which are a twentieth of a
/// script even when it is compressed. Names and line breaks stay, so what is published can be read beside its
/// source.
enum SlimText {
  static func of(_ bytes: [UInt8], path: String) -> [UInt8] {
    let isScript = path.hasSuffix(".js") || path.hasSuffix(".mjs")
    guard isScript || path.hasSuffix(".css") else { return bytes }
    var out: [UInt8] = []
    var inComment = false
    // Within a template literal every space counts.
    var inLiteral = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if inLiteral {
        out += line + [0x0A]
      } else {
        let text = trimmed(line)
        if inComment {
          inComment = !ends(text)
          continue
        }
        // `/*!` begins a licence, which must stay.
        if text.starts(with: "/*".utf8), !text.starts(with: "/*!".utf8) {
          if ends(text) { continue }
          if text.firstPlace(of: Array("*/".utf8)) == nil {
            inComment = true
            continue
          }
        }
        if text.isEmpty || isScript && text.starts(with: "//".utf8) { continue }
        let isWhole = isScript && backticks(in: line) % 2 == 0
        out += (isWhole ? withoutSpaces(withoutNote(text)) : text) + [0x0A]
      }
      if isScript, backticks(in: line) % 2 == 1 { inLiteral.toggle() }
    }
    // A comment or literal that does not end: this is no text that we understand.
    return inComment || inLiteral ? bytes : out
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let text = line.drop(while: isSpace)
    return text.lastIndex { !isSpace($0) }.map { text[...$0] } ?? []
  }

  /// The line without the comment behind its code. What may stand within a string or an expression stays: one
  /// that begins before the comment would end behind it, with a quote or a slash.
  private static func withoutNote(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let note = line.firstPlace(of: Array("  // ".utf8)),
      !line[note.upperBound...].contains(where: { "\"'`/".utf8.contains($0) })
    else { return line }
    return trimmed(line[..<note.lowerBound])
  }

  /// The line without the spaces between a word or bracket and an operator or bracket, as far as it is code or a
  /// plain string for certain: up to the first slash, backtick or backslash. Spaces between two operators stay,
  /// which could become another one.
  private static func withoutSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let code = line.prefix { !"`/\\".utf8.contains($0) }
    var quote: UInt8?
    var out: ArraySlice<UInt8> = []
    for (place, byte) in zip(code.indices, code) {
      if quote == nil, byte == 0x20, let before = out.last, place + 1 < code.endIndex {
        let after = code[place + 1]
        if isOperator(before) && isOperand(after) || isOperand(before) && isOperator(after) {
          continue
        }
      }
      if quote == byte {
        quote = nil
      } else if quote == nil, "\"'".utf8.contains(byte) {
        quote = byte
      }
      out.append(byte)
    }
    return out + line[code.endIndex...]
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    "()[]{}=,;:?&|<>*+-%!".utf8.contains(byte)
  }

  /// Whether a word ends or begins with the character, a string or something in brackets.
  private static func isOperand(_ byte: UInt8) -> Bool {
    "()[]{}_$\"'".utf8.contains(byte) || 0x30...0x39 ~= byte || 0x41...0x5A ~= byte & 0xDF
  }

  private static func ends(_ text: ArraySlice<UInt8>) -> Bool {
    text.count >= 2 && text.suffix(2).elementsEqual("*/".utf8)
      && text.dropFirst(2).dropLast(2).firstPlace(of: Array("*/".utf8)) == nil
  }

  private static func backticks(in line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isEscaped = false
    for byte in line {
      if byte == 0x60, !isEscaped { count += 1 }
      isEscaped = byte == 0x5C && !isEscaped
    }
    return count
  }
}
