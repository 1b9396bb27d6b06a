import NIOHTTP1
import Testing

@testable import PreviewServer

@Suite struct LiveReloadTests {
  private let broken = PreviewSite(errorPage: bytes("<body>2 errors</body>"))

  @Test(arguments: [
    ("<body>a</body>", "<body>a|</body>"), ("<BODY>a</Body>\n", "<BODY>a|</Body>\n"),
    ("</body>a</body></html>", "</body>a|</body></html>"), ("no body", "no body|"),
    ("", "|"), ("</body", "</body|"), ("</body>", "|</body>"), ("한</body>글", "한|</body>글"),
  ])
  func putsTheScriptBeforeTheLastBodyEnd(page: String, expected: String) {
    let sent = LiveReload.addingScript(to: bytes(page))
    #expect(
      String(decoding: sent, as: UTF8.self) == expected.replacing("|", with: scriptTag))
  }

  @Test func leavesOtherFilesAsTheyAre() {
    let site = PreviewSite(files: ["a.svg": bytes("</body>")])
    #expect(get("/a.svg", from: site).text == "</body>")
  }

  @Test func servesItsScriptInPlaceOfTheSites() throws {
    let response = get("/.helpcenter/reload.js")
    #expect(response.status == .ok)
    #expect(response.header("Content-Type") == "text/javascript; charset=utf-8")
    #expect(response.text.contains("new EventSource(\"/.helpcenter/events\")"))
    let tag = try #require(response.header("ETag"))
    #expect(get("/.helpcenter/reload.js", [("If-None-Match", tag)]).status == .notModified)
  }

  @Test func namesTheVersionOfTheSiteInItsScript() {
    #expect(get("/.helpcenter/reload.js").text.contains("\"\(exampleSite.version)\""))
    let versions = [
      PreviewSite(files: ["a": [1], "b": [2]]), PreviewSite(files: ["a": [2], "b": [1]]),
      PreviewSite(files: ["a": [1]]), PreviewSite(files: [:]), PreviewSite(errorPage: [1]),
    ].map(\.version)
    #expect(Set(versions).count == versions.count)
    #expect(PreviewSite(files: ["b": [2], "a": [1]]).version == versions[0])
  }

  @Test func opensTheEventsToGETOnly() {
    #expect(get("/.helpcenter/events").body == .reloadEvents)
    #expect(get("/.helpcenter/events").header("Content-Type") == "text/event-stream")
    let head = StaticResponse.respond(
      method: .HEAD, target: "/.helpcenter/events", headers: [:], site: exampleSite)
    #expect(head.status == .methodNotAllowed)
    #expect(head.header("Allow") == "GET")
  }

  @Test func keepsTheRestOfItsFolderEmpty() {
    let site = PreviewSite(files: [".helpcenter/other.txt": []])
    #expect(get("/.helpcenter/other.txt", from: site).status == .notFound)
  }

  @Test(arguments: ["/", "/ko/", "/ko/page.html", "/ko/PAGE.HTML", "/ko", "/v1.2/", "/?a.css"])
  func showsTheErrorsInPlaceOfEveryPage(target: String) {
    let response = get(target, from: broken)
    #expect(response.status == .internalServerError)
    #expect(response.text == "<body>2 errors\(scriptTag)</body>")
    #expect(response.header("Content-Type") == "text/html; charset=utf-8")
    #expect(response.header("Cache-Control") == "no-cache")
  }

  @Test(arguments: ["/site.css", "/img/logo.png", "/a.html/b.js", "/a/../b.html", "/%ff"])
  func hasNoAssetsWhileThereAreErrors(target: String) {
    #expect(get(target, from: broken).status == .notFound)
  }

  @Test func reloadsThePageOfErrorsToo() {
    #expect(get("/.helpcenter/reload.js", from: broken).status == .ok)
    #expect(get("/.helpcenter/events", from: broken).body == .reloadEvents)
  }
}
