import Diagnostics

/// What an SVG picture of the content may hold. A browser runs a picture that is opened by its own
/// address as a page of the site: where a host sends no security policy, a script in it could read
/// and change whatever the site's pages can.
///
/// The lists are of what may stand there (SVG 2, element and attribute indexes, without scripting,
/// animation, links and foreign content): what nobody thought of is refused.
struct SafeSVG {
  private let file: SourceFile
  private let lines: LineTable
  private var at = 0
  private var namespaces: [String: String] = [:]
  private var styleStart: Int?
  private(set) var findings: [Diagnostic] = []
  /// A drawing program writes the same thing a hundred times; its first place is enough.
  private var told: Set<String> = []

  /// All that must not stand in the picture, each where it first stands. A text that cannot be read to its
  /// end is one finding, at the place where reading ends.
  static func findings(in file: SourceFile) -> [Diagnostic] {
    guard String(validating: file.bytes, as: UTF8.self) != nil, !file.bytes.contains(0) else {
      return [
        Diagnostic(
          .error, .unsafeSVG, at: SourceLocation(path: file.path),
          "this picture is not UTF-8, so what it holds cannot be checked",
          hint: "save it as UTF-8")
      ]
    }
    var reader = SafeSVG(file)
    reader.read()
    return reader.findings
  }

  private init(_ file: SourceFile) {
    self.file = file
    lines = LineTable(file.bytes)
  }

  private mutating func report(_ message: String, byte: Int, hint: String = takeOut) {
    guard told.insert(message).inserted else { return }
    findings.append(
      Diagnostic(
        .error, .unsafeSVG, at: lines.location(path: file.path, byte: byte), message, hint: hint))
  }

  private static let takeOut =
    "take it out, such as by exporting the picture as plain SVG; a file that must stay as it is "
    + "belongs on a host of its own"

  // MARK: Markup

  private mutating func read() {
    while let start = position(of: "<", from: at) {
      if let style = styleStart { checkStyle(style..<start) }
      at = start + 1
      if starts("!--") {
        guard skip(past: "-->") else { return cannotRead(start) }
      } else if starts("![CDATA[") {
        let text = at + 8
        guard skip(past: "]]>") else { return cannotRead(start) }
        if styleStart != nil { checkStyle(text..<(at - 3)) }
      } else if starts("!") {
        if !readDeclaration(start) { return cannotRead(start) }
      } else if starts("?") {
        if !readInstruction(start) { return cannotRead(start) }
      } else if starts("/") {
        styleStart = nil
        guard skip(past: ">") else { return cannotRead(start) }
      } else if !readElement(start) {
        return cannotRead(start)
      }
      if styleStart != nil { styleStart = at }
    }
  }

  private mutating func cannotRead(_ start: Int) {
    report(
      "this is not read as XML, so what stands behind it cannot be checked", byte: start,
      hint: "close what is open; write < as &lt;")
  }

  /// `<!DOCTYPE svg PUBLIC …>` is an old custom; one with a part in brackets can define any text.
  private mutating func readDeclaration(_ start: Int) -> Bool {
    guard skip(past: ">") else { return false }
    let text = string(start..<at)
    if !text.uppercased().hasPrefix("<!DOCTYPE") || text.contains("[") {
      report("a declaration may hide what the picture holds", byte: start)
    }
    return true
  }

  private mutating func readInstruction(_ start: Int) -> Bool {
    guard skip(past: "?>") else { return false }
    let text = string(start..<at).lowercased()
    let isPlain = text.hasPrefix("<?xml ") || text.hasPrefix("<?xml\n")
    let encoding = text.firstRange(of: "encoding").map { text[$0.upperBound...].prefix(16) }
    if !isPlain || encoding.map({ !$0.contains("utf-8") && !$0.contains("us-ascii") }) == true {
      report("an instruction such as this loads or changes what the picture holds", byte: start)
    }
    return true
  }

  private struct Attribute {
    var name: String
    var value: String
    var byte: Int
  }

