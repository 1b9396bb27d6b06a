import Contacts
import Diagnostics
import Markdown

/// What `Content/site.yaml` says.
public struct SiteConfiguration: Sendable {
  public var kind = SiteKind.directory
  /// What readers of such services need beside articles; `nil` for any other site.
  public var profile: SiteProfile? = nil
  public var pages = SitePages()
  public var title: LocalizedText
  public var description: LocalizedText
  public var baseURL: BaseURL?
  /// In the order in which readers see them; the first is the default.
  public var languages: [Language]
  /// Ids, in the order in which readers see them.
  var exchanges: [Located<String>]
  /// The common situations of the home pages.
  var featured: [Located<String>]
  /// The article that says how far the site can be used by all, linked from every page.
  var accessibility: Located<String>? = nil
  /// Where readers say whether a text helped.
  public var feedback: Feedback? = nil
  /// Whose days and minutes all dates of the site are; `nil` where `site.yaml` names none.
  public var timeZone: ZoneClock? = nil
  /// What becomes of contacts that nothing stands behind; `nil` where `site.yaml` does not say.
  public var contactsCheck: ContactsCheck? = nil
  /// How headings that pin no id are called.
  public var headingIDs = HeadingIDForm.site
  /// Findings that stand in no text of the site.
  var considered: [Considered] = []
  /// Days after which a verified value must be verified again.
  public var staleAfterDays: Int
  /// Whether every text is published as Markdown too.
  public var markdownCopies = false
  /// The largest article that is read.
  public var maxArticleBytes: Int

  public func language(_ path: String) -> Language? { languages.first { $0.path == path } }
}

/// Whose help center a site is.
public enum SiteKind: String, Sendable, Hashable, CaseIterable {
  /// One about the services of others: every contact carries its source.
  case directory
  /// A company's own: of its contacts it is the source itself.
  case company
}

/// Words and pages for a kind of service.
public enum SiteProfile: String, Sendable, Hashable, CaseIterable {
  /// Readers may be losing money to thieves: emergency numbers, look-alikes, cases with a TxID.
  case exchange
}

/// Pages that not every site has.
public struct SitePages: Sendable, Hashable {
  public var urgent = false
  /// Whether a contact is official, and which are known.
  public var verify = false
  public var casePack = false
}

/// What becomes of a contact in a text that no registry and no list knows.
public enum ContactsCheck: String, Sendable, Hashable, CaseIterable {
  /// An error: where readers are told whom to trust.
  case strict
  /// A warning, and nothing in code.
  case listed
  /// Nothing.
  case off
}

/// The address under which the site is published, for what must be absolute.
public struct BaseURL: Sendable, Hashable {
  /// Scheme and host: `https://help.example.com`.
  public let origin: String
  /// Begins and ends with `/`.
  public let path: String

  /// Reads an http or https address; `nil` for one with a query, a fragment, a user or no host.
  public init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else {
      return nil
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    let forbidden: Set<Character> = ["?", "#", "@", " ", "\"", "<", ">", "\\"]
    guard !host.isEmpty, !rest.contains(where: { forbidden.contains($0) || $0.isNewline }),
      !path.split(separator: "/").contains("..")
    else { return nil }
    origin = scheme + host
    self.path = path.isEmpty ? "/" : path.hasSuffix("/") ? String(path) : path + "/"
  }

  public func absolute(_ route: Route) -> String { origin + path + route.path }
  public func absolute(file: String) -> String { origin + path + file }
}
