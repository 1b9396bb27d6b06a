import Diagnostics
import Foundation

@testable import HelpCenter
@testable import SiteIO

extension FindingExamplesTests {
  /// One example for each rule; `⟦` stands where the finding must.
  static let examples: [Diagnostic.Rule: FindingExample] =
    ofFiles.merging(ofYAML) { $1 }.merging(ofRegistries) { $1 }.merging(ofTexts) { $1 }
    .merging(ofSites) { $1 }.merging(ofThemes) { $1 }

  private static let article = FindingExample.article
  private static let empty = FixtureSite.article("A")

  private static let ofFiles: [Diagnostic.Rule: FindingExample] = [
    .missingFile: .file("Content/readme.txt", "") { $0.content["Content/site.yaml"] = nil },
    .unknownFile: .file("Content/upbit/contcat.yaml", "⟦a: b"),
    .unusedFile: .file("Content/upbit/security/notes.txt", "⟦to do"),
    .languageSuffix: .file("Content/upbit/security/otp.md", "⟦# a"),
    .slug: .file("Content/upbit/security/OTP Lost.ko.md", "⟦# a"),
    .reservedSlug: .file("Content/upbit/security/contact.ko.md", "⟦# a"),
    .noticeName: .file("Content/upbit/notices/fee.ko.md", "⟦# a"),
    .duplicateSlug: .file("Content/upbit/security/e\u{301}.ko.md", empty) {
      $0.media["Content/upbit/security/\u{E9}.ko.md"] = Array(empty.utf8)
    },
    .duplicateRoute: .head("aliases: [/en/upbit/security/otp-lost/]"),
    .nameTooLong: .file(
      "Content/upbit/security/\(String(repeating: "가", count: 82)).svg", "⟦<svg/>"),
    .notUTF8: .file("Content/glossary.yaml", "") {
      $0.content["Content/glossary.yaml"] = nil
      $0.media["Content/glossary.yaml"] = [0x2D, 0x20, 0xFF]
    },
    .unsafeSVG: .file("Content/upbit/security/a.svg", "<svg>⟦<script/></svg>"),
    .activePDF: .file("Content/upbit/security/a.pdf", "⟦%PDF-1.7 <</OpenAction 3 0 R>>"),
    .hiddenCharacter: .body("up⟦\u{202E}bit"),
    .articleTooLarge: .file(
      article, "⟦" + FixtureSite.article("A", body: String(repeating: "a ", count: 100_000))),
    .sourceNameNotUTF8: .disk { folder in
      try Folder("\(folder)/Content").makeFolder(BytePath([0x63, 0xE9]))
      try Folder("\(folder)/Content").write(
        [], to: BytePath([0x63, 0xE9] + "/a.md".utf8))
    },
    .sourceUnreadable: FindingExample(elsewhere: {
      // Root, who runs most tests of CI, may read everything.
      var report = SourceReport()
      _ = report.bytes(of: .failed("Permission denied"), at: BytePath("Content/a.md"))
      return report.diagnostics
    }),
    .sourceSymbolicLink: .disk { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/Content/a.md", withDestinationPath: "/etc/hostname")
    },
    .sourceNotAFile: .disk { folder in _ = mkfifo("\(folder)/Content/a.md", 0o644) },
  ]

