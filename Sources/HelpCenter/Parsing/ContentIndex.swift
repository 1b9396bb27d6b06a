/// A picture, film or other file beside the articles.
struct Attachment: Sendable, Hashable {
  /// The path it is published under.
  var path: String
  /// In CSS pixels, for pictures whose file tells it.
  var size: PictureSize?
  /// The text of a WebVTT file.
  var transcript: String?
}

/// The names of all content files, by what they are.
struct ContentIndex: Sendable {
  /// The documents by path under `Content/`, without language and ending: `upbit/security/otp-lost`.
  var pages: [String: DocumentID] = [:]
  /// Exchanges with a `contact.yaml`.
  var contacts: Set<String> = []
  var exchanges: Set<String> = []
  /// Files beside the articles, by path under `Content/` in NFC.
  var attachments: [String: Attachment] = [:]

  /// Where an attachment is published. The depth of every page that can show it is known, so the
  /// same link works in every language.
  static func outputPath(ofAttachment path: String, _ bytes: [UInt8]) -> String {
    Fingerprint.path("assets/content/" + path, of: bytes)
  }
}
