/// One tag of a page that this program printed: attributes stand in double quotes behind a space.
///
/// Every page is read tag by tag, half a million of them in a site of 3,000 pages, so a tag is read
/// once for all that is asked of it, and names are compared as numbers.
struct PageTag {
  /// Behind its `>`.
  var end: Int
  var isEnd: Bool
  var nameBytes: Range<Int>
  var name: PackedName
  /// The values of these attributes; empty and nil where there is none.
  var classes = 0..<0
  var language: Range<Int>?

  init(in page: [UInt8], at start: Int) {
    isEnd = start + 1 < page.count && page[start + 1] == UInt8(ascii: "/")
    var place = start + (isEnd ? 2 : 1)
    let nameStart = place
    while place < page.count, page[place].isNameByte { place += 1 }
    nameBytes = nameStart..<place
    name = PackedName(page[nameBytes])
    end = page.count
    while place < page.count {
      let byte = page[place]
      if byte == UInt8(ascii: ">") {
        end = place + 1
        return
      }
      place += 1
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
      let value = place..<(page[place...].firstIndex(of: byte) ?? page.count)
      if byte == UInt8(ascii: "\"") { take(value, in: page) }
      place = value.upperBound + 1
    }
  }

  private static let classKey = Array(" class=".utf8)
  private static let languageKey = Array(" lang=".utf8)

  private mutating func take(_ value: Range<Int>, in page: [UInt8]) {
    let before = page[nameBytes.upperBound..<value.lowerBound - 1]
    if classes.isEmpty, before.ends(with: Self.classKey) {
      classes = value
    } else if language == nil, before.ends(with: Self.languageKey) {
      language = value
    }
  }
}

/// A name of an element or a class as one number, as long as it has at most eight bytes; the names
/// that are asked for have.
struct PackedName: Equatable {
  private var first: UInt64 = 0
  private var rest: [UInt8] = []

  init(_ bytes: some Sequence<UInt8>) {
    var count = 0
    for byte in bytes {
      if count < 8 { first = first << 8 | UInt64(byte) } else { rest.append(byte) }
      count += 1
    }
  }

  init(_ name: String) { self.init(name.utf8) }

  static func == (one: PackedName, other: PackedName) -> Bool {
    one.first == other.first && one.rest == other.rest
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with bytes: [UInt8]) -> Bool {
    count >= bytes.count && suffix(bytes.count).elementsEqual(bytes)
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || (0x30...0x39).contains(self)
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "!")
  }
}
