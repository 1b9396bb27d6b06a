/// What a drawing says, before anything is drawn: a description that an author writes.
///
/// `Text` is a text in every language while the site is read, and one language's text when it is drawn.
public struct Drawing<Text: Sendable>: Sendable {
  /// Its name for those who cannot see it.
  public var title: Text
  /// What it says, in sentences: the same answer without the picture.
  public var says: Text
  public var kind: Kind

  public enum Kind: Sendable {
    case decision([Question])
    case path([Zone])
    case timeline([Event])
    case message(Message)
  }

  /// A question with its answers. All but one end in an outcome; an answer without one, the last,
  /// leads to the next question.
  public struct Question: Sendable {
    public var ask: Text
    public var answers: [Answer]

    public init(ask: Text, answers: [Answer]) {
      self.ask = ask
      self.answers = answers
    }
  }

  public struct Answer: Sendable {
    public var when: Text
    public var then: Text?
    public var tone: Tone

    public init(when: Text, then: Text?, tone: Tone) {
      self.when = when
      self.then = then
      self.tone = tone
    }
  }

  /// A stretch of a transfer's way on which one party can act.
  public struct Zone: Sendable {
    public var who: Text
    public var tone: Tone
    public var stops: [Stop]
    /// What happens on the way to the next zone.
    public var then: Text?

    public init(who: Text, tone: Tone, stops: [Stop], then: Text?) {
      self.who = who
      self.tone = tone
      self.stops = stops
      self.then = then
    }
  }

  public struct Stop: Sendable {
    public var name: Text
    public var note: Text?

    public init(name: Text, note: Text?) {
      self.name = name
      self.note = note
    }
  }

  public struct Event: Sendable {
    public var at: Text
    public var name: Text
    public var note: Text?
    public var tone: Tone
    /// What holds from here to the next event.
    public var until: Text?

    public init(at: Text, name: Text, note: Text?, tone: Tone, until: Text?) {
      self.at = at
      self.name = name
      self.note = note
      self.tone = tone
      self.until = until
    }
  }

  /// A made-up message with the signs that give it away.
  public struct Message: Sendable {
    /// Says that it is made up.
    public var label: Text
    public var from: Text
    public var lines: [Line]
    /// What to do with such a message.
    public var then: Text?

    public init(label: Text, from: Text, lines: [Line], then: Text?) {
      self.label = label
      self.from = from
      self.lines = lines
      self.then = then
    }
  }

  public struct Line: Sendable {
    public var text: Text
    public var sign: Text?

    public init(text: Text, sign: Text?) {
      self.text = text
      self.sign = sign
    }
  }

  public init(title: Text, says: Text, kind: Kind) {
    self.title = title
    self.says = says
    self.kind = kind
  }
}

/// The colours that a drawing may use, by what they mean on the whole site. Green is not among them:
/// it marks checked facts.
public enum Tone: String, Sendable, CaseIterable {
  case plain
  /// The reader can do it, or it is well.
  case act
  /// It must be done in time, or waited for.
  case warn
  /// Danger.
  case bad
}

extension Drawing {
  /// The same drawing with every text replaced: one language of many.
  public func map<Other: Sendable>(_ text: (Text) -> Other) -> Drawing<Other> {
    Drawing<Other>(title: text(title), says: text(says), kind: kind.map(text))
  }
}

extension Drawing.Kind {
  fileprivate func map<Other: Sendable>(_ text: (Text) -> Other) -> Drawing<Other>.Kind {
    switch self {
    case .decision(let questions):
      .decision(
        questions.map { question in
          .init(
            ask: text(question.ask),
            answers: question.answers.map {
              .init(when: text($0.when), then: $0.then.map(text), tone: $0.tone)
            })
        })
    case .path(let zones):
      .path(
        zones.map { zone in
          .init(
            who: text(zone.who), tone: zone.tone,
            stops: zone.stops.map { .init(name: text($0.name), note: $0.note.map(text)) },
            then: zone.then.map(text))
        })
    case .timeline(let events):
      .timeline(
        events.map {
          .init(
            at: text($0.at), name: text($0.name), note: $0.note.map(text), tone: $0.tone,
            until: $0.until.map(text))
        })
    case .message(let message):
      .message(
        .init(
          label: text(message.label), from: text(message.from),
          lines: message.lines.map { .init(text: text($0.text), sign: $0.sign.map(text)) },
          then: message.then.map(text)))
    }
  }
}
