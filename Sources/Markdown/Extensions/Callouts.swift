import CCmark
import Diagnostics

extension MarkdownExtension {
  /// `> [!WARNING] Title` makes a quote a callout, labelled in the page's language.
  static let callouts = MarkdownExtension(name: "callouts") { tree, pass in
    for quote in pass.blocks(in: tree).quotes {
      guard let paragraph = quote.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH,
        paragraph.startsWithBracket,
        // The tree does not tell `\[` from `[`.
        pass.firstRow(of: paragraph)?.text.first == UInt8(ascii: "["),
        let name = paragraph.takeCalloutMark()
      else { continue }
      guard let kind = Callout(rawValue: name.uppercased()) else {
        let known = Callout.allCases.map(\.rawValue)
        pass.report(
          .error, .unknownCallout, at: quote, "'[!\(name)]' is not a callout",
          hint: didYouMean(
            name.uppercased(), among: known, otherwise: "one of: " + known.joined(separator: ", ")))
        continue
      }
      kind.rewrite(quote, paragraph, pass.environment)
    }
  }
}

/// The kinds of callout: GitHub's five, and one of our own.
private enum Callout: String, CaseIterable {
  case note = "NOTE"
  case tip = "TIP"
  case important = "IMPORTANT"
  case warning = "WARNING"
  case caution = "CAUTION"
  /// What nobody may ever ask for; says so by itself.
  case scam = "SCAM"

  private var wordKey: String {
    switch self {
    case .note: "callout-note"
    case .tip: "callout-tip"
    case .important: "callout-important"
    case .warning: "callout-warning"
    case .caution: "callout-caution"
    case .scam: "callout-scam"
    }
  }

  private var style: HTML {
    switch self {
    case .note, .tip: ""
    case .important, .warning: " warn"
    case .caution, .scam: " bad"
    }
  }

  private var icon: HTML {
    switch self {
    case .note, .tip: "bulb"
    case .important: "clock"
    case .warning, .caution: "alert"
    case .scam: "mask"
    }
  }

  func rewrite(
    _ quote: MarkdownNode, _ paragraph: MarkdownNode, _ environment: MarkdownEnvironment
  ) {
    let label = environment.word(wordKey)
    let hasTitle = paragraph.firstChild.map { !$0.isBreak } ?? false
    let separator = hasTitle ? environment.word("callout-separator") : ""
    let line = MarkdownNode.custom(
      CMARK_NODE_CUSTOM_INLINE,
      enter: "<p class=\"lead\"><strong>\(escaped: label)\(escaped: separator)",
      exit: "</strong></p>")
    paragraph.moveFirstLine(to: line)
    // A block around it, because libcmark puts line breaks around what a custom block writes.
    let lead = MarkdownNode.custom(CMARK_NODE_CUSTOM_BLOCK)
    lead.append(line)
    lead.insert(before: paragraph)
    if paragraph.firstChild == nil { paragraph.remove() }
    var exit: HTML = "</div></div>"
    if self == .scam {
      exit = "<p>\(escaped: environment.word("callout-scam-never"))</p>\n</div></div>"
    }
    quote.becomeCustom(
      CMARK_NODE_CUSTOM_BLOCK,
      enter: """
        <div class="note\(style)" role="note"><svg class="i" aria-hidden="true">\
        <use href="\(escaped: environment.iconsURL)#\(icon)"/></svg><div>
        """,
      exit: exit)
  }
}

extension MarkdownNode {
  fileprivate var startsWithBracket: Bool {
    guard let text = firstChild, text.type == CMARK_NODE_TEXT else { return false }
    return text.startsWith(UInt8(ascii: "["))
  }

  /// Takes `[!NAME]` off the start of a paragraph; `nil` when it does not begin so.
  fileprivate func takeCalloutMark() -> String? {
    guard let text = firstChild else { return nil }
    cmark_consolidate_text_nodes(pointer)
    let literal = Array(text.literal.utf8)
    guard literal.starts(with: "[!".utf8), let close = literal.firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let name = literal[2..<close]
    guard !name.isEmpty, name.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else {
      return nil
    }
    let rest = literal[(close + 1)...].drop { $0 == 0x20 }
    if rest.isEmpty {
      text.remove()
    } else {
      text.setLiteral(rest)
    }
    return String(decoding: name, as: UTF8.self)
  }

  fileprivate var isBreak: Bool {
    type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
  }

  /// Moves the inlines of a paragraph's first line, and removes the break behind them.
  fileprivate func moveFirstLine(to line: MarkdownNode) {
    while let child = firstChild {
      if child.isBreak { return child.remove() }
      line.append(child)
    }
  }
}
