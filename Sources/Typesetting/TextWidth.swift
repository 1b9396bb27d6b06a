/// How wide a text is, in ems, by a table that errs to the wide side: a drawing is made where no font
/// is, and the reader's may be any of those that the theme names.
public enum TextWidth {
  public static func ems(_ text: some Sequence<Unicode.Scalar>, bold: Bool) -> Double {
    text.reduce(0) { $0 + ems($1) } * (bold ? 1.06 : 1)
  }

  /// Advances of Noto Sans, the widest of the Latin faces; of Han and Hangul a full square.
  static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ": 0.28
    case "i", "j", "l", "I", "'", "|", "!", ".", ",", ":", ";", "·": 0.3
    case "f", "r", "t", "(", ")", "[", "]", "/", "-", "\"", "“", "”", "‘", "’": 0.42
    case "m", "M", "W", "w", "@", "%": 0.93
    case "A"..."Z": 0.7
    case "…", "—": 1
    default: scalar.value < 0x1100 ? 0.6 : 1
    }
  }
}
