import Testing

@testable import HelpCenter

struct LinkPathsTests {
  @Test(arguments: [
    ("https://a.b", "https"), ("HTTPS://a", "https"), ("//host/x", "//"),
    ("channel:phone", "channel"),
    ("java\u{9}script:x", "javascript"), (" \u{1}tel:1", "tel"), ("a+b.c-1:x", "a+b.c-1"),
  ]) func findsTheScheme(_ destination: String, _ scheme: String) {
    #expect(LinkResolver.scheme(of: destination) == scheme)
  }

  @Test(arguments: [
    "", ":", "a.md", "../a/b.md#x:y", "1a:x", "é:x", "a/b:c", "한국:x", "#a:b", "?a:b", "a%3A:b",
  ]) func findsNone(_ destination: String) {
    #expect(LinkResolver.scheme(of: destination) == nil)
  }

  struct Parts: Sendable {
    var written: String
    var path: String
    var fragment: String?
  }

  @Test(arguments: [
    Parts(written: "a.md", path: "a.md"),
    Parts(written: "a.md?x=1#b", path: "a.md", fragment: "b"),
    Parts(written: "#%EA%B0%80", path: "", fragment: "가"),
    Parts(written: "#\u{1100}\u{1161}", path: "", fragment: "가"),
    Parts(written: "a%20b.md#", path: "a b.md"),
    Parts(written: "a.md#b#c?d", path: "a.md", fragment: "b#c?d"),
    Parts(written: "100%.md", path: "100%.md"),
    Parts(written: "a%4.md", path: "a%4.md"),
    Parts(written: "%FF.md", path: "%FF.md"),
    Parts(written: "%e1%84%80%E1%85%A1.md", path: "가.md"),
    // A mark behind the sign makes another character of it to Swift, not to an address.
    Parts(written: "a.md#\u{301}b", path: "a.md", fragment: "\u{301}b"),
  ]) func readsPathAndFragment(_ parts: Parts) {
    let found = LinkResolver.parts(of: parts.written)
    #expect(found.path == parts.path)
    #expect(found.fragment == parts.fragment)
  }

  @Test(arguments: [
    ("Content/upbit/a/b.md", "c.md", "upbit/a/c.md"),
    ("Content/upbit/a/b.md", "./../c/d.md", "upbit/c/d.md"),
    ("Content/upbit/a/b.md", "../../bithumb//c/", "bithumb/c"),
    ("Content/b.md", "c.md", "c.md"),
    ("Content/upbit/a/b.md", "../..", ""),
    ("Content/\u{1100}\u{1161}/b.md", "c.md", "가/c.md"),
  ]) func joinsPaths(_ source: String, _ relative: String, _ joined: String) {
    #expect(LinkResolver.join(source, relative) == joined)
  }

  @Test func aPathThatLeavesTheContentIsNone() {
    #expect(LinkResolver.join("Content/upbit/a/b.md", "../../../x.md") == nil)
    #expect(LinkResolver.join("Content/b.md", "..") == nil)
  }
}

struct LinkSuggestionsTests {
  static func suggestions(_ paths: [String]) -> LinkSuggestions {
    var index = ContentIndex()
    for path in paths {
      let parts = path.split(separator: "/").map(String.init)
      index.pages[path] = DocumentID(
        exchange: parts[0], kind: .article(category: parts[1]), slug: parts[2])
    }
    return LinkSuggestions(index)
  }

  @Test func theFolderComesBeforeTheSite() {
    let found = Self.suggestions(["a/x/otp-lots", "a/y/otp-lost", "b/x/otp-lost"])
    #expect(found.nearest(to: "a/x/otp-lost.md", isImage: false) == "a/x/otp-lots.md")
  }

  @Test func theSameNameInAnotherFolderIsFound() {
    let many = (0..<2000).map { "a/x/page-\($0)" }
    let found = Self.suggestions(many + ["security/x/otp-lost"])
    #expect(found.nearest(to: "secrity/x/otp-lost.md", isImage: false) == "security/x/otp-lost.md")
  }

  @Test func ofALargeFolderTheNamesAroundAreCompared() {
    let found = Self.suggestions((0..<4000).map { "a/x/\(10000 + $0)-withdrawal" })
    #expect(
      found.nearest(to: "a/x/12345-withdrawla.md", isImage: false) == "a/x/12345-withdrawal.md")
    #expect(found.nearest(to: "zzz.md", isImage: false) == nil)
    #expect(found.nearest(to: "a/x/10000.png", isImage: true) == nil)
  }
}
