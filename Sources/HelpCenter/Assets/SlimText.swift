/// Scripts and style sheets without what only their authors need: comments in lines of their own and, in
/// scripts, behind code; indentation, empty lines. Nothing else changes, so what is published can be read beside
/// its source, and no line breaks differ.
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
        out += (isScript && backticks(in: line) % 2 == 0 ? withoutNote(text) : text) + [0x0A]
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
