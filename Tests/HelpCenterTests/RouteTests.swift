import Testing

@testable import HelpCenter

struct RouteTests {
  let ko = Language(path: "ko", tag: "ko", fallback: [])
  let zh = Language(path: "zh", tag: "zh-Hans", fallback: [])
  let article = DocumentID(
    exchange: "upbit", kind: .article(category: "security"), slug: "otp-lost")

  @Test func namesTheFoldersOfEveryPage() {
    #expect(Route.document(article, ko).outputPath == "ko/upbit/security/otp-lost/index.html")
    #expect(Route.contact(nil, ko).outputPath == "ko/contact/index.html")
    #expect(Route.contact("upbit", ko).path == "ko/upbit/contact/")
    #expect(Route.prepare(nil, zh).outputPath == "zh/prepare/index.html")
    #expect(Route.prepare("upbit", ko).path == "ko/upbit/prepare/")
    let notice = DocumentID(exchange: "upbit", kind: .notice, slug: "2026-01-02-fee")
    #expect(Route.document(notice, zh).path == "zh/upbit/notices/2026-01-02-fee/")
    #expect(Route.notFound.outputPath == "404.html")
    #expect(Route.root.outputPath == "index.html")
  }

  @Test func theGeneralUrgentPageIsTheLanguagesOwn() {
    let general = DocumentID(exchange: "guide", kind: .urgent, slug: "urgent")
    let own = DocumentID(exchange: "upbit", kind: .urgent, slug: "urgent")
    #expect(Route.document(general, ko).path == "ko/urgent/")
    #expect(Route.document(own, ko).path == "ko/upbit/urgent/")
  }

  @Test func linksAreRelativeToThePage() {
    let page = Route.document(article, ko)
    #expect(page.href(to: .home(ko)) == "../../../")
    #expect(page.href(to: .document(article, zh)) == "../../../../zh/upbit/security/otp-lost/")
    #expect(page.href(to: page) == "./")
    #expect(Route.root.href(to: .home(ko)) == "ko/")
    #expect(Route.root.href(to: .root) == "./")
    #expect(page.href(toFile: "assets/site.css") == "../../../../assets/site.css")
  }

  @Test func percentEncodesWhatAnAddressCannotHold() {
    let id = DocumentID(exchange: "upbit", kind: .article(category: "security"), slug: "출금-지연")
    #expect(
      Route.document(id, ko).path
        == "ko/upbit/security/%EC%B6%9C%EA%B8%88-%EC%A7%80%EC%97%B0/")
    #expect(Route.document(id, ko).outputPath == "ko/upbit/security/출금-지연/index.html")
  }

  @Test func linksOfThe404PageWorkAtAnyDepth() {
    let atRoot = PageLinks(fromAnywhereBelow: "/")
    #expect(resolve(atRoot.to(.home(ko)), against: "/a/b/c/d") == "/ko/")
    let below = PageLinks(fromAnywhereBelow: "/docs/help/")
    #expect(below.to(.home(ko)) == "/docs/help/ko/")
  }

  @Test(arguments: [
    ("https://help.example.com", "/"), ("https://help.example.com/docs/help", "/docs/help/"),
    ("http://127.0.0.1:8080/", "/"),
  ]) func readsABaseURL(text: String, path: String) throws {
    #expect(try #require(BaseURL(text)).path == path)
  }

  @Test(arguments: [
    "help.example.com", "ftp://a.example", "https://", "https://a.example/?q",
    "https://u@a.example",
    "https://a.example/../x", "https://a b.example",
  ]) func refusesWhatIsNoBaseURL(text: String) {
    #expect(BaseURL(text) == nil)
  }

  /// Resolves a relative address as browsers do: a climb ends at the root.
  private func resolve(_ relative: String, against path: String) -> String {
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in relative.split(separator: "/") {
      if part == ".." { _ = folders.popLast() } else { folders.append(String(part)) }
    }
    return "/" + folders.joined(separator: "/") + "/"
  }
}
