import Contacts

/// A notice that stands above the pages of its exchange for some days.
struct BannerContext: TemplateContext {
  /// Changes with the notice, so that one who closed it sees what is new.
  var id: String
  var link: ArticleLink
  /// Between which instants, the last not included: `2026-12-01T14:30+09:00`.
  var from, until: String?
  /// It begins after the build.
  var isWaiting: Bool

  static let fields = TemplateFields<Self>()
    .including(ArticleLink.fields, \.link)
    .text("id", { $0.id }).text("from", { $0.from }).text("until", { $0.until })
    .flag("waiting", { $0.isWaiting })
}

extension PageBuilder {
  /// The banners of a home page (all), or of an exchange's home, category and contact pages (its
  /// own): those that have not ended when the site is built, newest first.
  func banners(on head: Head) -> [BannerContext] {
    let route = head.route(language)
    let isHome = route == .home(language)
    guard isHome || head.exchange.map({ isBrowsed(route, of: $0) }) == true else { return [] }
    return site.notices(of: isHome ? nil : head.exchange?.id, in: language).compactMap { notice in
      guard let banner = notice.frontMatter.banner, !site.clock.hasEnded(banner.until) else {
        return nil
      }
      let updated = notice.frontMatter.updated
      return BannerContext(
        id: "\(notice.id.path)@\(updated)", link: link(to: notice, from: route),
        from: banner.from.map(site.clock.beginning), until: site.clock.end(of: banner.until),
        isWaiting: banner.from.map { !site.clock.hasBegun($0) } ?? false)
    }
  }

  private func isBrowsed(_ route: Route, of exchange: Exchange) -> Bool {
    if route == .exchange(exchange.id, language) || route == .contact(exchange.id, language) {
      return true
    }
    let route = route.list
    return route.segments.count == 3 && !Route.isReserved(route.segments[2])
  }
}
