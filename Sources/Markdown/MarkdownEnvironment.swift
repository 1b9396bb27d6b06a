import Diagnostics

/// A link or picture as written in an article.
public struct LinkReference: Sendable, Hashable {
  public var destination: String
  /// The text between the brackets, without markup.
  public var text: String
  public var isImage: Bool
  public var location: SourceLocation
  /// How many links and pictures stand before it in the article.
  public var ordinal: Int

  public init(
    destination: String, text: String = "", isImage: Bool, location: SourceLocation,
    ordinal: Int = 0
  ) {
    self.destination = destination
    self.text = text
    self.isImage = isImage
    self.location = location
    self.ordinal = ordinal
  }
}

/// What a link becomes.
public enum LinkResolution: Sendable {
  /// The address to write into the page.
  case url(String)
  /// A picture of this site.
  case picture(Picture)
  /// A film of this site.
  case video(Video)
  /// A film elsewhere: a card that links to it, because a foreign frame may not be shown.
  case videoCard(url: String, host: String)
  /// A picture that the site has drawn, as SVG, and what it says in words.
  case drawing(svg: String, says: String)
  /// Inline HTML made by the site around the link's text: a fact of the registry, a term of the
  /// glossary.
  case wrapped(before: String, after: String)
  /// The link cannot be followed: its text stays, the link goes, the reason is reported.
  case broken(Diagnostic)
}

/// A picture, with its size in CSS pixels where the file tells it.
public struct Picture: Sendable, Hashable {
  public var url: String
  public var width: Int?
  public var height: Int?

  public init(url: String, width: Int?, height: Int?) {
    self.url = url
    self.width = width
    self.height = height
  }
}

/// A film with what people who cannot hear or play it need.
public struct Video: Sendable, Hashable {
  public var url: String
  /// WebVTT captions beside the file.
  public var captionsURL: String?
  /// BCP 47 tag of the captions.
  public var language: String
  /// The captions' text, read as a transcript.
  public var transcript: String?

  public init(url: String, captionsURL: String?, language: String, transcript: String?) {
    self.url = url
    self.captionsURL = captionsURL
    self.language = language
    self.transcript = transcript
  }
}

/// A passage that several articles share.
public struct Snippet: Sendable {
  public var source: MarkdownSource

  public init(source: MarkdownSource) { self.source = source }
}

/// How a heading's text becomes its address.
public enum HeadingIDForm: String, Sendable, Hashable, CaseIterable {
  /// A hyphen for everything but letters and digits.
  case site
  /// As GitHub does it, and with it Docusaurus, Hugo and others: signs vanish, each space is a hyphen,
  /// underscores stay, the second of a name ends in `-1`.
  case github
}

/// What an article needs to know of the site around it.
public struct MarkdownEnvironment: Sendable {
  /// `id`s that the page's template uses, which no heading may take.
  public var reservedIDs: Set<String> = []
  /// Names of extensions that are left out, for comparisons with plain CommonMark.
  public var disabled: Set<String> = []
  /// The way from the page to the icons: `../../assets/icons.svg`.
  public var iconsURL = "assets/icons.svg"
  /// What a heading without a pinned id is called.
  public var headingIDs = HeadingIDForm.site
  /// The words that extensions print, by their key in the theme's language files.
  public var words: [String: String] = [:]
  /// The text of a snippet by name; `nil` when there is none.
  public var snippet: @Sendable (String) -> Snippet? = { _ in nil }
  /// Names of all snippets, for hints.
  public var snippetNames: [String] = []
  /// Turns a destination as written into an address.
  public var resolve: @Sendable (LinkReference) -> LinkResolution = { .url($0.destination) }

  public init() {}

  /// The words that extensions print; a theme must have them all.
  public static let wordKeys = [
    "callout-note", "callout-tip", "callout-important", "callout-warning", "callout-caution",
    "callout-scam", "callout-scam-never", "callout-separator", "table-label", "zoom", "transcript",
    "video-elsewhere",
  ]

  func word(_ key: String) -> String { words[key] ?? key }
}
