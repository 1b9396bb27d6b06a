import Diagnostics

/// What pages answer, line by line: their titles and keywords, among them the questions that editors have heard. A whole
/// question is compared with these; no index of words can tell which of them it is most like.
struct QuestionsPart {
  /// A query that is a question loads them all; a site with more is searched by words alone.
  static let limit = 256 * 1024

  var documents: [SearchDocument]

  /// Two texts of lines: what is asked, each once, and the numbers of the documents that answer it, with spaces between.
  /// `nil` when that is too much, or nothing.
  var json: [UInt8]? {
    var places: [String: Int] = [:]
    var lines: [String] = []
    var owners: [[Int]] = []
    for (number, document) in documents.enumerated() {
      for line in [document.title] + document.keywords where !line.isEmpty {
        let line = line.replacing("\n", with: " ")
        let place = places[line, default: lines.count]
        if place == lines.count {
          places[line] = place
          lines.append(line)
          owners.append([])
        }
        if owners[place].last != number { owners[place].append(number) }
      }
    }
    let numbers = owners.map { $0.map(String.init).joined(separator: " ") }
    let texts = [lines, numbers].map { jsonString($0.joined(separator: "\n")) }
    let json = Array("[\(texts.joined(separator: ","))]".utf8)
    return lines.isEmpty || json.count > Self.limit ? nil : json
  }
}
