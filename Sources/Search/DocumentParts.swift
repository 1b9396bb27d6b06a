import Diagnostics

/// What is shown of a document, and where its text is.
struct DocumentHead {
  var document: SearchDocument
  /// The hash of its `DocumentText`.
  var text: String

  var json: String {
    let fields = [
      ("url", jsonString(document.url)), ("title", jsonString(document.title)),
      ("summary", jsonString(document.summary)),
      ("keywords", jsonString(document.keywords.joined(separator: "\n"))),
      ("updated", jsonString(document.updated)), ("lang", jsonString(document.language)),
      ("text", jsonString(text)),
    ]
    return "{\(fields.map { "\"\($0)\":\($1)" }.joined(separator: ","))}"
  }
}

/// A document's sections, for the browser's excerpts and its last look at a match: `[["id","title","text"],…]`.
struct DocumentText {
  var document: SearchDocument

  var json: [UInt8] {
    let sections = document.sections.map {
      "[\(jsonString($0.id)),\(jsonString($0.title)),\(jsonString($0.text))]"
    }
    return Array("[\(sections.joined(separator: ","))]".utf8)
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
