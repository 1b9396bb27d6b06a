import NIOHTTP1

@testable import PreviewServer

/// What the tests ask and how they read the answer.
let exampleSite = PreviewSite(files: [
  "index.html": bytes("<html><body>home</body></html>"),
  "404.html": bytes("<body>lost</body>"),
  "ko/index.html": bytes("<body>한국어</body>"),
  "ko/검색 결과.html": bytes("<body>found</body>"),
  "ko/v1.2/index.html": bytes("<body>1.2</body>"),
  "css/site.css": bytes("0123456789"),
  "empty.txt": [],
  "img/logo.png": [0x89, 0x50, 0x4e, 0x47],
  ".helpcenter/reload.js": bytes("the site's own"),
])

let scriptTag = #"<script type="module" src="/.helpcenter/reload.js"></script>"#

func bytes(_ text: String) -> [UInt8] {
  Array(text.utf8)
}

func get(
  _ target: String, _ headers: [(String, String)] = [], from site: PreviewSite = exampleSite
) -> StaticResponse {
  .respond(method: .GET, target: target, headers: HTTPHeaders(headers), site: site)
}

extension StaticResponse {
  func header(_ name: String) -> String? {
    headers.first(name: name)
  }

  var text: String {
    switch body {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .reloadEvents: "events"
    }
  }
}
