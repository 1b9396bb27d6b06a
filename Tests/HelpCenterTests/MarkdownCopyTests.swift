import Testing

@testable import HelpCenter

/// What language models are given: `llms.txt`, and every text as Markdown where the site wants it.
struct MarkdownCopyTests {
  private func site(_ body: String) -> FixtureSite {
    var site = FixtureSite.withArticle
    site.content["Content/site.yaml"]! += "\nmarkdown-copies: true\n"
    site.content["Content/glossary.yaml"] = """
      - id: otp
        term: OTP
        definition: A code that changes
      """
    site.content["Content/snippets/never.en.md"] = "We never ask for [codes](term:otp)."
    site.content["Content/upbit/urgent.en.md"] = FixtureSite.article("Urgent")
    site.content["Content/upbit/contact.yaml"] = """
      time-zone: Asia/Seoul
      channels:
        - id: phone
          kind: phone
          name: Phone
          dial: "1588-0000"
          international: "+8215880000"
          source: Footer
          verified: 2026-11-01
          confidence: official
      """
    for language in ["ko", "zh"] {
      site.content["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent")
    }
    site.content["Content/upbit/security/a.en.md"] = FixtureSite.article(
      "A \"quoted\" title", body: body)
    return site
  }

  private func copy(_ body: String) async throws -> String {
    let result = await site(body).build()
    let text = try #require(result.text("en/upbit/security/a/index.md"), "\(result.report)")
    let start = try #require(text.firstRange(of: "title\n\n"))
    return String(text[start.upperBound...])
  }

