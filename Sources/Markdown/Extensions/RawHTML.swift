import CCmark

extension MarkdownExtension {
  /// Raw HTML is shown as text: an article must not be able to bring a script, a form or a frame
  /// into a page that tells people whom to trust. A comment that stands by itself is left out.
  static let rawHTML = MarkdownExtension(name: "raw HTML") { tree, pass in
    for node in pass.inlines(in: tree).html {
      let literal = node.literal.withoutOuterSpace()
      if literal.isHTMLComment {
        node.remove()
        continue
      }
      pass.report(
        .warning, .rawHTML, at: node, "raw HTML is shown as text",
        hint: "write it in Markdown, or put a backslash before '<' if it is meant as text")
      guard let text = MarkdownNode.text(literal) else { continue }
      if node.type == CMARK_NODE_HTML_BLOCK {
        guard let paragraph = MarkdownNode(new: CMARK_NODE_PARAGRAPH) else { continue }
        paragraph.append(text)
        node.replace(with: paragraph)
      } else {
        node.replace(with: text)
      }
    }
  }
}

extension String {
  fileprivate func withoutOuterSpace() -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var bytes = Array(utf8)[...]
    bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One whole comment and nothing behind it: an open one would swallow the rest of the article.
  fileprivate var isHTMLComment: Bool {
    guard utf8.starts(with: "<!--".utf8), utf8.count >= 7 else { return false }
    let inner = Array(utf8)[4...]
    let end = inner.indices.first { inner[$0...].starts(with: "-->".utf8) }
    return end == inner.endIndex - 3
  }
}
