/// A sign in one line that YAML cannot take for its own.
struct YAMLSlip {
  var column: Int
  var message: String
  var hint: String

  init?(in line: [Unicode.Scalar]) {
    var start = line.firstIndex { $0 != " " } ?? line.count
    while start + 1 < line.count, line[start] == "-", line[start + 1] == " " {
      start = line[(start + 1)...].firstIndex { $0 != " " } ?? line.count
    }
    guard start < line.count, line[start] != "#" else { return nil }
    for found in [Self.indentation, Self.dash, Self.key, Self.value] {
      if let (offset, message, hint) = found(line, start) {
        (column, self.message, self.hint) = (offset + 1, message, hint)
        return
      }
    }
    return nil
  }

  private typealias Found = (offset: Int, message: String, hint: String)

  /// What stands before the first word and is no space.
  private static func indentation(_ line: [Unicode.Scalar], _ start: Int) -> Found? {
    guard let name = Signs.spaceName(line[start]) else {
      guard line[start] == "＃" else { return nil }
      return (start, "a full-width '＃' begins no comment", "write '# '")
    }
    return (start, "\(name) stands before the text", "indent with spaces")
  }

  /// `－ id: a`, `-id: a`
  private static func dash(_ line: [Unicode.Scalar], _ start: Int) -> Found? {
    let isDash = Signs.isDash(line[start]) || "・•·".unicodeScalars.contains(line[start])
    if isDash, line[start] != "-" {
      return (start, "'\(line[start])' begins no item of a list", "write '- '")
    }
    guard line[start] == "-", start + 1 < line.count, line[start + 1] != "-" else { return nil }
    if let name = Signs.spaceName(line[start + 1]) {
      return (start + 1, "\(name) stands behind '-'", "write '- ' with a space")
    }
    guard line[start + 1].properties.isAlphabetic else { return nil }
    return (start + 1, "a space is missing behind '-'", "write '- \(line[start + 1])…'")
  }

  /// `title：a`, `title:a`, `title=a`, `title:　a`
  private static func key(_ line: [Unicode.Scalar], _ start: Int) -> Found? {
    var (from, end) = (start, start)
    if "{[｛［".unicodeScalars.contains(line[from]) { (from, end) = (from + 1, end + 1) }
    while end < line.count, Signs.isKeyLetter(line[end]) { end += 1 }
    guard end > from, end < line.count else { return nil }
    let name = String(String.UnicodeScalarView(line[from..<end]))
    // `title ：a`, but a colon of YAML's own may stand behind a space.
    while end < line.count, line[end] == " " { end += 1 }
    guard end < line.count, line[end - 1] != " " || line[end] != ":" else { return nil }
    let after = end + 1 < line.count ? line[end + 1] : " "
    let hint = "write '\(name): ' with a space behind it"
    switch line[end] {
    case "：", "﹕", "∶", "︰":
      return (end, "'\(line[end])' behind '\(name)' is no colon to YAML", hint)
    case "；", ";", "=", "＝":
      return (end, "'\(line[end])' stands behind '\(name)' where a colon is wanted", hint)
    case ":":
      if let space = Signs.spaceName(after) { return (end + 1, "\(space) stands behind ':'", hint) }
      guard after != " ", after != "/", after != ":" else { return nil }
      return (end + 1, "a space is missing behind '\(name):'", hint)
    default: return nil
    }
  }

  /// Quotes and brackets of two kinds, and commas of full width in a list.
  private static func value(_ line: [Unicode.Scalar], _ start: Int) -> Found? {
    guard let colon = line[start...].firstIndex(where: { $0 == ":" || $0 == "-" }) else {
      return flow(line, start)
    }
    guard let first = line[colon...].dropFirst().firstIndex(where: { $0 != " " }) else {
      return nil
    }
    let straight = line[first] == "\"" || line[first] == "'"
    if straight, !line[(first + 1)...].contains(line[first]),
      let end = line[(first + 1)...].lastIndex(where: { Signs.isQuote($0) })
    {
      return (end, "'\(line[end])' does not close '\(line[first])'", "write '\(line[first])'")
    }
    if Signs.isQuote(line[first]) {
      return (first, "'\(line[first])' is no quote mark to YAML", "write '\"' on both sides")
    }
    return flow(line, first)
  }

  private static func flow(_ line: [Unicode.Scalar], _ first: Int) -> Found? {
    let own: [Unicode.Scalar: Unicode.Scalar] = ["［": "[", "｛": "{", "］": "]", "｝": "}"]
    if let sign = own[line[first]] {
      return (first, "'\(line[first])' is no bracket to YAML", "write '\(sign)'")
    }
    guard "[{".unicodeScalars.contains(line[first]) else { return nil }
    for index in line.indices.dropFirst(first + 1) {
      if let sign = own[line[index]] {
        return (index, "'\(line[index])' is no bracket to YAML", "write '\(sign)'")
      }
      if line[index] == "：" || line[index] == "，" || line[index] == "、" {
        let sign = line[index] == "：" ? ": " : ", "
        return (
          index, "'\(line[index])' separates nothing in YAML",
          "write '\(sign)', or put the text in quotes"
        )
      }
      if line[index] == ":", Signs.isKeyLetter(line[index - 1]), index + 1 < line.count,
        line[index + 1] != " ", line[index + 1] != "/"
      {
        return (index + 1, "a space is missing behind ':'", "write ': '")
      }
    }
    return nil
  }
}
