import Foundation
import Testing

struct NewCommandTests {
  let source: TemporarySource
  private static let site = ["new", "site", ".", "--name", "Bean", "--languages", "ko,en"]

  init() throws { source = try TemporarySource(named: "new", copying: []) }

  private func run(_ arguments: [String]) async throws -> CommandRun {
    try await CommandRun(arguments, folder: source.root)
  }

  @Test func aSiteIsMadeGrownAndBuilt() async throws {
    let steps = [
      Self.site,
      ["new", "section", "machine", "--name", "ko=머신", "--name", "en=Machine"],
      ["new", "article", "machine/start/descale", "--title", "석회", "--description", "제거."],
      ["new", "translation", "Content/machine/start/descale.ko.md", "en"],
      [
        "new", "notice", "machine/recall", "--title", "A", "--description", "B.", "--language",
        "en",
      ],
      ["check", "--drafts"],
      ["build"],
    ]
    for step in steps {
      let run = try await run(step)
      #expect(run.status == 0, "\(step): \(run.stderr)")
      #expect(
        !run.stderr.contains("error") && !run.stderr.contains("warning: the"), "\(run.stderr)")
    }
    let files = try source.files(below: "Content").keys
    #expect(files.contains("machine/start/descale.en.md"))
    #expect(files.contains { $0.hasPrefix("machine/notices/20") && $0.hasSuffix("-recall.en.md") })
    #expect(
      try source.files(below: "Public").keys.contains("ko/guide/start/find-answers/index.html"))
  }

  @Test(arguments: ["ja", "zh"])
  func aNewLanguageStartsWithWhatThereIs(language: String) async throws {
    for step in [
      Self.site, ["new", "language", language], ["check"],
      ["new", "translation", "Content/guide/start/find-answers.en.md", language],
      ["new", "language", "de"], ["build"],
    ] {
      let run = try await run(step)
      #expect(run.status == 0, "\(step): \(run.stderr)")
    }
    let files = try source.files(below: "Content")
    #expect(files["guide/start/find-answers.\(language).md"] != nil)
    // The theme has the words in Chinese.
    let words = String(decoding: files["words/ja.yaml"] ?? Data(), as: UTF8.self)
    #expect(words.isEmpty == (language == "zh"))
    if language == "ja" {
      #expect(words.contains("\nlanguage-name: \"日本語\"\nlocale: \"ja_JP\"\n"))
      #expect(words.contains("\n# search: \"검색\"\n"))
      #expect(!words.contains("TxID") && !words.contains("지갑"), "of pages that the site lacks")
    }
    let pages = try source.files(below: "Public")
    #expect(pages["\(language)/guide/start/find-answers/index.html"] != nil)
  }

  @Test func nothingIsEverOverwritten() async throws {
    #expect(try await run(Self.site).status == 0)
    try source.write("mine", to: "Content/categories.yaml")
    let again = try await run(Self.site)
    #expect(again.status == 2)
    #expect(again.stderr.contains("is there already; nothing was written"), "\(again.stderr)")
    #expect(try source.files(below: "Content")["categories.yaml"] == Data("mine".utf8))
  }

  @Test(arguments: [
    (["new", "site", "x", "--languages", "ko"], "--name is missing"),
    (["new", "site", "x", "--name", " ", "--languages", "ko"], "--name is empty"),
    (["new", "site", "x", "--name", "A", "--languages", "ko,ko"], "each language once"),
    (["new", "site", "x", "--name", "A", "--languages", "xx"], "has no words in the theme"),
    (
      ["new", "site", "x", "--name", "A", "--languages", "ko", "--base-url", "y"],
      "--base-url must be"
    ),
    (["new", "section", "guide", "--name", "A"], "has a section 'guide' already"),
    (["new", "section", "a", "--name", "ko=A"], "--name en=…"),
    (["new", "article", "guide/a"], "SECTION/CATEGORY/NAME"),
    (["new", "article", "gide/start/a"], "no section 'gide'; did you mean 'guide'?"),
    (["new", "article", "guide/strat/a"], "no category 'strat'; did you mean 'start'?"),
    (["new", "article", "guide/start/more/a"], "no category 'start/more'; it has start"),
    (["new", "article", "guide/start/a"], "--title is missing"),
    (["new", "notice", "guide/start/a"], "SECTION/NAME"),
    (["new", "translation", "a.ko.md", "zh"], "no language 'zh'"),
    (["new", "translation", "a.ko.md", "en"], "no text 'a.ko.md'"),
    (["new", "language", "ko"], "has the language 'ko' already"),
  ])
  func whatCannotBeIsWrongUsage(arguments: [String], message: String) async throws {
    #expect(try await run(Self.site).status == 0)
    let before = try source.files(below: "Content")
    let run = try await run(arguments)
    #expect(run.status == 64, "\(run.stderr)")
    #expect(run.stderr.contains(message), "\(run.stderr)")
    #expect(try source.files(below: "Content") == before)
  }

  @Test(arguments: [
    (["new", "section", "search", "--name", "A"], "an address that the site itself uses"),
    (["new", "article", "guide/start/A_b", "--title", "A", "--description", "B."], "slug"),
  ])
  func aNameThatTheBuildWouldRefuseIsRefused(arguments: [String], message: String) async throws {
    #expect(try await run(Self.site).status == 0)
    let before = try source.files(below: "Content")
    let run = try await run(arguments)
    #expect(run.status == 1, "\(run.stderr)")
    #expect(run.stderr.contains(message) || run.stderr.contains("lower-case"), "\(run.stderr)")
    #expect(try source.files(below: "Content") == before)
  }

  @Test func outsideASiteItSaysWhatIsMissing() async throws {
    let run = try await run(["new", "article", "a/b/c"])
    #expect(run.status == 2)
    #expect(run.stderr.contains("There is no folder './Content'"), "\(run.stderr)")
  }
}