  private static let ofYAML: [Diagnostic.Rule: FindingExample] = [
    .frontMatterMissing: .file(article, "⟦# Title"),
    .frontMatterUnclosed: .file(article, "⟦---\ntitle: a\n"),
    .yamlSign: .head("tags⟦：a"),
    .yamlDoubt: .head("tags: [otp⟦，login]"),
    .yamlSyntax: .file("Content/glossary.yaml", "- id: a⟦: b"),
    .yamlFeature: .head("tags: ⟦&x [a]"),
    .yamlTooLarge: .file(
      "Content/glossary.yaml", "⟦- id: a\n# " + String(repeating: "a", count: 1 << 20)),
    .yamlTooDeep: .file("Content/glossary.yaml", "- id: a\n⟦" + String(repeating: "[", count: 65)),
    .duplicateKey: .file(article, "---\ntitle: a\n⟦title: b\n---\n"),
    .unknownKey: .head("⟦tittle: a"),
    .missingKey: .file(article, "---\n⟦title: a\n---\n"),
    .wrongType: .head("draft: ⟦maybe"),
    .emptyValue: .head("tags: [⟦\"\"]"),
    .shortList: .file("Content/search/ko.yaml", "synonyms:\n  - ⟦[오티피]\n"),
    .unknownValue: .head("sources:\n  - {name: a, confidence: ⟦offical}"),
    .badDate: .head("publish: ⟦2026-02-30"),
    .futureDate: .head("sources: [{name: a, date: ⟦2062-11-21}]"),
    .badValue: .head("⟦banner: true"),
    .badAlias: .head("aliases: [⟦../../etc/]"),
    .unknownLanguage: .head("translated-from: ⟦kr"),
    .categoryMismatch: .head("category: ⟦fees"),
    .missingTranslation: .file(
      "Content/categories.yaml", "- id: security\n  name: ⟦{ko: 보안, en: Security}"),
  ]

