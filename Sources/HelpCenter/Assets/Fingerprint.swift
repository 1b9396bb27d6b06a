import Diagnostics

/// A short name for a file's content: FNV-1a, 40 bits of it as eight digits and small letters. It tells
/// one edit of a file from the next and is no secret; file systems that ignore case keep such names
/// apart.
enum Fingerprint {
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    let hash = fnv1a(bytes)
    // The upper bits are weaker than the lower ones: both are used.
    var folded = hash ^ (hash >> 40)
    var name = ""
    for _ in 0..<8 {
      name.unicodeScalars.append(Unicode.Scalar(digits[Int(folded & 31)]))
      folded >>= 5
    }
    return name
  }

  /// Thirty-two signs without those that are easily taken for another.
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// `assets/site.css` as `assets/site.k3v9x2mq.css`.
  static func path(_ path: String, of bytes: some Sequence<UInt8>) -> String {
    let fingerprint = of(bytes)
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let name = path.dropFirst(folder.count)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return "\(path).\(fingerprint)"
    }
    return "\(folder)\(name[..<dot]).\(fingerprint)\(name[dot...])"
  }
}
