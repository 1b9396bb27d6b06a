import CCmark

extension MarkdownExtension {
  /// Every heading gets an `id` that can be read in its own script, and a link to itself; `{#id}` at
  /// its end pins one that links elsewhere can rely on.
  static let headingAnchors = MarkdownExtension(name: "heading anchors") { tree, pass in
    let headings = pass.blocks(in: tree).headings
    var ids = HeadingIDs(
      taken: pass.environment.reservedIDs, count: headings.count,
      form: pass.environment.headingIDs)
    var above = 1
    for node in headings {
      let level = max(2, node.headingLevel)
      pass.checkLevel(of: node, under: above)
      above = level
      let pinned = pass.takePinnedID(of: node)
      let title = plainText(of: node)
      let id = pass.id(for: node, title: title, pinned: pinned, ids: &ids)
      let tag = HeadingTag.of[level - 2]
      let custom =
        node.containsLink
        ? node.becomeBlock(enter: "\(tag.start)\(id)\">", exit: tag.end)
        : node.becomeBlock(
          enter: "\(tag.start)\(id)\"><a class=\"anchor\" href=\"#\(id)\">", exit: tag.endOfLink)
      pass.add(Heading(level: level, id: id, title: title), at: custom)
    }
  }
}

/// What a heading's tags are put together from.
private struct HeadingTag {
  var start: HTML
  var end: HTML
  var endOfLink: HTML

  /// Of levels 2 to 6.
  static let of = (2...6).map { level in
    HeadingTag(
      start: "<h\(level) id=\"", end: "</h\(level)>", endOfLink: "</a></h\(level)>")
  }
}

extension MarkdownNode {
  /// A link within a link is no HTML, nor is a button within one.
  fileprivate var containsLink: Bool {
    // Most headings hold nothing but one text.
    guard let first = firstChild, first.next != nil || first.type != CMARK_NODE_TEXT else {
      return false
    }
    return !nodes { $0 == CMARK_NODE_LINK || $0 == CMARK_NODE_CUSTOM_INLINE }.isEmpty
  }
}

extension RewritePass {
  fileprivate mutating func checkLevel(of node: MarkdownNode, under above: Int) {
    if node.headingLevel == 1 {
      report(
        .warning, .headingLevel, at: node, "a heading of level 1 stands in the text",
        hint: "the title of the front matter is the page's level 1; write '##'")
    } else if node.headingLevel > above + 1 {
      report(
        .warning, .headingLevel, at: node,
        "a heading of level \(node.headingLevel) follows one of level \(above)",
        hint: "screen readers move by level; write '\(String(repeating: "#", count: above + 1))'")
    }
  }

  fileprivate mutating func id(
    for node: MarkdownNode, title: String, pinned: String?, ids: inout HeadingIDs
  ) -> String {
    let form = environment.headingIDs
    guard let pinned else {
      return ids.unique(form == .site ? anchor(for: title) : githubAnchor(for: title))
    }
    let isPossible = pinned.isSimpleAnchor || form == .github && pinned.isForeignAnchor
    let possible = isPossible ? pinned : anchor(for: pinned)
    guard possible == pinned else {
      report(
        .error, .headingID, at: node, "'{#\(pinned)}' cannot be an address",
        hint: "use lower-case letters, digits and hyphens: '{#\(possible)}'")
      return ids.unique(possible)
    }
    let id = ids.unique(pinned)
    if id != pinned {
      report(
        .error, .headingID, at: node, "the id '\(pinned)' is used twice",
        hint: "pin another, or let one heading have its own")
    }
    return id
  }
}

/// The ids of a page, each given once.
struct HeadingIDs {
  private var taken: Set<String>
  /// The last number tried behind a name, so that a thousand equal headings are not a million tries.
  private var numbers: [String: Int] = [:]
  private let form: HeadingIDForm

  /// - Parameter count: how many will be given, as far as that is known.
  init(taken: Set<String>, count: Int = 0, form: HeadingIDForm = .site) {
    self.taken = taken
    self.form = form
    self.taken.reserveCapacity(taken.count + count)
  }

  mutating func unique(_ wanted: String) -> String {
    if taken.insert(wanted).inserted { return wanted }
    var number = numbers[wanted] ?? (form == .site ? 1 : 0)
    repeat { number += 1 } while !taken.insert("\(wanted)-\(number)").inserted
    numbers[wanted] = number
    return "\(wanted)-\(number)"
  }
}

/// The address that github-slugger 2 makes of a heading's text: in lower case, without what is neither
/// letter, mark, number, underscore, hyphen nor space, and a hyphen for each space.
func githubAnchor(for title: String) -> String {
  var id = String.UnicodeScalarView()
  for scalar in title.lowercased().unicodeScalars {
    if scalar == " " || scalar == "-" {
      id.append("-")
    } else if scalar.properties.isGitHubWord {
      id.append(scalar)
    }
  }
  // Those that begin with `_` are the templates'.
  let text = String(id.drop { $0 == "_" })
  return text.isEmpty ? "section" : text
}

extension Unicode.Scalar.Properties {
  fileprivate var isGitHubWord: Bool {
    switch generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .connectorPunctuation:
      true
    default: isAlphabetic
    }
  }
}

