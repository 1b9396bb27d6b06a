/// A small checker of what `renderMarkdown` writes: tags nest, attributes stand in quotes, nothing
/// else looks like a tag. Returns the first thing that is wrong.
struct HTMLChecker {
  private static let void: Set = ["br", "hr", "img", "use", "track"]
  private static let known: Set = [
    "a", "abbr", "article", "b", "blockquote", "br", "caption", "code", "details", "div", "em",
    "figcaption",
    "figure", "h2", "h3", "h4", "h5", "h6", "hr", "img", "kbd", "li", "mark", "ol", "p", "pre",
    "small", "span",
    "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "th", "thead", "tr", "track",
    "ul", "use",
    "video",
  ]

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []

  static func problem(in html: String) -> String? {
    var checker = HTMLChecker(bytes: Array(html.utf8))
    return checker.run()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() -> String? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        if bytes[index] == UInt8(ascii: ">") { return "a bare '>' at \(index)" }
        index += 1
        continue
      }
      if let problem = readTag() { return problem }
    }
    return open.isEmpty ? nil : "never closed: \(open)"
  }

  private mutating func readTag() -> String? {
    let start = index
    index += 1
    let closes = take("/")
    let name = takeName()
    guard Self.known.contains(name) else { return "an unknown tag '\(name)' at \(start)" }
    while index < bytes.count, bytes[index] == 0x20 {
      index += 1
      if bytes[index] == UInt8(ascii: "/") { break }
      let attribute = takeName()
      guard !attribute.isEmpty, !attribute.hasPrefix("on") else {
        return "an attribute '\(attribute)' at \(index)"
      }
      guard take("=") else { continue }
      guard take("\""), let value = takeValue() else { return "no quotes at \(index)" }
      if ["href", "src"].contains(attribute),
        ["javascript:", "vbscript:", "file:"].contains(where: value.lowercased().hasPrefix)
      {
        return "an address that runs at \(start)"
      }
    }
    _ = take("/")
    guard take(">") else { return "no end of '\(name)' at \(start)" }
    if Self.void.contains(name) { return closes ? "a closed '\(name)' at \(start)" : nil }
    if !closes {
      if name == "a", open.contains("a") { return "a link within a link at \(start)" }
      open.append(name)
    } else if open.popLast() != name {
      return "'\(name)' closes another at \(start)"
    }
    return nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func takeName() -> String {
    let start = index
    while index < bytes.count,
      (0x61...0x7A).contains(bytes[index]) || (0x30...0x39).contains(bytes[index])
        || bytes[index] == UInt8(ascii: "-")
    {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func takeValue() -> String? {
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    defer { index = end + 1 }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }
}
