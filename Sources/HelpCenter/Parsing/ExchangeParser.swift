import Contacts
import Diagnostics
import Yams

/// Reads `exchange.yaml`, `categories.yaml` and `holidays/<calendar>.yaml`.
enum ExchangeParser {
  static func parseExchange(
    _ file: SourceFile, id: String, languages: [String], clock: SiteClock, mayBeOwn: Bool = false
  ) -> (value: Exchange?, diagnostics: [Diagnostic]) {
    parseYAML(file) { reader in
      defer { reader.finish() }
      let name = reader.localized("name", in: languages, required: "its name in each language")
      let kind = reader.choice("kind", Exchange.Kind.self) ?? .exchange
      let initial = reader.string("initial")
      if let initial, initial.value.count > 2 {
        reader.report(
          .badValue, at: initial.location, "'\(initial.value)' does not fit on a tile",
          hint: "write one letter or two")
      }
      let summary = reader.localized("summary", in: languages)
      let site = reader.string("site")
      if let site, !isHost(site.value) {
        reader.reportHost(site)
      }
      let contactsOf = reader.string("contacts-of")
      let serves = reader.mapping("serves") { item -> ServedCustomers? in
        let text = item.localized("text", in: languages, required: "who can use it")
        let verification = item.verification(in: languages, clock, mayBeOwn: mayBeOwn)
        guard let verification, let text else {
          return nil
        }
        return ServedCustomers(text: text, verification: verification)
      }
      let domains = reader.mappings("domains") { domain($0, languages, clock, mayBeOwn) }
      let featured = reader.strings("featured")
      guard let name else { return nil }
      var exchange = Exchange(
        id: id, kind: kind, name: name,
        initial: initial?.value ?? String(id.prefix(1)).uppercased(), summary: summary,
        site: site?.value, serves: serves, domains: domains)
      exchange.contactsOf = contactsOf
      exchange.featured = featured
      return exchange
    }
  }

  private static func domain(
    _ item: MappingReader, _ languages: [String], _ clock: SiteClock, _ mayBeOwn: Bool
  ) -> OfficialDomain? {
    let host = item.requiredString("host", hint: "for example support.upbit.com")
    if let host, !isHost(host.value) {
      item.reportHost(host)
    }
    let role = item.localized("role", in: languages, required: "what the host is for")
    let verification = item.verification(in: languages, clock, mayBeOwn: mayBeOwn)
    let status = item.choice("status", OfficialDomain.Status.self) ?? .active
    guard let host, let role, let verification else { return nil }
    return OfficialDomain(
      host: host.value, role: role, verification: verification, status: status)
  }

  static func parseCategories(
    _ file: SourceFile, languages: [String]
  ) -> (value: [Category]?, diagnostics: [Diagnostic]) {
    var seen = Set<String>()
    let found = parseYAMLList(file, what: "category") { reader -> [Category]? in
      categories(reader, below: nil, languages, &seen)
    }
    return (found.value?.flatMap(\.self), found.diagnostics)
  }

  /// A category, and those below it behind it.
  private static func categories(
    _ reader: MappingReader, below parent: Category?, _ languages: [String],
    _ seen: inout Set<String>
  ) -> [Category] {
    let before = seen.count
    let id = categoryID(reader, below: parent?.id, &seen)
    let isDouble = id != nil && seen.count == before
    let name = reader.localized("name", in: languages, required: "its name in each language")
    let description = reader.localized("description", in: languages)
    let icon = reader.string("icon")?.value ?? parent?.icon ?? "bulb"
    let problem = reader.choice("problem", ReaderProblem.self) ?? parent?.problem
    let category = Category(
      id: id ?? "", name: name ?? LocalizedText(""), description: description, icon: icon,
      problem: problem)
    let below = categories(of: reader, below: category, mayNest: parent == nil, languages, &seen)
    guard id != nil, name != nil else { return [] }
    // A double's pages would be there twice, too.
    return isDouble ? below : [category] + below
  }

