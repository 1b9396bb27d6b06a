import Diagnostics

/// A document's texts, for the browser's excerpts and its last look at a match.
struct DocumentPart {
  private let document: SearchDocument

  init(_ document: SearchDocument) { self.document = document }

  var json: [UInt8] {
    let sections = document.sections.map {
      "[\(jsonString($0.id)),\(jsonString($0.title)),\(jsonString($0.text))]"
    }
    let fields = [
      ("url", jsonString(document.url)), ("title", jsonString(document.title)),
      ("summary", jsonString(document.summary)),
      ("keywords", jsonString(document.keywords.joined(separator: "\n"))),
      ("sections", "[\(sections.joined(separator: ","))]"),
      ("updated", jsonString(document.updated)), ("lang", jsonString(document.language)),
    ]
    return Array("{\(fields.map { "\"\($0)\":\($1)" }.joined(separator: ","))}".utf8)
  }
}

/// How characters are read: `{"ti":"提题",…}`, those of the site and those that everyone types.
struct PinyinPart {
  var characters: Set<UInt16>

  var json: [UInt8] {
    let items = Pinyin.characters.sorted { $0.key < $1.key }.compactMap {
      syllable, all -> String? in
      let used = all.filter {
        Pinyin.commonCharacters.contains($0) || characters.contains(UInt16($0.value))
      }
      guard !used.isEmpty else { return nil }
      return "\"\(syllable)\":\(jsonString(String(String.UnicodeScalarView(used))))"
    }
    return Array("{\(items.joined(separator: ","))}".utf8)
  }
}
