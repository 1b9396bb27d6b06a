import Contacts
import Diagnostics
import Testing

@testable import HelpCenter

/// The help center that the repository ships.
struct RealContentTests {
  static let date = Repository.newestDay
  static let result = Task {
    await SiteBuild.run(
      Repository.sources,
      options: BuildOptions(date: date, strict: true, jobs: 2))
  }

  @Test func buildsStrictly() async {
    let result = await Self.result.value
    #expect(result.files != nil, "\(result.report)")
  }

  @Test func noLanguageFallsBack() async {
    for count in await Self.result.value.counts {
      #expect(count.fallback == 0, "\(count.language)")
      #expect(count.translated >= 30)
    }
  }

  @Test func noPageNamesTheDayOfTheBuild() async {
    let today = await Self.result.value
    let later = await SiteBuild.run(
      Repository.sources,
      options: BuildOptions(date: Self.date.adding(days: 4)!, strict: true, jobs: 2))
    #expect(today.files == later.files)
  }

  @Test func everyInternalLinkIsRelative() async throws {
    for file in try #require(await Self.result.value.files) where file.path.hasSuffix(".html") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("href=\"/"), "\(file.path)")
      #expect(!text.contains("src=\"/"), "\(file.path)")
    }
  }

  @Test func nothingIsInline() async throws {
    for file in try #require(await Self.result.value.files) where file.path.hasSuffix(".html") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains(" style=") && !text.contains("<style"), "\(file.path)")
      #expect(!text.contains("<script>") && !text.contains(" onclick"), "\(file.path)")
    }
  }
}
