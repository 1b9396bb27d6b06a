import Foundation
import Testing

@testable import HelpCenter

/// The files that tell a host what to send: `_headers` and `_redirects`.
struct HostFilesTests {
  /// The headers that a rule's host would send with a file: values of one header that several rules
  /// set are joined, as Netlify and Cloudflare Pages do.
  private func headers(for path: String, by text: String) -> [String: [String]] {
    var sent: [String: [String]] = [:]
    var applies = false
    for line in text.split(separator: "\n") {
      if !line.hasPrefix(" ") {
        applies = line.hasSuffix("*") ? path.hasPrefix(line.dropLast()) : path == line
      } else if applies, let colon = line.firstRange(of: ": ") {
        sent[line[..<colon.lowerBound].trimmingCharacters(in: .whitespaces), default: []]
          .append(String(line[colon.upperBound...]))
      }
    }
    return sent
  }

  @Test func everyFileGetsThePolicyAndOneRuleAboutKeepingIt() async throws {
    let result = await RealContentTests.result.value
    let rules = try #require(result.text("_headers"), "\(result.report)")
    for file in try #require(result.files) where !file.path.hasPrefix("_") {
      var address = "/" + file.path
      if address.hasSuffix("/index.html") { address = String(address.dropLast(10)) }
      let sent = headers(for: address, by: rules)
      #expect(sent["Content-Security-Policy"] == [ResponseHeaders.securityPolicy])
      #expect(sent["X-Content-Type-Options"] == ["nosniff"])
      #expect(sent["Referrer-Policy"] == ["no-referrer"])
      let kept = file.path.hasPrefix("assets/")
      #expect(
        sent["Cache-Control"] == [kept ? ResponseHeaders.kept : ResponseHeaders.asked], "\(address)"
      )
    }
  }

  /// What the recipes of the README and the host of the browser tests send with a file's
  /// `Cache-Control`, by their own rules: the expressions of nginx's `map`, the paths of Caddy.
  @Test func theRecipesKeepWhatTheBuiltRulesKeep() async throws {
    func read(_ file: String) throws -> String {
      try String(contentsOf: Repository.root.appendingPathComponent(file), encoding: .utf8)
    }
    let readme = try read("README.md")
    let nginx = try [readme, read("Tests/Browser/nginx.conf")].map { text in
      try text.matches(of: #/(?m)^ +~(\S+) "public, max-age=31536000, immutable";$/#)
        .map { try Regex(String($0.output.1)) }
    }
    #expect(nginx.map(\.count) == [1, 1])
    let caddy = readme.matches(of: #/(?m)^\t@kept path (\S+)\*$/#).map { String($0.output.1) }
    #expect(caddy.count == 1 && readme.contains("\t@asked not path \(caddy[0])*"))
    let result = await RealContentTests.result.value
    let rules = try #require(result.text("_headers"), "\(result.report)")
    var kept = 0
    for file in try #require(result.files) where !file.path.hasPrefix("_") {
      let address = "/" + file.path.replacing(/(^|\/)index\.html$/) { $0.output.1 }
      let sent = headers(for: address, by: rules)["Cache-Control"]
      let isKept = sent == [ResponseHeaders.kept]
      #expect(isKept || sent == [ResponseHeaders.asked], "\(address)")
      if isKept { kept += 1 }
      for expressions in nginx {
        #expect(expressions.contains { address.contains($0) } == isKept, "\(address)")
      }
      #expect(caddy.contains { address.hasPrefix($0) } == isKept, "\(address)")
      // Kept for good is only what has another name when it is another; and all of that is.
      let isNamedByContent =
        address.contains(#/\.[0-9a-z]{8}(\.[a-z0-9]+)?$/#)
        || address.contains(#/\/[a-z]\.[0-9a-v]{7,8}\.json$/#)
      #expect(isNamedByContent == isKept, "\(address)")
    }
    #expect(kept > 100)
  }

  /// Limits of Cloudflare Pages; Netlify allows nothing behind a `*`.
  @Test func theRulesAreWithinTheHostsLimits() async throws {
    let rules = try #require(await RealContentTests.result.value.text("_headers"))
    let lines = rules.split(separator: "\n")
    #expect(lines.allSatisfy { $0.utf8.count < 2000 })
    let paths = lines.filter { !$0.hasPrefix(" ") }
    #expect(paths.count < 100 && Set(paths).count == paths.count)
    #expect(paths.allSatisfy { !$0.dropLast().contains("*") })
  }

  @Test func anOldAddressIsRedirectedInBothForms() async throws {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/분실.ko.md"] = FixtureSite.article(
      "a", "aliases: [/ko/upbit/옛/]")
    let text = try #require(await site.build().text("_redirects"))
    let (old, new) = ("/ko/upbit/%EC%98%9B", "/ko/upbit/security/%EB%B6%84%EC%8B%A4/")
    #expect(text.hasSuffix("\n\(old) \(new) 301\n\(old)/ \(new) 301\n"))
  }

  @Test(arguments: ["README.md", "Tests/Browser/nginx.conf"])
  func theGuideAndTheTestedHostSendTheSame(file: String) throws {
    let text = try String(
      contentsOf: Repository.root.appendingPathComponent(file), encoding: .utf8)
    for (name, value) in ResponseHeaders.everywhere {
      #expect(text.contains(name) && text.contains(value), "\(name)")
    }
    #expect(text.contains("\"\(ResponseHeaders.kept)\""))
  }
}
