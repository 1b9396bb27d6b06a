import Contacts
import Diagnostics
import Testing

@testable import HelpCenter

/// `exceptions` in the `hours` of a channel.
struct HoursExceptionTests {
  private static func parse(
    _ exceptions: String, answer: String = "answer: [mon-fri 09:00-18:00]"
  ) -> (hours: ServiceHours?, diagnostics: [Diagnostic], marked: MarkedText) {
    let marked = MarkedText(
      "time-zone: UTC\nchannels:\n  - id: a\n    kind: phone\n    name: b\n    dial: \"1\"\n"
        + "    source: c\n    verified: 2026\n    confidence: official\n"
        + "    hours:\n      \(answer)\n      exceptions:\n\(exceptions)")
    let file = SourceFile(path: "Content/upbit/contact.yaml", bytes: Array(marked.text.utf8))
    let result = ContactParser.parseDirectory(
      file, languages: ["ko", "zh", "en"],
      clock: SiteClock(.local(CalendarMoment("2026-11-21")!), in: .utc))
    return (result.value?.channels.first?.hours, result.diagnostics, marked)
  }

  @Test func areRead() throws {
    let (hours, diagnostics, _) = Self.parse(
      """
            - {date: 2026-12-31, hours: [13:00-15:00, 09:00-12:00]}
            - date: 2027-01-04
              closed: true
              note: {ko: 창립 기념일, zh: 公司纪念日, en: Anniversary}
            - {date: 2026-12-24, hours: 22:00-02:00}
            - {date: 2026-12-27, hours: [00:00-24:00]}

      """)
    #expect(diagnostics.isEmpty)
    let exceptions = try #require(hours?.exceptions)
    #expect(
      exceptions.mapValues { $0.spans.map { [$0.start, $0.end] } } == [
        CalendarDate("2026-12-24")!: [[1320, 1560]], CalendarDate("2026-12-27")!: [[0, 1440]],
        CalendarDate("2026-12-31")!: [[540, 720], [780, 900]], CalendarDate("2027-01-04")!: [],
      ])
    #expect(exceptions[CalendarDate("2027-01-04")!]?.note?["zh"] == "公司纪念日")
  }

  @Test func mayTouch() {
    let (hours, diagnostics, _) = Self.parse(
      "        - {date: 2026-12-31, hours: [09:00-12:00, 12:00-13:00]}\n")
    #expect(diagnostics.isEmpty)
    #expect(hours?.exceptions.count == 1)
  }

  static let mistakes = [
    // Overlapping, empty, not times.
    "        - {date: 2026-12-31, hours: [09:00-12:00, ⟦11:59-13:00]}\n",
    "        - {date: 2026-12-31, hours: [⟦11:59-13:00, 09:00-12:00]}\n",
    "        - {date: 2026-12-31, hours: [⟦09:00-09:00]}\n",
    "        - {date: 2026-12-31, hours: [⟦mon 09:00-12:00]}\n",
    "        - {date: 2026-12-31, hours: [⟦9:00-12:00]}\n",
    "        - {date: 2026-12-31, hours: [⟦always]}\n",
    "        - {date: 2026-12-31, hours: ⟦x}\n",
    // Nothing said, too much said, said twice.
    "        - ⟦{date: 2026-12-31, hours: []}\n",
    "        - ⟦{date: 2026-12-31, closed: false}\n",
    "        - ⟦{date: 2026-12-31}\n",
    "        - {date: 2026-12-31, ⟦hours: [09:00-12:00], closed: true}\n",
    "        - {date: 2026-12-31, closed: true}\n        - {date: ⟦2026-12-31, closed: true}\n",
  ]

  @Test(arguments: mistakes) func areReportedAtTheirPlace(_ text: String) {
    let (_, diagnostics, marked) = Self.parse(text)
    let place = SourceLocation(
      path: "Content/upbit/contact.yaml", line: marked.line, column: marked.column)
    #expect(diagnostics.map(\.id) == ["bad-hours"], "\(diagnostics)")
    #expect(diagnostics.first?.location == place, "\(diagnostics)")
    #expect(diagnostics.first?.hint != nil)
  }

  @Test func needADate() {
    let (_, diagnostics, _) = Self.parse("        - {closed: true}\n        - {date: 2026-13-01}\n")
    #expect(diagnostics.map(\.id) == ["missing-key", "bad-date", "bad-hours"])
  }

  @Test func needAnswerHours() {
    let (_, diagnostics, _) = Self.parse(
      "        - {date: 2026-12-31, closed: true}\n", answer: "intake: [always]")
    #expect(diagnostics.map(\.id) == ["bad-hours"])
  }
}