  private static let ofRegistries: [Diagnostic.Rule: FindingExample] = [
    .badHost: .file("Content/upbit/exchange.yaml", "name: a\nsite: ⟦https://upbit.com"),
    .badPhone: .contact(channel("dial: ⟦call me")),
    .badURL: .contact(channel("url: ⟦\"javascript:x\"")),
    .badAddress: .contact(channel("address: ⟦nobody")),
    .badHours: .contact(channel("dial: \"1\", hours: {answer: [⟦mon-fry 09:00-18:00]}")),
    .channelWithoutValue: .contact("  - ⟦{id: a, kind: phone, name: b, \(source)}"),
    .duplicateChannel: .contact(
      channel("dial: \"1\"") + "\n" + channel("dial: \"2\"", mark: "⟦")),
    .staleContact: .contact(
      "  - ⟦{id: a, kind: phone, name: b, dial: \"1\", source: c, verified: 2020, "
        + "confidence: official}"),
    .unverifiedContact: .contact(
      "  - ⟦{id: a, kind: phone, name: b, dial: \"1\", source: c, verified: 2026, "
        + "confidence: unverified}"),
    .suspendedContact: .contact(
      "  - ⟦{id: a, kind: phone, name: b, dial: \"1\", source: c, verified: 2026, "
        + "confidence: official, suspended: {since: 2026-01, source: c}}"),
    .unknownChannel: .body("Call ⟦[us](channel:phone)."),
    .wrongAudience: .file(
      "Content/upbit/contact.yaml",
      "time-zone: UTC\nproblems: {urgent: ⟦a, account: a, money-missing: a, trade: a, other: a}\n"
        + "channels:\n\(channel("dial: \"1\", audience: developers"))\n"),
    .duplicateLanguage: .file(
      "Content/site.yaml",
      "title: a\nexchanges: [upbit]\nlanguages:\n  - {path: ko}\n  - {path: zh}\n"
        + "  - {path: en}\n  - ⟦{path: ko}"),
    .duplicateExchange: .file(
      "Content/site.yaml",
      "title: a\nexchanges: [upbit, ⟦upbit]\nlanguages: [{path: ko}, {path: zh}, {path: en}]"),
    .duplicateCategory: .file(
      "Content/categories.yaml", "- id: security\n  name: a\n- ⟦id: security\n  name: b"),
    .duplicateHoliday: .file("Content/holidays/kr.yaml", calendar(twice: "⟦2027-01-01")),
    .duplicateTerm: .file(
      "Content/glossary.yaml",
      "- {id: otp, term: a, definition: b}\n- ⟦{id: otp, term: a, definition: b}"),
    .duplicateFake: .file(
      "Content/known-fakes.yaml",
      "- {kind: host, value: a.example, imitates: upbit, \(source)}\n"
        + "- {kind: host, ⟦value: a.example, imitates: upbit, \(source)}"),
    .officialFake: .file(
      "Content/known-fakes.yaml", "- {kind: host, value: upbit.com, imitates: upbit, \(source)}"
    ) { $0.content["Content/upbit/exchange.yaml"] = "name: a\nsite: upbit.com" },
    .unknownTerm: .body("A ⟦[word](term:nonce)."),
    .unknownDrawing: .body("⟦![](drawing:order)"),
    .badDrawing: .file(
      "Content/drawings/order.yaml",
      "kind: decision\ntitle: a\nsays: b\nquestions:\n  - ⟦{ask: c, answers: [{when: d}]}"),
    .unknownContact: .body("Write to ⟦help@upbit-desk.com."),
  ]

  private static let source = "source: c, verified: 2026, confidence: official"

  private static func channel(_ value: String, mark: String = "") -> String {
    "  - \(mark){id: a, kind: phone, name: b, \(value), \(source)}"
  }

  private static func calendar(twice day: String) -> String {
    "name: a\nsource: b\nverified: 2026-01-01\ndays:\n  - {date: 2027-01-01, name: a}\n"
      + "  - {date: \(day), name: b}\n"
  }

  private static let ofTexts: [Diagnostic.Rule: FindingExample] = [
    .brokenLink: .body("See ⟦[this](otp-lots.md)."),
    .expiringLink: .body("See ⟦[this](b.md).") {
      $0.content["Content/upbit/security/b.en.md"] = FixtureSite.article(
        "B", "expires: 2026-12-24")
    },
    .headingLevel: .body("## One\n\n⟦#### Three"),
    .headingID: .body("⟦## One {#One}"),
    .strayMark: .body("##⟦제목"),
    .accidentalBlock: .body("Text\n⟦---"),
    .lostText: .body("A text.\n\n⟦[주의]: 확인하세요"),
    .rawHTML: .body("a ⟦<b>c</b>"),
    .unknownCallout: .body("⟦> [!WARN] a"),
    .unknownMarker: .body("⟦{step}\n\n1. a"),
    .markerWithoutList: .body("⟦{steps}\n\n- a"),
    .faqWithoutQuestion: .body("{faq}\n\n⟦- > quoted\n\n  Answer."),
    .faqWithoutAnswer: .body("{faq}\n\n⟦- Is it free?"),
    .tabWithoutContent: .body("{tabs}\n\n⟦- App"),
    .captionWithoutTable: .body("⟦{caption: a}\n\nNo table."),
    .missingAlt: .body("⟦![](a.png)") { $0.media["Content/upbit/security/a.png"] = [1] },
    .filmWithoutCaptions: .body("⟦![a](a.mp4)") { $0.media["Content/upbit/security/a.mp4"] = [1] },
    .unknownSnippet: .body("⟦{include: nothing}"),
    .snippetTooDeep: .body("⟦{include: a1}") {
      for depth in 1...9 {
        $0.content["Content/snippets/a\(depth).en.md"] =
          depth < 9 ? "{include: a\(depth + 1)}" : "x"
      }
    },
    .snippetTooLarge: .body("⟦{include: a1}") {
      for depth in 1...6 {
        $0.content["Content/snippets/a\(depth).en.md"] = String(
          repeating: depth < 6 ? "{include: a\(depth + 1)}\n\n" : "x", count: 9)
      }
    },
    .snippetCycle: .file("Content/snippets/a.en.md", "⟦{include: a}") {
      $0.content[article] = FixtureSite.article("A", body: "{include: a}")
    },
  ]

  private static let ofSites: [Diagnostic.Rule: FindingExample] = [
    .unknownExchange: .file(
      "Content/site.yaml",
      "title: a\nexchanges: [upbit, ⟦bithum]\nlanguages: [{path: ko}, {path: zh}, {path: en}]"),
    .unlistedExchange: .file("Content/bithumb/exchange.yaml", "name: a"),
    .unknownCategory: .file("Content/upbit/securty/a.ko.md", "⟦" + empty),
    .emptyCategory: .file(
      "Content/categories.yaml",
      "⟦- id: security\n  name: a\n  categories: [{id: keys, name: b}]"),
    .unknownArticle: .file(
      "Content/site.yaml",
      "title: a\nexchanges: [upbit]\nfeatured: [⟦upbit/security/otp-lst]\n"
        + "languages: [{path: ko}, {path: zh}, {path: en}]"),
    .unknownExpectation: .file(
      "Content/search/en.yaml", "expectations:\n  - {query: a, article: ⟦upbit/security/z}"),
    .unknownQuestion: .file(
      "Content/search/en.yaml", "questions:\n  - {articles: [⟦upbit/security/z], asked: [a]}"),
    .unmetExpectation: .trial { $0.findings(of: $0.rounds[0], answers: Array("[[]]".utf8)) ?? [] },
    .unjudgedExpectations: .trial {
      [$0.unjudged(because: "there is no Node", hint: "install it", strict: true)]
    },
    .unknownCalendar: .file(
      "Content/upbit/contact.yaml", "⟦time-zone: UTC\nholidays: kr\nchannels: []"),
    .emptyCalendar: .file(
      "Content/holidays/kr.yaml", "name: a\nsource: b\nverified: 2026-01-01\n⟦days: []"),
    .calendarEnds: .file(
      "Content/holidays/kr.yaml",
      "⟦name: a\nsource: b\nverified: 2026-01-01\ndays: [{date: 2026-12-25, name: a}]"),
    .unknownIcon: .file("Content/categories.yaml", "⟦- id: security\n  name: a\n  icon: lok"),
    .missingUrgentPage: .contact(channel("dial: \"1\"")),
    .outdatedTranslation: .file(
      "Content/upbit/security/otp-lost.en.md",
      "⟦---\ntitle: a\ndescription: b\nupdated: 2026-01-01\ntranslated-from: ko\n---\n"),
    .reviewDue: .file(article, "⟦" + FixtureSite.article("A", "review-by: 2026-11-01")),
    .leftOut: FindingExample(elsewhere: {
      var site = FixtureSite.withArticle
      site.content[article] = FixtureSite.article("A", body: "[b](b.md)")
      site.content["Content/upbit/security/b.en.md"] = FixtureSite.article("B", body: "{x}")
      return await SiteBuild.planPartly(site.sources, options: site.options).diagnostics
    }),
    .harmfulAdvice: .body("⟦Please tell support your password."),
    .noBaseURL: .file("Content/readme.txt", "") { $0.options.baseURL = nil },
    .exampleBaseURL: .file("Content/readme.txt", "") {
      $0.options.baseURL = BaseURL("https://help.example.com/")
    },
    .noTimeZone: .file("Content/upbit/contact.yaml", "time-zone: Asia/Seoul\nchannels: []"),
  ]

  private static let ofThemes: [Diagnostic.Rule: FindingExample] = [
    .missingLanguageFile: .file(
      "Content/site.yaml",
      "title: a\nexchanges: [upbit]\nlanguages: [{path: ko}, {path: zh}, {path: en}, {path: ja}]"),
    .missingWord: .file("Templates/languages/ko.yaml", "language-name: 한국어"),
    .unknownWord: .file("Templates/category.mustache", "⟦{{words.languag-name}}"),
    .missingPlaceholder: .file("Templates/languages/ko.yaml", "⟦fallback-notice: 번역 없음\n"),
    .missingTemplate: .file("Content/readme.txt", "") {
      $0.removed = ["Templates/home.mustache"]
    },
    .unknownTemplate: .file("Templates/category.mustache", "⟦{{> partials/crumb}}"),
    .unknownTemplateName: .file("Templates/category.mustache", "⟦{{titel}}"),
    .templateCycle: .file("Templates/category.mustache", "⟦{{> category}}"),
    .templateSyntax: .file("Templates/category.mustache", "a ⟦{{title"),
    .missingAsset: .file(
      "Templates/category.mustache", "<img src=\"⟦{{root}}assets/site.cs\" alt=\"\">"),
    .assetCycle: .file("Templates/assets/a.js", "import \"./b.js\";\n") {
      $0.templates["Templates/assets/b.js"] = "import \"./a.js\";\n"
    },
    .unusedAsset: .file("Templates/assets/extra.txt", "nobody asks"),
  ]
}
