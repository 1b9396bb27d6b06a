import Diagnostics

extension Check {
  /// Without the site's own address, what must be absolute is left out.
  static let baseURL = Check { input in
    // What a file that cannot be read says is not known.
    guard input.parsed.isConfigured else { return [] }
    guard let base = input.site.configuration.baseURL else {
      return [
        Diagnostic(
          .warning, .noBaseURL, at: SourceLocation(path: "Content/site.yaml"),
          "without a base URL there is no sitemap, no feed, no canonical address and no hreflang",
          hint: "add 'base-url: https://…' or build with --base-url")
      ]
    }
    guard base.origin.hasSuffix("example.com") else { return [] }
    return [
      Diagnostic(
        .notice, .exampleBaseURL, at: SourceLocation(path: "Content/site.yaml"),
        "the base URL is still the example's", hint: "set 'base-url' to the address of your site")
    ]
  }
}
