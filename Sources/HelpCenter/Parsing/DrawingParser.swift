import Contacts
import Diagnostics
import Drawings
import Yams

/// Reads `Content/drawings/<slug>.yaml`: one drawing with its texts in every language.
///
/// What a kind cannot draw is found here, not when a page shows it: a drawing may stand on many pages.
enum DrawingParser {
  /// What `kind` may say.
  private enum KindName: String, CaseIterable { case decision, path, timeline, message }

  static func parse(
    _ file: SourceFile, languages: [String]
  ) -> (value: Drawing<LocalizedText>?, diagnostics: [Diagnostic]) {
    do {
      let document = try YAMLDocument(try decodedText(file), path: file.path)
      let reader = MappingReader(root: document)
      let drawing = DrawingReader(reader: reader, languages: languages).drawing()
      reader.finish()
      return (drawing, reader.diagnostics)
    } catch {
      return (nil, [error])
    }
  }

  private struct DrawingReader {
    let reader: MappingReader
    let languages: [String]

    func drawing() -> Drawing<LocalizedText>? {
      let title = reader.localized("title", in: languages, required: "what the drawing is called")
      let says = reader.localized(
        "says", in: languages, required: "what it says, for those who cannot see it")
      let name = reader.choice("kind", KindName.self)
      if name == nil, reader.node("kind") == nil {
        let names = KindName.allCases.map(\.rawValue).joined(separator: ", ")
        reader.missing("kind", hint: "one of \(names)")
      }
      let kind: Drawing<LocalizedText>.Kind? =
        switch name {
        case .decision: .decision(list("questions") { question($0) })
        case .path: .path(list("zones") { zone($0) })
        case .timeline: .timeline(list("events") { event($0) })
        case .message: message().map { .message($0) }
        case nil: nil
        }
      if case .decision(let questions) = kind { checkWays(of: questions) }
      guard let title, let says, let kind else { return nil }
      return Drawing(title: title, says: says, kind: kind)
    }

    private func list<Item>(_ key: String, _ read: (MappingReader) -> Item?) -> [Item] {
      let items = reader.mappings(key, read)
      if reader.nodes(key).isEmpty {
        reader.missing(key, hint: "write at least one, begun with '- '")
      }
      return items
    }

    private func text(_ key: String, _ reader: MappingReader, _ hint: String) -> LocalizedText? {
      reader.localized(key, in: languages, required: hint)
    }

    private func tone(_ reader: MappingReader) -> Tone {
      reader.choice("tone", Tone.self) ?? .plain
    }

    private func question(_ reader: MappingReader) -> Drawing<LocalizedText>.Question? {
      let ask = text("ask", reader, "the question that the reader answers")
      let answers = reader.mappings("answers") { answer -> Drawing<LocalizedText>.Answer? in
        let when = text("when", answer, "the answer, for example yes")
        let then = answer.localized("then", in: languages)
        let tone = tone(answer)
        return when.map { .init(when: $0, then: then, tone: tone) }
      }
      if reader.nodes("answers").isEmpty {
        reader.missing("answers", hint: "a list of 'when' and 'then'")
      }
      return ask.map { .init(ask: $0, answers: answers) }
    }

    private func zone(_ reader: MappingReader) -> Drawing<LocalizedText>.Zone? {
      let who = text("who", reader, "who can act on this stretch")
      let stops = reader.mappings("stops") { stop -> Drawing<LocalizedText>.Stop? in
        let name = text("name", stop, "what happens here")
        let note = stop.localized("note", in: languages)
        return name.map { .init(name: $0, note: note) }
      }
      if reader.nodes("stops").isEmpty {
        reader.missing("stops", hint: "a list of 'name' and 'note'")
      }
      let then = reader.localized("then", in: languages)
      let tone = tone(reader)
      return who.map { .init(who: $0, tone: tone, stops: stops, then: then) }
    }

    private func event(_ reader: MappingReader) -> Drawing<LocalizedText>.Event? {
      let at = text("at", reader, "when it is, for example at once")
      let name = text("name", reader, "what happens")
      let note = reader.localized("note", in: languages)
      let until = reader.localized("until", in: languages)
      let tone = tone(reader)
      guard let at, let name else { return nil }
      return .init(at: at, name: name, note: note, tone: tone, until: until)
    }

    private func message() -> Drawing<LocalizedText>.Message? {
      let label = text("label", reader, "that the message is made up")
      let from = text("from", reader, "who it claims to be from")
      let lines = list("lines") { line -> Drawing<LocalizedText>.Line? in
        let words = text("text", line, "a line of the message")
        let sign = line.localized("sign", in: languages)
        return words.map { .init(text: $0, sign: sign) }
      }
      let then = reader.localized("then", in: languages)
      guard let label, let from else { return nil }
      return .init(label: label, from: from, lines: lines, then: then)
    }

    /// One answer, the last, may lead on, to a question that is there; and one must, or nobody comes
    /// to the next.
    private func checkWays(of questions: [Drawing<LocalizedText>.Question]) {
      let places = reader.nodes("questions").map(reader.document.location(of:))
      guard places.count == questions.count else { return }
      for (index, question) in questions.enumerated() {
        let isLast = index + 1 == questions.count
        let leadsOn = question.answers.indices.filter { question.answers[$0].then == nil }
        if isLast, !leadsOn.isEmpty {
          reader.report(
            .badDrawing, at: places[index], "an answer to the last question leads nowhere",
            hint: "give it a 'then', or add the question that it leads to")
        } else if !isLast, leadsOn != [question.answers.count - 1] {
          reader.report(
            .badDrawing, at: places[index], "no single last answer leads to the next question",
            hint: "leave 'then' out of the last answer, and write one in all others")
        }
      }
    }
  }
}
