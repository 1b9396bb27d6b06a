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
