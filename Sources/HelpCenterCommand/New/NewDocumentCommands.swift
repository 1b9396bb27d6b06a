import ArgumentParser
import Contacts
import Diagnostics
import Foundation
import HelpCenter

/// What an article and a notice are told at the command line.
struct DocumentTexts: ParsableArguments {
  @Option(name: .long, help: "The heading of the page.")
  var title: String?

  @Option(name: .long, help: "One or two sentences under the heading and in search results.")
  var description: String?

  @Option(name: .long, help: "The language of the text; else the first of the site.")
  var language: String?

  func language(in outline: SiteOutline) throws -> String {
    let paths = outline.languages.map(\.path)
    guard let language else { return paths[0] }
    guard paths.contains(language) else {
      throw ValidationError(
        "The site has no language '\(language)', only \(paths.joined(separator: ", ")).")
    }
    return language
  }

  /// The parts of a place such as `SECTION/NAME`, of a section that the site has.
  static func parts(
    of place: String, _ form: String, count: ClosedRange<Int>, _ outline: SiteOutline
  ) throws -> [String] {
    let parts = place.split(separator: "/").map(String.init)
    guard count.contains(parts.count) else {
      throw ValidationError("Write the place as \(form).")
    }
    try outline.expect(parts[0], in: outline.sections, "section")
    return parts
  }

  /// Writes a draft, `name` without its language: what readers are to see is written then.
  func writeDraft(
    _ name: String, _ outline: SiteOutline, _ site: ExistingSite, _ console: Console
  ) async throws {
    let path = "Content/\(name).\(try language(in: outline)).md"
    try outline.admit(path, console)
    try await site.write([draft(path, outline)], console)
    console.say("see it: helpcenter serve --drafts; remove 'draft: true' to publish it")
  }

  private func draft(_ path: String, _ outline: SiteOutline) throws -> SourceFile {
    let title = try Question.answer(title, "Title", option: "--title")
    let about = try Question.answer(
      description, "Description, in a sentence or two", option: "--description")
    return NewDocument(
      path: path, title: title, description: about, updated: outline.today, isDraft: true
    ).file
  }
}

struct NewArticleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article", abstract: "Makes an article, as a draft to write on.")

  @Argument(
    help: "Its place and name: SECTION/CATEGORY/NAME, or SECTION/CATEGORY/CATEGORY/NAME.")
  var place: String

  @OptionGroup var texts: DocumentTexts
  @OptionGroup var site: ExistingSite

  func run() async throws {
    let console = Console(formatter: .text)
    let (outline, _) = try await site.outline(console)
    let parts = try DocumentTexts.parts(
      of: place, "SECTION/CATEGORY/NAME, or SECTION/CATEGORY/CATEGORY/NAME", count: 3...4, outline)
    try outline.expect(
      parts[1..<parts.count - 1].joined(separator: "/"), in: outline.categories, "category")
    try await texts.writeDraft(parts.joined(separator: "/"), outline, site, console)
  }
}

struct NewNoticeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice", abstract: "Makes a notice of today, as a draft to write on.")

  @Argument(help: "Its section and name: SECTION/NAME. The date is put before the name.")
  var place: String

  @OptionGroup var texts: DocumentTexts
  @OptionGroup var site: ExistingSite

  func run() async throws {
    let console = Console(formatter: .text)
    let (outline, _) = try await site.outline(console)
    let parts = try DocumentTexts.parts(of: place, "SECTION/NAME", count: 2...2, outline)
    let isDated = CalendarDate(String(parts[1].prefix(10))) != nil
    let slug = isDated ? parts[1] : "\(outline.today)-\(parts[1])"
    try await texts.writeDraft("\(parts[0])/notices/\(slug)", outline, site, console)
  }
}

struct NewTranslationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation",
    abstract: "Copies a text for its translator, as a draft with its original named.")

  @Argument(help: "The text: Content/guide/start/name.ko.md.")
  var file: String

  @Argument(help: "The language to translate it to.")
  var language: String

  @OptionGroup var site: ExistingSite

  func run() async throws {
    let console = Console(formatter: .text)
    let (outline, files) = try await site.outline(console)
    let paths = outline.languages.map(\.path)
    try outline.expect(language, in: paths, "language")
    let known = files.map(\.path).filter { $0.hasPrefix("Content/") && $0.hasSuffix(".md") }
    guard
      let path = known.first(where: {
        $0 == file || $0 == "Content/" + file || file.hasSuffix("/" + $0)
      }),
      let source = paths.first(where: { path.hasSuffix(".\($0).md") }),
      let original = files.first(where: { $0.path == path })
    else {
      let hint = didYouMean(file, among: known).map {
        " " + $0.prefix(1).uppercased() + $0.dropFirst()
      }
      throw ValidationError("The site has no text '\(file)'.\(hint ?? "")")
    }
    let copy: SourceFile
    do {
      copy = try NewTranslation.file(
        of: original, from: source, in: language, today: outline.today)
    } catch {
      console.write([error])
      throw ExitCode.contentErrors
    }
    try await site.write([copy], console)
    console.say("translate it, then remove 'draft: true'")
  }
}

struct NewLanguageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "Adds a language to the site.")

  @Argument(help: "Its folder in addresses: two or three lower-case letters.")
  var path: String

  @Option(name: .long, help: "Its tag in pages (BCP 47), where that is not the folder: zh-Hans.")
  var tag: String?

  @Option(name: .long, help: "What its readers call it; else what the system knows.")
  var name: String?

  @OptionGroup var site: ExistingSite

  func run() async throws {
    let console = Console(formatter: .text)
    let (outline, files) = try await site.outline(console)
    let paths = outline.languages.map(\.path)
    guard !paths.contains(path) else {
      throw ValidationError("The site has the language '\(path)' already.")
    }
    let tag = tag ?? (path == "zh" ? "zh-Hans" : path)
    let words = NewWords(
      language: path, name: name ?? Self.ownName(of: tag) ?? tag, locale: Self.locale(of: tag)
    ).file(for: outline, files)
    let language = Language(path: path, tag: tag, fallback: paths, isStarting: words == nil)
    if let words { try await site.write([words], console) }
    try await site.extend(
      outline.adding(language),
      by:
        "'- {path: \(path), tag: \(tag)\(words == nil ? ", starting: true" : "")}' in 'languages'",
      console)
    console.say(
      "what it lacks is shown in '\(paths[0])'; helpcenter check says what that is")
    console.say("translate a text: helpcenter new translation FILE \(path)")
  }

  /// `日本語` of `ja`.
  private static func ownName(of tag: String) -> String? {
    Locale(identifier: tag).localizedString(forIdentifier: tag)
  }

  /// Language and country for other sites, as in `ja_JP`: the country in which most speak it.
  private static func locale(of tag: String) -> String {
    let language = Locale.Language(identifier: tag)
    let likely = Locale.Language(identifier: language.maximalIdentifier)
    guard let code = language.languageCode?.identifier, let region = likely.region?.identifier
    else { return tag.replacing("-", with: "_") }
    return "\(code)_\(region)"
  }
}

extension SiteOutline {
  /// - Throws: `ValidationError` when the site has nothing of this name.
  func expect(_ name: String, in known: [String], _ what: String) throws {
    guard !known.contains(name) else { return }
    let hint = didYouMean(name, among: known) ?? "it has \(known.joined(separator: ", "))."
    throw ValidationError("The site has no \(what) '\(name)'; \(hint)")
  }
}
