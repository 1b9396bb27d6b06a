import Testing

@testable import HelpCenter

/// What a phone keeps at hand on articles and exchange pages.
struct ContactAtHandTests {
  private static let contacts = """
    time-zone: Asia/Seoul
    problems:
      urgent: [fraud, phone]
      account: [fraud, ticket]
      money-missing: [status, fraud, phone, ticket]
      trade: [status]
      other: [phone, ticket]
    channels:
      - {id: fraud, kind: fraud-line, name: Fraud line, dial: "1533-1111", \(seen)}
      - {id: phone, kind: phone, name: Main phone, dial: "1588-0000", \(seen)}
      - {id: ticket, kind: ticket, name: Ticket, url: "https://upbit.test/ask", \(seen)}
      - {id: status, kind: notices, name: Status, url: "https://upbit.test/status", \(seen)}
    """
  private static let seen = "source: a, verified: 2026-11, confidence: official"

  /// The bar of an article whose category and front matter say these.
  private static func bar(category: String?, article: String?) async throws -> Substring {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/exchange.yaml"] =
      "name: {ko: 업비트, zh: Upbit, en: Upbit}\nsite: upbit.test"
    site.content["Content/upbit/contact.yaml"] = contacts
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent")
    }
    if let category { site.content["Content/categories.yaml"]! += "\n  problem: \(category)" }
    if let article {
      site.content["Content/upbit/security/otp-lost.en.md"] = FixtureSite.article(
        "Lost", "problem: \(article)")
    }
    let result = await site.build()
    let html = try #require(
      result.text("en/upbit/security/otp-lost/index.html"), "\(result.report)")
    return try #require(html.firstMatch(of: /(?s)<aside class="at-hand".*?<\/aside>/)).output
  }

  /// A fraud line is for thefts, wherever `contact.yaml` puts it.
  @Test(
    arguments: [
      (nil, nil, "tel:15880000", "#ticket"), ("urgent", nil, "tel:15331111", "#_for-urgent"),
      ("money-missing", nil, "tel:15880000", "#ticket"), ("account", nil, nil, "#ticket"),
      ("account", "urgent", "tel:15331111", "#_for-urgent"),
      ("urgent", "trade", nil, "#_for-trade"),
    ] as [(String?, String?, String?, String)])
  func theCallFitsWhatTheReaderCameFor(
    _ category: String?, _ article: String?, _ call: String?, _ writing: String
  ) async throws {
    let bar = try await Self.bar(category: category, article: article)
    #expect(bar.firstMatch(of: /tel:[0-9]+/).map { String($0.output) } == call, "\(bar)")
    #expect(bar.contains("contact/\(writing)\""), "\(bar)")
  }

  @Test func anExchangeFeaturesArticlesAndSaysHowManyThereAre() async throws {
    var site = FixtureSite.withArticle
    for number in 1...4 {
      site.content["Content/upbit/security/text-\(number).en.md"] = FixtureSite.article(
        "Text \(number)")
    }
    site.content["Content/upbit/exchange.yaml"]! += "\nfeatured: [security/text-4]"
    let result = await site.build()
    let page = try #require(result.text("en/upbit/index.html"), "\(result.report)")
    let featured = try #require(page.firstMatch(of: /(?s)<section class="common".*?<\/section>/))
    #expect(featured.output.contains("href=\"security/text-4/\""), "\(featured.output)")
    #expect(page.contains("All 5"), "\(page)")
  }

  @Test func anArticleThatIsFeaturedMustExist() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/exchange.yaml"]! += "\nfeatured: [security/otp-lots]"
    let error = try #require(await site.build().errors.first { $0.id == "unknown-article" })
    #expect(error.location?.path == "Content/upbit/exchange.yaml")
    #expect(error.hint?.contains("upbit/security/otp-lost") == true, "\(error)")
  }
}
