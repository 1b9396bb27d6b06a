/// What the case pack asks for: the problems a reader can have, the fields and the evidence that matter
/// for each. The words for all of them are in the language files, by the keys formed here; the script
/// `contacts/case-pack.js` writes the message in the order of `fields`.
enum CasePack {
  enum Problem: String, CaseIterable, Sendable {
    case withdrawal, deposit, login, intrusion, order, identity, other
  }

  /// Something to fill in or to attach, with the problems for which it matters.
  struct Item: Sendable {
    var id: String
    var problems: [Problem]
    var isLong = false

    init(_ id: String, _ problems: [Problem] = Problem.allCases, isLong: Bool = false) {
      self.id = id
      self.problems = problems
      self.isLong = isLong
    }
  }

  private static let transfers: [Problem] = [.withdrawal, .deposit, .intrusion, .other]

  static let fields = [
    Item("summary", isLong: true), Item("when"), Item("steps", isLong: true), Item("account"),
    Item("asset", transfers), Item("network", transfers), Item("pair", [.order, .other]),
    Item("amount", transfers + [.order]), Item("address", transfers), Item("txid", transfers),
    Item("order", [.order, .intrusion, .identity, .other]), Item("device"),
    Item("tried", isLong: true),
  ]

  static let evidence = [
    Item("history", transfers), Item("explorer", transfers), Item("sender", [.deposit]),
    Item("orders", [.order]), Item("error", [.login, .identity, .order, .withdrawal, .other]),
    Item("alerts", [.intrusion, .login]), Item("review", [.identity]), Item("report", [.intrusion]),
  ]

  /// Time zones a reader can pick; their names are words of the interface.
  static let zones = ["zone-asia-seoul", "zone-asia-shanghai", "zone-utc"]

  /// Words of a message, in the language of whoever reads it.
  static let messageKeys: [String] =
    ["opening", "closing", "subject", "colon", "comma", "field-problem"].map { "pack-" + $0 }
    + fields.map { "pack-field-" + $0.id } + ["pack-field-attachments", "pack-field-asked"]
    + evidence.map { "pack-evidence-" + $0.id }
    + Problem.allCases.flatMap { ["pack-problem-" + $0.rawValue, "pack-ask-" + $0.rawValue] }
    + zones

  /// The words that every language file must have for the case pack, beside those that templates
  /// name.
  static let wordKeys =
    messageKeys + fields.compactMap { hintless.contains($0.id) ? nil : "pack-hint-" + $0.id }

  /// Fields whose name says all.
  private static let hintless: Set<String> = ["amount", "order"]
}

/// A page of the case pack: of one exchange, or of all.
struct PreparePage: PageContext {
  /// Where a message goes, and in which language.
  struct Desk: TemplateContext {
    var id, name, href, contactHref: String
    var languagePath: String
    /// Says which language the desk reads.
    var languageLine: String
    /// Its mail for customers, else its ticket form or help center.
    var channel: ChannelContext?

    static let fields = TemplateFields<Self>()
      .text("id", { $0.id }).text("name", { $0.name }).text("href", { $0.href })
      .text("contact-href", { $0.contactHref })
      .text("message-language", { $0.languagePath }).text("language-line", { $0.languageLine })
      .text("mail", { $0.channel?.mailto }).object("channel", { $0.channel })
  }

  struct Choice: TemplateContext {
    var id: String
    var name: String
    var hint: String?
    /// Ids of the problems for which it matters.
    var problems: [CasePack.Problem] = []
    var isLong = false

    static let fields = TemplateFields<Self>()
      .text("id", { $0.id }).text("name", { $0.name }).text("hint", { $0.hint })
      .text("problems", { $0.problems.map(\.rawValue).joined(separator: " ") })
      .flag("long", { $0.isLong }).flag("is-when", { $0.id == "when" })
  }

  /// The words of a message in one language.
  struct Pack: TemplateContext {
    var languagePath, languageTag, languageName: String
    var labels: [Choice]
    /// The names of what to fill in, for readers without a script.
    var outline: [TextItem]

    static let fields = TemplateFields<Self>()
      .text("path", { $0.languagePath }).text("tag", { $0.languageTag })
      .text("name", { $0.languageName })
      .list("labels", { $0.labels }).list("outline", { $0.outline })
  }

  var frame: PageFrame
  var desks: [Desk]
  var isGeneral: Bool
  var problems: [Choice]
  var questions: [Choice]
  var evidence: [Choice]
  var zones: [Choice]
  /// Every language a desk of this page reads, and the page's own; the first is that of the outline.
  var packs: [Pack]

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame)
    .list("desks", { $0.desks }).flag("is-general", { $0.isGeneral })
    .list("problems", { $0.problems }).list("questions", { $0.questions })
    .list("evidence", { $0.evidence }).list("zones", { $0.zones })
    .list("packs", { $0.packs }).object("outline", { $0.packs.first })
    .list("other-packs", { Array($0.packs.dropFirst()) })
}
