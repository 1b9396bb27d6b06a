import Foundation
import PackagePlugin

/// Has `ThemeEmbedder` write the files of `Templates/` as Swift, so that the program carries the
/// theme and `Templates/` stays its only copy.
@main
struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let theme = context.package.directoryURL.appending(path: "Templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "ThemeFiles.swift")
    // Folders too: what is added to one or removed from it changes the folder's own time.
    let below = FileManager.default.enumerator(at: theme, includingPropertiesForKeys: nil)
    let inputs = (below?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
    return [
      .buildCommand(
        displayName: "Embedding the theme",
        executable: try context.tool(named: "ThemeEmbedder").url,
        arguments: [theme.path, output.path],
        inputFiles: [theme] + inputs, outputFiles: [output])
    ]
  }
}
