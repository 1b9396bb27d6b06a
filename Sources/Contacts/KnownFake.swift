import Diagnostics

/// A value that imitates an official channel: named by the operator as false, or seen.
public struct KnownFake: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A host, with everything below it.
    case host
    /// One e-mail address.
    case address
    /// Every e-mail address of a host.
    case mailDomain = "mail-domain"
    /// A profile on a network that others use too: `t.me/name`.
    case profile
    /// A phone number.
    case dial
  }

  public var kind: Kind
  public var value: String
  /// Id of the exchange that it imitates, or `emergency/<country>`.
  public var imitates: String
  /// `official` where the imitated operator named it, `unverified` where nothing is proven.
  public var verification: Verification
  public var note: LocalizedText?
  /// Where an editor wrote it.
  public var location: SourceLocation?

  public init(
    kind: Kind, value: String, imitates: String, verification: Verification, note: LocalizedText?,
    location: SourceLocation? = nil
  ) {
    self.kind = kind
    self.value = value
    self.imitates = imitates
    self.verification = verification
    self.note = note
    self.location = location
  }
}
