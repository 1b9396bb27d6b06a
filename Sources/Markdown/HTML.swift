import Diagnostics

/// A piece of HTML that an extension writes: `"<h2 id=\"\(id)\">"`.
///
/// An article has a hundred of them, and libcmark wants each as a C string: one that is put together
/// from Strings costs several times what libcmark's own work on the node does. What stands in the
/// code is handed over as it is, everything else is put together as bytes.
enum HTML {
  case literal(StaticString)
  case text(String)
  /// With a 0 at the end.
  case bytes([UInt8])

  var isEmpty: Bool {
    switch self {
    case .literal(let literal): literal.utf8CodeUnitCount == 0
    case .text(let text): text.isEmpty
    case .bytes(let bytes): bytes.count <= 1
    }
  }

  /// Hands over the HTML with a 0 at its end. The pointer is valid only within the closure.
  func withCString(_ use: (UnsafePointer<CChar>) -> Void) {
    switch self {
    case .literal(let literal) where literal.hasPointerRepresentation:
      use(UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self))
    case .literal(let literal): literal.description.withCString(use)
    case .text(let text): text.withCString(use)
    case .bytes(let bytes):
      bytes.withUnsafeBytes { use($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
    }
  }
}

extension HTML: ExpressibleByStringInterpolation {
  init(stringLiteral literal: StaticString) { self = .literal(literal) }

  init(stringInterpolation: consuming Interpolation) {
    stringInterpolation.bytes.append(0)
    self = .bytes(stringInterpolation.bytes)
  }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 64 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func appendInterpolation(_ number: Int) { appendInterpolation(String(number)) }

    mutating func appendInterpolation(_ text: String) {
      var text = text
      text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func appendInterpolation(_ html: HTML) {
      switch html {
      case .literal(let literal): appendLiteral(literal)
      case .text(let text): appendInterpolation(text)
      case .bytes(let inner): bytes.append(contentsOf: inner.dropLast())
      }
    }

    /// A text, with the signs escaped that HTML gives a meaning.
    mutating func appendInterpolation(escaped text: String) {
      bytes.append(escapedHTML: text)
    }
  }
}
