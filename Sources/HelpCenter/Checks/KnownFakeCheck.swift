import Diagnostics

extension Check {
  /// What a look-alike imitates exists, and no value is both official and false: readers would be
  /// told two things about one address.
  static let knownFakes = Check { input in
    let known =
      input.parsed.exchanges.keys.sorted() + input.parsed.emergency.map { "emergency/\($0.id)" }
    var found: [Diagnostic] = []
    for fake in input.parsed.knownFakes where !known.contains(fake.imitates) {
      found.append(
        Diagnostic(
          .error, .unknownExchange, at: fake.location,
          "'\(fake.value)' imitates '\(fake.imitates)', which does not exist",
          hint: didYouMean(
            fake.imitates, among: known, otherwise: "one of: \(known.joined(separator: ", "))")))
    }
    let official = officialValues(input)
    for fake in input.parsed.knownFakes where official.contains(fake.value.lowercased()) {
      found.append(
        Diagnostic(
          .error, .officialFake, at: fake.location, "'\(fake.value)' is also listed as official",
          hint: "remove it from known-fakes.yaml, or from exchange.yaml or contact.yaml"))
    }
    return found
  }

  private static func officialValues(_ input: CheckInput) -> Set<String> {
    let directories = input.parsed.contacts.values + input.parsed.emergency.map(\.contacts)
    let channels = directories.flatMap(\.channels).flatMap { channel in
      [channel.address, channel.dial, channel.url.map { String($0.dropFirst("https://".count)) }]
    }
    let hosts = input.parsed.exchanges.values.flatMap { exchange in
      exchange.domains.map { $0.host } + (exchange.site.map { [$0] } ?? [])
    }
    return Set((channels.compactMap { $0 } + hosts).map { $0.lowercased() })
  }
}
