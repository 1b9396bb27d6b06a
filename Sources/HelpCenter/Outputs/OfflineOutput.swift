extension Output {
  /// `manifest.webmanifest` (W3C Web Application Manifest), so that the site can be put on a home screen.
  static let manifest = Output(name: "manifest") { input in
    [
      OutputJob(path: "manifest.webmanifest", origin: "manifest") {
        Array((input.manifest().json + "\n").utf8)
      }
    ]
  }

  /// `sw.js`: the theme's service worker, and above it the list of what it keeps. Left out where the
  /// theme has none.
  static let serviceWorker = Output(name: "service worker") { input in
    guard let script = input.theme.assets.content(of: ThemeAssets.serviceWorker) else { return [] }
    return [
      OutputJob(path: "sw.js", origin: "Templates/" + ThemeAssets.serviceWorker) {
        Array("const KEPT = \(KeptPages(input).json);\n".utf8) + script
      }
    ]
  }
}

extension RenderInput {
  fileprivate func manifest() -> JSONText {
    let titles = site.languages.map { site.configuration.title[$0.path] }
    var names: [String] = []
    for title in titles where !names.contains(title) { names.append(title) }
    return .record([
      "name": .text(names.joined(separator: " · ")), "short_name": .text(titles[0]),
      "description": .text(site.configuration.description[site.languages[0].path]),
      "lang": .text(site.languages[0].tag), "start_url": .text("./"), "scope": .text("./"),
      "display": .text("minimal-ui"), "background_color": .text("#ffffff"),
      "theme_color": .text("#ffffff"),
      "icons": .list(
        [icon(.favicon, "image/svg+xml"), icon(.appIcon, "image/png")].compactMap { $0 }),
    ])
  }

  private func icon(_ asset: BuiltInAsset, _ type: String) -> JSONText? {
    guard let name = theme.assets[asset.rawValue] else { return nil }
    let size = theme.assets.content(of: asset.rawValue).flatMap {
      asset == .favicon ? nil : PictureSize($0, name: name)
    }
    return .record([
      "src": .text(name), "sizes": .text(size.map { "\($0.width)x\($0.height)" } ?? "any"),
      "type": .text(type), "purpose": .text(asset == .appIcon ? "any maskable" : "any"),
    ])
  }
}

/// What the service worker keeps: the urgent, contact and verify pages, by language, and what they load.
private struct KeptPages {
  let json: String

  init(_ input: RenderInput) {
    let outputs: [Output] = [.documentPages, .contactPages, .verifyPages]
    let jobs = Dictionary(
      outputs.flatMap { $0.jobs(input) }.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    var pages: [(key: String, value: JSONText)] = []
    var bytes: [UInt8] = []
    var files: Set<String> = input.site.configuration.profile == nil ? [] : ["contacts.json"]
    for language in input.site.languages {
      let routes = Self.routes(input.site, language).filter { jobs[$0.outputPath] != nil }
      for route in routes {
        let page = jobs[route.outputPath]!.make().flatMap(\.bytes)
        bytes += page
        files.formUnion(Self.files(in: page))
      }
      pages.append((language.path, .list(routes.map { .text($0.path) })))
    }
    files.formUnion(Self.needs(of: files, in: input.theme.assets))
    for job in Output.contactsJSON.jobs(input) { bytes += job.make().flatMap(\.bytes) }
    // The files' names hold their fingerprints.
    for file in files.sorted() { bytes += Array(file.utf8) }
    json =
      JSONText.record([
        "build": .text(Fingerprint.of(bytes)), "pages": .object(pages),
        "files": .list(files.sorted().map(JSONText.text)),
      ]).json
  }

  private static func routes(_ site: Site, _ language: Language) -> [Route] {
    var routes: [Route] = site.hasContactPage ? [.contact(nil, language)] : []
    if site.pages.verify { routes.append(.verify(language)) }
    for exchange in site.exchanges {
      if exchange.contacts != nil { routes.append(.contact(exchange.id, language)) }
      if let urgent = site.urgent(of: exchange.id, in: language) {
        routes.append(.document(urgent.id, language))
      }
    }
    return routes
  }

  /// The files of `assets/` that a page names, as they are published: `href` or `src`, `="`, ways up.
  private static func files(in page: [UInt8]) -> Set<String> {
    var files: Set<String> = []
    let way = Array("../assets/".utf8)
    // By bytes: a regular expression over every kept page took a twentieth of a build.
    for quote in page.indices where page[quote] == UInt8(ascii: "\"") && quote > 0 {
      guard page[quote - 1] == UInt8(ascii: "=") else { continue }
      var start = quote + 1
      while page[start...].starts(with: "../../".utf8) { start += 3 }
      guard page[start...].starts(with: way) else { continue }
      let name = page[(start + 3)...].prefix { !"\"#?".utf8.contains($0) }
      files.insert(String(decoding: name, as: UTF8.self))
    }
    return files
  }

  /// What these files load themselves.
  private static func needs(of files: Set<String>, in assets: ThemeAssets) -> [String] {
    let sources = assets.names.filter { files.contains($0.value) }.map(\.key)
    return assets.closure(of: sources).compactMap { assets[$0] }
  }
}
