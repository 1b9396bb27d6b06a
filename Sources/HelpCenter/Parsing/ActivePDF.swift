import Diagnostics

/// What a PDF may do by itself when it is opened. Names within compressed parts are not seen.
enum ActivePDF {
  static func finding(in file: SourceFile) -> Diagnostic? {
    for name in [
      "/JavaScript", "/JS", "/Launch", "/SubmitForm", "/OpenAction", "/AA", "/RichMedia",
    ] {
      guard let byte = offset(of: Array(name.utf8), in: file.bytes) else { continue }
      return Diagnostic(
        .warning, .activePDF, at: SourceLocation(path: file.path),
        "this PDF does something by itself: '\(name)' stands at byte \(byte)",
        hint: "print it to a new PDF, which leaves actions and scripts out")
    }
    return nil
  }

  /// A name of PDF ends before anything that is no letter or digit (ISO 32000-1, section 7.3.5).
  private static func offset(of name: [UInt8], in bytes: [UInt8]) -> Int? {
    var index = 0
    while let found = bytes[index...].firstIndex(of: name[0]) {
      let end = found + name.count
      if bytes[found...].starts(with: name),
        end == bytes.count || !isNameByte(bytes[end])
      {
        return found
      }
      index = found + 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
