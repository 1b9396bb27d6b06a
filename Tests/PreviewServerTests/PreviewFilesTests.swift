import Synchronization
import Testing

@testable import PreviewServer

struct PreviewFilesTests {
  private final class Count: Sendable {
    let value = Mutex<[String: Int]>([:])
    subscript(path: String) -> Int { value.withLock { $0[path] ?? 0 } }
    func add(_ path: String) { value.withLock { $0[path, default: 0] += 1 } }
  }

  private let count = Count()
  private var site: PreviewSite {
    let count = count
    return PreviewSite(
      sources: [
        PreviewSource(path: "index.html") {
          count.add("index.html")
          return [("index.html", bytes("home"))]
        },
        PreviewSource(path: "search/ko") {
          count.add("search/ko")
          return [("search/ko/index.json", bytes("{}")), ("search/ko/t/a.json", bytes("[]"))]
        },
      ], version: "1")
  }

  @Test func makesAFileWhenItIsFirstAskedForAndOnlyThen() {
    let site = site
    #expect(count["index.html"] == 0)

    #expect(get("/", from: site).text.hasPrefix("home"))
    #expect(get("/index.html", from: site).text.hasPrefix("home"))

    #expect(count["index.html"] == 1)
    #expect(count["search/ko"] == 0)
  }

  @Test func makesAWholeFolderForOneOfItsFiles() {
    let site = site
    #expect(get("/search/ko/t/a.json", from: site).text == "[]")
    #expect(get("/search/ko/index.json", from: site).text == "{}")
    #expect(get("/search/ko/t/of-yesterday.json", from: site).status == .notFound)
    #expect(count["search/ko"] == 1)
  }

  @Test(arguments: [
    "/search/ko/none.json", "/search/none.json", "/none", "/index.html/", "/search/ko",
  ])
  func whatNothingMakesIsNotFound(path: String) {
    #expect(get(path, from: site).status == .notFound)
  }
}
