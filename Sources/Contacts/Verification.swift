/// How well a value is supported.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// Seen on the operator's own page, interface or document.
  case official
  /// A dated third party read or quoted the operator.
  case reported
  /// An undated copy or a single third party: shown in amber, never as a link to tap.
  case unverified
}

/// Where a value comes from and when it was seen there. No value is printed without one.
public struct Verification: Sendable, Hashable {
  public var source: LocalizedText
  public var date: PartialDate
  public var confidence: Confidence
  /// It is the site's owner who says so: a sure value that needs no source and does not grow old.
  public var isOwn = false

  public init(source: LocalizedText, date: PartialDate, confidence: Confidence) {
    self.source = source
    self.date = date
    self.confidence = confidence
  }

  /// Of a company's own contact. Neither source nor date is printed anywhere.
  public static let own: Verification = {
    var own = Verification(
      source: LocalizedText(""), date: PartialDate("1970")!, confidence: .official)
    own.isOwn = true
    return own
  }()
}
