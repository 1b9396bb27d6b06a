/// What a host should send with every file. README.md shows the same for nginx and Caddy.
enum ResponseHeaders {
  /// Nothing inline, nothing from another host.
  static let securityPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
    """
  static let everywhere = [
    ("Content-Security-Policy", securityPolicy), ("X-Content-Type-Options", "nosniff"),
    // An exchange need not know which article its customer was reading.
    ("Referrer-Policy", "no-referrer"),
  ]
  /// For names with a fingerprint: another content has another name (RFC 8246).
  static let kept = "public, max-age=31536000, immutable"
  /// For all others: ask whether it is still the same (RFC 9111, section 5.2.2.4).
  static let asked = "no-cache"
}

extension Output {
  /// `_headers`, which Netlify, Cloudflare Pages and some others read.
  ///
  /// Where several rules fit a file, those hosts join the values of a header with a comma. So no two
  /// rules here set the same header for one file, and `*` stands only at the end of a rule.
  static let hostHeaders = Output(name: "_headers") { input in
    [
      OutputJob(path: "_headers", origin: "_headers") {
        func rule(_ path: String, _ headers: [(String, String)]) -> String {
          "\(path)\n" + headers.map { "  \($0): \($1)\n" }.joined()
        }
        let folders = Set(input.site.languages.map(\.path) + ["search"])
        let files = [
          "", "index.html", "404.html", "contacts.json",
          "contacts.schema.json", "favicon.svg", "llms.txt",
          "manifest.webmanifest", "robots.txt", "sitemap.xml", "sw.js",
        ]
        let sitemaps = input.site.configuration.baseURL.map {
          Sitemap(site: input.site, base: $0).parts().count
        }
        let parts = sitemaps.map { $0 > 1 ? (0..<$0).map(Sitemap.name) : [] } ?? []
        let own = input.rootFiles.map { $0.path.split(separator: "/").map(String.init) }
        let ownFolders = Set(own.filter { $0.count > 1 }.map { $0[0] }).subtracting(folders)
        let ownFiles = own.filter { $0.count == 1 && !$0[0].hasPrefix("_") }.map { $0[0] }
        let asked =
          (files + parts).map { "/" + $0 } + ownFiles.map { "/" + Route.encode($0) }
          + (folders.sorted() + ownFolders.sorted()).map { "/\(Route.encode($0))/*" }
        let text =
          rule("/*", ResponseHeaders.everywhere)
          + rule("/assets/*", [("Cache-Control", ResponseHeaders.kept)])
          + asked.map { rule($0, [("Cache-Control", ResponseHeaders.asked)]) }.joined()
        return Array(text.utf8)
      }
    ]
  }

  /// `_redirects` for the same hosts: the old addresses, each in both forms, because some of them tell
  /// `/a` from `/a/`. On other hosts the pages of `redirects` do the same.
  static let hostRedirects = Output(name: "_redirects") { input in
    [
      OutputJob(path: "_redirects", origin: "_redirects") {
        let lines = input.aliases.map { alias in
          let source = "/" + alias.route.path
          let line = " /\(alias.target.path) 301\n"
          return source.dropLast() + line + source + line
        }
        return Array(("# Old addresses. Made by the build.\n" + lines.joined()).utf8)
      }
    ]
  }
}
