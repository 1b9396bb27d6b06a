import CCmark

/// Braces and brackets that mark nothing: markers within a text, links and pictures that are none.
extension InlineMarks {
  func braces() -> [StrayMark] {
    var found: [StrayMark] = []
    for index in text.indices where text[index] == "{" || text[index] == "｛" {
      let isLineStart = index == 0 || text[index - 1] == "\n"
      if begins("{{", at: index) || begins("{%", at: index) {
        guard !isLineStart, index == 0 || text[index - 1] != "{" else { continue }
        let close = begins("{%", at: index) ? "%}" : "}}"
        guard rest(from: index).indices.contains(where: { begins(close, at: $0) }) else { continue }
        found.append(
          mark(
            index, "'\(rest(from: index).prefix(2).text)' fills nothing in",
            "write what it stands for"))
        continue
      }
      let inner = rest(from: index + 1)
      if let mark = attributes(inner, openedAt: index) {
        found.append(mark)
        continue
      }
      let name = inner.prefix(while: MarkSigns.isLatin)
      if !isLineStart, Marker.names.contains(name.text), let end = inner.at(name.count),
        end == "}" || end == "｝" || end == ":" || end == "："
      {
        found.append(
          mark(
            index, "'{\(name.text)}' is no marker within a text",
            "a marker stands alone in its paragraph; write '\\{' if it is meant as text"))
      }
      if isHeading, let sign = inner.drop(while: MarkSigns.isSpace).first,
        sign == "#" || sign == "＃",
        !isPinnedID(at: index)
      {
        found.append(mark(index, "this pins no address", "write '{#id}' at the end of the heading"))
      } else if isHeading, isPinnedID(at: index), let words = pinned(at: index), words.count > 1 {
        found.append(
          mark(
            index, "of '{\(inner.prefix(24).text)' only the address counts",
            "write '{#\(words[0].text)}': how headings look is the theme's"))
      }
    }
    return found
  }

  /// `[text](a.md){target=_blank}`, `![…](a.png){: .class }`
  private func attributes(_ inner: MarkLine, openedAt index: Int) -> StrayMark? {
    let before = at(index - 1)
    guard !isPinnedID(at: index),
      before == Self.link || before == Self.object || before == Self.emphasised,
      let close = inner.firstIndex(of: "}"), !inner[..<close].contains("\n")
    else { return nil }
    let text = inner[..<close].drop { $0 == ":" || MarkSigns.isSpace($0) }
    let name = text.prefix { MarkSigns.isLatin($0) || $0 == "-" }
    let isAttribute =
      text.first == "." || text.first == "#" || !name.isEmpty && text.at(name.count) == "="
    guard isAttribute else { return nil }
    return mark(
      index, "'{\(text.prefix(24).text)}' changes nothing",
      "remove it: how links and pictures look and open is the theme's")
  }

  private func isPinnedID(at index: Int) -> Bool {
    guard let words = pinned(at: index), let id = words.first, !id.isEmpty else { return false }
    return words.dropFirst().allSatisfy { $0.first == "." || $0.contains("=") }
  }

  /// The words of `{#id}`, `{: #id}`, `{ #id }` or `{#id .class}` at the end of a text, the first without
  /// its sign.
  private func pinned(at index: Int) -> [MarkLine]? {
    var inner = rest(from: index + 1).drop { $0 == " " }
    if inner.first == ":" { inner = inner.dropFirst().drop { $0 == " " } }
    guard inner.first == "#", text.last == "}", !inner.dropLast().contains("}") else { return nil }
    let words = inner.dropFirst().dropLast().split(
      separator: " ", omittingEmptySubsequences: false)
    return words.prefix(1) + words.dropFirst().filter { !$0.isEmpty }
  }

  func brackets() -> [StrayMark] {
    var found: [StrayMark] = []
    for index in text.indices {
      if begins("[[", at: index), let close = rest(from: index).firstIndex(of: "]"),
        at(close + 1) == "]",
        !text[index..<close].contains("\n")
      {
        found.append(mark(index, "'[[…]]' is no link", "write '[text](file.md)'"))
      }
      if begins("[^", at: index), at(index + 2) != "]", !MarkSigns.isSpace(at(index + 2)) {
        found.append(
          mark(
            index, "there are no footnotes", "write the source into 'sources' of the front matter"))
      }
      if begins("[email", at: index), begins("protected]", at: index + 7) {
        found.append(
          mark(
            index, "'[email protected]' is what a web page shows in place of an address",
            "name the channel with 'channel:', or type the address"))
      }
      if "[(（".unicodeScalars.contains(text[index]), let mark = turnedLink(openedAt: index) {
        found.append(mark)
      }
      guard "]］】〕」".unicodeScalars.contains(text[index]), let mark = brokenLink(closedAt: index)
      else {
        continue
      }
      found.append(mark)
    }
    return found
  }

