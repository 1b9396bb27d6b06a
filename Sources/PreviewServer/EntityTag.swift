/// The 64-bit FNV-1a hash: enough to tell one edit of a file from the next, and not a secret.
enum FNV1a64 {
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { buffer in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in buffer {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
      return hash
    }
  }

  /// The hash as 16 hexadecimal digits.
  static func text(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Strong entity tags and the condition that asks about them (RFC 9110 sections 8.8.3, 13.1.2).
enum EntityTag {
  static func of(_ bytes: [UInt8]) -> String {
    "\"\(FNV1a64.text(FNV1a64.hash(bytes)))\""
  }

  /// Whether an If-None-Match of these members says the client has the file already.
  ///
  /// The comparison is the weak one, which RFC 9110 section 13.1.2 asks for.
  static func isKnown(_ tag: String, to members: [Substring]) -> Bool {
    members.contains { member in
      member == "*" || (member.hasPrefix("W/") ? member.dropFirst(2) : member) == tag
    }
  }
}
