import Diagnostics
import Foundation
import Testing

@testable import HelpCenter

/// Plans with a memory of those before make what a plan without one makes, whatever was changed between
/// them; and an edit parses one text again.
struct BuildMemoryTests {
  /// Edits of each run, and its seed: `HELPCENTER_EDITS` and `HELPCENTER_SEED` set others.
  private static let edits = number("HELPCENTER_EDITS") ?? 30
  private static let seed = UInt64(number("HELPCENTER_SEED") ?? 15)

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test func afterRandomEditsTheSiteIsThatOfACleanBuild() async {
    print("random edits: \(Self.edits), seed \(Self.seed)")
    let memory = BuildMemory()
    var edited = RandomEdits(seed: Self.seed)
    var sites = 0
    for number in 0..<Self.edits {
      let edit = number == 0 ? "none" : edited.next()
      let (sources, options) = (edited.site.sources, edited.site.options)
      memory.beginRound()
      let kept = await SiteBuild.planPartly(sources, options: options, memory: memory)
      let clean = await SiteBuild.planPartly(sources, options: options)
      #expect(kept.diagnostics == clean.diagnostics, "edit \(number), \(edit)")
      #expect(kept.leftOut == clean.leftOut && kept.counts == clean.counts)
      let found = await SiteBuild.render(kept, options: options).files
      let wanted = await SiteBuild.render(clean, options: options).files
      let differing = zip(found ?? [], wanted ?? []).first { $0 != $1 }?.0.path
      #expect(
        found == wanted, "edit \(number), \(edit), seed \(Self.seed): \(differing ?? "files")")
      if found != wanted { return }
      if found != nil { sites += 1 }
    }
    // A run that made no sites would compare nothing.
    #expect(sites * 2 > Self.edits, "\(sites) sites")
  }

  @Test func anEditParsesOneText() async {
    let memory = BuildMemory()
    var site = FixtureSite.withArticle
    func parsed() async -> Int {
      memory.beginRound()
      let before = memory.documents.madeCount
      _ = await SiteBuild.plan(site.sources, options: site.options, memory: memory)
      return memory.documents.madeCount - before
    }
    #expect(await parsed() == 3)
    #expect(await parsed() == 0)
    let path = "Content/upbit/security/otp-lost.en.md"
    site.content[path]! += "\nMore.\n"
    #expect(await parsed() == 1)
    site.templates["Templates/article.mustache"] =
      Repository.text("article.mustache") + "<!-- x -->"
    #expect(await parsed() == 0)
    site.content["Content/upbit/security/other.en.md"] = FixtureSite.article("Other")
    #expect(await parsed() == 4)
    site.options.date = site.options.date.adding(days: 1)!
    #expect(await parsed() == 4)
  }
}

extension Repository {
  fileprivate static func text(_ path: String) -> String {
    String(decoding: theme.first { $0.path == "Templates/" + path }!.bytes, as: UTF8.self)
  }
}

/// A small site that is edited at random.
struct RandomEdits {
  var site: FixtureSite
  private var generator: Seeded
  private var count = 0

  private enum Kind: String, CaseIterable {
    case text, title, newText, lostText, renamedText, brokenText, template, word, site, category
    case contact, glossary, snippet, exchange, options
  }

  /// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  init(seed: UInt64) {
    generator = Seeded(state: seed)
    site = FixtureSite.withArticle
    for name in ["fees", "limits", "address"] {
      for language in ["ko", "en"] {
        site.content["Content/upbit/security/\(name).\(language).md"] = FixtureSite.article(
          "About \(name)",
          body:
            "See [it](otp-lost.md), [fee](term:fee) and [desk](channel:main).\n\n{include common}")
      }
    }
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent")
    }
    setGlossary()
    setContact()
    setSnippet()
  }

  /// Makes an edit and names it.
  mutating func next() -> String {
    count += 1
    let kind = Kind.allCases.randomElement(using: &generator)!
    // Without urgent pages there is no site.
    let texts = site.content.keys.filter {
      $0.hasSuffix(".md") && !$0.contains("/snippets/") && !$0.contains("/urgent.")
    }.sorted()
    let path = texts.randomElement(using: &generator) ?? "Content/upbit/security/otp-lost.en.md"
    switch kind {
    case .text: site.content[path, default: FixtureSite.article("New")] += "\nEdit \(count).\n"
    case .title:
      site.content[path] = site.content[path]?.replacing(
        #/(?m)^title: .*$/#, with: "title: Title \(count)")
    case .newText:
      let language = ["ko", "zh", "en"].randomElement(using: &generator)!
      site.content["Content/upbit/security/new-\(count).\(language).md"] = FixtureSite.article(
        "New \(count)", body: "Call 1588-\(1000 + count) or [see](fees.md).")
    case .lostText where texts.count > 4: site.content[path] = nil
    case .lostText: break
    case .renamedText:
      let name = path.replacing(#/\/[^\/.]*\./#, with: "/renamed-\(count).")
      site.content[name] = site.content.removeValue(forKey: path)
    case .brokenText:
      site.content[path] =
        site.content[path]?.contains("none-at-all") == true
        ? FixtureSite.article("Mended \(count)")
        : FixtureSite.article("Broken \(count)", body: "[to](none-at-all.md)")
    case .template:
      let template = "Templates/article.mustache"
      let text = site.templates[template] ?? Repository.text("article.mustache")
      site.templates[template] = text + "<!-- \(count) -->"
    case .word:
      let file = "Templates/languages/en.yaml"
      let text = site.templates[file] ?? Repository.text("languages/en.yaml")
      site.templates[file] = text.replacing(
        #/(?m)^search: .*$/#, with: "search: \"Search \(count)\"")
    case .site:
      site.content["Content/site.yaml"] = site.content["Content/site.yaml"]?.replacing(
        #/en: Help[^}]*/#, with: "en: Help \(count)")
    case .category:
      site.content["Content/categories.yaml"] =
        "- id: security\n  name: {ko: 보안, zh: 安全, en: Security \(count)}"
    case .contact: setContact()
    case .glossary: setGlossary()
    case .snippet: setSnippet()
    case .exchange:
      site.content["Content/upbit/exchange.yaml"] =
        "name: {ko: 업비트 \(count), zh: Upbit, en: Upbit}"
    case .options: site.options.includeDrafts.toggle()
    }
    return kind.rawValue
  }

  private mutating func setContact() {
    site.content["Content/upbit/contact.yaml"] = """
      time-zone: Asia/Seoul
      channels:
        - {id: main, kind: phone, name: Phone \(count), dial: "1588-\(1000 + count)", source: a, verified: 2026-11, confidence: official}
      """
  }

  private mutating func setGlossary() {
    site.content["Content/glossary.yaml"] = """
      - id: fee
        term: {ko: 수수료, zh: 手续费, en: fee}
        definition: {ko: 값, zh: 价, en: Price \(count)}
      """
  }

  private mutating func setSnippet() {
    for language in ["ko", "zh", "en"] {
      site.content["Content/snippets/common.\(language).md"] = "Common \(count).\n"
    }
  }
}