  private mutating func readElement(_ start: Int) -> Bool {
    let name = readName()
    guard !name.isEmpty else { return false }
    var attributes: [Attribute] = []
    while true {
      skipSpace()
      guard at < file.bytes.count else { return false }
      if starts("/>") || starts(">") { break }
      guard let attribute = readAttribute() else { return false }
      attributes.append(attribute)
    }
    let isEmpty = starts("/>")
    at += isEmpty ? 2 : 1
    for attribute in attributes { declare(attribute) }
    let element = judge(element: name, byte: start)
    for attribute in attributes { judge(attribute, of: element) }
    if element == "style", !isEmpty { styleStart = at }
    return true
  }

  private mutating func readAttribute() -> Attribute? {
    let byte = at
    let name = readName()
    guard !name.isEmpty else { return nil }
    skipSpace()
    guard starts("=") else { return nil }
    at += 1
    skipSpace()
    guard at < file.bytes.count else { return nil }
    let quote = file.bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let start = at + 1
    guard let end = file.bytes[start...].firstIndex(of: quote) else { return nil }
    at = end + 1
    return Attribute(name: name, value: Self.decoded(string(start..<end)), byte: byte)
  }

  // MARK: What may stand there

  /// One prefix may not mean two things in one picture, so that the order of reading does not matter.
  private mutating func declare(_ attribute: Attribute) {
    guard attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") else { return }
    let prefix = attribute.name == "xmlns" ? "" : String(attribute.name.dropFirst(6))
    if namespaces[prefix, default: attribute.value] != attribute.value {
      report("'\(attribute.name)' is declared twice, with two meanings", byte: attribute.byte)
    }
    namespaces[prefix] = attribute.value
    if attribute.value != Self.svg && attribute.value != Self.xlink
      && !Self.inert.contains(attribute.value)
    {
      report("'\(attribute.name)' brings in another language", byte: attribute.byte)
    }
  }

  /// The local name of an element of SVG; nil for one that is inert or refused.
  private mutating func judge(element name: String, byte: Int) -> String? {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = parts.count == 2 ? String(parts[0]) : ""
    let local = String(parts[parts.count - 1])
    let namespace = namespaces[prefix] ?? (prefix.isEmpty ? Self.svg : "")
    if Self.inert.contains(namespace) { return nil }
    guard namespace == Self.svg, Self.elements.contains(local) else {
      report("<\(name)> is not published in a picture", byte: byte)
      return nil
    }
    return local
  }

  private mutating func judge(_ attribute: Attribute, of element: String?) {
    let name = attribute.name
    if name == "xmlns" || name.hasPrefix("xmlns:") { return }
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let local = String(parts[parts.count - 1])
    if parts.count == 2, Self.inert.contains(namespaces[String(parts[0])] ?? "") { return }
    // What an inert element says is nobody's instruction.
    guard let element else { return }
    let isKnown =
      parts.count == 2
      ? ["xml:space", "xml:lang", "xml:base", "xml:id"].contains(name)
        || namespaces[String(parts[0])] == Self.xlink
      : Self.attributes.contains(name) || name.hasPrefix("aria-") || name.hasPrefix("data-")
    guard isKnown, name != "xml:base" else {
      return report("'\(name)' is not published in a picture", byte: attribute.byte)
    }
    if local == "href" {
      let value = attribute.value.filter { !$0.isWhitespace }.lowercased()
      let isPicture = element == "image" || element == "feImage"
      let isOwn =
        value.hasPrefix("#")
        || (isPicture
          && ["png", "jpeg", "jpg", "gif", "webp"].contains {
            value.hasPrefix("data:image/\($0);base64,")
          })
      if !isOwn {
        report("'\(name)' leads out of the picture", byte: attribute.byte)
      }
    } else if Self.leadsOut(attribute.value) {
      report("'\(name)' loads something from elsewhere", byte: attribute.byte)
    }
  }

  private mutating func checkStyle(_ range: Range<Int>) {
    if Self.leadsOut(Self.decoded(string(range))) {
      report("this style loads something from elsewhere", byte: range.lowerBound)
    }
  }

