// One layout for each kind of drawing. All go from the top down in one column, because a drawing is
// read on a phone: 360 units wide, and as high as its texts need.

extension Canvas {
  init(_ drawing: Drawing<String>) {
    switch drawing.kind {
    case .decision(let questions): draw(questions)
    case .path(let zones): draw(zones)
    case .timeline(let events): draw(events)
    case .message(let message): draw(message)
    }
  }

  // MARK: Decision

  /// Questions on the left edge, outcomes set in from it, and a rail that leads past the outcomes to
  /// the next question.
  private mutating func draw(_ questions: [Drawing<String>.Question]) {
    let rail = Self.margin + 16
    for (index, question) in questions.enumerated() {
      let asked = box([(question.ask, .strong, .plain)], x: Self.margin, tone: .plain)
      var from = asked.maxY
      for answer in question.answers {
        guard let then = answer.then else { continue }
        y += 12
        let outcome = box(
          [(answer.when, .label, answer.tone), (then, .body, .plain)], x: rail + 24,
          tone: answer.tone == .plain ? .act : answer.tone)
        let middle = outcome.y + outcome.height / 2
        add(
          .line(
            [
              Point(x: rail, y: from), Point(x: rail, y: middle),
              Point(x: outcome.x - 3, y: middle),
            ],
            arrow: true, .plain, isThick: false))
        from = middle
      }
      guard index + 1 < questions.count else { continue }
      let goesOn = question.answers.first { $0.then == nil }
      y += 12
      if let goesOn {
        stack([(goesOn.when, .label, .act)], x: rail + 24, room: Self.width - rail - 40)
      }
      y += 14
      add(
        .line(
          [Point(x: rail, y: from), Point(x: rail, y: y - 3)], arrow: true, .plain, isThick: false))
    }
  }

  // MARK: Path

  private mutating func draw(_ zones: [Drawing<String>.Zone]) {
    var number = 0
    for (index, zone) in zones.enumerated() {
      let top = y
      let place = shapes.count
      y += 12
      stack([(zone.who, .label, zone.tone)], x: Self.margin + 14, room: Self.width - 44)
      y += 8
      var last: Double?
      for stop in zone.stops {
        number += 1
        let centre = y + TextLook.strong.leading / 2
        if let last {
          add(
            .line(
              [Point(x: 38, y: last + 15), Point(x: 38, y: centre - 15)], arrow: false, zone.tone,
              isThick: false))
        }
        add(.dot(x: 38, y: centre, radius: 14, zone.tone, number: number))
        let note = stop.note.map { [($0, TextLook.note, Tone.plain)] } ?? []
        let start = y
        stack(
          [(stop.name, .strong, .plain)] + note, x: 62, room: Self.width - Self.margin - 62 - 12)
        y = max(y, start + 30) + 10
        last = centre
      }
      y += 2
      shapes.insert(
        .box(
          Frame(x: Self.margin, y: top, width: Self.width - 2 * Self.margin, height: y - top),
          zone.tone), at: place)
      guard index + 1 < zones.count else { continue }
      let from = y
      y += 6
      if let then = zone.then {
        stack([(then, .label, .plain)], x: 62, room: Self.width - 82)
      } else {
        y += 12
      }
      y += 8
      add(
        .line([Point(x: 38, y: from), Point(x: 38, y: y - 3)], arrow: true, .plain, isThick: false))
    }
  }

  // MARK: Timeline

  private mutating func draw(_ events: [Drawing<String>.Event]) {
    let axis = 24.0
    let x = 46.0
    let room = Self.width - Self.margin - x
    for (index, event) in events.enumerated() {
      let centre = y + TextLook.label.leading / 2
      let note = event.note.map { [($0, TextLook.note, Tone.plain)] } ?? []
      let dot = Shape.dot(x: axis, y: centre, radius: 8, event.tone, number: nil)
      stack(
        [(event.at, .label, event.tone), (event.name, .strong, .plain)] + note, x: x, room: room)
      guard index + 1 < events.count else {
        add(dot)
        continue
      }
      if let until = event.until {
        y += 8
        let frame = box([(until, .body, .plain)], x: x, tone: .warn)
        y = frame.maxY
      }
      y += 16
      let next = y + TextLook.label.leading / 2
      add(
        .line(
          [Point(x: axis, y: centre + 8), Point(x: axis, y: next - 8)], arrow: false,
          event.until == nil ? .plain : .warn, isThick: event.until != nil))
      add(dot)
    }
  }

  // MARK: Message

  /// The message as one sees it, then its signs by number.
  private mutating func draw(_ message: Drawing<String>.Message) {
    stack([(message.label, .label, .bad)], x: Self.margin, room: Self.width - 2 * Self.margin)
    y += 6
    let top = y
    y += 12
    let x = Self.margin + 44
    let room = Self.width - Self.margin - 12 - x
    stack([(message.from, .strong, .plain)], x: x, room: room)
    var number = 0
    for line in message.lines {
      y += 6
      if line.sign != nil {
        number += 1
        let centre = y + TextLook.body.leading / 2
        add(.dot(x: Self.margin + 22, y: centre, radius: 12, .bad, number: number))
      }
      let start = y
      stack([(line.text, .body, .plain)], x: x, room: room)
      if line.sign != nil { y = max(y, start + 26) }
    }
    y += 12
    add(.edge(Frame(x: Self.margin, y: top, width: Self.width - 2 * Self.margin, height: y - top)))
    y += 12
    number = 0
    for sign in message.lines.compactMap(\.sign) {
      number += 1
      let centre = y + TextLook.body.leading / 2
      add(.dot(x: Self.margin + 22, y: centre, radius: 12, .bad, number: number))
      let start = y
      stack([(sign, .body, .plain)], x: x, room: room)
      y = max(y, start + 26) + 8
    }
    guard let then = message.then else { return }
    y += 2
    _ = box([(then, .body, .plain)], x: Self.margin, tone: .act)
  }
}
