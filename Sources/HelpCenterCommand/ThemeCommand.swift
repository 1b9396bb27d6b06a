import ArgumentParser
import BuiltInTheme
import HelpCenter
import SiteIO

/// Gives out files of the theme that the program carries, for a site that wants another look.
struct ThemeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Lists the theme inside the program, or gives out files of it.",
    subcommands: [ListCommand.self, CopyCommand.self])

  struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the files of the theme.")

    func run() async throws {
      StandardOutput.output.write(BuiltInTheme.files.map { $0.path + "\n" }.joined())
    }
  }

  struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "copy",
      abstract: "Copies a file or folder of the theme into Templates/, where the site's own stand.",
      discussion: "A file there takes the place of the theme's; all others stay the theme's.")

    @Argument(help: "Files or folders, as 'theme list' has them: assets/site.css, partials.")
    var files: [String]

    @Option(name: .long, help: "The folder that holds Content/.")
    var source = "."

    func run() async throws {
      let console = Console(formatter: .text)
      let copied = try files.flatMap { wanted in
        let found = BuiltInTheme.sources(at: wanted)
        guard !found.isEmpty else {
          throw ValidationError(
            "The theme has no '\(wanted)'. 'helpcenter theme list' lists its files.")
        }
        return found
      }
      try await console.orFail { try SourceWriter(source: source).create(copied) }
      for file in copied { console.say("\(source)/\(file.path)") }
    }
  }
}
