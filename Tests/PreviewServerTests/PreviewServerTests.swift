import NIOCore
import Testing

@testable import PreviewServer

/// The server over a real socket of the loopback interface.
@Suite(.timeLimit(.minutes(10))) struct PreviewServerTests {
  /// 8 MiB whose every 256 KiB differs.
  private static let film = (0..<32).flatMap { [UInt8](repeating: $0, count: 256 * 1024) }

  private func withServer(
    showing site: PreviewSite = exampleSite, heartbeat: TimeAmount = .seconds(15),
    patience: TimeAmount = .minutes(10), _ body: (PreviewServer, Int) async throws -> Void
  ) async throws {
    let server = PreviewServer(
      host: "127.0.0.1", port: 0, site: site, heartbeat: heartbeat, patience: patience)
    let port = try await server.start()
    do {
      try await body(server, port)
    } catch {
      try await server.stop()
      throw error
    }
    try await server.stop()
  }

  @Test func answersRequestsOfOneConnectionInTurn() async throws {
    try await withServer { _, port in
      try await RawClient.connect(to: port) { client in
        try await client.request("GET /css/site.css")
        let first = try await client.response()
        #expect(first.status == "HTTP/1.1 200 OK")
        #expect(first.text == "0123456789")
        let tag = try #require(first.head.firstMatch(of: /ETag: ("[0-9a-f]{16}")/)).1
        try await client.request("HEAD /css/site.css")
        #expect(try await client.response(hasBody: false).head.contains("Content-Length: 10\r\n"))
        try await client.request("GET /css/site.css", "If-None-Match: \(tag)")
        #expect(try await client.response().status == "HTTP/1.1 304 Not Modified")
        try await client.request("GET /css/site.css", "Range: bytes=-2")
        #expect(try await client.response().text == "89")
        try await client.request("GET /ko", "Connection: close")
        #expect(try await client.response().head.contains("Connection: close\r\n"))
        try await client.readToEnd()
      }
    }
  }

  @Test func answersThousandsOfPipelinedRequestsInOrder() async throws {
    let count = 3000
    try await withServer { _, port in
      try await RawClient.connect(to: port) { client in
        let requests = (0..<count).map { "GET /ko?\($0) HTTP/1.1\r\nHost: localhost\r\n\r\n" }
        try await client.send(requests.joined())
        for number in 0..<count {
          let response = try await client.response()
          #expect(response.head.contains("Location: /ko/?\(number)\r\n"))
        }
      }
    }
  }

  @Test func sendsALargeFileWhole() async throws {
    try await withServer(showing: PreviewSite(files: ["film.mp4": Self.film])) { _, port in
      try await RawClient.connect(to: port) { client in
        try await client.request("GET /film.mp4")
        #expect(try await client.response().body == Self.film)
      }
    }
  }

  @Test func servesOthersWhileAClientDoesNotRead() async throws {
    let site = PreviewSite(files: ["film.mp4": Self.film, "a.txt": bytes("a")])
    try await withServer(showing: site) { _, port in
      try await RawClient.connect(to: port) { slow in
        for _ in 0..<8 { try await slow.request("GET /film.mp4") }
        for _ in 0..<8 {
          try await RawClient.connect(to: port) { client in
            try await client.request("GET /a.txt")
            #expect(try await client.response().text == "a")
          }
        }
        for _ in 0..<8 { #expect(try await slow.response().body.count == Self.film.count) }
      }
    }
  }

  @Test func survivesClientsThatLeaveEarly() async throws {
    try await withServer(showing: PreviewSite(files: ["film.mp4": Self.film])) { server, port in
      for target in ["GET /film.mp4", "GET /.helpcenter/events", "GET /film"] {
        for _ in 0..<10 {
          try await RawClient.connect(to: port) { try await $0.request(target) }
        }
        server.show(PreviewSite(files: ["film.mp4": Self.film]))
      }
      try await RawClient.connect(to: port) { client in
        try await client.request("GET /film.mp4", "Range: bytes=0-3")
        #expect(try await client.response().body == [0, 0, 0, 0])
      }
    }
  }

  @Test func refusesWhatIsNotHTTPAndClosesTheConnection() async throws {
    let endless = "GET / HTTP/1.1\r\nX: \(String(repeating: "x", count: 200_000))"
    try await withServer { _, port in
      for request in ["NONSENSE\r\n\r\n", "GET / HTTP/1.1\r\nbad header\r\n\r\n", endless] {
        try await RawClient.connect(to: port) { client in
          try await client.send(request)
          #expect(try await client.response().status == "HTTP/1.1 400 Bad Request")
        }
      }
    }
  }

  @Test func readsAndRefusesABody() async throws {
    try await withServer { _, port in
      try await RawClient.connect(to: port) { client in
        try await client.request("POST /ko/", "Content-Length: 4", "Expect: 100-continue")
        #expect(try await client.response().status == "HTTP/1.1 100 Continue")
        try await client.send("body")
        #expect(try await client.response().status == "HTTP/1.1 405 Method Not Allowed")
        try await client.request("GET /css/site.css")
        #expect(try await client.response().text == "0123456789")
      }
    }
  }

  @Test(arguments: [
    ("Host: evil.example", "421"), ("Host: localhost.evil.example", "421"),
    ("Host: 127.0.0.1.nip.io", "421"),
    ("Host: 2130706433", "421"), ("Host: upbit.com:8080", "421"), ("X: none", "400"),
    ("Host: localhost\r\nHost: localhost", "400"), ("Host:", "400"), ("Host: a b", "400"),
    ("Host: localhost:http", "400"), ("Host: [::1", "400"), ("Host: user@localhost", "400"),
    ("Host: localhost/", "400"), ("Host: localhost", "200"), ("Host: LOCALHOST:81", "200"),
    ("Host: localhost.", "200"), ("Host: app.localhost", "200"), ("Host: 192.168.0.7:8080", "200"),
    ("Host: [::1]:8080", "200"), ("Host: [fe80::1]", "200"),
  ])
  func answersOnlyWhatIsForThisMachine(header: String, status: String) async throws {
    try await withServer { _, port in
      try await RawClient.connect(to: port) { client in
        try await client.send("GET /css/site.css HTTP/1.1\r\n\(header)\r\n\r\n")
        let response = try await client.response()
        #expect(response.status.hasPrefix("HTTP/1.1 \(status)"), "\(response.status)")
        #expect(response.text.contains("0123456789") == (status == "200"))
      }
    }
  }

  @Test(arguments: [
    ("http://evil.example/css/site.css", "421"), ("http://localhost/css/site.css", "200"),
    ("http://user@localhost/css/site.css", "400"), ("http:///css/site.css", "400"),
  ])
  func judgesTheTargetInAbsoluteFormToo(target: String, status: String) async throws {
    try await withServer { _, port in
      try await RawClient.connect(to: port) { client in
        try await client.request("GET \(target)")
        #expect(try await client.response().status.hasPrefix("HTTP/1.1 \(status)"))
      }
    }
  }

  @Test(arguments: [
    ("Origin: https://evil.example", false), ("Origin: null", false),
    ("Origin: http://localhost.evil.example", false),
    ("Origin: http://localhost:8080", true), ("Origin: http://127.0.0.1:8080", true),
    ("X: none", true),
  ])
  func tellsNewsToItsOwnPagesOnly(header: String, isTold: Bool) async throws {
    try await withServer { _, port in
      try await RawClient.connect(to: port) { client in
        try await client.request("GET /.helpcenter/events", header)
        let head = try await client.text(through: "\r\n\r\n")
        #expect(head.hasPrefix("HTTP/1.1 \(isTold ? "200" : "403")"), "\(head)")
        if isTold { _ = try await client.text(through: "data: \(exampleSite.version)\n\n") }
      }
    }
  }

  @Test func doesNotWaitForAHugeBody() async throws {
    try await withServer { _, port in
      for headers in ["Content-Length: 99999999999", "Transfer-Encoding: chunked"] {
        try await RawClient.connect(to: port) { client in
          try await client.request("POST /ko/", headers)
          if headers.hasPrefix("T") {
            let chunk = String(repeating: "x", count: 0x8000)
            for _ in 0..<3 { try await client.send("8000\r\n\(chunk)\r\n") }
          }
          let response = try await client.response()
          #expect(response.status == "HTTP/1.1 413 Payload Too Large")
          #expect(response.head.contains("Connection: close\r\n"))
        }
      }
    }
  }

  @Test(arguments: [
    "", "GET / HTTP/1.1\r\nHost: local",
    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nab",
  ])
  func endsTheConnectionOfWhoKeepsItWaiting(text: String) async throws {
    try await withServer(patience: .milliseconds(200)) { _, port in
      // It ends, with a word of the system's where bytes were under way; else the time limit does.
      try? await RawClient.connect(to: port) { client in
        try await client.send(text)
        try await client.readToEnd()
      }
    }
  }

  @Test func tellsEveryOpenPageToReload() async throws {
    let next = PreviewSite(files: ["index.html": bytes("next")])
    try await withServer { server, port in
      try await RawClient.connect(to: port) { page in
        try await RawClient.connect(to: port) { other in
          try await page.request("GET /.helpcenter/events")
          try await other.request("GET /.helpcenter/events")
          _ = try await page.text(through: "data: \(exampleSite.version)\n\n")
          _ = try await other.text(through: "data: \(exampleSite.version)\n\n")
          server.show(next)
          // Other events may come first on a busy machine; without this one the time limit ends it.
          _ = try await page.text(through: "event: reload\n")
          _ = try await other.text(through: "event: reload\n")
        }
      }
      try await RawClient.connect(to: port) { client in
        try await client.request("GET /")
        #expect(try await client.response().text == "next" + scriptTag)
        try await client.request("GET /.helpcenter/events")
        _ = try await client.text(through: "data: \(next.version)\n\n")
      }
    }
  }

  @Test func keepsWritingToAListeningPage() async throws {
    try await withServer(heartbeat: .milliseconds(20)) { _, port in
      try await RawClient.connect(to: port) { page in
        try await page.request("GET /.helpcenter/events")
        for _ in 0..<3 { _ = try await page.text(through: ": still here\n\n") }
      }
    }
  }

  @Test func closesEveryConnectionWhenItStops() async throws {
    let server = PreviewServer(host: "127.0.0.1", port: 0, site: exampleSite)
    let port = try await server.start()
    try await RawClient.connect(to: port) { page in
      try await page.request("GET /.helpcenter/events")
      _ = try await page.text(through: "\n\n")
      try await server.stop()
      try await page.readToEnd()
    }
    try await server.stop()
    await #expect(throws: (any Error).self) { try await RawClient.connect(to: port) { _ in } }
  }

  @Test func startsAgainOnThePortItLeft() async throws {
    try await withServer { first, port in
      let second = PreviewServer(host: "127.0.0.1", port: port, site: exampleSite)
      await #expect(throws: PreviewServerError.addressInUse(port)) { try await second.start() }
      try await first.stop()
      #expect(try await second.start() == port)
      try await second.stop()
      #expect(try await second.start() == port)
      try await second.stop()
    }
  }

  @Test(arguments: [("127.0.0.1", -1), ("127.0.0.1", 65536), ("192.0.2.1", 0)])
  func saysWhyItCannotListen(host: String, port: Int) async {
    let server = PreviewServer(host: host, port: port, site: exampleSite)
    await #expect {
      try await server.start()
    } throws: { error in
      if case PreviewServerError.cannotBind(let reason) = error { !reason.isEmpty } else { false }
    }
  }
}
