import NIOHTTP1

/// The answer to a request, as a static host would give it: a pure function of the request and
/// the site.
struct StaticResponse: Sendable {
  enum Body: Sendable, Equatable {
    /// A slice shares the file's memory: nothing is copied before it is sent.
    case bytes(ArraySlice<UInt8>)
    /// Server-Sent Events for as long as the page is open.
    case reloadEvents
  }

  let status: HTTPResponseStatus
  let headers: HTTPHeaders
  private(set) var body: Body

  /// Answers one request (RFC 9110 sections 9.3, 13.2.2, 14.2, 15).
  ///
  /// - Parameters:
  ///   - target: The request target as it was sent, percent-encoded, with its query.
  ///   - headers: Of these If-None-Match, Range and If-Range count.
  ///
  /// What is not for this server gets no word of the site: 400, 421, and 403 for a page of another
  /// origin that wants to listen.
  static func respond(to head: HTTPRequestHead, host: RequestHost, site: PreviewSite)
    -> StaticResponse
  {
    switch host.verdict(of: head) {
    case .malformed: return message(.badRequest, extra: [])
    case .misdirected: return message(.misdirectedRequest, extra: [])
    case .allowed: break
    }
    let response = respond(
      method: head.method, target: head.uri, headers: head.headers, site: site)
    guard response.body != .reloadEvents || host.allows(origin: head.headers.first(name: "Origin"))
    else { return message(.forbidden, extra: []) }
    return response
  }

  static func respond(
    method: HTTPMethod, target: String, headers: HTTPHeaders, site: PreviewSite
  ) -> StaticResponse {
    guard method == .GET || method == .HEAD else { return notAllowed(allow: "GET, HEAD") }
    let target = RequestTarget(target)
    if target.path == LiveReload.eventsPath {
      // HEAD would have to end a body that has no end.
      return method == .GET ? reloadEvents : notAllowed(allow: "GET")
    }
    guard method == .HEAD else { return find(target, headers: headers, site: site) }
    var headers = headers
    headers.remove(name: "Range")  // Defined for GET only (RFC 9110 section 14.2).
    var response = find(target, headers: headers, site: site)
    response.body = .bytes([])
    return response
  }

  private static func find(
    _ target: RequestTarget, headers: HTTPHeaders, site: PreviewSite
  ) -> StaticResponse {
    guard let path = target.path else { return notFound(site) }
    if path == LiveReload.scriptPath { return file(site.reloadScript, headers: headers) }
    if path.hasPrefix(LiveReload.folder) { return notFound(site) }
    if case .errorPage(let page) = site.content {
      return target.namesPage ? whole(page, status: .internalServerError) : notFound(site)
    }
    if let found = site.file(at: target.namesFolder ? path + "index.html" : path) {
      return file(found, headers: headers)
    }
    // Without the slash the page's relative links would lead to the folder above it.
    if !target.namesFolder, site.file(at: path + "/index.html") != nil {
      return redirect(to: target.sentPath + "/" + target.query)
    }
    return notFound(site)
  }

  /// A file on the conditions of the request, in the order RFC 9110 section 13.2.2 gives them.
  private static func file(_ file: StoredFile, headers: HTTPHeaders) -> StaticResponse {
    if EntityTag.isKnown(file.entityTag, to: headers[canonicalForm: "If-None-Match"]) {
      // No Content-Length: it is optional here (RFC 9110 section 8.6), and NIO takes it out.
      return StaticResponse(status: .notModified, extra: [("ETag", file.entityTag)])
    }
    switch range(of: file, headers: headers) {
    case .whole:
      return whole(
        file, status: .ok, extra: [("ETag", file.entityTag), ("Accept-Ranges", "bytes")])
    case .part(let part):
      let last = part.upperBound - 1
      return StaticResponse(
        status: .partialContent, type: file.contentType, body: file.bytes[part],
        extra: [
          ("ETag", file.entityTag), ("Accept-Ranges", "bytes"),
          ("Content-Range", "bytes \(part.lowerBound)-\(last)/\(file.bytes.count)"),
        ])
    case .unsatisfiable:
      return message(
        .rangeNotSatisfiable, extra: [("Content-Range", "bytes */\(file.bytes.count)")])
    }
  }

  private static func range(of file: StoredFile, headers: HTTPHeaders) -> ByteRange {
    let ranges = headers["Range"]
    guard ranges.count == 1 else { return .whole }
    // The file changed since the client got its first part: only a whole one fits together.
    // There is no Last-Modified here, so a date never matches (RFC 9110 section 13.1.5).
    if let tag = headers.first(name: "If-Range"), tag != file.entityTag { return .whole }
    return ByteRange(header: ranges[0], length: file.bytes.count)
  }
}

// MARK: - The kinds of answer

extension StaticResponse {
  /// What a page may load: nothing from elsewhere, and no inline script or style.
  static let contentSecurityPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
    """

  private init(status: HTTPResponseStatus, extra: [(String, String)], body: Body = .bytes([])) {
    self.status = status
    headers = HTTPHeaders(
      extra + [
        ("Cache-Control", "no-cache"),
        ("Content-Security-Policy", Self.contentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
      ])
    self.body = body
  }

  private init(
    status: HTTPResponseStatus, type: String, body: ArraySlice<UInt8>,
    extra: [(String, String)] = []
  ) {
    self.init(
      status: status,
      extra: [("Content-Type", type), ("Content-Length", String(body.count))] + extra,
      body: .bytes(body))
  }

  private static var reloadEvents: StaticResponse {
    StaticResponse(
      status: .ok, extra: [("Content-Type", "text/event-stream")], body: .reloadEvents)
  }

  private static func whole(
    _ file: StoredFile, status: HTTPResponseStatus, extra: [(String, String)] = []
  ) -> StaticResponse {
    StaticResponse(status: status, type: file.contentType, body: file.bytes[...], extra: extra)
  }

  /// The body is the site's own 404.html. The page that stands in for it reloads too, so that it
  /// gives way to the missing page once that is written.
  private static func notFound(_ site: PreviewSite) -> StaticResponse {
    whole(site.file(at: "404.html") ?? plainNotFound, status: .notFound)
  }

  private static let plainNotFound = StoredFile(
    path: "404.html",
    source: Array("<!DOCTYPE html><title>Not Found</title><p>404 Not Found</p>\n".utf8))

  private static func redirect(to location: String) -> StaticResponse {
    message(.movedPermanently, extra: [("Location", location)])
  }

  private static func notAllowed(allow: String) -> StaticResponse {
    message(.methodNotAllowed, extra: [("Allow", allow)])
  }

  /// What a body gets that no page has a use for; it is not waited for.
  static var bodyTooLarge: StaticResponse { message(.payloadTooLarge, extra: []) }

  private static func message(
    _ status: HTTPResponseStatus, extra: [(String, String)]
  ) -> StaticResponse {
    let text = Array("\(status.code) \(status.reasonPhrase)\n".utf8)
    return StaticResponse(status: status, type: MediaType.text, body: text[...], extra: extra)
  }
}
