/// A tag as an author wrote it, read strictly: what a browser would have to guess at is none.
struct HTMLTag: Equatable {
  struct Attribute: Equatable {
    /// In lower case.
    var name: String
    /// With the names of the five signs that HTML escapes read; empty where there is none.
    var value: String
  }

  /// In lower case.
  var name: String
  var isClosing = false
  /// `<br/>`
  var isSelfClosing = false
  var attributes: [Attribute] = []

  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// Reads the tag that `text` begins with, and takes it off.
  init?(takenFrom text: inout ArraySlice<UInt8>) {
    var rest = text
    guard rest.take("<") else { return nil }
    isClosing = rest.take("/")
    name = rest.takeName()
    guard !name.isEmpty else { return nil }
    while true {
      let hasSpace = rest.dropSpace()
      if rest.take(">") { break }
      if !isClosing, rest.starts(with: "/>".utf8) {
        rest = rest.dropFirst(2)
        isSelfClosing = true
        break
      }
      // An attribute stands behind a space, each once; a closing tag has none.
      let attribute = rest.takeName()
      guard hasSpace, !isClosing, !attribute.isEmpty, self[attribute] == nil else { return nil }
      var value = ""
      if rest.take("=") {
        guard let read = rest.takeValue() else { return nil }
        value = read
      }
      attributes.append(Attribute(name: attribute, value: value))
    }
    text = rest
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: sign) else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func dropSpace() -> Bool {
    let count = self.count
    self = drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return self.count < count
  }

  /// Letters, digits and hyphens, in lower case.
  fileprivate mutating func takeName() -> String {
    let name = prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    self = dropFirst(name.count)
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// What stands in quotes, or a word without them.
  fileprivate mutating func takeValue() -> String? {
    let value: Self
    if let quote = first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = dropFirst().firstIndex(of: quote) else { return nil }
      value = self[(startIndex + 1)..<end]
      self = self[(end + 1)...]
    } else {
      let ends = Set(" \t\r\n\"'=<>`".utf8)
      value = prefix { !ends.contains($0) }
      self = dropFirst(value.count)
      if value.isEmpty || value.last == UInt8(ascii: "/") && first == UInt8(ascii: ">") {
        return nil
      }
    }
    return String(decoding: value, as: UTF8.self).withoutEscapes
  }
}

extension String {
  /// With the signs that HTML must escape by name; `&amp;` last.
  var withoutEscapes: String {
    guard contains("&") else { return self }
    let signs = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"),
      ("&amp;", "&"),
    ]
    return signs.reduce(self) { $0.replacing($1.0, with: $1.1) }
  }
}
