/// Finds the inline links and pictures in a piece of Markdown (CommonMark 0.30, section 6.3): enough to
/// replace them in a text that libcmark has read without complaint. Places are offsets in UTF-8.
///
/// Nothing is looked through more than a fixed number of times, whatever the text: like libcmark, it
/// takes no destination that nests more than 32 brackets.
struct LinkReader {
  struct Link {
    var isImage: Bool
    /// Where its text begins, and the bracket that ends it.
    var start: Int
    var close: Int
    /// Behind the link.
    var end: Int
    var destination: String

    var isEmpty: Bool { start == close }
  }

  let bytes: [UInt8]
  private var closings: [Int: Int] = [:]
  /// Lengths of runs of backticks that nothing closes, each with the place from which on.
  private var unclosed: [Int: Int] = [:]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var open: [Int] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "[") { open.append(place) }
      if bytes[place] == UInt8(ascii: "]"), let start = open.popLast() { closings[start] = place }
      place = afterUnit(at: place)
    }
  }

  /// Behind the sign at a place, or behind the code span that begins there.
  mutating func afterUnit(at place: Int) -> Int {
    if bytes[place] == UInt8(ascii: "\\") { return min(place + 2, bytes.count) }
    guard bytes[place] == UInt8(ascii: "`") else { return place + 1 }
    let open = run(from: place)
    if let known = unclosed[open - place], known <= place { return open }
    var end = open
    while end < bytes.count {
      guard bytes[end] == UInt8(ascii: "`") else {
        end += 1
        continue
      }
      let close = run(from: end)
      if close - end == open - place { return close }
      end = close
    }
    unclosed[open - place] = place
    return open
  }

  private func run(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end
  }

  /// The link that begins at a place.
  func link(at start: Int) -> Link? {
    let isImage = bytes[start] == UInt8(ascii: "!")
    let open = isImage ? start + 1 : start
    guard open < bytes.count, bytes[open] == UInt8(ascii: "["), let close = closings[open],
      close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "(")
    else { return nil }
    guard let destination = destination(at: skipSpace(from: close + 2)) else { return nil }
    var place = skipSpace(from: destination.end)
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == 0x27 {
      guard let end = bytes[(place + 1)...].firstIndex(of: bytes[place]) else { return nil }
      place = skipSpace(from: end + 1)
    }
    guard place < bytes.count, bytes[place] == UInt8(ascii: ")") else { return nil }
    return Link(
      isImage: isImage, start: open + 1, close: close, end: place + 1,
      destination: destination.text)
  }

  private func destination(at start: Int) -> (text: String, end: Int)? {
    guard start < bytes.count else { return nil }
    var end = start
    if bytes[start] == UInt8(ascii: "<") {
      repeat { end += 1 } while end < bytes.count && !Self.endsPointed(bytes[end])
      guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { return nil }
      return (String(decoding: bytes[(start + 1)..<end], as: UTF8.self), end + 1)
    }
    var depth = 0
    while end < bytes.count, bytes[end] > 0x20 {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      if depth > 32 { return nil }
      end += 1
    }
    return (String(decoding: bytes[start..<end], as: UTF8.self), end)
  }

  /// No line break and no `<` stands in `<…>`.
  private static func endsPointed(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") || byte == 0x0A
  }

  private func skipSpace(from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    return place
  }
}
