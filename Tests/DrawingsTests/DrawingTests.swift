import Testing

@testable import Drawings

/// Each kind of drawing, with texts that are too long for one line.
struct DrawingTests {
  private static let long =
    "A text that needs more than one line of a drawing, 2026-08-18 and 72 hours."

  static let kinds: [Drawing<String>.Kind] = [
    .decision([
      .init(
        ask: long,
        answers: [
          .init(when: "No", then: long, tone: .bad), .init(when: long, then: nil, tone: .plain),
        ]),
      .init(ask: "확인?", answers: [.init(when: long, then: long, tone: .plain)]),
    ]),
    .path([
      .init(
        who: long, tone: .act, stops: [.init(name: long, note: long), .init(name: "b", note: nil)],
        then: long),
      .init(who: "谁", tone: .warn, stops: [.init(name: long, note: nil)], then: nil),
    ]),
    .timeline([
      .init(at: "now", name: long, note: long, tone: .bad, until: long),
      .init(at: long, name: "b", note: nil, tone: .plain, until: nil),
    ]),
    .message(
      .init(
        label: long, from: long,
        lines: [.init(text: long, sign: long), .init(text: "b", sign: nil)], then: long)),
  ]

  @Test(arguments: kinds.indices) func textsStandInTheirBoxesAndApart(_ index: Int) {
    let canvas = Canvas(Drawing(title: "t", says: "s", kind: Self.kinds[index]))
    #expect(canvas.faults == [])
  }

  /// The measure itself sees what it is for.
  @Test func theMeasureFindsFaults() {
    var canvas = Canvas(Drawing(title: "t", says: "s", kind: Self.kinds[0]))
    let wide = Canvas.block("x", .body, x: 340, y: 4, room: 200)
    canvas.shapes.append(
      .text(TextBlock(lines: ["too wide"], look: .body, tone: .plain, x: 340, y: 4, room: 9)))
    canvas.shapes.append(.text(wide))
    #expect(canvas.faults.count >= 2)
  }

  @Test func theSVGHasNoStyleAndSaysWhatItShows() {
    for kind in Self.kinds {
      let svg = DrawnPicture(Drawing(title: "A & B", says: "1 < 2", kind: kind)).svg(id: "_d1")
      #expect(!svg.contains("style"))
      #expect(svg.contains("role=\"img\"") && svg.contains("<title id=\"_d1t\">A &amp; B</title>"))
      #expect(svg.contains("<desc id=\"_d1d\">1 &lt; 2</desc>"))
    }
  }
}
