import Diagnostics
import Testing

@testable import Markdown

/// Testing has a `SourceLocation` too.
typealias Place = Diagnostics.SourceLocation

/// An article in which each `⟦` stands before a place that should be reported; `⟧`, if there is
/// one, ends the front matter.
struct MarkedText: Sendable, CustomTestStringConvertible {
  static let path = "a.md"

  private(set) var bytes: [UInt8] = []
  private(set) var bodyOffset = 0
  /// The marked places, in reading order.
  private(set) var places: [Place] = []
  let testDescription: String

  init(_ marked: String) {
    testDescription = String(marked.prefix(60)).debugDescription
    var here = Place(path: Self.path)
    var afterCR = false
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": places.append(here)
      case "⟧": bodyOffset = bytes.count
      default:
        bytes += Array(String(scalar).utf8)
        if scalar == "\r" || (scalar == "\n" && !afterCR) {
          here = Place(path: Self.path, line: here.line + 1)
        } else if scalar != "\n" {
          here.column += 1
        }
        afterCR = scalar == "\r"
      }
    }
  }

  /// A text without marks.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    testDescription = String(decoding: bytes.prefix(60), as: UTF8.self).debugDescription
  }

  var source: MarkdownSource {
    MarkdownSource(path: Self.path, bytes: bytes, bodyOffset: bodyOffset)
  }

  func render(reservedIDs: Set<String> = []) -> RenderedMarkdown {
    var environment = MarkdownEnvironment()
    environment.reservedIDs = reservedIDs
    environment.resolve = { resolveForTests($0) }
    return renderMarkdown(source, in: environment)
  }
}

/// Follows everything but what begins with `lost`; `.md` becomes a folder, as on the site.
@Sendable func resolveForTests(_ link: LinkReference) -> LinkResolution {
  if link.destination.hasPrefix("lost") {
    return .broken(Diagnostic(.error, .brokenLink, at: link.location, "lost"))
  }
  return .url(link.destination.replacing(".md", with: "/"))
}

func render(_ text: String, reservedIDs: Set<String> = []) -> RenderedMarkdown {
  MarkedText(text).render(reservedIDs: reservedIDs)
}

extension RenderedMarkdown {
  /// Where the rule found something, in reading order.
  func places(of id: String) -> [Place] {
    diagnostics.inReadingOrder().filter { $0.id == id }.compactMap(\.location)
  }

  var findingIDs: Set<String> { Set(diagnostics.map(\.id)) }
}
