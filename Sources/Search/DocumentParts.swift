import Diagnostics

/// What is shown of a document, and its sections for excerpts and the last look at a match.
struct DocumentPart {
  var document: SearchDocument

  /// `{"url":…,"title":…}`: enough where the head says all that a query asks for.
  var head: String { "{\(headFields)}" }

  /// The head with `"sections":[["id","title","text"],…]`.
  var whole: [UInt8] {
    var out = Array("{\(headFields),\"sections\":[".utf8)
    for (index, section) in document.sections.enumerated() {
      out += Array(index == 0 ? "[".utf8 : ",[".utf8)
      out.append(jsonString: section.id)
      out.append(UInt8(ascii: ","))
      out.append(jsonString: section.title)
      out.append(UInt8(ascii: ","))
      out.append(jsonString: section.text)
      out.append(UInt8(ascii: "]"))
    }
    return out + Array("]}".utf8)
  }

  private var headFields: String {
    let fields = [
      ("url", document.url), ("title", document.title), ("summary", document.summary),
      ("keywords", document.keywords.joined(separator: "\n")), ("updated", document.updated),
      ("lang", document.language),
    ]
    return fields.map { "\"\($0)\":\(jsonString($1))" }.joined(separator: ",")
  }
}

/// How characters are read: `{"ti":"提题",…}`, those of the site and those that everyone types.
struct PinyinPart {
  var characters: Set<UInt16>
  /// Characters that everyone types, but nobody on this site.
  var unwanted: Set<Unicode.Scalar> = []

  var json: [UInt8] {
    let items = Pinyin.characters.sorted { $0.key < $1.key }.compactMap {
      syllable, all -> String? in
      let used = all.filter {
        characters.contains(UInt16($0.value))
          || (Pinyin.commonCharacters.contains($0) && !unwanted.contains($0))
      }
      guard !used.isEmpty else { return nil }
      return "\"\(syllable)\":\(jsonString(String(String.UnicodeScalarView(used))))"
    }
    return Array("{\(items.joined(separator: ","))}".utf8)
  }
}