  /// Whether a value of CSS loads anything but a part of the picture itself. A backslash can spell
  /// any of these words in another way.
  private static func leadsOut(_ value: String) -> Bool {
    let text = value.lowercased()
    if text.contains("\\") || text.contains("@import") || text.contains("javascript:")
      || text.contains("expression(") || text.contains("image-set(") || text.contains("@font-face")
    {
      return true
    }
    var rest = text[...]
    while let found = rest.firstRange(of: "url(") {
      rest = rest[found.upperBound...]
      guard rest.drop(while: { $0.isWhitespace || $0 == "\"" || $0 == "'" }).first == "#" else {
        return true
      }
    }
    return false
  }

  private static let svg = "http://www.w3.org/2000/svg"
  private static let xlink = "http://www.w3.org/1999/xlink"

  /// What drawing programs write about themselves; browsers do nothing with it.
  private static let inert: Set<String> = [
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/", "http://purl.org/dc/elements/1.1/",
    "http://www.bohemiancoding.com/sketch/ns", "http://www.serif.com/", "http://vectornator.io",
    "http://www.figma.com/figma/ns",
  ]

  private static let elements: Set<String> = Set(
    """
    svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text \
    tspan textPath image marker linearGradient radialGradient stop pattern clipPath mask filter \
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting \
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence style switch view
    """.split(separator: " ").map(String.init))

  private static let attributes: Set<String> = Set(
    """
    id class style lang role tabindex focusable version baseProfile type media title target \
    requiredExtensions requiredFeatures systemLanguage x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy \
    rotate width height d points pathLength viewBox preserveAspectRatio transform href offset \
    textLength lengthAdjust startOffset method spacing side refX refY markerWidth markerHeight \
    markerUnits orient gradientUnits gradientTransform spreadMethod patternUnits \
    patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits filterUnits \
    primitiveUnits in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias \
    targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant kernelUnitLength \
    specularConstant specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ z azimuth \
    elevation scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves \
    seed stitchTiles tableValues slope intercept amplitude exponent decoding crossorigin \
    zoomAndPan enable-background alignment-baseline baseline-shift clip clip-path clip-rule color \
    color-interpolation color-interpolation-filters color-rendering cursor direction display \
    dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font \
    font-family font-size font-size-adjust font-stretch font-style font-variant font-weight \
    glyph-orientation-horizontal glyph-orientation-vertical image-rendering kerning letter-spacing \
    lighting-color marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity \
    overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke \
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit \
    stroke-opacity stroke-width text-anchor text-decoration text-rendering transform-origin \
    unicode-bidi vector-effect visibility white-space word-spacing writing-mode isolation
    """.split(separator: " ").map(String.init))

  // MARK: Bytes

  private func string(_ range: Range<Int>) -> String {
    String(decoding: file.bytes[range], as: UTF8.self)
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { file.bytes[at...].starts(with: $0) }
  }

  private func position(of text: StaticString, from start: Int) -> Int? {
    text.withUTF8Buffer { text in
      var index = start
      while index + text.count <= file.bytes.count {
        guard let found = file.bytes[index...].firstIndex(of: text[0]) else { return nil }
        if file.bytes[found...].starts(with: text) { return found }
        index = found + 1
      }
      return nil
    }
  }

  private mutating func skip(past text: StaticString) -> Bool {
    guard let found = position(of: text, from: at) else { return false }
    at = found + text.utf8CodeUnitCount
    return true
  }

  private mutating func skipSpace() {
    while at < file.bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[at]) { at += 1 }
  }

  private mutating func readName() -> String {
    let start = at
    while at < file.bytes.count {
      switch file.bytes[at] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...:
        at += 1
      default: return string(start..<at)
      }
    }
    return string(start..<at)
  }

  /// The text with its character references read; a name that XML does not define stays.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var out = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&", let end = rest.prefix(12).firstIndex(of: ";") else {
        out.append(scalar)
        continue
      }
      let name = String(String.UnicodeScalarView(rest[..<end]))
      rest = rest[rest.index(after: end)...]
      let names: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
      ]
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      if let read = names[name] ?? number.flatMap(Unicode.Scalar.init) { out.append(read) }
    }
    return String(out)
  }
}
