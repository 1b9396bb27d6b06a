/// Adds to a list in a YAML file and leaves every other byte, comments included, as its author wrote
/// it: no YAML writer does. It knows the two usual forms, and its result is to be parsed before it
/// is believed.
enum YAMLListEdit {
  /// The text with `item` as the last of the list under the top-level `key`; `nil` where that list is
  /// not found or written in another form.
  static func appending(_ item: String, to key: String, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) else { return nil }
    let value = lines[start].dropFirst(key.count + 1).prefix { $0 != "#" }
    if value.contains("[") {
      // In brackets, over one or several lines.
      for index in start..<lines.count {
        let code = lines[index].prefix { $0 != "#" }
        guard let end = code.lastIndex(of: "]"), isClosed(lines[start...index]) else { continue }
        let above = lines[start..<index].map { $0.prefix { $0 != "#" } }.joined()
        let before = (above + code[..<end]).last { !$0.isWhitespace }
        let separator = before == "[" ? "" : before == "," ? " " : ", "
        lines[index].insert(contentsOf: separator + item, at: end)
        return lines.joined(separator: "\n")
      }
      return nil
    }
    guard value.allSatisfy(\.isWhitespace) else { return nil }
    // One item to a line, with all that is indented below it.
    var last: Int?
    var indent: Substring = ""
    for index in (start + 1)..<lines.count {
      let line = lines[index]
      if line.allSatisfy(\.isWhitespace) { continue }
      let space = line.prefix { $0 == " " }
      let rest = line.dropFirst(space.count)
      if last == nil, rest.hasPrefix("- ") { indent = space }
      guard space.count > indent.count || (space == indent && rest.hasPrefix("- ")) else { break }
      last = index
    }
    guard let last else { return nil }
    lines.insert(indent + "- " + item, at: last + 1)
    return lines.joined(separator: "\n")
  }

  private static func isClosed(_ lines: ArraySlice<String>) -> Bool {
    let code = lines.map { $0.prefix { $0 != "#" } }.joined()
    return code.count { $0 == "[" } == code.count { $0 == "]" }
  }
}
