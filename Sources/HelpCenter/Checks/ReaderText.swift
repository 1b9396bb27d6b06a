import Contacts
import Diagnostics
import Yams

/// A text that readers see, as bytes, with the way back to its place in its file.
///
/// - Markdown: the body as it stands; of the front matter its values.
/// - YAML: its values, one by one, so that neither comments nor keys nor quotes count.
/// - SVG and templates: the words between tags and the attributes that are read aloud or followed.
/// - PDF: its title and the like, and the addresses of its links, where they are not compressed.
/// - Captions as they stand, and the name of every file that is published.
struct ReaderText {
  var bytes: [UInt8]
  private var origin: Origin

  private enum Origin {
    /// The bytes have the places of a whole file.
    case file(SourceFile)
    /// A value of YAML that begins there; its file's bytes for what is found verbatim.
    case value(SourceLocation, SourceFile)
    case name(SourceLocation)
  }

  /// Says where a value stands.
  func places() -> (ContactRecogniser.Value) -> SourceLocation {
    switch origin {
    case .name(let location): return { _ in location }
    case .file(let file):
      let lines = LineTable(file.bytes)
      return { lines.location(path: file.path, byte: $0.offset) }
    case .value(let start, let file):
      let lines = LineTable(file.bytes)
      return { value in Self.place(of: value, start, lines, file) }
    }
  }

  /// Where a value of YAML writes something out; its beginning, where it is written with escapes.
  private static func place(
    of value: ContactRecogniser.Value, _ start: SourceLocation, _ lines: LineTable,
    _ file: SourceFile
  ) -> SourceLocation {
    let first = lines.offset(ofLine: start.line)
    let wanted = Array(value.text.utf8)
    let end = min(file.bytes.count, first + 16_384)
    guard wanted.count > 0, first + wanted.count <= end else { return start }
    for offset in first...(end - wanted.count)
    where file.bytes[offset] == wanted[0] && file.bytes[offset...].starts(with: wanted) {
      return lines.location(path: file.path, byte: offset)
    }
    return start
  }

  static func texts(of file: SourceFile) -> [ReaderText] {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    if name.lowercased().hasSuffix(".pdf") {
      return [
        ReaderText(
          bytes: PDFWords.words(of: file.bytes), origin: .name(SourceLocation(path: file.path))),
        named(file, name),
      ]
    }
    guard String(validating: file.bytes, as: UTF8.self) != nil else { return [named(file, name)] }
    switch name.split(separator: ".").last?.lowercased() {
    case "md": return markdown(file) + [named(file, name)]
    case "yaml": return yaml(String(decoding: file.bytes, as: UTF8.self), in: file, linesAbove: 0)
    case "svg":
      return [
        ReaderText(bytes: SVGWords.words(of: file.bytes), origin: .file(file)), named(file, name),
      ]
    case "mustache":
      let text = MustacheWords.words(of: file.bytes)
      return [ReaderText(bytes: SVGWords.words(of: text), origin: .file(file))]
    case "vtt": return [ReaderText(bytes: file.bytes, origin: .file(file)), named(file, name)]
    default: return [named(file, name)]
    }
  }

  /// A file's name without its endings, which readers see in addresses.
  private static func named(_ file: SourceFile, _ name: String) -> ReaderText {
    ReaderText(
      bytes: Array(name.prefix { $0 != "." }.utf8), origin: .name(SourceLocation(path: file.path)))
  }

  private static func markdown(_ file: SourceFile) -> [ReaderText] {
    guard let split = try? FrontMatterParser.split(file) else {
      return [ReaderText(bytes: file.bytes, origin: .file(file))]
    }
    var body = file.bytes
    for offset in 0..<split.bodyOffset where body[offset] != 0x0A { body[offset] = 0x20 }
    let bodyText = ReaderText(bytes: body, origin: .file(file))
    // Most front matter holds nothing, and need not be read as YAML again.
    let yaml = Array(split.yaml.utf8)
    if !yaml.contains(0x5C), ContactRecogniser.values(in: yaml).isEmpty { return [bodyText] }
    return self.yaml(split.yaml, in: file, linesAbove: 1) + [bodyText]
  }

  private static func yaml(
    _ text: String, in file: SourceFile, linesAbove: Int
  ) -> [ReaderText] {
    guard let document = try? YAMLDocument(text, path: file.path, linesAbove: linesAbove),
      let root = document.root
    else { return [ReaderText(bytes: file.bytes, origin: .file(file))] }
    var found: [ReaderText] = []
    func add(_ node: Node) {
      switch node {
      case .scalar(let scalar):
        found.append(
          ReaderText(
            bytes: Array(scalar.string.utf8), origin: .value(document.location(of: node), file)))
      case .sequence(let sequence): for child in sequence { add(child) }
      case .mapping(let mapping): for (_, child) in mapping { add(child) }
      case .alias: break
      }
    }
    add(root)
    return found
  }
}

/// The words of an SVG: everything else is blanked out, so that places stay.
enum SVGWords {
  /// Attributes that are read aloud, shown or followed.
  private static let attributes = ["aria-label", "title", "alt", "href", "aria-description"]

  static func words(of bytes: [UInt8]) -> [UInt8] {
    var words = bytes
    var at = 0
    while let open = bytes[at...].firstIndex(of: 0x3C) {
      let end = endOfTag(bytes, open)
      blank(&words, open..<end, keeping: kept(bytes, open..<end))
      at = end
      for name in ["style", "script"] where bytes[open...].starts(with: "<\(name)".utf8) {
        let close = Array("</\(name)".utf8)
        while at < bytes.count, !bytes[at...].starts(with: close) {
          if words[at] != 0x0A { words[at] = 0x20 }
          at += 1
        }
      }
    }
    return words
  }

  private static func endOfTag(_ bytes: [UInt8], _ open: Int) -> Int {
    if bytes[open...].starts(with: "<!--".utf8) {
      let close = Array("-->".utf8)
      var at = open + 4
      while at < bytes.count, !bytes[at...].starts(with: close) { at += 1 }
      return min(bytes.count, at + 3)
    }
    var quote: UInt8?
    var at = open + 1
    while at < bytes.count {
      let byte = bytes[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return at + 1
      }
      at += 1
    }
    return at
  }

  /// The values of attributes that readers meet.
  private static func kept(_ bytes: [UInt8], _ tag: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for name in attributes {
      let wanted = Array((name + "=").utf8)
      var at = tag.lowerBound
      while at + wanted.count < tag.upperBound {
        guard bytes[at...].starts(with: wanted) else {
          at += 1
          continue
        }
        let quote = bytes[at + wanted.count]
        let start = at + wanted.count + 1
        let end = bytes[start..<max(start, tag.upperBound)].firstIndex(of: quote) ?? tag.upperBound
        // The bytes of a picture are no text.
        let isData = bytes[start..<max(start, end)].starts(with: "data:".utf8)
        if !isData { found.append(start..<end) }
        at = max(end, start)
      }
    }
    return found
  }

  /// A tag inside a line of text (`<tspan>`) vanishes; any other ends the line. A byte of 0 is unseen to
  /// the recogniser.
  private static func blank(_ words: inout [UInt8], _ tag: Range<Int>, keeping kept: [Range<Int>]) {
    let isInline = ["<tspan", "</tspan", "<a ", "</a", "<!--"].contains {
      words[tag.lowerBound...].starts(with: $0.utf8)
    }
    let filler: UInt8 = isInline && kept.isEmpty ? 0 : 0x0A
    for offset in tag where !kept.contains(where: { $0.contains(offset) }) {
      words[offset] = filler
    }
  }
}
