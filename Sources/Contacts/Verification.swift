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

  public init(source: LocalizedText, date: PartialDate, confidence: Confidence) {
    self.source = source
    self.date = date
    self.confidence = confidence
  }
}
