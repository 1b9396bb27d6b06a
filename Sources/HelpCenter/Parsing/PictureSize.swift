/// Width and height of a picture, read from its first bytes, so that a page can keep its place free.
struct PictureSize: Sendable, Hashable {
  /// In CSS pixels, at least 1.
  var width: Int
  var height: Int

  private init?(_ width: Int, _ height: Int) {
    guard (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// PNG, JPEG, GIF, WebP and SVG; `nil` for anything else or a damaged file.
  init?(_ bytes: [UInt8], name: String) {
    let size: PictureSize?
    switch true {
    case bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]): size = Self.png(bytes)
    case bytes.starts(with: Array("GIF8".utf8)): size = Self.gif(bytes)
    case bytes.starts(with: [0xFF, 0xD8]): size = Self.jpeg(bytes)
    case bytes.starts(with: Array("RIFF".utf8)): size = Self.webP(bytes)
    case name.lowercased().hasSuffix(".svg"): size = Self.svg(bytes)
    default: size = nil
    }
    guard let size else { return nil }
    self = size
  }

  /// PNG 1.2, section 11.2.2: IHDR comes first.
  private static func png(_ bytes: [UInt8]) -> PictureSize? {
    guard bytes.count >= 24 else { return nil }
    return PictureSize(bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4))
  }

  /// GIF89a, section 18: the logical screen.
  private static func gif(_ bytes: [UInt8]) -> PictureSize? {
    guard bytes.count >= 10 else { return nil }
    return PictureSize(littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2))
  }

  /// ITU-T T.81, section B.2.2: the first start-of-frame segment.
  private static func jpeg(_ bytes: [UInt8]) -> PictureSize? {
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return PictureSize(bigEndian(bytes, index + 7, 2), bigEndian(bytes, index + 5, 2))
      }
      if marker == 0xFF {
        index += 1
      } else {
        index += 2 + max(2, bigEndian(bytes, index + 2, 2))
      }
    }
    return nil
  }

  /// RFC 9649, section 2: lossy, lossless and extended files.
  private static func webP(_ bytes: [UInt8]) -> PictureSize? {
    guard bytes.count >= 30, bytes[8..<12].elementsEqual("WEBP".utf8) else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ":
      return PictureSize(littleEndian(bytes, 26, 2) & 0x3FFF, littleEndian(bytes, 28, 2) & 0x3FFF)
    case "VP8L":
      let bits = littleEndian(bytes, 21, 4)
      return PictureSize((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    case "VP8X":
      return PictureSize(littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1)
    default: return nil
    }
  }

  /// SVG 1.1, section 7: `width` and `height` of the root, else the size of its `viewBox`.
  private static func svg(_ bytes: [UInt8]) -> PictureSize? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = head.firstRange(of: "<svg") else { return nil }
    let tag = head[start.upperBound...].prefix { $0 != ">" }
    if let width = number(attribute("width", in: tag)),
      let height = number(attribute("height", in: tag))
    {
      return PictureSize(width, height)
    }
    let box = attribute("viewBox", in: tag)?.split { $0 == " " || $0 == "," } ?? []
    guard box.count == 4, let width = number(String(box[2])), let height = number(String(box[3]))
    else { return nil }
    return PictureSize(width, height)
  }

  private static func attribute(_ name: String, in tag: Substring) -> String? {
    for quote in ["\"", "'"] {
      // White space before it: `stroke-width` is no `width`.
      guard
        let start = tag.ranges(of: "\(name)=\(quote)").first(where: { range in
          tag[..<range.lowerBound].last?.isWhitespace == true
        })
      else { continue }
      return String(tag[start.upperBound...].prefix { String($0) != quote })
    }
    return nil
  }

  /// Whole pixels of `480` or `480px`; `nil` for per cent and other units.
  private static func number(_ text: String?) -> Int? {
    guard let text else { return nil }
    let bare = text.hasSuffix("px") ? String(text.dropLast(2)) : text
    return Double(bare).flatMap { $0.isFinite && $0 < 1e6 ? Int($0.rounded()) : nil }
  }

  private static func bigEndian(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func littleEndian(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