  @Test func titleAndDateStandOnTop() async throws {
    let result = await site("Text.").build()
    let text = try #require(result.text("en/upbit/security/a/index.md"), "\(result.report)")
    #expect(
      text == """
        ---
        title: "A \\"quoted\\" title"
        description: "About A \\"quoted\\" title."
        updated: 2026-11-20
        language: en
        url: "https://help.test/en/upbit/security/a/"
        ---

        # A "quoted" title

        Text.

        """)
    let page = try #require(result.text("en/upbit/security/a/index.html"))
    #expect(page.contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">"))
  }

  struct Pair: Sendable {
    var source: String
    var copy: String
    init(_ source: String, _ copy: String) { (self.source, self.copy) = (source, copy) }
  }

  static let pairs = [
    Pair(
      "Call [the *desk*](channel:phone) now.",
      "Call [the *desk* 1588-0000](tel:15880000) (checked 2026-11-01) now."),
    Pair("[](channel:phone)", "[1588-0000](tel:15880000) (checked 2026-11-01)"),
    Pair(
      "A [code](term:otp), and [](term:otp).",
      "A code[^otp], and OTP.\n\n[^otp]: OTP: A code that changes"),
    Pair("{include: never}", "We never ask for codes[^otp].\n\n[^otp]: OTP: A code that changes"),
    Pair(
      "[x](otp-lost.md) [y](<../exchange.yaml>) [z](../exchange.yaml \"t (b)\")",
      "[x](https://help.test/en/upbit/security/otp-lost/) [y](https://help.test/en/upbit/) "
        + "[z](https://help.test/en/upbit/)"),
    Pair(
      "## A heading {#here}\n\n[up](#here)",
      "## A heading\n\n[up](https://help.test/en/upbit/security/a/#here)"),
    Pair("{steps}\n1. One\n\n   More\n2. Two", "1. One\n\n   More\n2. Two"),
    Pair(
      "{caption: Fees}\n\n| a | b |\n|---|--:|\n| 1\\|2 | `[c](d)` |",
      "**Fees**\n\n\n| a | b |\n|---|--:|\n| 1\\|2 | `[c](d)` |"),
    Pair(
      "> [!NOTE]\n> Text.\n\nAfter.", "> **Note**\n>\n> Text.\n\nAfter."),
    Pair("```\n[a](channel:phone)\n{steps}\n```", "```\n[a](channel:phone)\n{steps}\n```"),
    Pair(
      "\\[no](link) and `[no](link)` and [text] (none)",
      "\\[no](link) and `[no](link)` and [text] (none)"),
    Pair(
      "A [link\nover lines](otp-lost.md).",
      "A [link\nover lines](https://help.test/en/upbit/security/otp-lost/)."),
  ]

  @Test(arguments: pairs.indices) func whatOnlyTheBuildKnowsIsResolved(index: Int) async throws {
    #expect(try await copy(Self.pairs[index].source) == Self.pairs[index].copy + "\n")
  }

  @Test func aScamWarningEndsWithWhatNobodyMayAsk() async throws {
    let text = try await copy("> [!SCAM] Careful\n> Text.\n\nAfter.")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("> **") && lines[0].hasSuffix("Careful**"))
    #expect(lines[2...3] == ["> Text.", ">"] && lines[4].hasPrefix("> ") && lines[6] == "After.")
  }

  @Test func picturesHaveTheAddressOfTheFile() async throws {
    var site = site("![Screen](p.svg)")
    site.content["Content/upbit/security/p.svg"] = "<svg/>"
    let text = try #require(await site.build().text("en/upbit/security/a/index.md"))
    #expect(
      text.withoutFingerprints.hasSuffix(
        "![Screen](https://help.test/assets/content/upbit/security/p.svg)\n"))
  }

  @Test func aTextInAnotherLanguageHasNoCopy() async throws {
    let result = await site("Text.").build()
    #expect(result.text("ko/upbit/security/a/index.html") != nil, "\(result.report)")
    #expect(result.text("ko/upbit/security/a/index.md") == nil)
    #expect(result.text("ko/upbit/security/a/index.html")?.contains("text/markdown") == false)
  }

  @Test func thereAreCopiesOnlyWhereTheSiteWantsThem() async throws {
    let result = await FixtureSite.withArticle.build()
    #expect(try #require(result.files).allSatisfy { !$0.path.hasSuffix(".md") })
    #expect(result.text("ko/upbit/security/otp-lost/index.html")?.contains("markdown") == false)
  }

  @Test func manyBracketsAreReadInNoTime() async throws {
    let brackets = String(repeating: "[![", count: 5_000)
    #expect(try await copy(brackets).count > 12_000)
  }

  /// Every text of the repository's own site, with copies switched on.
  @Test func noCopyOfTheRealSiteHoldsADirective() async throws {
    var sources = Repository.sources
    let index = try #require(sources.firstIndex { $0.path == "Content/site.yaml" })
    sources[index].bytes += Array("\nmarkdown-copies: true\n".utf8)
    let options = BuildOptions(date: RealContentTests.date, strict: true, jobs: 2)
    let plan = await SiteBuild.plan(sources, options: options)
    let jobs = try #require(plan.jobs, "\(plan.diagnostics)")
    let copies = jobs.filter { $0.path.hasSuffix(".md") }.flatMap { $0.make() }
    #expect(copies.count > 450)
    let directive = #/\]\((?:channel|term):|^\{[a-z]+[:}]|\{#|\[![A-Z]+\]|\.md[)#]/#
      .anchorsMatchLineEndings()
    for copy in copies {
      let text = String(decoding: copy.bytes, as: UTF8.self)
      #expect(text.firstMatch(of: directive) == nil, "\(copy.path)")
      #expect(text.hasPrefix("---\ntitle: \"") && !text.contains("<span"), "\(copy.path)")
    }
    // What `llms.txt` lists is there.
    let paths = Set(jobs.map(\.path))
    for path in ["llms.txt", "ko/llms.txt", "zh/llms.txt", "en/llms.txt"] {
      let list = try #require(jobs.first { $0.path == path }).make()
      let text = String(decoding: list.flatMap(\.bytes), as: UTF8.self)
      let links = text.matches(of: #/\]\(https:\/\/help\.example\.com\/([^)]*)\)/#)
      #expect(links.count > 8 && text.hasPrefix("# ") && text.contains("\n> "))
      for link in links {
        let target = String(link.output.1)
        #expect(paths.contains(target.hasSuffix("/") ? target + "index.html" : target), "\(target)")
      }
    }
  }
}
