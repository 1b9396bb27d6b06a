/// Emphasis next to Korean and Chinese.
///
/// CommonMark 0.30 (section 6.2) asks of a `**` beside a quote mark or full stop that a space or
/// another sign stand on its other side. Korean joins particles to words and Chinese has no spaces,
/// so `**"출금"**은` and `**提现。**之后` stay literal (commonmark-spec issue 650). Here, as in
/// tats-u's "markdown-cjk-friendly", it does as well when
///
/// 1. a Korean or Chinese letter stands on the other side, or
/// 2. the sign is of full width: `**注意：**API`,
///
/// and, because brackets and quotes follow Latin words in Korean and Chinese, when
///
/// 3. a Korean or Chinese letter stands behind the sign: `USDT**(테더)**`. Not beside a single `*` and
///    an ASCII sign, which may be a formula: `2*(가+나)*3`.
///
/// To libcmark, a run between two signs may open and close, which is just what such a run may do.
enum EmphasisRun {
  /// Where a sign makes libcmark read a run so: between the run and the letter beside it.
  static func signs(_ text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var found: [Int] = []
    var index = 0
    while let star = text.firstIndex(of: UInt8(ascii: "*"), from: index) {
      let start = isEscaped(text, star) ? star + 1 : star
      var end = star + 1
      while end < text.count, text[end] == UInt8(ascii: "*") { end += 1 }
      if start < end, let offset = sign(text, start, end) { found.append(offset) }
      index = end
    }
    return found
  }

  private static func isEscaped(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    var start = index
    while start > 0, text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (index - start) % 2 == 1
  }

  private static func sign(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    let before = Scalars.before(start, in: text)
    let after = Scalars.at(end, in: text)
    // What most runs are beside: a space, or letters on both sides.
    guard isPunctuation(before.value) != isPunctuation(after.value) else { return nil }
    if isPunctuation(before.value) {
      let inner = Scalars.before(before.offset, in: text).value
      return allows(before.value, inner: inner, outer: after.value, end - start) ? end : nil
    }
    let inner = Scalars.at(after.end, in: text).value
    return allows(after.value, inner: inner, outer: before.value, end - start) ? start : nil
  }

  /// - Parameters:
  ///   - inner: what stands behind the sign.
  ///   - outer: what stands on the other side of the run.
  private static func allows(_ sign: UInt32, inner: UInt32, outer: UInt32, _ length: Int) -> Bool {
    if isSpace(outer) { return false }
    if isCJKLetter(outer) || isWideSign(sign) { return true }
    return (length >= 2 || sign >= 0x80) && (isCJKLetter(inner) || isWideSign(inner))
  }
}

// MARK: Characters

extension EmphasisRun {
  /// A letter of the scripts that do not set spaces where Latin scripts do.
  static func isCJKLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x3040...0x30FF, 0x3100...0x318F, 0x31A0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    case 0x3005...0x3007: true
    default: false
    }
  }

  /// Punctuation of full width, which only Chinese and its neighbours use.
  private static func isWideSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001...0x303F, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFF65: isPunctuation(scalar)
    default: false
    }
  }

  /// CommonMark 0.30, section 2.1: ASCII signs and the general categories P*.
  static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    case 0..<0x80, 0xAC00...0xD7FF, 0x4E00...0x9FFF: false
    default:
      switch Unicode.Scalar(scalar)?.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        true
      default: false
      }
    }
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

/// The characters around a place in UTF-8; at either end of the text stands a line break.
private enum Scalars {
  static func at(
    _ offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, end: Int) {
    guard offset < text.count else { return (0x0A, offset) }
    let lead = text[offset]
    if lead < 0x80 { return (UInt32(lead), offset + 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in text[offset...].prefix(length).dropFirst() {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, offset + length)
  }

  static func before(
    _ offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, offset: Int) {
    var start = offset - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? (0x0A, 0) : (at(start, in: text).value, start)
  }
}