  /// `(글)[a.md]`, `[글(a.md)`
  private func turnedLink(openedAt open: Int) -> StrayMark? {
    let inner = rest(from: open + 1)
    let before = text[..<open].suffix(Self.reach)
    func closesOnAddress() -> Bool {
      guard let close = inner.firstIndex(where: { "])）\n".unicodeScalars.contains($0) }),
        text[close] != "\n", close > inner.startIndex
      else { return false }
      return Self.isDestination(inner[..<close])
    }
    if before.last == "!" || before.last == "！", text[open] != "[", closesOnAddress() {
      return mark(open - 1, "'[…]' is missing, so this is no picture", "write '![…](picture.png)'")
    }
    if text[open] == "[" {
      guard let last = before.last, last == ")" || last == "）",
        let start = before.lastIndex(where: { $0 == "(" || $0 == "（" }), closesOnAddress()
      else { return nil }
      return mark(
        start, "round and square brackets are the wrong way round, so this is no link",
        "write '[text](file.md)'")
    }
    guard let start = before.lastIndex(where: { "[]\n".unicodeScalars.contains($0) }),
      text[start] == "[", start + 1 < open, closesOnAddress()
    else { return nil }
    return mark(start, "']' is missing, so this is no link", "write '[text](file.md)'")
  }

  /// `[글] (a.md)`, `[글]（a.md）`, `[글](a b.md)`, `[글]<a.md>`
  private func brokenLink(closedAt close: Int) -> StrayMark? {
    let behind = rest(from: close + 1).drop(while: MarkSigns.isSpace)
    guard let paren = behind.first,
      paren == "(" || paren == "（"
        || "<{《「".unicodeScalars.contains(paren) && behind.startIndex == close + 1
    else { return nil }
    let inner = behind.dropFirst()
    let end = inner.firstIndex { ")）>}》」\n".unicodeScalars.contains($0) } ?? inner.endIndex
    let destination = inner[..<end].trimmed
    guard Self.isDestination(destination) else { return nil }
    let open: [Unicode.Scalar: Unicode.Scalar] = ["]": "[", "］": "［", "】": "【", "〕": "〔", "」": "「"]
    let start =
      text[..<close].suffix(Self.reach).lastIndex { $0 == open[text[close]] || $0 == "[" } ?? close
    let image = start > 0 && (text[start - 1] == "!" || text[start - 1] == "！") ? start - 1 : start
    let why =
      if text[close] != "]" || text[start] != "[" && start != close {
        "'\(text[close])' is no bracket to Markdown"
      } else if behind.startIndex > close + 1 {
        "a space stands between ']' and '('"
      } else if paren != "(" && paren != "（" {
        "the address does not stand in '(…)'"
      } else if paren == "（" || (end < text.count && text[end] == "）") {
        "brackets of full width stand around the address"
      } else if destination.contains(where: { "“”‘’".unicodeScalars.contains($0) }) {
        "the title stands in curly quotes"
      } else {
        "the address has a space, or its bracket is never closed"
      }
    return mark(
      image, "\(why), so this is no link",
      "write '[text](file.md)', with a path that has spaces in '<…>' and a title in '\"'")
  }

  private static func isDestination(_ text: MarkLine) -> Bool {
    let text = ArraySlice(text.map(MarkSigns.folded))
    guard text.contains(where: { ".:#/".unicodeScalars.contains($0) || $0 == link }) else {
      return false
    }
    let first = text.prefix { !MarkSigns.isSpace($0) }.text.lowercased()
    if text.contains(link) { return true }
    let ends = [
      ".md", ".yaml", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".pdf", ".mp4", ".html",
    ]
    let starts = ["channel:", "term:", "http:", "https:", "mailto:", "tel:", "../", "./", "#", "<"]
    let whole = text.text.lowercased()
    return starts.contains(where: first.hasPrefix) || first.contains("://")
      || ends.contains { end in
        whole.hasSuffix(end) || whole.contains(end + " ") || whole.contains(end + "#")
          || whole.contains(end + "\"") || whole.contains(end + "“")
      }
  }

  /// `！[그림](a.png)` and `! [그림](a.png)` are links to a picture.
  func pictures() -> [StrayMark] {
    text.indices.compactMap { index in
      guard text[index] == "!" || text[index] == "！" else { return nil }
      let next = rest(from: index + 1).firstIndex { $0 != " " } ?? text.count
      guard next < text.count, text[next] == Self.link, origins[next].node.type == CMARK_NODE_LINK,
        Self.isMedia(origins[next].node.url)
      else { return nil }
      return mark(
        index, "a picture is shown by '![', and this is '\(text[index..<next].text)['", "write '!['"
      )
    }
  }

  /// A cheap look at a link: whether a picture or film may stand behind it.
  static func mayBeMedia(_ node: MarkdownNode) -> Bool {
    guard let before = node.previous, before.type == CMARK_NODE_TEXT,
      let text = cmark_node_get_literal(before.pointer)?.bytes,
      text.last == 0x20 || text.last == 0x21 || text.last == 0x81,
      text.suffix(2).contains(where: { $0 == UInt8(ascii: "!") || $0 == 0x81 })
    else { return false }
    guard let url = cmark_node_get_url(node.pointer)?.bytes, url.count > 4 else { return false }
    // Not `.com`, which ends many addresses.
    let end = url[url.count - 4] == UInt8(ascii: ".") ? url[url.count - 3] : url[url.count - 4]
    return end != UInt8(ascii: "c")
      && (url[url.count - 4] == UInt8(ascii: ".") || url[url.count - 5] == UInt8(ascii: "."))
  }

  static func isMedia(_ url: String) -> Bool {
    let name = url.lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".mp4", ".webm"]
      .contains(where: name.hasSuffix)
  }

}
