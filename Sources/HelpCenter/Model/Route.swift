import Foundation

/// The address of a page within the site. No other type forms one.
///
/// Every route is a folder whose page is its `index.html`, but for the 404 page and for the files that
/// stand beside a page. Links are written
/// relative to the page they stand on, so that one and the same output works at a host's root and
/// under any sub-path.
public struct Route: Sendable, Hashable {
  /// Folder names from the site's root, in NFC.
  public let segments: [String]
  private let fileName: String

  private init(_ segments: [String], fileName: String = "index.html") {
    self.segments = segments
    self.fileName = fileName
  }

  public static let root = Route([])
  public static let notFound = Route([], fileName: "404.html")
  public static func home(_ language: Language) -> Route { Route([language.path]) }
  public static func search(_ language: Language) -> Route { Route([language.path, "search"]) }
  /// What the search page shows of an exchange, beside it: the same ways lead on from both.
  static func card(_ exchange: String, _ language: Language) -> Route {
    search(language).file("\(exchange).html")
  }
  public static func verify(_ language: Language) -> Route { Route([language.path, "verify"]) }

  public static func exchange(_ id: String, _ language: Language) -> Route {
    Route([language.path, id])
  }
  public static func category(_ id: String, of exchange: String, _ language: Language) -> Route {
    Route([language.path, exchange] + id.split(separator: "/").map(String.init))
  }
  /// The contact page of one exchange, or of all when `exchange` is `nil`.
  public static func contact(_ exchange: String?, _ language: Language) -> Route {
    Route([language.path, exchange, "contact"].compactMap { $0 })
  }
  /// The case pack of one exchange, or of all when `exchange` is `nil`.
  public static func prepare(_ exchange: String?, _ language: Language) -> Route {
    Route([language.path, exchange, "prepare"].compactMap { $0 })
  }
  /// The notices of one exchange, or of all when `exchange` is `nil`.
  public static func notices(_ exchange: String?, _ language: Language) -> Route {
    Route([language.path, exchange, "notices"].compactMap { $0 })
  }

  /// The Atom feed of the notices of one exchange, or of all when `exchange` is `nil`.
  public static func feed(_ exchange: String?, _ language: Language) -> Route {
    notices(exchange, language).file("feed.xml")
  }

  /// A page in the folder of this one.
  private func below(_ name: String) -> Route { Route(segments + [name]) }

  /// A file beside the page.
  func file(_ name: String) -> Route { Route(segments, fileName: name) }

  /// The page of an article, a notice or an urgent text. The general guide's urgent page is the
  /// language's own.
  public static func document(_ id: DocumentID, _ language: Language) -> Route {
    switch id.kind {
    case .article(let category): self.category(category, of: id.exchange, language).below(id.slug)
    case .notice: Route([language.path, id.exchange, "notices", id.slug])
    case .urgent where id.exchange == Exchange.generalGuide: Route([language.path, "urgent"])
    case .urgent: Route([language.path, id.exchange, "urgent"])
    }
  }

  /// An old address that an author keeps alive, as written in `aliases`: `/ko/upbit/old/`.
  static func alias(_ path: String) -> Route {
    Route(path.split(separator: "/").map(String.init))
  }

  /// A page of a list, counted from 1: the first is the list's own.
  func page(_ number: Int) -> Route {
    number == 1 ? self : Route(segments + ["page-\(number)"], fileName: fileName)
  }

  /// The list that a page belongs to; itself where it is no further page of a list.
  var list: Route {
    segments.last.map(Route.isListPage) == true
      ? Route(Array(segments.dropLast()), fileName: fileName) : self
  }

  private static func isListPage(_ segment: String) -> Bool {
    let digits = segment.utf8.dropFirst(5)
    return segment.hasPrefix("page-") && !digits.isEmpty
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether the site itself uses a name, so that no exchange, category, article or language may.
  ///
  /// The pages of lists are taken in sites without them too: a list that grows must not take an
  /// article's address.
  static func isReserved(_ slug: String) -> Bool {
    reservedSlugs.contains(slug) || isListPage(slug)
  }

  /// Names that no exchange, category, article or language may take, besides those of `page(_:)`.
  public static let reservedSlugs: Set<String> = [
    "contact", "urgent", "verify", "prepare", "search", "notices", "assets", "index.html",
    "404.html", "sitemap.xml", "robots.txt", "contacts.json",
    "contacts.schema.json", "favicon.svg", "manifest.webmanifest",
    "sw.js", "llms.txt", "feed.xml", "index.md", "_headers", "_redirects",
  ]

  /// Where the page is written, relative to the site's root.
  public var outputPath: String { (segments + [fileName]).joined(separator: "/") }

  /// The address under a base URL's path, percent-encoded: `ko/upbit/`, empty for the root.
  public var path: String { segments.map { Route.encode($0) + "/" }.joined() + tail }

  /// What stands behind the last slash of the address.
  private var tail: String { fileName == "index.html" ? "" : fileName }

  /// The way from this page to the site's root: empty or `../../`.
  public var rootPrefix: String { String(repeating: "../", count: segments.count) }

  /// The shortest relative link from this page to another.
  public func href(to target: Route) -> String {
    let common = zip(segments, target.segments).prefix { $0 == $1 }.count
    let up = String(repeating: "../", count: segments.count - common)
    let down = target.segments.dropFirst(common).map { Route.encode($0) + "/" }.joined()
    let way = up + down + target.tail
    return way == "" ? "./" : way
  }

  /// The relative link from this page to a file, given by its path from the site's root.
  public func href(toFile path: String) -> String {
    rootPrefix + path.split(separator: "/").map { Route.encode(String($0)) }.joined(separator: "/")
  }

  /// Percent-encodes a path segment: everything but unreserved characters (RFC 3986, section 2.3).
  static func encode(_ segment: String) -> String {
    func isUnreserved(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
      default: false
      }
    }
    guard !segment.utf8.allSatisfy(isUnreserved) else { return segment }
    var out = ""
    for byte in segment.utf8 {
      if isUnreserved(byte) {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
    return out
  }
}

/// Forms the links of one page.
struct PageLinks: Sendable {
  private let route: Route
  /// Set for the 404 page, which a host serves at any depth.
  private let anywhere: String?

  /// Links of an ordinary page, relative to it.
  init(from route: Route) {
    self.route = route
    anywhere = nil
  }

  /// Links that work whatever the address of the page: below the base URL's path.
  ///
  /// Without a path of its own the site stands at the host's root, and a climb that is longer than
  /// any address ends there (WHATWG URL Standard, "shorten a URL's path"), so that this page too
  /// has only relative links.
  init(fromAnywhereBelow basePath: String) {
    route = .root
    anywhere = basePath == "/" ? String(repeating: "../", count: 16) : basePath
  }

  var root: String { anywhere ?? route.rootPrefix }

  func to(_ target: Route) -> String {
    anywhere.map { $0 + target.path } ?? route.href(to: target)
  }
}