  /// The list below a category; below one that has errors too, for its own findings.
  private static func categories(
    of reader: MappingReader, below category: Category, mayNest: Bool, _ languages: [String],
    _ seen: inout Set<String>
  ) -> [Category] {
    guard let place = reader.keyLocation("categories") else { return [] }
    guard mayNest else {
      _ = reader.nodes("categories")
      reader.report(
        .badValue, at: place, "categories nest one level deep, and these would be deeper",
        hint: "list them below '\(category.parent ?? "")', beside this one")
      return []
    }
    let below = reader.mappings("categories") { item in
      categories(item, below: category, languages, &seen)
    }
    if reader.nodes("categories").isEmpty {
      reader.report(
        .emptyValue, at: place, "the list is empty", hint: "list a category, or remove the key")
    }
    return below.flatMap(\.self)
  }

  private static func categoryID(
    _ reader: MappingReader, below parent: String?, _ seen: inout Set<String>
  ) -> String? {
    let id = reader.requiredString("id", hint: "the name of its folders")
    if let id, Route.isReserved(id.value) {
      reader.report(
        .reservedSlug, at: id.location,
        "'\(id.value)' is an address that the site itself uses", hint: "choose another id")
    }
    if let id, !isName(id.value) {
      reader.report(
        .badValue, at: id.location, "'\(id.value)' cannot be a folder's name",
        hint: "use lower-case letters, digits and hyphens")
    }
    if let id, id.value.utf8.count > OutputPaths.longestName {
      reader.report(
        .badValue, at: id.location, "the id is longer than a folder's name can be",
        hint: "use a word or two")
    }
    let path = id.map { found in parent.map { $0 + "/" + found.value } ?? found.value }
    if let path, !seen.insert(path).inserted {
      reader.report(
        .duplicateCategory, at: reader.location, "the category '\(path)' is listed twice",
        hint: "keep one of them")
    }
    return path
  }

  static func parseHolidays(
    _ file: SourceFile, languages: [String], clock: SiteClock
  ) -> (value: HolidayCalendar?, diagnostics: [Diagnostic]) {
    parseYAML(file) { reader in
      defer { reader.finish() }
      let name = reader.localized("name", in: languages, required: "whose holidays they are")
      _ = reader.localized("source", in: languages, required: "where the days come from")
      _ = reader.partialDate("verified", notAfter: clock)
      var days: [CalendarDate: LocalizedText] = [:]
      if reader.node("days") == nil || reader.node("days")?.sequence?.isEmpty == true {
        reader.report(
          .emptyCalendar, at: reader.keyLocation("days") ?? reader.location,
          "the calendar has no days",
          hint: "list the public holidays under 'days'")
      }
      for item in reader.nodes("days") {
        _ = reader.mapping(of: item, what: "a holiday") { day in
          let date = day.date("date")
          let label = day.localized("name", in: languages, required: "the holiday's name")
          if date == nil, day.keyLocation("date") == nil {
            day.missing("date", hint: "for example 2026-12-25")
          }
          if let date, let label, days.updateValue(label, forKey: date.value) != nil {
            day.report(
              .duplicateHoliday, at: date.location, "this day is listed twice",
              hint: "keep one of the two")
          }
          return true
        }
      }
      guard let name else { return nil }
      return HolidayCalendar(name: name, days: days)
    }
  }
}

/// Whether a text is a host's name in lower case, without scheme and path: two labels or more, each
/// of 1 to 63 letters, digits and inner hyphens (RFC 1123, section 2.1).
func isHost(_ text: String) -> Bool {
  let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  return labels.count > 1
    && labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
        && label.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }
}

extension MappingReader {
  /// Says of a text that it is no host, and which host stands in it, if one does.
  func reportHost(_ text: Located<String>) {
    var rest = text.value.lowercased()[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    let host = String(rest.prefix { !"/?#: ".contains($0) })
    report(
      .badHost, at: text.location, "'\(text.value)' is not a domain",
      hint: isHost(host) && host != text.value
        ? "write '\(host)'" : "write host and ending in lower case, for example upbit.com")
  }
}
