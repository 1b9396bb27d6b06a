extension ContactUnits {
  /// What Markdown and HTML take out of a text, and what would so part a number in two.
  enum Markup {
    static func begins(with byte: UInt8) -> Bool {
      byte == 0x2A || byte == 0x60 || byte == 0x7E || byte == 0x5C
    }

    /// A run of signs that Markdown takes away: emphasis, a backslash before a sign, the ticks of code.
    /// A run that is too long for that is read as one sign, and is shown.
    static func run(
      _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
    ) -> (end: Int, isShown: Bool)? {
      let sign = bytes[at]
      if sign == 0x5C {
        let isEscape = at + 1 < end && bytes[at + 1] != 0x5C && isPunctuation(bytes[at + 1])
        return isEscape ? (at + 1, false) : nil
      }
      var to = at
      while to < end, bytes[to] == sign { to += 1 }
      return (to, sign == 0x2A ? to - at > 3 : sign == 0x7E && to - at != 2)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
      default: false
      }
    }

    /// `&#45;`, `&#x2d;` or one of the names that stand for a sign between digits or letters.
    static func entity(
      _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
    ) -> (scalar: UInt32, end: Int)? {
      var to = at + 1
      while to < min(end, at + 12), bytes[to] != 0x3B { to += 1 }
      guard to < min(end, at + 12), to > at + 1 else { return nil }
      let text = String(decoding: bytes[(at + 1)..<to], as: UTF8.self).lowercased()
      let value: UInt32? =
        if text.hasPrefix("#x") {
          text.utf8.count <= 8 ? UInt32(text.dropFirst(2), radix: 16) : nil
        } else if text.hasPrefix("#") {
          text.utf8.count <= 8 ? UInt32(text.dropFirst(1)) : nil
        } else {
          names[text]
        }
      guard let value, value > 0, Unicode.Scalar(value) != nil else { return nil }
      return (value, to + 1)
    }

    private static let names: [String: UInt32] = [
      "period": 0x2E, "commat": 0x40, "hyphen": 0x2D, "dash": 0x2D, "minus": 0x2D, "ndash": 0x2D,
      "mdash": 0x2D, "nbsp": 0x20, "ensp": 0x20, "emsp": 0x20, "thinsp": 0x20, "shy": 0xAD,
      "zwj": 0x200D, "zwnj": 0x200C, "colon": 0x3A, "sol": 0x2F, "plus": 0x2B, "lpar": 0x28,
      "rpar": 0x29, "lsqb": 0x5B, "rsqb": 0x5D, "middot": 0xB7, "bull": 0xB7, "lowbar": 0x5F,
      "amp": 0x26, "num": 0x23, "comma": 0x2C,
    ]
  }
}
