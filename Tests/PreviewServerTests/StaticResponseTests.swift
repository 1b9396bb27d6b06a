import NIOHTTP1
import Testing

@testable import PreviewServer

@Suite struct StaticResponseTests {
  @Test(arguments: [
    ("/css/site.css", "0123456789"),
    ("/css/site.css?v=2", "0123456789"),
    ("/css/%73ite%2Ecss", "0123456789"),
    ("http://localhost:8080/css/site.css", "0123456789"),
    ("/", "<html><body>home\(scriptTag)</body></html>"),
    ("/?lang=ko", "<html><body>home\(scriptTag)</body></html>"),
    ("http://localhost:8080", "<html><body>home\(scriptTag)</body></html>"),
    ("/ko/", "<body>한국어\(scriptTag)</body>"),
    ("/ko/index.html", "<body>한국어\(scriptTag)</body>"),
    ("/ko/v1.2/", "<body>1.2\(scriptTag)</body>"),
    ("/ko/%EA%B2%80%EC%83%89%20%EA%B2%B0%EA%B3%BC.html", "<body>found\(scriptTag)</body>"),
    ("/empty.txt", ""),
  ])
  func sendsTheFileOfAPath(target: String, body: String) {
    let response = get(target)
    #expect(response.status == .ok)
    #expect(response.text == body)
    #expect(response.header("Content-Length") == String(body.utf8.count))
  }

  @Test(arguments: [
    "/missing", "/missing/", "/css/", "/css/site", "/css/site.css/", "/KO/",
    "/../css/site.css", "/ko/../css/site.css", "/ko/%2e%2e/css/site.css", "/./css/site.css",
    "//css/site.css", "/css//site.css", "/ko//", "//", "/css%2Fsite.css", "/css/site.css%00",
    "/%ff", "/%C0%AF", "/%ED%A0%80", "/%", "/%4", "/%zz", "/%+1", "", "*", "css/site.css",
    "/..", "/.", "/ko/..", "/..%5c..%5cetc",
    // The same word in decomposed letters is another file name.
    "/ko/%E1%84%80%E1%85%A5%E1%86%B7%EC%83%89%20%EA%B2%B0%EA%B3%BC.html",
  ])
  func sendsTheSitesOwn404ForAnythingElse(target: String) {
    let response = get(target)
    #expect(response.status == .notFound)
    #expect(response.text == "<body>lost\(scriptTag)</body>")
    #expect(response.header("Content-Type") == "text/html; charset=utf-8")
    #expect(response.header("ETag") == nil)
  }

  @Test func standsInForAMissing404PageWithOneThatReloads() {
    let response = get("/missing", from: PreviewSite(files: [:]))
    #expect(response.status == .notFound)
    #expect(response.text.contains("Not Found"))
    #expect(response.text.contains(scriptTag))
  }

  @Test(arguments: [
    ("/ko", "/ko/"), ("/ko?q=a%20b&c", "/ko/?q=a%20b&c"), ("/%6bo", "/%6bo/"),
    ("/ko/v1.2", "/ko/v1.2/"), ("http://localhost:1/ko?q", "/ko/?q"), ("/ko#part", "/ko/"),
  ])
  func redirectsAFolderToItsSlash(target: String, location: String) {
    let response = get(target)
    #expect(response.status == .movedPermanently)
    #expect(response.header("Location") == location)
  }

  @Test(arguments: [HTTPMethod.POST, .PUT, .DELETE, .OPTIONS, .TRACE, .RAW(value: "BREW")])
  func allowsGETAndHEADOnly(method: HTTPMethod) {
    let response = StaticResponse.respond(
      method: method, target: "/", headers: [:], site: exampleSite)
    #expect(response.status == .methodNotAllowed)
    #expect(response.header("Allow") == "GET, HEAD")
    #expect(response.header("Content-Length") == String(response.text.utf8.count))
  }

  @Test(arguments: ["/", "/ko", "/missing", "/css/site.css", "/.helpcenter/reload.js"])
  func answersHEADWithTheHeadersOfGET(target: String) {
    let head = StaticResponse.respond(
      method: .HEAD, target: target, headers: ["Range": "bytes=0-1"], site: exampleSite)
    let whole = get(target)
    #expect(head.status == whole.status)
    #expect(head.headers.elementsEqual(whole.headers) { $0 == $1 })
    #expect(head.text.isEmpty)
  }

  @Test(arguments: ["/", "/ko", "/missing", "/css/site.css", "/.helpcenter/events"])
  func sendsTheSameProtectionsWithEveryAnswer(target: String) {
    let response = get(target)
    #expect(response.header("Cache-Control") == "no-cache")
    #expect(response.header("X-Content-Type-Options") == "nosniff")
    #expect(response.header("Referrer-Policy") == "no-referrer")
    #expect(
      response.header("Content-Security-Policy")
        == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
  }

  @Test(arguments: [
    ("a.html", "text/html; charset=utf-8"), ("a.css", "text/css; charset=utf-8"),
    ("a.js", "text/javascript; charset=utf-8"), ("a.mjs", "text/javascript; charset=utf-8"),
    ("a.json", "application/json; charset=utf-8"), ("a.svg", "image/svg+xml; charset=utf-8"),
    ("a.xml", "application/xml; charset=utf-8"), ("a.txt", "text/plain; charset=utf-8"),
    ("a.webmanifest", "application/manifest+json; charset=utf-8"),
    ("a.md", "text/markdown; charset=utf-8"), ("a.png", "image/png"), ("a.jpg", "image/jpeg"),
    ("a.gif", "image/gif"), ("a.webp", "image/webp"), ("a.avif", "image/avif"),
    ("a.ico", "image/vnd.microsoft.icon"), ("a.mp4", "video/mp4"), ("a.webm", "video/webm"),
    ("a.vtt", "text/vtt"), ("a.pdf", "application/pdf"), ("a.woff2", "font/woff2"),
    ("A.PNG", "image/png"), ("a.min.js", "text/javascript; charset=utf-8"),
    ("a", "application/octet-stream"), ("a.", "application/octet-stream"),
    ("png", "application/octet-stream"), ("a.zip", "application/octet-stream"),
    ("b.html/a", "application/octet-stream"), (".css", "text/css; charset=utf-8"),
  ])
  func namesTheTypeOfAFile(path: String, type: String) {
    #expect(get("/" + path, from: PreviewSite(files: [path: []])).header("Content-Type") == type)
  }
}
