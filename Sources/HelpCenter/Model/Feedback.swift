/// Where readers say whether a text helped them, from `feedback` of `site.yaml`.
public enum Feedback: Sendable, Hashable {
  /// A path of the site's own host that takes a form: `/feedback`.
  case path(String)
  case mail(String)

  /// Reads a path from the host's root or a mail address; `nil` for anything else. Another host is
  /// none: the site's policy would block the form.
  public init?(_ text: String) {
    if text.hasPrefix("/") {
      let isPlain = text.utf8.allSatisfy {
        (0x21...0x7E).contains($0) && !Self.special.contains($0)
      }
      guard isPlain, !text.hasPrefix("//"), !text.split(separator: "/").contains("..") else {
        return nil
      }
      self = .path(text)
    } else {
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isMail) }),
        parts[1].contains("."), !parts[1].hasPrefix("."), !parts[1].hasSuffix(".")
      else { return nil }
      self = .mail(text)
    }
  }

  /// `"`, `#`, `<`, `>`, `?` and `\`.
  private static let special: Set<UInt8> = [0x22, 0x23, 0x3C, 0x3E, 0x3F, 0x5C]

  /// Letters, digits and `+-._`: what stands in an address without quotes or encoding.
  private static func isMail(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
