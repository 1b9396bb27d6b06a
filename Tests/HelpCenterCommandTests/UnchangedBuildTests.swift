import Foundation
import Testing

/// A build with nothing changed ends early, and never where something has changed.
struct UnchangedBuildTests {
  let source: TemporarySource
  private static let record = ".helpcenter/build.json"
  /// 2026-11-21 12:00 in UTC.
  private static let noon = 1_795_262_400

  init() throws { source = try TemporarySource() }

  private func build(
    _ options: [String] = BuildCommandTests.day, epoch: Int? = nil
  ) async throws -> CommandRun {
    try await CommandRun(
      options, environment: epoch.map { ["SOURCE_DATE_EPOCH": "\($0)"] } ?? [:],
      folder: source.root)
  }

  /// A build in full writes its record anew, as another file.
  private func isDoneInFull(
    _ options: [String] = BuildCommandTests.day, epoch: Int? = nil
  ) async throws -> Bool {
    let before = try inode(Self.record)
    _ = try await build(options, epoch: epoch)
    return try inode(Self.record) != before
  }

  private func inode(_ path: String) throws -> Int? {
    try? FileManager.default.attributesOfItem(
      atPath: source.root.appendingPathComponent(path).path)[.systemFileNumber] as? Int
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: source.root.appendingPathComponent(path), encoding: .utf8)
  }

  private func withoutTime(_ output: String) -> String {
    output.replacing(#/ in \d+\.\d\d s/#, with: "")
  }

  // MARK: What stays

  @Test func endsEarlyAndSaysTheSame() async throws {
    try source.write(
      "---\ntitle: A\ndescription: About it.\nupdated: 2026-11-01\nreview: 2020-01-01\n---\n\n[x](none.md)\n",
      to: "Content/upbit/security/more.en.md")
    let options = ["build", "--partial", "--diagnostics", "json"] + BuildCommandTests.day
    let first = try await build(options)
    #expect(first.status == 3, "\(first.stderr)")
    let second = try await build(options)
    let inode = try inode(Self.record)
    let third = try await build(options)
    #expect(try self.inode(Self.record) == inode)
    #expect(second.status == 3 && third.status == 3)
    #expect(!first.stdout.isEmpty && third.stdout == second.stdout && third.stdout == first.stdout)
    #expect(withoutTime(third.stderr) == withoutTime(second.stderr))
    #expect(third.stderr.contains(" 0 written, ") && third.stderr.contains(" 0 removed"))
    #expect(third.stderr.contains("left out, because of errors: 1 file"))
    // Another form of the same findings.
    let text = try await build(["build", "--partial"] + BuildCommandTests.day)
    #expect(try self.inode(Self.record) == inode)
    #expect(text.stderr.contains("Content/upbit/security/more.en.md:"))
  }

  @Test func endsEarlyAtAnotherTimeOfTheDay() async throws {
    #expect(try await isDoneInFull([], epoch: Self.noon))
    #expect(try await !isDoneInFull([], epoch: Self.noon + 3600))
    #expect(try await !isDoneInFull([], epoch: Self.noon - 3600))
    #expect(try await !isDoneInFull(["--jobs", "1"], epoch: Self.noon))
  }

  @Test func gitLeavesTheFolderAlone() async throws {
    _ = try await build()
    #expect(try text(".helpcenter/.gitignore") == "*\n")
  }

  @Test func noRecordIsNeeded() async throws {
    try source.write("a file", to: ".helpcenter")
    for _ in 0..<2 {
      let run = try await build()
      #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    }
  }

  // MARK: What changes

  @Test(arguments: [
    [], ["--date", "2026-11-22"], ["--date", "2026-11-21T00:01"],
    BuildCommandTests.day + ["--strict"], BuildCommandTests.day + ["--drafts"],
    ["build", "--partial"] + BuildCommandTests.day,
    ["build", "--in-place"] + BuildCommandTests.day,
    BuildCommandTests.day + ["--base-url", "https://other.test/"],
    ["build", "--output", "Other"] + BuildCommandTests.day,
  ]) func otherOptionsAreAnotherBuild(_ options: [String]) async throws {
    _ = try await build()
    #expect(try await isDoneInFull(options))
    #expect(try await isDoneInFull())
  }

  @Test func anotherDayAndAMinuteThatATextNamesAreAnotherBuild() async throws {
    try source.write(
      "---\ntitle: A\ndescription: About it.\nupdated: 2026-11-01\npublish: 2026-11-21 13:00\n---\n\nText.\n",
      to: "Content/upbit/security/later.en.md")
    #expect(try await isDoneInFull([], epoch: Self.noon))
    #expect(try await !isDoneInFull([], epoch: Self.noon + 3599))
    #expect(try await isDoneInFull([], epoch: Self.noon + 3600))
    #expect(try source.files(below: "Public").keys.contains("en/upbit/security/later/index.html"))
    #expect(try await !isDoneInFull([], epoch: Self.noon + 43_199))
    #expect(try await isDoneInFull([], epoch: Self.noon + 43_200))
    #expect(try await isDoneInFull([], epoch: Self.noon))
    #expect(try !source.files(below: "Public").keys.contains("en/upbit/security/later/index.html"))
  }

  /// What happens between two builds; the second must leave what a first build elsewhere makes.
  enum Event: String, CaseIterable {
    case edit, editOfTheSameLengthAndTime, newText, lostText, renamedText, word, template, ownTheme
    case newAsset, lostTheme, site, category
    case publishedEdit, publishedEditOfTheSameLengthAndTime, publishedLoss, publishedAddition
    case publishedReplacement, publishedCopy, publishedLossOfAll
    case brokenRecord, halfARecord, emptyRecord, changedRecord, noRecord
  }

  @Test(arguments: Event.allCases) func afterwardsTheSiteIsThatOfAFirstBuild(
    _ event: Event
  ) async throws {
    let first = try await build()
    #expect(first.status == 0, "\(first.stderr)")
    #expect(try await !isDoneInFull())
    try happen(event)
    let before = try inode(Self.record)
    let run = try await build()
    #expect(run.status == 0, "\(run.stderr)")
    #expect(try inode(Self.record) != before)
    let clean = try await build(["build", "--output", "Clean"] + BuildCommandTests.day)
    #expect(clean.status == 0, "\(clean.stderr)")
    #expect(try source.files(below: "Public") == source.files(below: "Clean"))
  }

  private func happen(_ event: Event) throws {
    let (article, page) = (
      "Content/upbit/security/lost.en.md", "Public/en/upbit/security/lost/index.html"
    )
    switch event {
    case .edit: try source.write(text(article) + "More.\n", to: article)
    case .editOfTheSameLengthAndTime: try editUnseen(article, "Text", "Word")
    case .newText: try source.write(text(article), to: "Content/upbit/security/found.en.md")
    case .lostText: try remove(article)
    case .renamedText: try move(article, "Content/upbit/security/gone.en.md")
    case .word:
      let path = "Templates/languages/en.yaml"
      try source.write(text(path).replacing("\nsearch: \"", with: "\nsearch: \"X"), to: path)
    case .template:
      let path = "Templates/article.mustache"
      try source.write(text(path) + "<!-- x -->", to: path)
    case .ownTheme: try remove("Templates/home.mustache")
    case .newAsset: try source.write("a{}", to: "Content/root/new.css")
    case .lostTheme: try remove("Templates")
    case .site:
      let path = "Content/site.yaml"
      try source.write(text(path).replacing("title: Help", with: "title: Aid"), to: path)
    case .category:
      try source.write("- {id: security, name: Safety}\n", to: "Content/categories.yaml")
    case .publishedEdit: try source.write("x", to: page)
    case .publishedEditOfTheSameLengthAndTime: try editUnseen(page, "Text", "Word")
    case .publishedLoss: try remove(page)
    case .publishedAddition: try source.write("x", to: "Public/en/new.html")
    case .publishedReplacement:
      try source.write(text(page).replacing("Text", with: "Word"), to: "other")
      try remove(page)
      try move("other", page)
    case .publishedCopy:
      try FileManager.default.copyItem(at: url("Public"), to: url("Copy"))
      try remove("Public")
      try move("Copy", "Public")
    case .publishedLossOfAll: try remove("Public")
    case .brokenRecord: try source.write("x", to: Self.record)
    case .halfARecord:
      try source.write(String(text(Self.record).prefix(300)), to: Self.record)
    case .emptyRecord: try source.write("", to: Self.record)
    case .changedRecord:
      try source.write(
        text(Self.record).replacing("\"files\":", with: "\"files\":1"), to: Self.record)
    case .noRecord: try remove(".helpcenter")
    }
  }

  private func url(_ path: String) -> URL { source.root.appendingPathComponent(path) }
  private func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }
  private func move(_ path: String, _ target: String) throws {
    try FileManager.default.moveItem(at: url(path), to: url(target))
  }

  /// In place, with other bytes of the same length, and the old time.
  private func editUnseen(_ path: String, _ old: String, _ new: String) throws {
    let bytes = try text(path).replacing(old, with: new)
    #expect(try bytes != text(path))
    let time = try FileManager.default.attributesOfItem(atPath: url(path).path)[.modificationDate]!
    let file = try FileHandle(forWritingTo: url(path))
    try file.write(contentsOf: Data(bytes.utf8))
    try file.close()
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: url(path).path)
  }

  @Test func errorsAreFoundAgain() async throws {
    _ = try await build()
    try source.write("# none\n", to: "Content/upbit/security/lost.en.md")
    for _ in 0..<2 { #expect(try await build().status == 1) }
  }

  @Test func anOutputThatAnotherBuildHoldsIsNotLookedAt() async throws {
    _ = try await build()
    let lock = open(url(".Public.lock").path, O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let run = try await build()
    #expect(run.status == 2 && run.stderr.contains("Another build"))
  }
}
