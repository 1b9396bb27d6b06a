import Diagnostics

extension Check {
  /// `site.yaml` and the folders name the same exchanges, and each says what it is.
  static let exchanges = Check { input in
    let listed = input.parsed.configuration.exchanges
    let known = input.parsed.exchangeFolders
    var found: [Diagnostic] = []
    for item in listed where !known.contains(item.value) {
      found.append(
        Diagnostic(
          .error, .unknownExchange, at: item.location,
          "there is no Content/\(item.value)/exchange.yaml",
          hint: didYouMean(
            item.value, among: known.sorted(), otherwise: "add the file, or take it off the list")))
    }
    for exchange in input.parsed.exchanges.values {
      guard let owner = exchange.contactsOf, input.parsed.contacts[owner.value] == nil else {
        continue
      }
      found.append(
        Diagnostic(
          .error, .unknownExchange, at: owner.location,
          "there is no Content/\(owner.value)/contact.yaml, whose channels this section shows",
          hint: didYouMean(
            owner.value, among: input.parsed.contacts.keys.sorted(),
            otherwise: "add the file, or remove 'contacts-of'")))
    }
    let names = Set(listed.map(\.value))
    let folders = known.union(input.parsed.contacts.keys)
      .union(input.parsed.documents.map(\.id.exchange))
    for folder in folders.subtracting(names).sorted() {
      found.append(
        Diagnostic(
          .error, .unlistedExchange, at: SourceLocation(path: "Content/\(folder)"),
          "the folder is not among the exchanges of site.yaml",
          hint: didYouMean(
            folder, among: names.sorted(), otherwise: "add '\(folder)' to 'exchanges'")))
    }
    return found
  }
}