/// A heading's text as an address: letters and digits of every script in lower case, everything
/// else one hyphen. Characters that HTML or URLs give a meaning cannot occur.
func anchor(for title: String) -> String {
  // Bytes: to append to a String costs ten times as much.
  var out: [UInt8] = []
  out.reserveCapacity(title.utf8.count)
  var gap = true
  func take(_ scalar: Unicode.Scalar) {
    if gap, !out.isEmpty { out.append(UInt8(ascii: "-")) }
    gap = false
    if scalar.isASCII { out.append(UInt8(scalar.value)) } else { out += UTF8.encode(scalar)! }
  }
  for scalar in title.unicodeScalars {
    switch scalar.value {
    // Most letters of an article, without a look at Unicode's tables.
    case 0x61...0x7A, 0x30...0x39, 0x4E00...0x9FFF, 0xAC00...0xD7A3: take(scalar)
    case 0x41...0x5A: take(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case 0..<0x80: gap = true
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        let properties = lower.properties
        // A mark belongs to the letter before it; alone it could not be seen.
        if properties.isAlphabetic || properties.numericType != nil
          || (properties.isGraphemeExtend && !gap)
        {
          take(lower)
        } else {
          gap = true
        }
      }
    }
  }
  return out.isEmpty ? "section" : String(decoding: out, as: UTF8.self)
}

extension String {
  /// Whether this is an anchor at a glance, as most pinned ids are: `two-words`.
  fileprivate var isSimpleAnchor: Bool {
    var before = UInt8(ascii: "-")
    for byte in utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case UInt8(ascii: "-"): if before == byte { return false }
      default: return false
      }
      before = byte
    }
    return before != UInt8(ascii: "-")
  }
}

extension String {
  /// What others allow in an id that an author pins: ASCII letters, digits, `-`, `_`, `.` and `:`. None
  /// begins with `_`, because those are the templates'.
  fileprivate var isForeignAnchor: Bool {
    utf8.first != UInt8(ascii: "_")
      && utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-_.:".utf8.contains($0)
      }
  }
}

extension RewritePass {
  /// Takes ` {#id}` off the end of a heading, unless its brace is escaped.
  fileprivate func takePinnedID(of heading: MarkdownNode) -> String? {
    guard heading.lastChild?.endsWith(UInt8(ascii: "}")) == true else { return nil }
    // The tree does not tell `\{` from `{`.
    let isEscaped = rows(of: heading).last { $0.text.contains(UInt8(ascii: "{")) }?.text
      .isEscaped(before: UInt8(ascii: "{"))
    return isEscaped == true ? nil : heading.takePinnedID()
  }
}

extension ArraySlice<UInt8> {
  /// Whether an odd number of backslashes stands before the last of these bytes.
  fileprivate func isEscaped(before byte: UInt8) -> Bool {
    guard let last = lastIndex(of: byte) else { return false }
    return self[..<last].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
}

extension MarkdownNode {
  fileprivate func takePinnedID() -> String? {
    cmark_consolidate_text_nodes(pointer)
    guard let last = lastChild, last.type == CMARK_NODE_TEXT else { return nil }
    guard let text = cmark_node_get_literal(last.pointer).map({ Array($0.bytes) }),
      let open = text.lastIndex(of: UInt8(ascii: "{"))
    else { return nil }
    // `{: #id}` and `{ #id }` are Python-Markdown's and kramdown's, `{#id .class}` is Hugo's.
    var inner = text[(open + 1)...].dropLast().drop { $0 == 0x20 }
    if inner.first == UInt8(ascii: ":") { inner = inner.dropFirst().drop { $0 == 0x20 } }
    guard inner.first == UInt8(ascii: "#") else { return nil }
    let words = inner.dropFirst().split(separator: 0x20, omittingEmptySubsequences: false)
    let others = words.dropFirst().filter { !$0.isEmpty }
    guard others.allSatisfy({ $0.first == UInt8(ascii: ".") || $0.contains(UInt8(ascii: "=")) })
    else { return nil }
    inner = words.first ?? []
    let id = String(decoding: inner, as: UTF8.self)
    // Most ids are ASCII, for which nobody has to ask Unicode.
    let isSimple = inner.allSatisfy { $0 > 0x20 && $0 < UInt8(ascii: "}") }
    guard !id.isEmpty, isSimple || !id.contains(where: { $0.isWhitespace || $0 == "}" }) else {
      return nil
    }
    last.setLiteral(text[..<open].trimmingSpaces())
    return id
  }
}
