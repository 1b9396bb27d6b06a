extension Output {
  /// The theme's files and those beside the articles, under the names that `ThemeAssets` and
  /// `ContentIndex` gave them.
  static let assets = Output(name: "assets") { input in
    (input.theme.assets.files + input.attachments).map { file in
      OutputJob(path: file.path, origin: file.source) { file.bytes }
    }
  }
}
