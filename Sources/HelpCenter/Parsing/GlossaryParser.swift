import Contacts
import Diagnostics
import Yams

/// Reads `Content/glossary.yaml`: a list of terms.
enum GlossaryParser {
  static func parse(
    _ file: SourceFile, languages: [String]
  ) -> (value: Glossary?, diagnostics: [Diagnostic]) {
    var seen = Set<String>()
    let (terms, diagnostics) = parseYAMLList(file, what: "term") { reader -> Glossary.Term? in
      let term = term(reader, languages)
      if let term, !seen.insert(term.id).inserted {
        reader.report(
          .duplicateTerm, at: reader.location, "the term '\(term.id)' is listed twice",
          hint: "keep one of them")
      }
      return term
    }
    return (terms.map { Glossary($0) }, diagnostics)
  }

  private static func term(_ reader: MappingReader, _ languages: [String]) -> Glossary.Term? {
    let id = reader.requiredString("id", hint: "a short name that articles refer to")
    let name = reader.localized("term", in: languages, required: "the term in each language")
    let definition = reader.localized(
      "definition", in: languages, required: "what it means, in each language")
    let synonyms = reader.mapping("synonyms") { inner -> [String: [String]]? in
      var words: [String: [String]] = [:]
      for language in languages { words[language] = inner.strings(language).map(\.value) }
      return words
    }
    guard let id, let name, let definition else { return nil }
    return Glossary.Term(
      id: id.value, name: name, definition: definition, synonyms: synonyms ?? [:])
  }
}

/// Reads a YAML file that is a list of mappings; `read` asks for the keys of one.
func parseYAMLList<Value>(
  _ file: SourceFile, what: String, example: String = "- id: …",
  _ read: (MappingReader) -> Value?
) -> (value: [Value]?, diagnostics: [Diagnostic]) {
  do {
    let document = try YAMLDocument(try decodedText(file), path: file.path)
    guard let items = document.root?.sequence else {
      return (
        nil,
        document.doubts + [
          Diagnostic(
            .error, .wrongType, at: SourceLocation(path: file.path),
            "the file must be a list", hint: "begin each \(what) with '\(example)'")
        ]
      )
    }
    var values: [Value] = []
    var diagnostics = document.doubts
    for item in items {
      let place = document.location(of: item)
      guard let mapping = item.mapping else {
        diagnostics.append(
          Diagnostic(
            .error, .wrongType, at: place, "a \(what) must be a mapping",
            hint: "write '\(example)' with its keys below"))
        continue
      }
      let reader = MappingReader(mapping, at: place, in: document)
      if let value = read(reader) { values.append(value) }
      reader.finish()
      diagnostics += reader.diagnostics
    }
    return (values, diagnostics)
  } catch {
    return (nil, [error])
  }
}
