import CCmark

/// The HTML that articles may hold, and the nodes that it becomes. Nothing of an author's tag is
/// copied: a tag that is known, with attributes that are known, becomes a node that this module
/// writes, and a pair counts only where both tags have the same parent, so that no tag reaches out of
/// what it stands in. Everything else is shown as text.
enum SafeHTML {
  /// Tags around a text in a line.
  static let pairs: Set = ["kbd", "sub", "sup", "mark", "abbr"]

  /// What an author may say about each tag.
  private static let attributes: [String: Set<String>] = [
    "br": [], "kbd": [], "sub": [], "sup": [], "mark": [], "abbr": ["title"], "summary": [],
    "details": ["open"], "img": ["src", "alt", "title", "width", "height"],
  ]

  static func isKnown(_ name: String) -> Bool { attributes[name] != nil }

  /// Whether a tag is one of these, and has nothing about it that is not.
  static func allows(_ tag: HTMLTag) -> Bool {
    guard let known = attributes[tag.name],
      tag.attributes.allSatisfy({ known.contains($0.name) }),
      tag.name == "br" || tag.name == "img" ? !tag.isClosing : !tag.isSelfClosing
    else { return false }
    guard tag.name == "img" else { return true }
    // The size is the file's own; a number there is no harm.
    return tag["src"]?.isEmpty == false
      && ["width", "height"].allSatisfy { tag[$0]?.allSatisfy(\.isNumber) ?? true }
  }

  /// The node of a tag that stands alone, `br` or `img`; the picture's address is resolved like that
  /// of any other.
  static func single(_ tag: HTMLTag) -> MarkdownNode? {
    if tag.name == "br" { return MarkdownNode(new: CMARK_NODE_LINEBREAK) }
    guard tag.name == "img", let image = MarkdownNode(new: CMARK_NODE_IMAGE) else { return nil }
    image.setURL(tag["src"] ?? "")
    if let title = tag["title"] { image.setTitle(title) }
    if let alternative = tag["alt"], !alternative.isEmpty,
      let text = MarkdownNode.text(alternative)
    {
      image.append(text)
    }
    return image
  }

  /// The node around what stands between two tags.
  static func pair(_ tag: HTMLTag) -> MarkdownNode {
    switch tag.name {
    case "kbd": .custom(CMARK_NODE_CUSTOM_INLINE, enter: "<kbd>", exit: "</kbd>")
    case "sub": .custom(CMARK_NODE_CUSTOM_INLINE, enter: "<sub>", exit: "</sub>")
    case "sup": .custom(CMARK_NODE_CUSTOM_INLINE, enter: "<sup>", exit: "</sup>")
    case "mark": .custom(CMARK_NODE_CUSTOM_INLINE, enter: "<mark>", exit: "</mark>")
    default:
      .custom(
        CMARK_NODE_CUSTOM_INLINE,
        enter: tag["title"].map { "<abbr title=\"\(escaped: $0)\">" } ?? "<abbr>", exit: "</abbr>")
    }
  }
}

/// An HTML block that holds nothing but known tags and text, taken apart.
struct SafeHTMLBlock {
  enum Piece {
    case paragraph([MarkdownNode])
    case open(summary: [MarkdownNode], isOpen: Bool)
    case close
  }

  private(set) var pieces: [Piece] = []

  /// `nil` when anything in it is not known, or not in its place.
  init?(_ literal: String) {
    var text = Array(literal.utf8)[...]
    var line = InlineHTML()
    while !text.isEmpty {
      if text.starts(with: "<!--".utf8) {
        guard text.dropComment() else { return nil }
        continue
      }
      guard let tag = HTMLTag(takenFrom: &text) else {
        guard line.takeText(from: &text) else { return nil }
        continue
      }
      guard SafeHTML.allows(tag) else { return nil }
      guard tag.name == "details" else {
        guard tag.name != "summary", line.take(tag) else { return nil }
        continue
      }
      guard flush(&line) else { return nil }
      if tag.isClosing {
        pieces.append(.close)
      } else {
        guard let summary = Self.takeSummary(from: &text) else { return nil }
        pieces.append(.open(summary: summary, isOpen: tag["open"] != nil))
      }
    }
    guard flush(&line) else { return nil }
  }

  private mutating func flush(_ line: inout InlineHTML) -> Bool {
    guard line.isClosed else { return false }
    line.trim()
    if line.hasContent { pieces.append(.paragraph(line.nodes)) }
    line = InlineHTML()
    return true
  }

  /// `<summary>…</summary>`, with which every `details` begins.
  private static func takeSummary(from text: inout ArraySlice<UInt8>) -> [MarkdownNode]? {
    text = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let start = HTMLTag(takenFrom: &text), start.name == "summary", !start.isClosing,
      SafeHTML.allows(start)
    else { return nil }
    var line = InlineHTML()
    while !text.isEmpty {
      guard let tag = HTMLTag(takenFrom: &text) else {
        guard line.takeText(from: &text) else { return nil }
        continue
      }
      if tag.name == "summary", tag.isClosing {
        return line.isClosed && line.hasContent ? line.nodes : nil
      }
      guard SafeHTML.allows(tag), tag.name != "img", line.take(tag) else { return nil }
    }
    return nil
  }
}

/// Text and tags of one line, or of what stands between two tags of blocks.
private struct InlineHTML {
  private(set) var nodes: [MarkdownNode] = []
  private var open: [(name: String, node: MarkdownNode)] = []
  private(set) var hasContent = false

  var isClosed: Bool { open.isEmpty }

  private mutating func add(_ node: MarkdownNode) {
    if let holder = open.last?.node { holder.append(node) } else { nodes.append(node) }
  }

  /// Takes white space off both ends: what stands alone is a figure.
  mutating func trim() {
    while let last = nodes.last, last.isSpace { nodes.removeLast() }
    nodes = Array(nodes.drop(while: \.isSpace))
  }

  /// The text up to the next `<`; false when that sign opens something unknown.
  mutating func takeText(from text: inout ArraySlice<UInt8>) -> Bool {
    var end = text.startIndex
    if text.first == UInt8(ascii: "<") {
      let next = text.dropFirst().first ?? 0x20
      guard !(0x61...0x7A).contains(next | 0x20), !"/!?".utf8.contains(next) else { return false }
      end += 1
    }
    end = text[end...].firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex
    let piece = String(decoding: text[..<end], as: UTF8.self)
    text = text[end...]
    if piece.contains(where: { !$0.isWhitespace }) { hasContent = true }
    if let node = MarkdownNode.text(piece.withoutEscapes) { add(node) }
    return true
  }

  /// False for a closing tag that closes nothing.
  mutating func take(_ tag: HTMLTag) -> Bool {
    if let node = SafeHTML.single(tag) {
      if tag.name == "img" { hasContent = true }
      add(node)
      return true
    }
    guard SafeHTML.pairs.contains(tag.name) else { return false }
    if tag.isClosing { return open.popLast()?.name == tag.name }
    let node = SafeHTML.pair(tag)
    add(node)
    open.append((tag.name, node))
    return true
  }
}

extension MarkdownNode {
  fileprivate var isSpace: Bool {
    type == CMARK_NODE_TEXT && literal.allSatisfy(\.isWhitespace)
  }
}

extension ArraySlice<UInt8> {
  /// Takes a whole comment off the start.
  fileprivate mutating func dropComment() -> Bool {
    var end = startIndex + 4
    while end + 2 < endIndex {
      if self[end...].starts(with: "-->".utf8) {
        self = self[(end + 3)...]
        return true
      }
      end += 1
    }
    return false
  }
}
