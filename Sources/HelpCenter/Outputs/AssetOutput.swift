extension Output {
  /// The theme's files and those beside the articles, under the names that `ThemeAssets` and
  /// `ContentIndex` gave them.
  static let assets = Output(name: "assets") { input in
    (input.theme.assets.files + input.attachments).map { file in
      OutputJob(path: file.path, origin: file.source) { file.bytes }
    }
  }

  /// What its owner wants to stand at the site's root: `CNAME`, `.well-known/`, the files by which
  /// search engines recognise an owner. Nothing of them is looked into.
  static let rootFiles = Output(name: "root files") { input in
    input.rootFiles.map { file in
      OutputJob(path: file.path, origin: file.source) { file.bytes }
    }
  }
}
