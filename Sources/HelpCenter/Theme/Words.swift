import Diagnostics

/// The interface's words in one language, from `Templates/languages/<path>.yaml`.
struct Words: Sendable {
  var language: String
  var texts: [String: String]

  /// A word that the build itself uses, with its placeholders filled. The check of the language
  /// files has made sure that it is there.
  subscript(_ word: Word, _ values: KeyValuePairs<String, String> = [:]) -> String {
    let text = texts[word.rawValue] ?? ""
    guard !values.isEmpty else { return text }
    var out: [UInt8] = []
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      out += rest[..<open]
      rest = rest[open...]
      let inner = rest.dropFirst().prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "{") }
      if inner.endIndex < rest.endIndex, rest[inner.endIndex] == UInt8(ascii: "}"),
        let value = values.first(where: { $0.key.utf8.elementsEqual(inner) })?.value
      {
        out.append(utf8: value)
        rest = rest[inner.endIndex...].dropFirst()
      } else {
        out.append(UInt8(ascii: "{"))
        rest = rest.dropFirst()
      }
    }
    out += rest
    return String(decoding: out, as: UTF8.self)
  }
}

/// The words that the build uses beside those that templates name.
enum Word: String, CaseIterable, Sendable {
  case languageName = "language-name"
  case locale
  case home, question
  case homeTitle = "home-title"
  case homeDescription = "home-description"
  case notFound = "not-found"
  case urgentLabel = "urgent-label"
  case allArticles = "all-articles"
  case searchLabel = "search-label"
  case maybeMeant = "maybe-meant"
  case searchTitle = "search-title"
  case searchDescription = "search-description"
  case contactTitle = "contact-title"
  case contactDescription = "contact-description"
  case contactExchangeTitle = "contact-exchange-title"
  case contactExchangeDescription = "contact-exchange-description"
  case packTitle = "pack-title"
  case packDescription = "pack-description"
  case packExchangeTitle = "pack-exchange-title"
  case packExchangeDescription = "pack-exchange-description"
  case packDeskLanguage = "pack-desk-language"
  case noticesTitle = "notices-title"
  case noticesDescription = "notices-description"
  case noticesExchangeTitle = "notices-exchange-title"
  case exchangeTitle = "exchange-title"
  case exchangeDescription = "exchange-description"
  case fallbackNotice = "fallback-notice"
  case outdatedNotice = "outdated-notice"
  case pageInLanguage = "page-in-language"
  case close
  case readingTime = "reading-time"
  case allCount = "all-count"
  case listPageTitle = "list-page-title"
  case helpful
  case helpfulYes = "helpful-yes"
  case helpfulNo = "helpful-no"
  case sealOfficial = "seal-official"
  case sealReported = "seal-reported"
  case sealUnverified = "seal-unverified"
  case sealStale = "seal-stale"
  case confidenceOfficial = "confidence-official"
  case confidenceReported = "confidence-reported"
  case confidenceUnverified = "confidence-unverified"
  case languagesLine = "languages-line"
  case timeZoneLine = "time-zone-line"
  case hoursAlways = "hours-always"
  case hoursClosed = "hours-closed"
  case hoursUnknown = "hours-unknown"
  case dayBefore = "hours-day-before"
  case publicHolidays = "hours-public-holidays"
  case closedOnHolidays = "hours-closed-on-holidays"
  case monday = "day-mon"
  case tuesday = "day-tue"
  case wednesday = "day-wed"
  case thursday = "day-thu"
  case friday = "day-fri"
  case saturday = "day-sat"
  case sunday = "day-sun"
  case dayRange = "day-range"
  case weekdays, weekend
  case everyDay = "every-day"
  case listSeparator = "list-separator"
  case exchangeListSeparator = "exchange-list-separator"
  case suspendedSince = "suspended-since"
  case suspendedUntil = "suspended-until"
  case suspendedInstead = "suspended-instead"
  case problemUrgent = "problem-urgent"
  case problemAccount = "problem-account"
  case problemMoneyMissing = "problem-money-missing"
  case problemTrade = "problem-trade"
  case problemOther = "problem-other"
  case problemUrgentLead = "problem-urgent-lead"
  case problemAccountLead = "problem-account-lead"
  case problemMoneyMissingLead = "problem-money-missing-lead"
  case problemTradeLead = "problem-trade-lead"
  case problemOtherLead = "problem-other-lead"
  case factsLine = "facts-line"
  case factsLineUndated = "facts-line-undated"
  case factVerified = "fact-verified"
  case factUnverified = "fact-unverified"
  case factStale = "fact-stale"
  case factSuspended = "fact-suspended"
  case markOld = "mark-old"
  case markSuspended = "mark-suspended"
  case verifyTitle = "verify-title"
  case verifyDescription = "verify-description"
  case verifyOfficial = "verify-official"
  case verifyRetired = "verify-retired"
  case verifyFake = "verify-fake"
  case verifyUnproven = "verify-unproven"
  case verifyNamedFake = "verify-named-fake"
  case verifySeenFake = "verify-seen-fake"

