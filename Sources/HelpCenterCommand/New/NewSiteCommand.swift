import ArgumentParser
import Contacts
import Diagnostics
import Foundation
import HelpCenter
import SiteIO

struct NewSiteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Makes a site that can be served at once.")

  @Argument(help: "The folder to make the site in.")
  var folder: String

  @Option(name: .long, help: "Name of the company or site, as readers know it.")
  var name: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Languages, the first is the default: ko, zh, en.", valueName: "ko,zh,en"))
  var languages: String?

  @Option(name: .long, help: "company: its owner's help center; directory: about others' services.")
  var kind = SiteKind.company

  @Option(name: .long, help: "The address that the site will have.")
  var baseURL: String?

  func validate() throws {
    if let baseURL, BaseURL(baseURL) == nil {
      throw ValidationError("--base-url must be an address such as https://help.example.org/.")
    }
  }

  func run() async throws {
    let console = Console(formatter: .text)
    let name = try Question.answer(name, "Name of the company or site", option: "--name")
    let paths = try Self.paths(
      Question.answer(languages, "Languages, such as ko,zh,en", option: "--languages"))
    let zone = TimeZone.current.identifier
    let site = NewSite(
      name: name, languages: paths, kind: kind, baseURL: baseURL,
      timeZone: zone.contains("/") && !zone.hasPrefix("Etc/") ? zone : nil,
      today: Self.today(in: TimeZone.current))
    let files = site.files()
    try await console.orFail { try SourceWriter(source: folder).create(files) }
    for file in files { console.say("\(folder)/\(file.path)") }
    let option = folder == "." ? "" : " --source \(folder)"
    console.say("look at it: helpcenter serve --open\(option)")
    console.say("write more: helpcenter new article guide/start/NAME\(option)")
  }

  static func paths(_ list: String) throws -> [String] {
    let paths = list.split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
    for path in paths where !NewSite.knownLanguages.contains(path) {
      throw ValidationError(
        "'\(path)' has no words in the theme; a site begins with "
          + NewSite.knownLanguages.joined(separator: ", ")
          + " and gets others by 'helpcenter new language'.")
    }
    guard !paths.isEmpty, Set(paths).count == paths.count else {
      throw ValidationError("--languages must name each language once, as in ko,zh,en.")
    }
    return paths
  }

  private static func today(in zone: TimeZone) -> CalendarDate {
    let seconds = Int(Date().timeIntervalSince1970) + zone.secondsFromGMT()
    return CalendarDate(daysSince1970: seconds / 86_400)!
  }
}

extension SiteKind: ExpressibleByArgument {}
