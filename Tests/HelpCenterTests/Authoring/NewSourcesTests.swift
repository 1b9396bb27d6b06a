import Contacts
import Diagnostics
import Testing

@testable import HelpCenter

struct NewSourcesTests {
  private let day = CalendarDate("2026-12-01")!

  private func site(_ languages: [String], kind: SiteKind = .company) -> [SourceFile] {
    NewSite(
      name: "Bean \"&\" Brew \\ Co: #1", languages: languages, kind: kind,
      baseURL: "https://help.beanbrew.test/", timeZone: "Asia/Seoul", today: day
    ).files()
  }

  private func build(_ files: [SourceFile]) async -> BuildResult {
    let sources = (files + Repository.theme).sorted { $0.path < $1.path }
    return await SiteBuild.run(sources, options: BuildOptions(date: day, strict: true))
  }

  @Test(arguments: [["ko"], ["zh"], ["en"], ["en", "ko"], ["ko", "zh", "en"]])
  func aNewSiteHasNoFindings(languages: [String]) async {
    for kind in SiteKind.allCases {
      let result = await build(site(languages, kind: kind))
      #expect(result.diagnostics.isEmpty, "\(result.report)")
      for language in languages {
        #expect(result.text("\(language)/guide/start/find-answers/index.html") != nil)
      }
    }
  }

  @Test func theNameStandsInEveryLanguageAsItWasGiven() async throws {
    let result = await build(site(["ko", "zh", "en"]))
    for language in ["ko", "zh", "en"] {
      let home = try #require(result.text("\(language)/index.html"))
      #expect(home.contains("Bean &quot;&amp;&quot; Brew \\ Co: #1"), "\(language)")
    }
  }

  @Test func aSectionAndALanguageAreAddedToTheListsOfTheSite() throws {
    let (read, _) = SiteOutline.read(site(["en"]), time: .instant(1_796_000_000))
    let outline = try #require(read)
    #expect(outline.sections == ["guide"])
    #expect(outline.categories == ["start"])
    let file = try #require(outline.adding(section: "mill"))
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("sections: [guide, mill]"))
    // Twice the same is not what was meant.
    #expect(outline.adding(section: "guide") == nil)
  }

  @Test func aDraftWithoutAWordPasses() async throws {
    let article = NewDocument(
      path: "Content/guide/start/descale.en.md", title: "Descale: \"how\"", description: "How.",
      updated: day, isDraft: true
    ).file
    var sources = site(["en"]) + [article] + Repository.theme
    sources.sort { $0.path < $1.path }
    let options = BuildOptions(
      time: .local(CalendarMoment(day)), includeDrafts: true, strict: true, jobs: 1)
    let result = await SiteBuild.run(sources, options: options)
    #expect(result.diagnostics.isEmpty, "\(result.report)")
    #expect(
      result.text("en/guide/start/descale/index.html")?.contains("Descale: &quot;how&quot;") == true
    )
  }

  @Test func aTranslationKeepsWhatTheTextsShare() throws {
    let original = SourceFile(
      path: "Content/guide/start/a.ko.md",
      text: """
        ---
        title: 제목
        tags: [하나]
        updated: 2026-01-01
        aliases:
          - /ko/old/
        sources:
        - name: 설명서
          date: 2025
        draft: false
        translated-from: zh
        ---

        본문. {#x}

        """)
    let copy = try NewTranslation.file(of: original, from: "ko", in: "en", today: day)
    #expect(copy.path == "Content/guide/start/a.en.md")
    #expect(
      String(decoding: copy.bytes, as: UTF8.self) == """
        ---
        title: 제목
        tags: [하나]
        sources:
        - name: 설명서
          date: 2025
        updated: 2026-12-01
        draft: true
        translated-from: ko
        ---

        본문. {#x}

        """)
  }
}