  /// The placeholders that its text must hold.
  var placeholders: [String] {
    switch self {
    case .contactExchangeTitle, .contactExchangeDescription, .noticesExchangeTitle, .exchangeTitle,
      .exchangeDescription, .packExchangeTitle, .packExchangeDescription:
      ["exchange"]
    case .packDeskLanguage: ["exchange", "language"]
    case .fallbackNotice: ["language"]
    case .outdatedNotice: ["language", "date"]
    case .readingTime: ["minutes"]
    case .allCount: ["count"]
    case .listPageTitle: ["title", "page"]
    case .factsLine: ["count", "date"]
    case .factsLineUndated: ["count"]
    case .sealOfficial, .sealReported, .sealUnverified, .sealStale: ["date", "source"]
    case .languagesLine: ["languages"]
    case .timeZoneLine: ["zone"]
    case .dayBefore: ["time"]
    case .dayRange: ["from", "to"]
    case .factVerified, .factUnverified, .factStale, .factSuspended, .suspendedSince,
      .suspendedUntil:
      ["date"]
    default: []
    }
  }
}

extension Words {
  /// The name of a language of service, or its tag where the theme has no word for it.
  func serviceLanguage(_ path: String) -> String { texts["service-language-" + path] ?? path }

  /// The name of a time zone, or its IANA name where the theme has no word for it.
  func zone(_ name: String) -> String {
    texts["zone-" + name.lowercased().replacing("/", with: "-")] ?? name
  }

  /// The name of a zone's clock as the heading of a column, or its IANA name.
  func clock(_ name: String) -> String {
    texts["clock-" + name.lowercased().replacing("/", with: "-")] ?? name
  }
}

/// Words that stand in place of the others in some sites, in the order in which they do.
enum WordSection: String, Sendable, Hashable, CaseIterable {
  case exchange, company

  /// Those of a site.
  static func of(_ configuration: SiteConfiguration) -> Set<WordSection> {
    Set(
      allCases.filter { section in
        switch section {
        case .exchange: configuration.profile == .exchange
        case .company: configuration.kind == .company
        }
      })
  }
}

/// Reads a language file.
enum WordsParser {
  struct Parsed {
    var path: String
    var words: Words
    var keys: [String: SourceLocation]
  }

  static func parse(
    _ file: SourceFile, language: String, sections: Set<WordSection> = [],
    hasSections: Bool = true
  ) -> (value: Parsed?, diagnostics: [Diagnostic]) {
    parseYAML(file) { reader in
      var parsed = Parsed(path: file.path, words: Words(language: language, texts: [:]), keys: [:])
      add(reader, besides: hasSections ? [profiles] : [], to: &parsed)
      guard hasSections else {
        reader.finish()
        return parsed
      }
      _ = reader.mapping(profiles) { item in
        for section in WordSection.allCases {
          _ = item.mapping(section.rawValue) { words in
            add(words, to: &parsed, isShown: sections.contains(section))
            return true
          }
        }
        return true
      }
      reader.finish()
      return parsed
    }
  }

  /// The key below which a profile's words stand, in place of those above or beside them.
  static let profiles = "profiles"

  /// - Parameter isShown: Whether the words are the site's; of others it counts only that they are there.
  private static func add(
    _ reader: MappingReader, besides others: [String] = [], to parsed: inout Parsed,
    isShown: Bool = true
  ) {
    for key in reader.keys where !others.contains(key.value) {
      // Spaces at the ends count: separators have them.
      guard let scalar = reader.node(key.value)?.scalar else {
        _ = reader.string(key.value)
        continue
      }
      if isShown || parsed.keys[key.value] == nil { parsed.keys[key.value] = key.location }
      if isShown { parsed.words.texts[key.value] = scalar.string.normalizedToNFC() }
    }
  }
}
