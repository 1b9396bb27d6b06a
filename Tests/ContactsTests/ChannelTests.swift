import Contacts
import Testing

struct ChannelTests {
  static func channel(
    dial: String?, status: Channel.Status = .active, confidence: Confidence = .official
  ) -> Channel {
    Channel(
      id: "phone", kind: .phone, name: LocalizedText("전화"), dial: dial,
      verification: Verification(
        source: LocalizedText("page"), date: PartialDate("2026-11-21")!, confidence: confidence),
      status: status)
  }

  @Test(arguments: Channel.Status.allCases, Confidence.allCases)
  func isCallableWhenActiveAndSupported(status: Channel.Status, confidence: Confidence) {
    let phone = Self.channel(dial: "1588-5682", status: status, confidence: confidence)
    #expect(phone.isCallable == (status == .active && confidence != .unverified))
    let other = Self.channel(dial: nil, status: status, confidence: confidence)
    #expect(!other.isCallable)
  }

  @Test(arguments: [
    ("1588-5682", "tel:15885682"), ("112", "tel:112"), ("+82 2 1234 5678", "tel:+82212345678"),
    ("(02) 1234‑5678", "tel:0212345678"), ("1588·5682", "tel:15885682"),
    ("\u{FEFF}112\r\n", "tel:112"), ("1\u{301}12", "tel:112"), ("", "tel:"),
  ])
  func dialsWithoutVisualSeparators(dial: String, url: String) {
    #expect(Self.channel(dial: dial).telephoneURL == url)
  }

  @Test func hasNoTelephoneAddressWithoutANumber() {
    #expect(Self.channel(dial: nil).telephoneURL == nil)
  }

  @Test(arguments: [
    ("fraud-line", ChannelKind.fraudLine), ("live-chat", .liveChat), ("in-app", .inApp),
    ("help-center", .helpCenter), ("api-support", .apiSupport), ("legal-aid", .legalAid),
    ("verification-page", .verificationPage), ("fraud-desk", .fraudDesk), ("phone", .phone),
  ])
  func namesKindsInKebabCase(name: String, kind: ChannelKind) {
    #expect(ChannelKind(rawValue: name) == kind)
  }

  @Test func namesNoKindInAnotherCase() {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz-".unicodeScalars)
    for kind in ChannelKind.allCases {
      #expect(kind.rawValue.unicodeScalars.allSatisfy(allowed.contains), "\(kind)")
    }
  }
}

struct HolidayCalendarTests {
  static let calendar = HolidayCalendar(
    name: LocalizedText("대한민국"),
    days: [
      CalendarDate("2026-12-25")!: LocalizedText("성탄절"),
      CalendarDate("2026-10-09")!: LocalizedText("한글날"),
      CalendarDate("2027-01-01")!: LocalizedText("신정"),
    ])

  @Test(arguments: [
    ("0001-01-01", "2026-10-09", "한글날"), ("2026-10-09", "2026-10-09", "한글날"),
    ("2026-10-10", "2026-12-25", "성탄절"), ("2026-12-26", "2027-01-01", "신정"),
  ])
  func findsTheNextHoliday(from: String, date: String, name: String) throws {
    let day = try #require(CalendarDate(from))
    let next = try #require(Self.calendar.next(from: day))
    #expect(next.date == CalendarDate(date))
    #expect(next.name["ko"] == name)
  }

  @Test func findsNoneAfterTheLastOrInAnEmptyCalendar() {
    #expect(Self.calendar.next(from: CalendarDate("2027-01-02")!) == nil)
    let empty = HolidayCalendar(name: LocalizedText("none"), days: [:])
    #expect(empty.next(from: CalendarDate("2026-01-01")!) == nil)
  }
}
