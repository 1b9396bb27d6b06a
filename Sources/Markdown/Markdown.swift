// CommonMark by libcmark, plus what help articles need.
//
// 1. libcmark parses an article's body into a tree (`MarkdownTree`), in memory that is given back as
//    a whole (`TreeMemory`). Emphasis next to Korean or Chinese is made clear to it beforehand
//    (`SignedText`).
// 2. Every extension of `MarkdownExtension.all` rewrites the tree, in that order, and reports what
//    it finds with its place in the whole file (`RewritePass`).
// 3. Where libcmark has no words for a construct (a table's cells), `InlineParser` has it parse the
//    inlines of that piece alone.
// 4. The outline and the plain text by section are read off the tree.
// 5. libcmark renders the tree to HTML.
//
// No C pointer leaves this module, and nothing here touches the disk.

import Diagnostics

/// An article's file and where its Markdown begins in it.
public struct MarkdownSource: Sendable {
  /// Path relative to the source folder, for findings.
  public var path: String
  /// The whole file: valid UTF-8 in normalisation form C.
  public var bytes: [UInt8]
  /// Byte offset of the first byte after the front matter.
  public var bodyOffset: Int

  public init(path: String, bytes: [UInt8], bodyOffset: Int = 0) {
    self.path = path
    self.bytes = bytes
    self.bodyOffset = bodyOffset
  }
}

/// A heading of an article.
public struct Heading: Sendable, Hashable {
  /// 2 to 6: the page's title is the only heading of level 1.
  public var level: Int
  public var id: String
  public var title: String

  public init(level: Int, id: String, title: String) {
    self.level = level
    self.id = id
    self.title = title
  }
}

/// The plain text under one heading; the text before the first heading has an empty id and title.
public struct TextSection: Sendable, Hashable {
  public var id: String
  public var title: String
  public var text: String

  public init(id: String, title: String, text: String) {
    self.id = id
    self.title = title
    self.text = text
  }
}

/// An article's body, ready for a page and for the search index.
public struct RenderedMarkdown: Sendable {
  public var html: String
  public var headings: [Heading]
  public var sections: [TextSection]
  /// Every link and picture as written, those that turned out broken included.
  public var links: [LinkReference]
  public var diagnostics: [Diagnostic]
}

/// Renders an article's body with all extensions that the environment has not turned off.
public func renderMarkdown(
  _ source: MarkdownSource, in environment: MarkdownEnvironment
) -> RenderedMarkdown {
  TreeMemory.use {
    var pass = RewritePass(source: source, environment: environment)
    let tree = pass.article.text.parse()
    for step in pass.extensions { step.rewrite(tree, &pass) }
    return RenderedMarkdown(
      html: tree.html(), headings: pass.headings,
      sections: textSections(of: tree, headings: pass.sectionHeadings, spoken: pass.spoken),
      links: pass.links,
      diagnostics: pass.diagnostics)
  }
}
