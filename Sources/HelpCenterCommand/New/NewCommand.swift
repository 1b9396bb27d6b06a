// `helpcenter new`: writes files that a site can be built of at once.
//
// 1. What was not given is asked for, where somebody sits at a terminal (`Question`).
// 2. The site is read as far as needed (`SiteOutline`), and what the build would refuse is refused.
// 3. `HelpCenter/Authoring` makes the files; `SourceWriter` writes them, never over one that is there.

import ArgumentParser
import BuiltInTheme
import Contacts
import Diagnostics
import Foundation
import HelpCenter
import SiteIO

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Makes a site, or a file of one; never overwrites.",
    subcommands: [
      NewSiteCommand.self, NewSectionCommand.self, NewArticleCommand.self, NewNoticeCommand.self,
      NewTranslationCommand.self, NewLanguageCommand.self,
    ])
}

/// The site that a new file is for.
struct ExistingSite: ParsableArguments {
  @Option(name: .long, help: "The folder that holds Content/.")
  var source = "."

  /// - Throws: exit code 1 when `site.yaml` cannot be understood, 2 when it cannot be read.
  func outline(_ console: Console) async throws -> (outline: SiteOutline, files: [SourceFile]) {
    let loaded = try await console.orFail {
      try SourceLoader.load(source: source, theme: BuiltInTheme.sources, jobs: 1)
    }
    let now = BuildTime.instant(Int(Date().timeIntervalSince1970))
    let (outline, found) = SiteOutline.read(loaded.files, time: now)
    console.write(found.filter { $0.severity == .error })
    guard let outline, !found.hasErrors else { throw ExitCode.contentErrors }
    return (outline, loaded.files)
  }

  /// Writes the files and says which.
  func write(_ files: [SourceFile], _ console: Console) async throws {
    try await console.orFail { try SourceWriter(source: source).create(files) }
    for file in files { console.say("\(source)/\(file.path)") }
  }

  /// Writes `site.yaml` with an addition, or says what to add by hand.
  func extend(_ changed: SourceFile?, by line: String, _ console: Console) async throws {
    guard let changed else {
      return console.say("now add to Content/site.yaml by hand: \(line)")
    }
    try await console.orFail { try SourceWriter(source: source).replace(changed) }
    console.say("\(source)/\(changed.path): \(line)")
  }
}

/// Asks for what a command was not given.
enum Question {
  /// The given text, else what the person at the terminal answers.
  ///
  /// - Throws: `ValidationError` when there is nobody to ask, or no answer.
  static func answer(_ given: String?, _ question: String, option: String) throws -> String {
    if let given {
      guard !given.allSatisfy(\.isWhitespace) else { throw ValidationError("\(option) is empty.") }
      return given
    }
    guard isatty(STDIN_FILENO) == 1 else { throw ValidationError("\(option) is missing.") }
    StandardOutput.error.write(question + ": ")
    let answer = (readLine() ?? "").trimmingCharacters(in: .whitespaces)
    guard !answer.isEmpty else { throw ValidationError("\(option) is missing.") }
    return answer
  }
}
