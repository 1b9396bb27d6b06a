// The command line: `helpcenter build`, `check` and `serve`, each a few steps long.
//
// 1. `SourceOptions` reads what all three share and turns it into `BuildOptions`.
// 2. `SiteIO` loads the sources, `SiteBuild` makes the site of them.
// 3. `build` publishes the files, `serve` keeps them in memory, `check` drops them.
// 4. `Console` writes the findings and what was done.
//
// Exit codes: 0 done, 1 the content has errors, 2 could not run, 3 texts were left out, 64 wrong usage.

import ArgumentParser

@main
struct HelpCenterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "helpcenter",
    abstract: "Builds a multilingual help center as static files.",
    discussion: """
      Reads Content/ of a source folder, and Templates/ where the site has files of its own in \
      place of the theme's. Content/README.md is the authors' guide.

      Exit codes: 0 done, 1 the content has errors, 2 could not run, 3 texts were left out, 64 wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, NewCommand.self, ThemeCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  /// Exits as ArgumentParser does, and with 2 where all went well but the words of it were lost.
  static func main() async {
    StandardOutput.prepare()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
    if StandardOutput.hasLost { exit(withError: ExitCode.couldNotRun) }
  }
}

extension ExitCode {
  /// The content has errors; nothing was published.
  static let contentErrors = ExitCode(1)
  /// Done, but for the texts that have errors.
  static let leftOut = ExitCode(3)
  /// The disk, a lock or a port stood in the way.
  static let couldNotRun = ExitCode(2)
}
