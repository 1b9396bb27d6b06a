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

  func write(_ picture: Picture, pass: inout RewritePass) {
    if alternative.isEmpty {
      pass.report(
        .warning, "missing-alt", at: node, "the picture has no text for those who cannot see it",
        hint: "write what it shows between the brackets: ![…](…)")
    }
    let url = escapeHTML(picture.url)
    var size = ""
    if let width = picture.width, let height = picture.height {
      size = " width=\"\(width)\" height=\"\(height)\""
    }
    let image =
      "<img src=\"\(url)\" alt=\"\(escapeHTML(alternative))\"\(size) loading=\"lazy\" "
      + "decoding=\"async\">"
    guard standsAlone else { return replaceInline(image) }
    let zoom =
      "<span><svg class=\"i\" aria-hidden=\"true\"><use href=\"\(icons)#zoom\"/></svg>"
      + "\(escapeHTML(environment.word("zoom")))</span>"
    replaceParagraph(
      "<figure class=\"fig\"><a href=\"\(url)\">\(image)\(zoom)</a>\(figcaption)</figure>")
  }

  func write(_ video: Video) {
    let url = escapeHTML(video.url)
    let track = video.captionsURL.map { captions in
      "<track kind=\"captions\" src=\"\(escapeHTML(captions))\" srclang=\"\(video.language)\" default>"
    }
    let transcript = video.transcript.map { text in
      "<details class=\"more\"><summary>\(escapeHTML(environment.word("transcript")))</summary>"
        + "<p>\(escapeHTML(text))</p></details>"
    }
    let element =
      "<video controls preload=\"metadata\" src=\"\(url)\" aria-label=\"\(escapeHTML(alternative))\">"
      + (track ?? "") + "</video>"
    guard standsAlone else { return replaceInline(element) }
    replaceParagraph(
      "<figure class=\"fig film\">\(element)\(figcaption)</figure>\(transcript ?? "")")
  }

  /// A link that says where it leads; the film itself stays with its host.
  func writeCard(_ url: String, host: String) {
    let label = escapeHTML(environment.word("video-elsewhere"))
    let link =
      "<a class=\"card\" href=\"\(escapeHTML(url))\" rel=\"external noreferrer\">"
      + "<svg class=\"i\" aria-hidden=\"true\"><use href=\"\(icons)#right\"/></svg>"
      + "<span><b>\(escapeHTML(alternative))</b><small>\(label) · \(escapeHTML(host))</small></span></a>"
    standsAlone ? replaceParagraph("<p>\(link)</p>") : replaceInline(link)
  }

  private var icons: String { escapeHTML(environment.iconsURL) }

  private var figcaption: String {
    caption.isEmpty ? "" : "<figcaption>\(escapeHTML(caption))</figcaption>"
  }

  private func replaceInline(_ html: String) { node.replace(with: .html(html)) }

  private func replaceParagraph(_ html: String) {
    node.parent?.replace(with: .custom(CMARK_NODE_CUSTOM_BLOCK, enter: html))
  }
}
