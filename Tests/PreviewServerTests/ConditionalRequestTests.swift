import NIOHTTP1
import Testing

@testable import PreviewServer

/// Entity tags and ranges: what a client gets that has a file already, or a part of it.
@Suite struct ConditionalRequestTests {
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func tagsAFileWithTheFNV1aHashOfItsBytes(text: String, hash: String) {
    #expect(EntityTag.of(bytes(text)) == "\"\(hash)\"")
  }

  @Test func tagsAPageAsItIsSent() {
    let response = get("/")
    #expect(response.header("ETag") == EntityTag.of(bytes(response.text)))
  }

  @Test(arguments: ["TAG", "W/TAG", "\"other\", TAG", "\"other\",W/TAG , \"more\"", "*"])
  func sendsNothingThatTheClientHas(condition: String) throws {
    let tag = try #require(get("/css/site.css").header("ETag"))
    let value = condition.replacing("TAG", with: tag)
    let response = get("/css/site.css", [("If-None-Match", value), ("Range", "bytes=0-1")])
    #expect(response.status == .notModified)
    #expect(response.text.isEmpty)
    #expect(response.header("ETag") == tag)
    #expect(response.header("Cache-Control") == "no-cache")
  }

  @Test(arguments: ["\"other\"", "W/\"other\"", "", "TAG-without-quotes", "w/TAG"])
  func sendsWhatTheClientDoesNotHave(condition: String) throws {
    let tag = try #require(get("/css/site.css").header("ETag"))
    let value = condition.replacing("TAG-without-quotes", with: tag.dropFirst().dropLast())
      .replacing("TAG", with: tag)
    #expect(get("/css/site.css", [("If-None-Match", value)]).status == .ok)
  }

  @Test(arguments: [
    ("bytes=0-0", "0", "bytes 0-0/10"), ("bytes=2-5", "2345", "bytes 2-5/10"),
    ("bytes=7-", "789", "bytes 7-9/10"), ("bytes=0-", "0123456789", "bytes 0-9/10"),
    ("bytes=-3", "789", "bytes 7-9/10"), ("bytes=-99", "0123456789", "bytes 0-9/10"),
    ("bytes=8-99", "89", "bytes 8-9/10"), ("BYTES=1-2", "12", "bytes 1-2/10"),
    ("bytes=9-99999999999999999999999", "9", "bytes 9-9/10"),
    ("bytes=-99999999999999999999999", "0123456789", "bytes 0-9/10"),
    ("bytes=3-9223372036854775807", "3456789", "bytes 3-9/10"),
  ])
  func answersARangeOfTheFile(range: String, body: String, contentRange: String) {
    let response = get("/css/site.css", [("Range", range)])
    #expect(response.status == .partialContent)
    #expect(response.text == body)
    #expect(response.header("Content-Range") == contentRange)
    #expect(response.header("Content-Length") == String(body.utf8.count))
    #expect(response.header("Content-Type") == "text/css; charset=utf-8")
    #expect(response.header("ETag") == get("/css/site.css").header("ETag"))
  }

  @Test(arguments: ["bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999999-"])
  func refusesARangeBehindTheEnd(range: String) {
    let response = get("/css/site.css", [("Range", range)])
    #expect(response.status == .rangeNotSatisfiable)
    #expect(response.header("Content-Range") == "bytes */10")
  }

  @Test(arguments: [
    "bytes=0-1,3-4", "bytes=5-2", "bytes=-", "bytes=", "bytes", "", "bytes=a-b", "bytes=1-b",
    "bytes=--1", "bytes=1--2", "bytes=+1-2", "bytes= 1-2", "bytes=1", "lines=0-1", "bytes=１-２",
  ])
  func sendsTheWholeFileForARangeItDoesNotServe(range: String) {
    let response = get("/css/site.css", [("Range", range)])
    #expect(response.status == .ok)
    #expect(response.text == "0123456789")
    #expect(response.header("Accept-Ranges") == "bytes")
  }

  @Test(arguments: [
    ("bytes=0-", HTTPResponseStatus.rangeNotSatisfiable), ("bytes=-5", .ok),
  ])
  func hasNoRangeOfAnEmptyFile(range: String, status: HTTPResponseStatus) {
    #expect(get("/empty.txt", [("Range", range)]).status == status)
  }

  @Test func sendsTheRangeOnlyOfTheFileTheClientBegan() throws {
    let tag = try #require(get("/css/site.css").header("ETag"))
    let cases: [(String, HTTPResponseStatus)] = [
      (tag, .partialContent), ("\"other\"", .ok), ("W/\(tag)", .ok),
      ("Wed, 21 Oct 2015 07:28:00 GMT", .ok),
    ]
    for (condition, status) in cases {
      let response = get("/css/site.css", [("Range", "bytes=0-1"), ("If-Range", condition)])
      #expect(response.status == status, "If-Range: \(condition)")
    }
  }
}
