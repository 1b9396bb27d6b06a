import ArgumentParser
import HelpCenter

struct NewSectionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "section", abstract: "Adds a product, service, exchange or guide to the site.")

  @Argument(help: "Its folder, which stands in addresses: lower-case letters, digits, hyphens.")
  var folder: String

  @Option(name: .long, help: "Its name. For one language: ko=이름; may be given for each.")
  var name: [String] = []

  @Option(name: .long, help: "What it is: product, service, guide, exchange or wallet.")
  var kind = "guide"

  @OptionGroup var site: ExistingSite

  func run() async throws {
    let console = Console(formatter: .text)
    let (outline, _) = try await site.outline(console)
    guard !outline.sections.contains(folder) else {
      throw ValidationError("The site has a section '\(folder)' already.")
    }
    let given =
      name.isEmpty ? [try Question.answer(nil, "Name of the section", option: "--name")] : name
    let section = NewSection(
      id: folder, kind: kind, names: try Self.names(given, outline.languages.map(\.path)))
    try outline.admit(section.file.path, console)
    try await site.write([section.file], console)
    try await site.extend(
      outline.adding(section: folder), by: "'\(folder)' in the list of sections", console)
  }

  /// One text for all languages, or `ko=…` for each.
  static func names(
    _ given: [String], _ languages: [String]
  ) throws -> [(language: String, text: String)] {
    let pairs = given.compactMap { text in
      languages.first { text.hasPrefix($0 + "=") }.map {
        (language: $0, text: String(text.dropFirst($0.count + 1)))
      }
    }
    if pairs.isEmpty, given.count == 1 { return [(languages.first ?? "en", given[0])] }
    let missing = languages.filter { path in !pairs.contains { $0.language == path } }
    guard pairs.count == given.count, missing.isEmpty else {
      throw ValidationError(
        "--name must be one text, or one for each language: "
          + languages.map { "--name \($0)=…" }.joined(separator: " ") + ".")
    }
    return pairs
  }
}

extension SiteOutline {
  /// Refuses a path that no content file may have, in the words of the build.
  func admit(_ path: String, _ console: Console) throws {
    do {
      try check(path: path)
    } catch {
      console.write([error])
      throw ExitCode.contentErrors
    }
  }
}
