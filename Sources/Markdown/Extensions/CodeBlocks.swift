import CCmark

extension MarkdownExtension {
  /// Behind a fence's language may stand a title and the lines to mark, in the words of other tools:
  /// `js title="site.js" {2,4-5}`. A block without either stays libcmark's.
  static let codeBlocks = MarkdownExtension(name: "code blocks") { tree, pass in
    for node in pass.blocks(in: tree).codeBlocks {
      guard let info = cmark_node_get_fence_info(node.pointer), info.pointee != 0 else { continue }
      let fence = CodeFence(String(cString: info))
      if fence.title != nil || !fence.lines.isEmpty { fence.write(node) }
    }
  }
}

/// What stands behind the sign of a fence.
struct CodeFence: Equatable {
  var language = ""
  var title: String?
  /// From 1.
  var lines: [ClosedRange<Int>] = []

  /// No code that readers are shown has as many lines, and nobody marks as many pieces of it.
  private static let lineLimit = 10_000
  private static let rangeLimit = 100

  init(_ info: String) {
    var rest = Substring(info)
    language = String(rest.prefix { !$0.isWhitespace && $0 != "{" })
    rest = rest.dropFirst(language.count)
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.isEmpty { return }
      if rest.first == "{", let end = rest.firstIndex(of: "}") {
        add(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
      } else if let end = rest.firstIndex(where: { $0 == "=" || $0.isWhitespace }),
        rest[end] == "="
      {
        let name = rest[..<end]
        rest = rest[rest.index(after: end)...]
        let value = Self.takeValue(from: &rest)
        if name == "title" { title = value.isEmpty ? nil : value }
        if name == "hl_lines" { add(Substring(value)) }
      } else {
        rest = rest.drop { !$0.isWhitespace }
      }
    }
  }

  private static func takeValue(from rest: inout Substring) -> String {
    guard let quote = rest.first, quote == "\"" || quote == "'",
      let end = rest.dropFirst().firstIndex(of: quote)
    else {
      let value = rest.prefix { !$0.isWhitespace }
      rest = rest.dropFirst(value.count)
      return String(value)
    }
    let value = rest.dropFirst()[..<end]
    rest = rest[rest.index(after: end)...]
    return String(value)
  }

  /// `2,4-5`, `2 4-5`
  private mutating func add(_ text: Substring) {
    for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        first > 0, first <= last, last <= Self.lineLimit, lines.count < Self.rangeLimit
      else { continue }
      lines.append(first...last)
    }
  }

  /// Puts a figure with the code in the place of the code block. Its text stays text, for search.
  func write(_ node: MarkdownNode) {
    var all = node.literal.split(separator: "\n", omittingEmptySubsequences: false)
    if all.last?.isEmpty == true { all.removeLast() }
    let caption: HTML = title.map { "<figcaption>\(escaped: $0)</figcaption>" } ?? ""
    let name: HTML = language.isEmpty ? "" : " class=\"language-\(escaped: language)\""
    let holder = MarkdownNode.custom(
      CMARK_NODE_CUSTOM_INLINE, enter: "<figure class=\"listing\">\(caption)<pre><code\(name)>",
      exit: "</code></pre></figure>")
    let marked = Set(lines.flatMap { $0.filter { $0 <= all.count } })
    var start = 0
    while start < all.count {
      let isMarked = marked.contains(start + 1)
      let end = (start..<all.count).first { marked.contains($0 + 1) != isMarked } ?? all.count
      guard let text = MarkdownNode.text(all[start..<end].joined(separator: "\n")),
        let lineEnd = MarkdownNode.text("\n")
      else { return }
      if isMarked {
        let mark = MarkdownNode.custom(CMARK_NODE_CUSTOM_INLINE, enter: "<mark>", exit: "</mark>")
        mark.append(text)
        holder.append(mark)
      } else {
        holder.append(text)
      }
      holder.append(lineEnd)
      start = end
    }
    let block = MarkdownNode.custom(CMARK_NODE_CUSTOM_BLOCK)
    block.append(holder)
    node.replace(with: block)
  }
}
