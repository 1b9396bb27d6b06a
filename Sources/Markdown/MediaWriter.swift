import CCmark

/// Writes a picture or film in place of its node: as a figure when it stands alone in a paragraph,
/// else within the line.
struct MediaWriter {
  private let node: MarkdownNode
  private let alternative: String
  private let caption: String
  private let environment: MarkdownEnvironment

  init(_ node: MarkdownNode, _ alternative: String, _ environment: MarkdownEnvironment) {
    self.node = node
    self.alternative = alternative
    caption = node.title
    self.environment = environment
  }

  private var standsAlone: Bool {
    node.parent?.type == CMARK_NODE_PARAGRAPH && node.previous == nil && node.next == nil
  }

  private var isWithinLink: Bool {
    var current = node.parent
    while let inline = current, inline.type.isInline {
      if inline.type == CMARK_NODE_LINK { return true }
      current = inline.parent
    }
    return false
  }

  func write(_ picture: Picture, pass: inout RewritePass) {
    if alternative.isEmpty {
      pass.report(
        .warning, .missingAlt, at: node, "the picture has no text for those who cannot see it",
        hint: "write what it shows between the brackets: ![…](…)")
    }
    var size: HTML = ""
    if let width = picture.width, let height = picture.height {
      size = " width=\"\(width)\" height=\"\(height)\""
    }
    let image: HTML = """
      <img src="\(escaped: picture.url)" alt="\(escaped: alternative)"\(size) loading="lazy" \
      decoding="async">
      """
    guard standsAlone else { return replaceInline(image) }
    replaceParagraph(
      """
      <figure class="fig"><a href="\(escaped: picture.url)">\(image)\
      <span><svg class="i" aria-hidden="true"><use href="\(icons)#zoom"/></svg>\
      \(escaped: environment.word("zoom"))</span></a>\(figcaption)</figure>
      """)
  }

  /// A drawing stands in the page itself: as a file it would not know the theme's colours.
  func write(_ svg: String, says: String, pass: inout RewritePass) {
    let custom: MarkdownNode =
      standsAlone
      ? .custom(
        CMARK_NODE_CUSTOM_BLOCK,
        enter: "<figure class=\"fig drawn\">\(svg)\(figcaption)</figure>")
      : .html(.text(svg))
    (standsAlone ? node.parent : node)?.replace(with: custom)
    pass.spoken[custom.pointer] = says
  }

  func write(_ video: Video) {
    var track: HTML = ""
    if let captions = video.captionsURL {
      track = """
        <track kind="captions" src="\(escaped: captions)" srclang="\(video.language)" default>
        """
    }
    let element: HTML = """
      <video controls preload="metadata" src="\(escaped: video.url)" \
      aria-label="\(escaped: alternative)">\(track)</video>
      """
    guard standsAlone else { return replaceInline(element) }
    var transcript: HTML = ""
    if let text = video.transcript {
      transcript = """
        <details class="more"><summary>\(escaped: environment.word("transcript"))</summary>\
        <p>\(escaped: text)</p></details>
        """
    }
    replaceParagraph("<figure class=\"fig film\">\(element)\(figcaption)</figure>\(transcript)")
  }

  /// A link that says where it leads; the film itself stays with its host.
  func writeCard(_ url: String, host: String) {
    // HTML has no links within links.
    guard !isWithinLink else { return replaceInline("\(escaped: alternative)") }
    let link: HTML = """
      <a class="card" href="\(escaped: url)" rel="external noreferrer">\
      <svg class="i" aria-hidden="true"><use href="\(icons)#right"/></svg>\
      <span><b>\(escaped: alternative)</b>\
      <small>\(escaped: environment.word("video-elsewhere")) · \(escaped: host)</small></span></a>
      """
    standsAlone ? replaceParagraph("<p>\(link)</p>") : replaceInline(link)
  }

  private var icons: HTML { "\(escaped: environment.iconsURL)" }

  private var figcaption: HTML {
    caption.isEmpty ? "" : "<figcaption>\(escaped: caption)</figcaption>"
  }

  private func replaceInline(_ html: HTML) { node.replace(with: .html(html)) }

  private func replaceParagraph(_ html: HTML) {
    node.parent?.replace(with: .custom(CMARK_NODE_CUSTOM_BLOCK, enter: html))
  }
}
