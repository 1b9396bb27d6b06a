/// An exchange to choose on a contact page: a link to its own.
struct ExchangeChip: TemplateContext {
  var id, name, href: String
  var current: Bool

  static let fields = TemplateFields<Self>()
    .text("id", { $0.id }).text("name", { $0.name }).text("href", { $0.href })
    .flag("current", { $0.current })
}

/// The page of all contacts.
struct ContactAllPage: PageContext {
  struct Country: TemplateContext {
    var id: String
    var name: String
    /// Those to call in an emergency.
    var channels: [ChannelContext]
    var moreChannels: [ChannelContext]

    static let fields = TemplateFields<Self>()
      .text("id", { $0.id }).text("name", { $0.name }).list("channels", { $0.channels })
      .list("more-channels", { $0.moreChannels })
  }

  /// What readers come for, and where each exchange takes it.
  struct Problem: TemplateContext {
    struct Way: TemplateContext {
      var exchange: ExchangeRow
      var href: String
      var ways: [ChannelContext]

      static let fields = TemplateFields<Self>()
        .object("exchange", { $0.exchange }).text("href", { $0.href })
        .list("ways", { $0.ways })
    }

    var id, name, lead: String
    var exchanges: [Way]

    static let fields = TemplateFields<Self>()
      .text("id", { $0.id }).text("name", { $0.name }).text("lead", { $0.lead })
      .flag("is-urgent", { $0.id == "urgent" }).list("exchanges", { $0.exchanges })
  }

  var frame: PageFrame
  var chips: [ExchangeChip]
  var problems: [Problem]
  var exchanges: [ExchangeRow]
  var countries: [Country]

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame)
    .list("chips", { $0.chips }).list("problems", { $0.problems })
    .list("exchanges", { $0.exchanges }).list("countries", { $0.countries })
}

/// The contact page of an exchange.
struct ContactPage: PageContext {
  /// A problem and the channels that help, the most useful first.
  struct Problem: TemplateContext {
    var id, name, lead: String
    var ways: [ChannelContext]

    static let fields = TemplateFields<Self>()
      .text("id", { $0.id }).text("name", { $0.name }).text("lead", { $0.lead })
      .flag("is-urgent", { $0.id == "urgent" }).list("ways", { $0.ways })
  }

  var frame: PageFrame
  var facts: ExchangeFacts
  var chips: [ExchangeChip]
  var languagesLine: String?
  var timeZoneLine: String?
  var problems: [Problem]
  /// The channels of the comparison.
  var compared: [ChannelContext]
  /// Those that some problem names; all where none does.
  var channels: [ChannelContext]
  var moreChannels: [ChannelContext]
  /// schema.org's view of the organisation, as JSON-LD.
  var structuredData: String?
  var absent: [AbsentContext]
  var domains: [DomainRow]
  /// The mark of what was checked last.
  var latest: Seal?

  static let fields = TemplateFields<Self>()
    .including(PageFrame.fields, \.frame).including(ExchangeFacts.fields, \.facts)
    .text("languages-line", { $0.languagesLine }).text("time-zone-line", { $0.timeZoneLine })
    .list("chips", { $0.chips }).list("problems", { $0.problems }).list("compared", { $0.compared })
    .flag("compares-hours", { $0.compared.contains { $0.hoursLine != nil } })
    .flag("compares-intake", { $0.compared.contains { $0.intakeLine != nil } })
    .flag("compares-reply", { $0.compared.contains { $0.reply != nil } })
    .flag("compares-languages", { $0.compared.contains { $0.languagesLine != nil } })
    .list("channels", { $0.channels }).list("more-channels", { $0.moreChannels })
    .text("structured-data", { $0.structuredData })
    .list("absent", { $0.absent })
    .list("domains", { $0.domains }).object("latest", { $0.latest })
}
