/// Finds the inline links and pictures in a piece of Markdown (CommonMark 0.30, section 6.3): enough to
/// replace them in a text that libcmark has read without complaint.
struct LinkReader {
  struct Link {
    var isImage: Bool
    /// As written, markup and all.
    var text: String
    var destination: String
  }

  enum Piece {
    case text(String)
    case link(Link)
  }

  private let scalars: [Unicode.Scalar]
  private var closings: [Int: Int] = [:]
  private var place = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    closings = Self.closings(in: self)
  }

  mutating func next() -> Piece? {
    guard place < scalars.count else { return nil }
    if let (link, end) = link(at: place) {
      place = end
      return .link(link)
    }
    let start = place
    repeat { place = afterUnit(at: place) } while place < scalars.count && link(at: place) == nil
    return .text(text(start..<place))
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Behind the sign at a place, or behind the code span that begins there.
  private func afterUnit(at place: Int) -> Int {
    if scalars[place] == "\\" { return min(place + 2, scalars.count) }
    guard scalars[place] == "`" else { return place + 1 }
    func run(from start: Int) -> Int {
      var end = start
      while end < scalars.count, scalars[end] == "`" { end += 1 }
      return end
    }
    let open = run(from: place)
    var end = open
    while end < scalars.count {
      guard scalars[end] == "`" else {
        end += 1
        continue
      }
      let close = run(from: end)
      if close - end == open - place { return close }
      end = close
    }
    return open
  }

  private func link(at start: Int) -> (link: Link, end: Int)? {
    let isImage = scalars[start] == "!"
    let open = isImage ? start + 1 : start
    guard open < scalars.count, scalars[open] == "[", let close = closings[open] else {
      return nil
    }
    var place = close + 1
    guard place < scalars.count, scalars[place] == "(" else { return nil }
    place = skipSpace(from: place + 1)
    guard let destination = destination(at: place) else { return nil }
    place = skipSpace(from: destination.end)
    if place < scalars.count, "\"'".unicodeScalars.contains(scalars[place]) {
      guard let end = scalars[(place + 1)...].firstIndex(of: scalars[place]) else { return nil }
      place = skipSpace(from: end + 1)
    }
    guard place < scalars.count, scalars[place] == ")" else { return nil }
    let link = Link(
      isImage: isImage, text: text(open + 1..<close), destination: destination.text)
    return (link, place + 1)
  }

  /// The bracket that closes each opening one.
  private static func closings(in reader: LinkReader) -> [Int: Int] {
    var closings: [Int: Int] = [:]
    var open: [Int] = []
    var place = 0
    while place < reader.scalars.count {
      if reader.scalars[place] == "[" { open.append(place) }
      if reader.scalars[place] == "]", let start = open.popLast() { closings[start] = place }
      place = reader.afterUnit(at: place)
    }
    return closings
  }

  private func destination(at start: Int) -> (text: String, end: Int)? {
    guard start < scalars.count else { return nil }
    if scalars[start] == "<" {
      guard let end = scalars[start...].firstIndex(of: ">") else { return nil }
      return (text(start + 1..<end), end + 1)
    }
    var end = start
    var depth = 0
    while end < scalars.count, scalars[end].value > 0x20 {
      if scalars[end] == "(" { depth += 1 }
      if scalars[end] == ")" {
        if depth == 0 { break }
        depth -= 1
      }
      end += 1
    }
    return (text(start..<end), end)
  }

  private func skipSpace(from start: Int) -> Int {
    var place = start
    while place < scalars.count, scalars[place].value <= 0x20 { place += 1 }
    return place
  }
}
