/// Entities without their end, and signs that input methods type in the place of others.
extension InlineMarks {
  private static let entities = [
    "nbsp", "lt", "gt", "amp", "quot", "copy", "middot", "hellip", "mdash", "ndash", "ensp", "emsp",
  ]

  func entities() -> [StrayMark] {
    text.indices.compactMap { index in
      guard text[index] == "&" || text[index] == "＆" else { return nil }
      let name = rest(from: index + 1).prefix(while: MarkSigns.isLatin)
      let end = at(index + 1 + name.count)
      guard Self.entities.contains(name.text), end != ";" || text[index] == "＆",
        !MarkSigns.isDigit(end), end != "="
      else { return nil }
      return mark(index, "'\(text[index])\(name.text)' names no sign", "write '&\(name.text);'")
    }
  }

  func signs() -> [StrayMark] {
    text.indices.compactMap { index in
      let next = at(index + 1)
      switch text[index] {
      case "："
      where begins("：//", at: index) && at(index - 1).isASCII && MarkSigns.isLatin(at(index - 1)):
        return mark(index, "'：' is no ':' in an address", "write '://'")
      case "\\" where (0xFF01...0xFF5E).contains(next.value):
        return mark(index, "a backslash before '\(next)' is seen by readers", "remove it")
      case "₩", "￦", "￥":
        guard "*_[]{}#<>`\\".unicodeScalars.contains(next) else { return nil }
        return mark(index, "'\(text[index])' is no backslash", "write '\\\(next)'")
      case "＜", "《":
        let inner = rest(from: index + 1)
        let tag = inner.drop { $0 == "/" || $0 == "!" || $0 == "！" }
        let name = tag.prefix(while: MarkSigns.isLatin)
        let end = tag.at(name.count)
        let isTag =
          Self.tags.contains(name.text.lowercased())
          && (end == "＞" || end == ">" || end == "/" || end == " ")
        guard isTag || inner.begins(with: "http") || tag.begins(with: "--") else { return nil }
        return mark(
          index, "'\(text[index])' is no '<'", "write '<…>', or remove it; HTML is not used")
      case "<" where next == "！":
        return mark(index, "'<！' begins no comment", "write '<!-- … -->' in a paragraph of its own")
      case ":":
        return shortcode(at: index)
      case "·":
        return dottedCode(at: index)
      default: return nil
      }
    }
  }

  private static let tags = [
    "br", "b", "i", "u", "p", "div", "span", "a", "img", "strong", "em", "font", "table", "center",
    "s",
    "sub", "sup", "li", "ul", "ol", "hr",
  ]

  /// `:warning:`
  private func shortcode(at index: Int) -> StrayMark? {
    let name = rest(from: index + 1).prefix { (0x61...0x7A).contains($0.value) || $0 == "_" }
    let end = index + 1 + name.count
    let before = at(index - 1)
    let after = at(end + 1)
    guard name.count >= 3, name.first != "_", at(end) == ":",
      MarkSigns.isSpace(before) || MarkSigns.isCJK(before),
      MarkSigns.isSpace(after) || MarkSigns.isCJK(after)
    else { return nil }
    return mark(index, "':\(name.text):' is no emoji", "type the emoji itself, or remove it")
  }

  /// `·otp·`: Chinese keyboards type a dot for the backtick.
  private func dottedCode(at index: Int) -> StrayMark? {
    let inner = rest(from: index + 1).prefix {
      $0.isASCII
        && (MarkSigns.isLatin($0) || MarkSigns.isDigit($0) || "_-./".unicodeScalars.contains($0))
    }
    let end = index + 1 + inner.count
    guard inner.count >= 2, at(end) == "·", MarkSigns.isSpace(at(index - 1)),
      MarkSigns.isSpace(at(end + 1)) || "，。、；".unicodeScalars.contains(at(end + 1))
    else { return nil }
    return mark(index, "'·' marks no code", "write '`' on both sides")
  }

}
