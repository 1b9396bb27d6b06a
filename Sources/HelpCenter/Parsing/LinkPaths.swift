extension LinkResolver {
  /// The scheme of an absolute address in lower case (RFC 3986, section 3.1); white space and
  /// control characters, which browsers drop from an address, do not hide one.
  static func scheme(of destination: String) -> String? {
    if destination.utf8.starts(with: "//".utf8) { return "//" }
    var name: [UInt8] = []
    for byte in destination.utf8 where byte > 0x20 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): name.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: "-"):
        guard !name.isEmpty else { return nil }
        name.append(byte)
      case UInt8(ascii: ":"): return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      default: return nil
      }
    }
    return nil
  }

  /// Path and fragment of a relative address, percent-decoded and in NFC; a query is dropped.
  static func parts(of destination: String) -> (path: String, fragment: String?) {
    let bytes = destination.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let beforeHash = bytes[..<(hash ?? bytes.endIndex)]
    let path = beforeHash.prefix { $0 != UInt8(ascii: "?") }
    let fragment = hash.map { percentDecoded(destination[bytes.index(after: $0)...]) }
    return (
      percentDecoded(destination[..<path.endIndex]), fragment?.isEmpty == true ? nil : fragment
    )
  }

  /// Percent-decoded and in NFC; what is not UTF-8 in percent signs stays as it is written.
  private static func percentDecoded(_ text: Substring) -> String {
    let percent = UInt8(ascii: "%")
    guard text.utf8.contains(percent) else { return String(text).normalizedToNFC() }
    var out: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
      guard byte == percent else {
        out.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexDigit),
        let low = rest.popFirst().flatMap(hexDigit)
      else { return String(text).normalizedToNFC() }
      out.append(high << 4 | low)
    }
    return (String(validating: out, as: UTF8.self) ?? String(text)).normalizedToNFC()
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The path under `Content/` that a relative path means in a file of `Content/`.
  static func join(_ sourcePath: String, _ relative: String) -> String? {
    let slash = UInt8(ascii: "/")
    var path: [UInt8] = []
    var folder = sourcePath.normalizedToNFC().utf8[...]
    // Without the first name, `Content`, and without the last, the file's own.
    folder =
      (folder.firstIndex(of: slash).map { folder[folder.index(after: $0)...] }) ?? ""[...].utf8
    if let end = folder.lastIndex(of: slash) { path += folder[..<end] }
    for piece in relative.utf8.split(separator: slash) {
      if piece.elementsEqual(".".utf8) { continue }
      if piece.elementsEqual("..".utf8) {
        guard !path.isEmpty else { return nil }
        path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
        continue
      }
      if !path.isEmpty { path.append(slash) }
      path += piece
    }
    return String(decoding: path, as: UTF8.self)
  }

  /// A path as it must be written behind a link: one with spaces or brackets is no address else.
  static func written(_ path: String) -> String {
    path.contains(where: { $0.isWhitespace || "()<>%?#".contains($0) })
      ? path.replacing("%", with: "%25").replacing("?", with: "%3F").replacing("#", with: "%23")
        .replacing(" ", with: "%20").replacing("(", with: "%28").replacing(")", with: "%29")
        .replacing("<", with: "%3C").replacing(">", with: "%3E")
      : path
  }

  /// The relative path from a file of `Content/` to a path under `Content/`.
  static func relative(from sourcePath: String, to target: String) -> String {
    let folder = sourcePath.split(separator: "/").dropFirst().dropLast()
    let parts = target.split(separator: "/")
    let common = zip(folder, parts).prefix { $0 == $1 }.count
    return String(repeating: "../", count: folder.count - common)
      + parts.dropFirst(common).joined(separator: "/")
  }
}
