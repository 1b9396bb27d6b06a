import Foundation
import Testing

@testable import HelpCenter

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What pages tell programs: structured data, Open Graph, feeds, the sitemap. Over the site that the
/// repository ships.
struct PageDataTests {
  static let pages = Task { () -> [(path: String, html: String)] in
    (await RealContentTests.result.value.files ?? []).filter { $0.path.hasSuffix(".html") }
      .map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  private func blocks(in html: String) throws -> [[String: Any]] {
    try html.matches(of: #/<script type="application/ld\+json">(.*?)</script>/#).map {
      try #require(
        try JSONSerialization.jsonObject(with: Data($0.output.1.utf8)) as? [String: Any])
    }
  }

  private func items(in html: String) throws -> [[String: Any]] {
    try blocks(in: html).flatMap { $0["@graph"] as? [[String: Any]] ?? [] }
  }

  @Test func everyPageBelowAnotherTellsTheWayToIt() async throws {
    for (path, html) in await Self.pages.value where html.contains("class=\"crumbs\"") {
      let crumbs = try items(in: html).filter { $0["@type"] as? String == "BreadcrumbList" }
      try #require(crumbs.count == 1, "\(path)")
      let list = try #require(crumbs[0]["itemListElement"] as? [[String: Any]])
      #expect(list.count >= 2 && list.map { $0["position"] as? Int } == (1...list.count).map { $0 })
      for item in list {
        #expect((item["name"] as? String)?.isEmpty == false, "\(path)")
        #expect((item["item"] as? String)?.hasPrefix("https://") == true, "\(path)")
      }
      // The page itself is the last.
      let last = try #require(list.last?["item"] as? String)
      #expect(last.hasSuffix("/" + path.replacing("index.html", with: "")), "\(path)")
    }
  }

