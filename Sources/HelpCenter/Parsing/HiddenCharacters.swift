import Diagnostics

/// Characters that change how a text looks without being seen.
///
/// A control character can do nothing good in an article, and a bidirectional one can turn
/// `upbit.com` into something else for the eye (Unicode Technical Report 36, section 2.6;
/// "Trojan Source", CVE-2021-42574). Directional marks and overrides are not needed by any of the
/// site's languages.
enum HiddenCharacters {
  static func findings(in file: SourceFile) -> [Diagnostic] {
    var lines: LineTable?
    var found: [Diagnostic] = []
    var index = file.bytes.startIndex
    while index < file.bytes.endIndex {
      let byte = file.bytes[index]
      // Three lead bytes hold all that is looked for above ASCII; everything else is passed over.
      if byte >= 0x20, byte != 0x7F, byte != 0xC2, byte != 0xD8, byte != 0xE2 {
        index += 1
        continue
      }
      let (scalar, width) = scalar(at: index, in: file.bytes)
      if let name = name(of: scalar) {
        let table = lines ?? LineTable(file.bytes)
        lines = table
        found.append(
          Diagnostic(
            .error, "hidden-character", at: table.location(path: file.path, byte: index),
            "\(name) U+\(hex(scalar)) stands here unseen", hint: "remove it"))
      }
      index += width
    }
    return found
  }

  private static func name(of scalar: UInt32) -> String? {
    switch scalar {
    case 0x09, 0x0A, 0x0D: nil
    case 0..<0x20, 0x7F..<0xA0: "a control character"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "a bidirectional character"
    default: nil
    }
  }

  private static func scalar(at index: Int, in bytes: [UInt8]) -> (value: UInt32, width: Int) {
    let width = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : 3
    let end = min(index + width, bytes.count)
    let value = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first?.value
    return (value ?? 0x20, width)
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
