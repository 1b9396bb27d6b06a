/// The first bytes of pictures, made by hand after the formats' specifications.
enum PictureBytes {
  /// PNG 1.2: signature and IHDR.
  static func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + bigEndian(UInt32(13)) + "IHDR".utf8
      + bigEndian(width) + bigEndian(height) + [8, 2, 0, 0, 0] + [0, 0, 0, 0]
  }

  /// GIF89a: header and logical screen descriptor.
  static func gif(_ width: UInt16, _ height: UInt16) -> [UInt8] {
    Array("GIF89a".utf8) + littleEndian(width) + littleEndian(height) + [0, 0, 0]
  }

  /// JPEG: APP0, a thumbnail's worth of other segments, then the frame header that a marker names.
  static func jpeg(_ width: UInt16, _ height: UInt16, frame marker: UInt8 = 0xC0) -> [UInt8] {
    let app0: [UInt8] = [0xFF, 0xE0, 0, 16] + [UInt8](repeating: 0x20, count: 14)
    let huffman: [UInt8] = [0xFF, 0xC4, 0, 5, 1, 2, 3]
    // Any number of 0xFF may stand before a marker.
    let frame: [UInt8] = [0xFF, 0xFF, marker, 0, 11, 8] + bigEndian(height) + bigEndian(width)
    return [0xFF, 0xD8] + app0 + huffman + frame + [1, 1, 0x11, 0, 0xFF, 0xD9]
  }

  /// WebP, lossy: the frame header of VP8 (RFC 6386, section 9.1) with a scale in the upper bits.
  static func webPLossy(_ width: UInt16, _ height: UInt16) -> [UInt8] {
    riff(
      "VP8 ",
      [0x30, 0x01, 0x00, 0x9D, 0x01, 0x2A] + littleEndian(width | 0x4000) + littleEndian(height))
  }

  /// WebP, lossless: 14 bits each of width and height, less one.
  static func webPLossless(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    riff("VP8L", [0x2F] + littleEndian((width - 1) | (height - 1) << 14))
  }

  /// WebP, extended: 24 bits each, less one.
  static func webPExtended(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    riff(
      "VP8X",
      [0x10, 0, 0, 0] + littleEndian(width - 1).prefix(3) + littleEndian(height - 1).prefix(3))
  }

  private static func riff(_ chunk: String, _ payload: [UInt8]) -> [UInt8] {
    let body = Array("WEBP".utf8) + chunk.utf8 + littleEndian(UInt32(payload.count)) + payload
    let padded = body + [UInt8](repeating: 0, count: 16)
    return Array("RIFF".utf8) + littleEndian(UInt32(padded.count)) + padded
  }

  private static func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    littleEndian(value).reversed()
  }

  private static func littleEndian<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
