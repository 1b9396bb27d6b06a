import Contacts

extension Output {
  /// The notices of each exchange and of all together, by year.
  static let noticeLists = Output(name: "notices") { input in
    input.site.languages.flatMap { language in
      ([nil] + input.site.exchanges.map(Optional.some)).flatMap { exchange in
        let route = Route.notices(exchange?.id, language)
        let count = input.site.notices(of: exchange?.id, in: language).count
        return (1...ListPages.count(of: count)).map { page in
          OutputJob(page: route.page(page), origin: "notices page") {
            input.theme.render(
              .notices, input.builder(language).noticesPage(of: exchange, page: page))
          }
        }
      }
    }
  }
}

extension PageBuilder {
  /// - Parameter page: which of the list's pages, counted from 1.
  func noticesPage(of exchange: Exchange?, page: Int) -> NoticesPage {
    let list = Route.notices(exchange?.id, language)
    let route = list.page(page)
    let all = site.notices(of: exchange?.id, in: language)
    let notices = ListPages.entries(of: page, among: all)
    let name = exchange?.name[path]
    let whole = Head(
      title: name.map { words[.noticesExchangeTitle, ["exchange": $0]] } ?? words[.noticesTitle],
      description: words[.noticesDescription], route: { .notices(exchange?.id, $0) },
      exchange: exchange, crumbs: [homeCrumb] + (exchange.map { [exchangeCrumb($0)] } ?? []),
      translations: site.languages, latestChange: newestChange(of: notices),
      isTimed: notices.contains(where: endsSoon))
    let head = head(whole, page: page) { language in
      ListPages.count(of: site.notices(of: exchange?.id, in: language).count)
    }
    var years: [NoticesPage.Year] = []
    for notice in notices {
      let year = notice.noticeDate.map { String($0.year) } ?? ""
      if years.last?.year != year { years.append(NoticesPage.Year(year: year, notices: [])) }
      years[years.count - 1].notices.append(noticeLink(to: notice, from: route))
    }
    return NoticesPage(
      frame: frame(head), years: years,
      listPages: listPages(of: list, page, of: ListPages.count(of: all.count)))
  }
}
