import Contacts

/// A value that readers compare with what they were sent.
struct KnownValueRow: TemplateContext {
  enum State: Sendable {
    case listed(Mark)
    case fake

    var mark: Mark? {
      guard case .listed(let mark) = self else { return nil }
      return mark
    }
  }

  /// Dots of dangerous addresses stand in brackets.
  var values: [TextItem]
  var what: String
  var state: State
  var stateLabel: String
  var source: String
  var date: String
  /// The last day on which a sure mark holds.
  var sureUntil: CalendarDate?

  static let fields = TemplateFields<Self>()
    .list("values", { $0.values }).text("what", { $0.what })
    .text("state-label", { $0.stateLabel })
    .text("sure", { $0.sureUntil?.description }).text("mark", { $0.state.mark?.rawValue })
    .flag("ok", { $0.state.mark?.isSure == true })
    .flag("maybe", { $0.state.mark == .old || $0.state.mark == .unverified })
    .flag("out", { $0.state.mark == .suspended || $0.state.mark == .retired })
    .flag("fake", { $0.state.mark == nil })
    .text("source", { $0.source }).text("date", { $0.date })
}

/// All known values of one exchange, or of the public desks of one country.
struct KnownValues: TemplateContext {
  /// Id of the exchange, or `emergency/<country>`, as the registry names it.
  var id: String
  /// `nil` for public desks.
  var initial: String?
  var name: String
  /// Link to its contact page.
  var contactHref: String
  var rows: [KnownValueRow]

  static let fields = TemplateFields<Self>()
    .text("id", { $0.id }).text("initial", { $0.initial }).text("name", { $0.name })
    .text("contact-href", { $0.contactHref }).list("rows", { $0.rows })
}

struct VerifyPage: PageContext {
  var frame: PageFrame
  var owners: [KnownValues]
  /// Path of the registry from the site's root.
  var registry: String

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame)
    .list("owners", { $0.owners }).text("registry", { $0.registry })
}
