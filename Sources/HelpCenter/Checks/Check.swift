import Diagnostics

/// One rule about the site as a whole.
///
/// To add one, write a file in this folder (rule, message and hint together) and a line in `all`.
struct Check: Sendable {
  var run: @Sendable (CheckInput) -> [Diagnostic]

  static let all: [Check] = [
    .exchanges, .categories, .icons, .links, .featured, .urgentPages, .holidays, .translations,
    .review, .baseURL, .timeZone, .contactData, .staleContacts, .calendarEnds, .harmfulAdvice,
    .knownFakes, .searchLists,
  ]
}

/// What a check looks at.
struct CheckInput: Sendable {
  /// What is published on the day of the build.
  var site: Site
  /// All that was read, unpublished pages included.
  var parsed: ParsedContent
  var memory: BuildMemory?
}
