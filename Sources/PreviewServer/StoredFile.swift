/// A file as it is sent: an HTML page already has the live-reload script in it.
struct StoredFile: Sendable {
  let path: String
  let bytes: [UInt8]
  let contentType: String
  /// Of the bytes as sent, in quotes.
  let entityTag: String

  init(path: String, source: [UInt8]) {
    self.path = path
    contentType = MediaType.contentType(of: path)
    bytes = contentType == MediaType.html ? LiveReload.addingScript(to: source) : source
    entityTag = EntityTag.of(bytes)
  }
}
