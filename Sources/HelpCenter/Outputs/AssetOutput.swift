extension Output {
  /// The theme's files and those beside the articles, as they are.
  static let assets = Output(name: "assets") { input in
    (input.theme.assets + input.attachments).map { file in
      OutputJob(path: file.path, origin: file.path) { file.bytes }
    }
  }
}