  @Test func everyTextIsAnArticleAboutItsExchange() async throws {
    var count = 0
    for (path, html) in await Self.pages.value where html.contains("og:type\" content=\"article") {
      count += 1
      let articles = try items(in: html).filter { $0["@type"] as? String == "Article" }
      let article = try #require(articles.first, "\(path)")
      for key in ["headline", "description", "inLanguage", "mainEntityOfPage"] {
        #expect((article[key] as? String)?.isEmpty == false, "\(key) of \(path)")
      }
      let date = try #require(article["dateModified"] as? String)
      #expect(html.contains("<time datetime=\"\(date)\">"), "\(path)")
      let about = (article["about"] as? [String: Any])?["name"] as? String
      #expect(
        (about == nil)
          == (path.contains("/guide/")
            || path.hasSuffix("/urgent/index.html") && path.split(separator: "/").count == 3),
        "\(path)")
    }
    #expect(count > 300)
  }

  @Test func nothingInAPagesDataCanEndItsScript() async throws {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/b.ko.md"] = FixtureSite.article("'a </script> \"b'")
    let page = try #require(await site.build().text("ko/upbit/security/b/index.html"))
    let article = try #require(try items(in: page).first { $0["@type"] as? String == "Article" })
    #expect(article["headline"] as? String == "a </script> \"b")
    #expect(page.contains("a \\u003C/script>"))
  }

  @Test func withoutABaseURLTheWayIsRelative() async throws {
    var site = FixtureSite.withArticle
    site.options.baseURL = nil
    let page = try #require(await site.build().text("ko/upbit/security/otp-lost/index.html"))
    let list = try #require(try items(in: page)[0]["itemListElement"] as? [[String: Any]])
    #expect(list.map { $0["item"] as? String } == ["../../../", "../../", "../", "./"])
    #expect(!page.contains("og:url") && !page.contains("og:image") && !page.contains("atom+xml"))
  }

  // MARK: Addresses

  @Test func everyPageOfALanguageHasAPictureAndALocale() async throws {
    let files = Set(try #require(await RealContentTests.result.value.files).map(\.path))
    for (path, html) in await Self.pages.value where !html.contains("http-equiv=\"refresh\"") {
      // What the search shows above its results is no page that anybody shares.
      if path.firstMatch(of: #/\/search\/[a-z]+\.html$/#) != nil { continue }
      for name in ["type", "title", "description", "site_name", "locale", "image"] {
        let tags = html.matches(of: try Regex("property=\"og:\(name)\" content=\"([^\"]+)\""))
        #expect(tags.count == 1, "\(name) of \(path)")
      }
      let picture = try #require(
        html.firstMatch(of: #/og:image" content="https:\/\/[^\/]+\/([^"]+)"/#))
      #expect(files.contains(String(picture.output.1)), "\(path)")
      #expect(html.contains(#/og:locale" content="[a-z]{2}_[A-Z]{2}"/#))
    }
  }

  @Test func translationsNameEachOther() async throws {
    var alternates: [String: [String: String]] = [:]
    var canonical: [String: String] = [:]
    for (_, html) in await Self.pages.value {
      guard let own = html.firstMatch(of: #/rel="canonical" href="([^"]+)"/#) else { continue }
      let links = html.matches(of: #/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/#)
      guard !links.isEmpty else { continue }
      let address = String(own.output.1)
      alternates[address] = Dictionary(
        links.map { (String($0.output.1), String($0.output.2)) }, uniquingKeysWith: { $1 })
      canonical[address] = html.firstMatch(of: #/<html lang="([^"]+)"/#).map { String($0.output.1) }
    }
    #expect(alternates.count > 400)
    for (address, links) in alternates {
      #expect(links["x-default"] != nil && links.count == 4, "\(address)")
      // The root page offers the languages and is none itself.
      let isRoot =
        links["x-default"] == address
        && !links.filter { $0.key != "x-default" }.values.contains(address)
      if !isRoot { #expect(links[canonical[address] ?? ""] == address, "\(address)") }
      for (tag, other) in links where other != address {
        if tag == "x-default", alternates[other] == nil { continue }
        let back = try #require(alternates[other], "\(other) of \(address)")
        #expect(
          back.values.contains(address) || isRoot || tag == "x-default", "\(other) to \(address)")
      }
    }
  }

  @Test func theSitemapKnowsWhenItsPagesChanged() async throws {
    let text = try #require(await RealContentTests.result.value.text("sitemap.xml"))
    let entries = text.matches(of: #/<url><loc>([^<]+)<\/loc>(?:<lastmod>([0-9-]+)<\/lastmod>)?/#)
    #expect(entries.count > 400)
    for entry in entries where !entry.output.1.contains("/prepare/") {
      let hasDate = entry.output.2 != nil
      #expect(hasDate || entry.output.1.hasSuffix("/notices/"), "\(entry.output.1)")
    }
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }

  // MARK: Feeds

  @Test func feedsAreValidAtom() async throws {
    let result = await RealContentTests.result.value
    let feeds = try #require(result.files).filter { $0.path.hasSuffix("/feed.xml") }
    #expect(feeds.count == 3 * 6)
    let addresses = Set(
      await Self.pages.value.map {
        "https://help.example.com/" + $0.path.replacing("index.html", with: "")
      })
    var ids: [String: Int] = [:]
    for feed in feeds {
      let text = String(decoding: feed.bytes, as: UTF8.self)
      let reader = AtomReader()
      let parser = XMLParser(data: Data(feed.bytes))
      parser.delegate = reader
      #expect(parser.parse(), "\(feed.path)")
      // RFC 4287, 4.1.1: one id, title and updated; 4.1.2 the same for each entry.
      for (place, names) in reader.children {
        for name in ["id", "title", "updated"] {
          #expect(names.filter { $0 == name }.count == 1, "\(name) of \(place) in \(feed.path)")
        }
      }
      #expect(reader.children["feed"]?.contains("author") == true)
      for date in text.matches(of: #/<(?:updated|published)>([^<]+)</#) {
        #expect(ISO8601DateFormatter().date(from: String(date.output.1)) != nil)
      }
      for link in text.matches(of: #/rel="alternate" type="text\/html" href="([^"]+)"/#) {
        #expect(addresses.contains(String(link.output.1)), "\(link.output.1)")
      }
      #expect(
        text.contains(
          "rel=\"self\" type=\"application/atom+xml\" href=\"https://help.example.com/\(feed.path)\""
        ))
      ids[String(try #require(text.firstMatch(of: #/<id>([^<]+)/#)).output.1), default: 0] += 1
    }
    #expect(ids.values.allSatisfy { $0 == 1 })
  }

  @Test func aPageNamesTheFeedsOfItsExchange() async throws {
    var site = FixtureSite.smallest
    site.content["Content/upbit/notices/2026-11-20-a.ko.md"] = FixtureSite.article("점검 <1>")
    let result = await site.build()
    let page = try #require(result.text("ko/upbit/notices/index.html"), "\(result.report)")
    let feeds = page.matches(of: #/atom\+xml" title="[^"]+" href="([^"]+)"/#).map(\.output.1)
    #expect(feeds == ["feed.xml", "../../notices/feed.xml"])
    let feed = try #require(result.text("zh/upbit/notices/feed.xml"))
    #expect(feed.contains("<entry xml:lang=\"ko\">\n<title>점검 &lt;1&gt;</title>"))
    #expect(feed.contains("<published>2026-11-20T00:00:00Z</published>"))
    #expect(!feed.contains("2026-11-21"))
  }
}

/// The names of the elements in a feed and in its entries.
private final class AtomReader: NSObject, XMLParserDelegate {
  var children: [String: [String]] = [:]
  private var path: [String] = []
  private var entries = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "entry" { entries += 1 }
    if path.last == "feed" { children["feed", default: []].append(name) }
    if path.last == "entry" { children["entry \(entries)", default: []].append(name) }
    path.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
  }
}
